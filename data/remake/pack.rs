//! The supply: public intermediates and roots in shards, as `engine::supply` reads them. Built beside the page, never
//! committed.

use super::Outcome;
use certloupe::engine::{
    read,
    supply::{DATE_BYTES, ENTRY_BYTES, INDEX, Kind, entry},
    trust,
    x509::{self, Certificate},
};
use certloupe::report::Source;
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};
use webpki_root_certs::TLS_SERVER_ROOT_CERTS;

/// Writes every shard and the index. Without the research folder there are Mozilla's roots and no intermediates.
pub fn write(from: Option<&Path>, to: &Path) -> Outcome<()> {
    let mut certificates: Vec<Certificate> = TLS_SERVER_ROOT_CERTS.iter().map(|der| x509::parse(der)).collect::<Result<_, _>>()?;
    for file in ["roots.pem", "intermediates.pem"] {
        if let Some(from) = from {
            certificates.extend(certificates_in(&from.join(file))?);
        }
    }
    let mut shards: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    let mut subjects: BTreeSet<[u8; ENTRY_BYTES]> = BTreeSet::new();
    let mut seen = BTreeSet::new();
    let mut count = (0, 0);
    for certificate in certificates {
        let subject = certificate.subject.raw.as_slice();
        let kind = match certificate.is_self_issued() {
            true if trust::known_root(&certificate).is_none() => continue,
            true => Kind::Roots,
            false => Kind::Intermediates,
        };
        if !seen.insert(certificate.sha256) || trust::is_revoked(&certificate) {
            continue;
        }
        match kind {
            Kind::Roots => count.0 += 1,
            Kind::Intermediates => {
                count.1 += 1;
                subjects.insert(entry(subject));
            }
        }
        shards.entry(kind.file(subject)).or_default().extend(&certificate.der[..]);
    }
    let date = trust::date_of("ccadb").ok_or("the pack has no date")?;
    assert_eq!(date.len(), DATE_BYTES);
    shards.insert(INDEX.to_owned(), date.bytes().chain(subjects.into_iter().flatten()).collect());
    fs::create_dir_all(to)?;
    let bytes: usize = shards.values().map(Vec::len).sum();
    println!("supply: {} roots, {} intermediates of {date}, {bytes} bytes in {} files", count.0, count.1, shards.len());
    for (name, bytes) in shards {
        fs::write(to.join(name), bytes)?;
    }
    Ok(())
}

fn certificates_in(path: &Path) -> Outcome<Vec<Certificate>> {
    let bytes = fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
    Ok(read::read(&[Source { name: String::new(), bytes }]).certificates)
}
