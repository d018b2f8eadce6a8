//! What is packed into containers, and what was read out of them.

use super::support::openssl::{folder, openssl_must};
use certloupe::engine::keys;
use certloupe::engine::read::{Material, ProblemKind, read_with};
use certloupe::report::{InputKind, Options, Password, Source, Timestamp};
use std::path::PathBuf;

pub const OLD: [&str; 4] = ["-provider", "legacy", "-provider", "default"];

pub fn read_all(files: &[(&str, &[u8])], passwords: &[&str]) -> Material {
    let sources: Vec<Source> =
        files.iter().map(|(name, bytes)| Source { name: (*name).to_owned(), bytes: bytes.to_vec() }).collect();
    let mut options = Options::at(Timestamp::from_unix(0));
    options.passwords = passwords.iter().map(|password| Password::new(*password)).collect();
    read_with(&sources, &options, &mut |_| ())
}

pub fn read_one(name: &str, bytes: &[u8], passwords: &[&str]) -> Material {
    read_all(&[(name, bytes)], passwords)
}

pub fn kinds(material: &Material) -> Vec<InputKind> {
    material.inputs.iter().map(|input| input.kind).collect()
}

pub fn problems(material: &Material) -> Vec<&ProblemKind> {
    material.problems.iter().map(|problem| &problem.kind).collect()
}

pub fn is_locked(material: &Material, kind: InputKind, typed: usize) -> bool {
    problems(material) == [&ProblemKind::Locked { kind, typed, files: 0 }]
}

/// A fresh CA, its certificate, and a fresh server key and certificate, as files.
pub struct Site {
    pub key: String,
    pub certificate: String,
    pub ca: String,
    pub folder: PathBuf,
}

impl Site {
    pub fn fresh(name: &str, algorithm: &[&str]) -> Self {
        let folder = folder(name);
        let path = |file: &str| folder.join(file).display().to_string();
        let site = Self {
            key: path("server.key"),
            certificate: path("server.crt"),
            ca: path("ca.crt"),
            folder: folder.clone(),
        };
        let (ca_key, request) = (path("ca.key"), path("server.csr"));
        let ec = ["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256"];
        openssl_must(&[&["genpkey", "-out", &ca_key][..], &ec].concat(), b"");
        openssl_must(&["req", "-x509", "-key", &ca_key, "-subj", "/CN=Test CA", "-out", &site.ca], b"");
        openssl_must(&[&["genpkey", "-out", &site.key], algorithm].concat(), b"");
        openssl_must(&["req", "-new", "-key", &site.key, "-subj", "/CN=a.example", "-out", &request], b"");
        let sign = ["x509", "-req", "-in", &request, "-CA", &site.ca, "-CAkey", &ca_key, "-out", &site.certificate];
        openssl_must(&[&sign[..], &["-set_serial", "7"]].concat(), b"");
        site
    }

    pub fn ec(name: &str) -> Self {
        Self::fresh(name, &["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256"])
    }

    pub fn path(&self, file: &str) -> String {
        self.folder.join(file).display().to_string()
    }

    /// `openssl pkcs12 -export` with these options.
    pub fn pfx(&self, password: &str, options: &[&str]) -> Vec<u8> {
        let pass = format!("pass:{password}");
        let export = ["pkcs12", "-export", "-inkey", &self.key, "-in", &self.certificate, "-passout", &pass];
        openssl_must(&[&export[..], &["-certfile", &self.ca], &OLD, options].concat(), b"")
    }

    pub fn public_key(&self) -> Vec<u8> {
        openssl_must(&["pkey", "-in", &self.key, "-pubout", "-outform", "DER"], b"")
    }

    /// Everything of the site was read: both certificates, and the key that belongs to the first.
    pub fn assert_read(&self, form: &str, material: &Material) {
        assert_eq!(problems(material), Vec::<&ProblemKind>::new(), "{form}");
        assert_eq!((material.certificates.len(), material.keys.len()), (2, 1), "{form}");
        assert_eq!(material.keys[0].public_key.as_ref(), Some(&self.public_key()), "{form}");
        assert!(material.keys[0].plain().is_some(), "{form}");
        let owner = keys::summaries(material)[0].matches.clone();
        assert_eq!(owner.len(), 1, "{form}");
        assert_eq!(material.certificates[owner[0]].label(), "a.example", "{form}");
    }
}

/// Writes open lengths and octet strings in pieces, as Windows and NSS do: a DER file changed to BER.
pub fn to_ber(der: &[u8], left: usize) -> Vec<u8> {
    let mut out = Vec::new();
    let mut rest = der;
    while !rest.is_empty() {
        let (after, header) =
            <x509_parser::asn1_rs::Header as x509_parser::asn1_rs::FromDer<_>>::from_der(rest).unwrap();
        let length = header.length().definite().unwrap();
        let (content, behind) = after.split_at(length);
        let raw = &rest[..rest.len() - behind.len()];
        match raw[0] {
            0x30 | 0xa0 | 0x31 if left > 0 => {
                out.extend([raw[0], 0x80]);
                out.extend(to_ber(content, left - 1));
                out.extend([0, 0]);
            }
            0x04 if left > 0 && content.len() > 100 => {
                out.extend([0x24, 0x80]);
                content.chunks(100).for_each(|piece| out.extend(super::support::der::octets(piece)));
                out.extend([0, 0]);
            }
            0x80 if left > 0 => {
                out.extend([0xa0, 0x80]);
                content.chunks(100).for_each(|piece| out.extend(super::support::der::octets(piece)));
                out.extend([0, 0]);
            }
            _ => out.extend(raw),
        }
        rest = behind;
    }
    out
}
