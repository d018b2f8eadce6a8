//! Which files can be made of a report, group by group.

use crate::report::{FileFormat, KeySummary, Report};
use crate::text::{Pair, page::files as words};

/// Formats that belong together.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// What they have in common.
    pub title: Pair,
    /// The formats, in the order in which people look for them.
    pub formats: Vec<FileFormat>,
}

/// The private key of the server certificate, as far as files with it can be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// It is here and open.
    Open,
    /// One is here, behind a password.
    Locked,
    /// None is here that fits.
    Absent,
}

/// Every format but the ZIP, which has a button of its own.
static GROUPS: &[(Pair, &[FileFormat])] = {
    use FileFormat::*;
    &[
        (words::CERTIFICATES, &[Pem, Chain, Certificate, Der, P7b, P7bPem]),
        (words::WITH_KEY, &[Pfx, PfxLegacy, Jks, Pkcs8, Pkcs8Der, Pkcs8Scrypt, Pkcs1, Sec1]),
        (words::CLOUDS, &[KubernetesSecret, Aws, Tencent, Alibaba, Huawei]),
        (words::FACTS, &[Html, Markdown, Json, Text, SpkiPin, Tlsa]),
    ]
};

/// What is offered: a key is not offered in another kind's form, nor issuers where there are none.
pub fn groups(report: &Report) -> Vec<Group> {
    let key = report.leaf().map(|leaf| leaf.key.algorithm.as_str()).unwrap_or_default();
    let fits = |format: &FileFormat| match format {
        FileFormat::Pkcs1 => key == "RSA",
        FileFormat::Sec1 => key == "EC",
        FileFormat::Chain => report.chain.served.len() > 1,
        _ => true,
    };
    let group = |(title, formats): &(Pair, &[FileFormat])| Group {
        title: *title,
        formats: formats.iter().copied().filter(fits).collect(),
    };
    GROUPS.iter().map(group).collect()
}

/// Whether there is a key to make files with.
pub fn key(report: &Report) -> Key {
    let belongs = |key: &&KeySummary| report.chain.leaf.is_some_and(|leaf| key.matches.contains(&leaf));
    if report.keys.iter().any(|key| belongs(&key)) {
        Key::Open
    } else if report.keys.iter().any(KeySummary::is_locked) {
        Key::Locked
    } else {
        Key::Absent
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_format_is_offered_once() {
        let mut offered: Vec<_> = GROUPS.iter().flat_map(|(_, formats)| formats.iter().copied()).collect();
        offered.push(FileFormat::Zip);
        assert_eq!(offered.len(), FileFormat::ALL.len());
        assert!(FileFormat::ALL.iter().all(|format| offered.contains(format)));
    }
}
