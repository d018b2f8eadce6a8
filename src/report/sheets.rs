//! Thousands of certificates on their way to the page, which reads them a sheet at a time and does other things in between.

use super::Report;
use serde::{Deserialize, Serialize};
use std::mem::take;

/// How many of them are on a sheet: a slow phone reads it in some twenty milliseconds.
const SHEET: usize = 500;

/// A part of what a report lists, in bytes of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Sheet {
    /// Of [`Report::certificates`].
    Certificates(#[serde(with = "serde_bytes")] Vec<u8>),
    /// Of [`Report::inputs`].
    Inputs(#[serde(with = "serde_bytes")] Vec<u8>),
}

impl Sheet {
    /// Takes the lists out of a report that are longer than a sheet. Whoever has all of them, in their order, can put
    /// them back.
    pub fn taken(report: &mut Report) -> Vec<Self> {
        let certificates = sheets(&mut report.certificates).into_iter().map(Self::Certificates);
        let inputs = sheets(&mut report.inputs).into_iter().map(Self::Inputs);
        certificates.chain(inputs).collect()
    }
}

fn sheets<T: Serialize>(list: &mut Vec<T>) -> Vec<Vec<u8>> {
    let all = if list.len() > SHEET { take(list) } else { Vec::new() };
    // Plain data, which can always be written.
    all.chunks(SHEET).map(|part| postcard::to_allocvec(part).unwrap_or_default()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{Input, InputKind, Timestamp};

    #[test]
    fn long_lists_stand_beside_a_report() {
        let input = |line| Input {
            source: String::new(),
            source_index: 0,
            kind: InputKind::Unknown,
            role: None,
            certificate: None,
            key: None,
            public_key: None,
            request: None,
            revocation: None,
            line: Some(line),
        };
        let mut report = Report::empty(Timestamp::day(2026, 11, 1));
        report.inputs = (0..SHEET as u32).map(input).collect();
        assert!(Sheet::taken(&mut report).is_empty() && report.inputs.len() == SHEET);
        report.inputs.push(input(9_999));
        let whole = report.inputs.clone();
        let sheets = Sheet::taken(&mut report);
        assert!(report.inputs.is_empty() && sheets.len() == 2);
        let read = |sheet: &Sheet| match sheet {
            Sheet::Inputs(bytes) => postcard::from_bytes::<Vec<Input>>(bytes).unwrap(),
            Sheet::Certificates(_) => panic!("no certificates were taken"),
        };
        assert_eq!(sheets.iter().flat_map(read).collect::<Vec<_>>(), whole);
    }
}
