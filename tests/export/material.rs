//! What is exported, and the programs that judge it.

use crate::support::{
    case_file::NOW,
    keys::Counter,
    mint::{Cert, Key, Minted, bundle},
    openssl::folder,
};
use certloupe::{
    engine::{Analysis, inspect},
    export,
    report::{FileFormat, Finding, Options, Password, Source, wire::ConvertOptions, wire::File},
};
use std::{fs, path::PathBuf, process::Command};

/// Every kind of key that the mint can make, by name.
pub const KEYS: [(&str, Key); 5] = [
    ("rsa", Key::Rsa2048(1)),
    ("p256", Key::P256(7)),
    ("p384", Key::P384(7)),
    ("p521", Key::P521(7)),
    ("ed25519", Key::Ed25519(7)),
];

pub const PASSWORD: &str = "correct horse";
pub const NAMES: [&str; 4] = ["shop.example", "*.shop.example", "xn--fsqu00a.example", "192.0.2.7"];

/// A server certificate with its intermediate and root.
pub struct Chain {
    pub leaf: Minted,
    pub intermediate: Minted,
    pub root: Minted,
}

pub fn chain(key: Key) -> Chain {
    let root = Cert::ca("Test Root").self_signed();
    let intermediate = Cert::ca("Test Intermediate").key(Key::P256(2)).issued_by(&root);
    let leaf = Cert::server(&NAMES).key(key).issued_by(&intermediate);
    Chain { leaf, intermediate, root }
}

impl Chain {
    /// The chain upside down with its key: what is written must be in order all the same.
    pub fn analysis(&self) -> Analysis {
        self.with_key(self.leaf.key_pem().as_bytes())
    }

    /// The same with the key in another form.
    pub fn with_key(&self, key: &[u8]) -> Analysis {
        let certificates = bundle(&[&self.root, &self.intermediate, &self.leaf]);
        analysis(&[("bundle.pem", certificates.as_bytes()), ("server.key", key)])
    }

    pub fn without_key(&self) -> Analysis {
        analysis(&[("bundle.pem", bundle(&[&self.root, &self.intermediate, &self.leaf]).as_bytes())])
    }

    /// The certificates in the order to serve them.
    pub fn served(&self) -> [&Minted; 2] {
        [&self.leaf, &self.intermediate]
    }
}

pub fn analysis(files: &[(&str, &[u8])]) -> Analysis {
    let source = |&(name, bytes): &(&str, &[u8])| Source { name: name.to_owned(), bytes: bytes.to_vec() };
    inspect(&files.iter().map(source).collect::<Vec<_>>(), &Options::at(NOW)).1
}

pub fn convert(analysis: &Analysis, format: FileFormat, password: Option<&str>) -> Result<Vec<File>, Vec<Finding>> {
    let options = ConvertOptions { password: password.map(Password::new), ..ConvertOptions::to(format) };
    export::convert(analysis, &options, &mut Counter(1))
}

/// The first file of a format that can be written.
pub fn written(analysis: &Analysis, format: FileFormat, password: Option<&str>) -> Vec<u8> {
    let files = convert(analysis, format, password).unwrap_or_else(|refused| panic!("{format:?}: {refused:?}"));
    assert_eq!(files[0].name, format.file_name());
    files.into_iter().next().unwrap().bytes
}

/// A file in a folder of this test's own.
pub fn saved(test: &str, name: &str, bytes: &[u8]) -> String {
    let path: PathBuf = folder(&format!("export-{test}")).join(name);
    fs::write(&path, bytes).unwrap();
    path.to_str().unwrap().to_owned()
}

/// Runs a program that must succeed; what it says on both channels.
pub fn must(program: &str, arguments: &[&str]) -> String {
    let run = Command::new(program).args(arguments).env("LC_ALL", "C.UTF-8").output();
    let run = run.unwrap_or_else(|error| panic!("{program} is installed: {error}"));
    let said = String::from_utf8_lossy(&run.stdout).into_owned() + &String::from_utf8_lossy(&run.stderr);
    assert!(run.status.success(), "{program} {arguments:?}: {said}");
    said
}

/// Lines that Python says to a script with these arguments.
pub fn python(script: &str, arguments: &[&str]) -> Vec<String> {
    must("python3", &[&["-c", script], arguments].concat()).lines().map(str::to_owned).collect()
}
