//! The supply: public intermediates and roots in shards, as `engine::supply` reads them. Built beside the page, never
//! committed.

use super::{Outcome, registry::certificates_in};
use certloupe::engine::{supply, trust::date_of, x509};
use std::{fs, path::Path};
use webpki_root_certs::TLS_SERVER_ROOT_CERTS;

/// Writes every shard and the index. Without the research folder there are Mozilla's roots and no intermediates.
pub fn write(from: Option<&Path>, to: &Path) -> Outcome<()> {
    let mut certificates: Vec<_> = TLS_SERVER_ROOT_CERTS.iter().filter_map(|der| x509::parse(der).ok()).collect();
    if let Some(from) = from {
        for file in ["roots.pem", "intermediates.pem"] {
            certificates.extend(certificates_in(&from.join(file))?);
        }
    }
    let date = date_of("ccadb").ok_or("the supply has no date")?;
    let files = supply::files(&certificates, date);
    let bytes: usize = files.iter().map(|file| file.bytes.len()).sum();
    fs::create_dir_all(to)?;
    for file in &files {
        fs::write(to.join(&file.name), &file.bytes)?;
    }
    println!("supply of {date}: {bytes} bytes in {} files, {}", files.len(), to.display());
    Ok(())
}
