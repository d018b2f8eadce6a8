//! Public CA certificates from the machine: what a page loads from beside itself.

use certloupe::{
    engine::{
        read, supply,
        trust::date_of,
        x509::{self, Certificate},
    },
    report::{Source, SupplyFile},
};
use std::{
    env, fs,
    path::{Path, PathBuf},
};
use webpki_root_certs::TLS_SERVER_ROOT_CERTS;

/// The supply of this machine; read when something of it is wanted.
#[derive(Debug)]
pub struct Supply {
    folder: Option<PathBuf>,
    files: Option<Vec<SupplyFile>>,
}

impl Supply {
    /// The folder with `intermediates.pem` and `roots.pem` that `CERTLOUPE_DATA` names, else `../shared/data` beside the
    /// project. Without any there are Mozilla's roots.
    pub fn of_this_machine() -> Self {
        let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data");
        let folder = env::var_os("CERTLOUPE_DATA").map_or_else(beside, PathBuf::from);
        Self { folder: Some(folder).filter(|folder| folder.is_dir()), files: None }
    }

    /// A file of the supply; none where there is no such file.
    pub fn file(&mut self, name: &str) -> Option<Vec<u8>> {
        let folder = self.folder.clone();
        let files = self.files.get_or_insert_with(|| supply::files(&certificates(folder.as_deref()), today()));
        files.iter().find(|file| file.name == name).map(|file| file.bytes.clone())
    }
}

fn today() -> &'static str {
    date_of("ccadb").unwrap_or_default()
}

fn certificates(folder: Option<&Path>) -> Vec<Certificate> {
    let mut certificates: Vec<_> = TLS_SERVER_ROOT_CERTS.iter().filter_map(|der| x509::parse(der).ok()).collect();
    for file in ["roots.pem", "intermediates.pem"] {
        let Some(bytes) = folder.and_then(|folder| fs::read(folder.join(file)).ok()) else { continue };
        certificates.extend(read::read(&[Source { name: String::new(), bytes }]).certificates);
    }
    certificates
}
