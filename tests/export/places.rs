//! Where files are pasted or uploaded, and the archive of everything.

use crate::material::{Chain, KEYS, PASSWORD, chain, convert, must, saved, written};
use crate::support::mint::{Key, bundle};
use crate::support::openssl::openssl_must;
use base64::{Engine, engine::general_purpose::STANDARD};
use certloupe::report::{FileFormat, wire::File};
use std::{fs, os::unix::fs::PermissionsExt, path::Path};

const CONSOLES: [FileFormat; 4] = [FileFormat::Aws, FileFormat::Tencent, FileFormat::Alibaba, FileFormat::Huawei];

/// What every form insists on: LF, 64 columns, no blank line, no byte order mark, no text around the blocks.
fn assert_plain(file: &File) {
    let text = std::str::from_utf8(&file.bytes).unwrap();
    assert!(text.starts_with("-----BEGIN ") && text.ends_with("-----\n"), "{}: {text}", file.name);
    assert!(text.lines().all(|line| (1..=64).contains(&line.len())) && !text.contains('\r'), "{}: {text}", file.name);
}

fn key_of(file: &File) -> Vec<u8> {
    openssl_must(&["pkey", "-pubout", "-outform", "DER"], &file.bytes)
}

#[test]
fn upload_forms_get_a_file_a_field() {
    for (name, key) in KEYS.into_iter().filter(|(_, key)| !matches!(key, Key::Ed25519(_))) {
        let chain = chain(key);
        for format in CONSOLES {
            let files = convert(&chain.analysis(), format, None).unwrap();
            files.iter().for_each(assert_plain);
            let text = |index: usize| std::str::from_utf8(&files[index].bytes).unwrap();
            assert_eq!(key_of(&files[1]), key.spki(), "{name} {format:?}");
            if format == FileFormat::Aws {
                assert_eq!([text(0), text(2)], [bundle(&[&chain.leaf]), bundle(&[&chain.intermediate])], "{name}");
                assert!(text(1).starts_with("-----BEGIN PRIVATE KEY-----"), "{name}");
            } else {
                let label = if matches!(key, Key::Rsa2048(_)) { "RSA" } else { "EC" };
                assert_eq!(text(0), bundle(&chain.served()), "{name} {format:?}");
                assert!(text(1).starts_with(&format!("-----BEGIN {label} PRIVATE KEY-----")), "{name} {format:?}");
            }
        }
    }
}

#[test]
fn a_kubernetes_secret_holds_chain_and_key() {
    for (name, key) in KEYS {
        let chain = chain(key);
        let yaml = String::from_utf8(written(&chain.analysis(), FileFormat::KubernetesSecret, None)).unwrap();
        let field = |field: &str| {
            let line = yaml.lines().find_map(|line| line.strip_prefix(&format!("  {field}: "))).unwrap();
            STANDARD.decode(line).unwrap()
        };
        assert!(yaml.starts_with("apiVersion: v1\nkind: Secret\nmetadata:\n  name: shop-example-tls\n"), "{yaml}");
        assert_eq!(yaml.lines().count(), 8, "{yaml}");
        assert_eq!(field("tls.crt"), bundle(&chain.served()).into_bytes(), "{name}");
        assert_eq!(openssl_must(&["pkey", "-pubout", "-outform", "DER"], &field("tls.key")), key.spki(), "{name}");
    }
}

/// The files of an archive, unpacked by `unzip`, with their rights.
fn unpacked(name: &str, chain: &Chain, password: Option<&str>) -> Vec<(String, Vec<u8>, u32)> {
    let archive = saved("zip", &format!("{name}.zip"), &written(&chain.analysis(), FileFormat::Zip, password));
    assert!(must("unzip", &["-t", &archive]).contains("No errors detected"), "{name}");
    let folder = archive.replace(".zip", "");
    fs::remove_dir_all(&folder).ok();
    must("unzip", &["-q", &archive, "-d", &folder]);
    let mut files: Vec<_> = fs::read_dir(Path::new(&folder))
        .unwrap()
        .map(|entry| {
            let entry = entry.unwrap();
            let rights = entry.metadata().unwrap().permissions().mode() & 0o777;
            (entry.file_name().into_string().unwrap(), fs::read(entry.path()).unwrap(), rights)
        })
        .collect();
    files.sort();
    files
}

#[test]
fn the_archive_holds_what_can_be_made() {
    let open = unpacked("open", &chain(Key::Rsa2048(1)), None);
    let names = |files: &[(String, Vec<u8>, u32)]| files.iter().map(|(name, ..)| name.clone()).collect::<Vec<_>>();
    let always = [
        "README.txt",
        "cert.der",
        "cert.pem",
        "certificate.txt",
        "chain.p7b",
        "chain.pem",
        "chain.pem.p7b",
        "fullchain.pem",
        "report.html",
        "report.json",
        "spki-pin.txt",
        "tlsa.txt",
    ];
    let with = |more: &[&str]| {
        let mut all: Vec<_> = always.iter().chain(more).map(|name| (*name).to_owned()).collect();
        all.sort();
        all
    };
    assert_eq!(
        names(&open),
        with(&[
            "alibaba-certificate.pem",
            "alibaba-private.key",
            "aws-certificate-chain.pem",
            "aws-certificate.pem",
            "aws-private-key.pem",
            "huawei-certificate.pem",
            "huawei-private.key",
            "privkey.der",
            "privkey.pem",
            "privkey.rsa.pem",
            "tencent-certificate.pem",
            "tencent-private.key",
            "tls-secret.yaml",
        ])
    );
    let locked = unpacked("locked", &chain(Key::Rsa2048(1)), Some(PASSWORD));
    assert_eq!(names(&locked), with(&["certificate.pfx", "keystore.jks", "privkey.der", "privkey.pem"]));
    for (name, bytes, rights) in open.iter().chain(&locked) {
        let private = name.contains("private") || name.contains("privkey") || name.contains("secret");
        assert!(!private || *rights == 0o600, "{name}: {rights:o}");
        assert!(!bytes.is_empty(), "{name}");
    }
    for (name, bytes, _) in &locked {
        assert!(!String::from_utf8_lossy(bytes).contains("BEGIN PRIVATE KEY"), "{name} is open");
    }
}

#[test]
fn the_archive_says_what_is_in_it() {
    let files = unpacked("note", &chain(Key::P256(7)), Some(PASSWORD));
    let note = files.iter().find(|(name, ..)| name == "README.txt").unwrap();
    let note = std::str::from_utf8(&note.1).unwrap();
    for (name, ..) in files.iter().filter(|(name, ..)| name != "README.txt") {
        assert_eq!(note.matches(&format!("\n{name} ")).count(), 2, "{name} in both languages: {note}");
    }
    assert!(note.contains("Files for shop.example") && note.contains("shop.example 的证书文件"), "{note}");
    assert!(!note.contains('{') && !note.contains(PASSWORD), "{note}");
}

#[test]
fn without_a_key_the_archive_has_certificates_only() {
    let chain = chain(Key::P256(7));
    let archive = written(&chain.without_key(), FileFormat::Zip, None);
    let path = saved("zip", "no-key.zip", &archive);
    let listed = must("unzip", &["-Z1", &path]);
    assert!(listed.contains("fullchain.pem") && !listed.contains("key"), "{listed}");
}

#[test]
fn the_types_of_the_javascript_package_name_every_format() {
    let types = include_str!("../../src/api/types.d.ts");
    let (_, union) = types.split_once("export type FileFormat =").unwrap();
    let named: Vec<_> = union.split(';').next().unwrap().split('"').skip(1).step_by(2).collect();
    assert_eq!(named, FileFormat::ALL.iter().map(|format| format.id()).collect::<Vec<_>>());
}
