//! What we write is read by ourselves: whatever came out, the same chain and the same key are made of it again.

use crate::material::{KEYS, NAMES, PASSWORD, chain, convert, written};
use crate::support::case_file::NOW;
use certloupe::{
    engine::{Analysis, inspect},
    report::{FileFormat, Options, Password, PasswordUse, Source, wire::File},
};

/// Reads files with a password that opens them, if one must.
fn read(files: Vec<File>, password: Option<&str>) -> Analysis {
    let sources: Vec<_> = files.into_iter().map(|File { name, bytes }| Source { name, bytes }).collect();
    let options = Options { passwords: password.map(Password::new).into_iter().collect(), ..Options::at(NOW) };
    inspect(&sources, &options).1
}

/// What a format brings back: certificates, of them all that are served, and the key.
fn brings(format: FileFormat) -> (bool, bool) {
    match format {
        FileFormat::Pkcs8 | FileFormat::Pkcs8Der | FileFormat::Pkcs8Scrypt | FileFormat::Pkcs1 | FileFormat::Sec1 => {
            (false, true)
        }
        FileFormat::Zip => (true, true),
        // Base64 in base64 in YAML: `places.rs` opens it.
        FileFormat::KubernetesSecret => (false, false),
        FileFormat::Pem | FileFormat::P7b | FileFormat::P7bPem => (true, false),
        _ => (format.needs_key(), format.needs_key()),
    }
}

#[test]
fn everything_comes_back() {
    let mut ways = 0;
    for (name, key) in KEYS {
        let chain = chain(key);
        let analysis = chain.analysis();
        let (fullchain, pkcs8) =
            (written(&analysis, FileFormat::Pem, None), written(&analysis, FileFormat::Pkcs8, None));
        for &format in FileFormat::ALL {
            let (has_chain, has_key) = brings(format);
            // What a password locks is PKCS#8, whatever the key: two kinds show it, and deriving takes its time.
            let passwords = if ["rsa", "ed25519"].contains(&name) { &[None, Some(PASSWORD)][..] } else { &[None] };
            for &password in passwords {
                if !(has_chain || has_key) || password.is_none() && format.password() == PasswordUse::Required {
                    continue;
                }
                let Ok(mut files) = convert(&analysis, format, password) else { continue };
                if !has_chain {
                    files.extend(convert(&analysis, FileFormat::Pem, None).unwrap());
                }
                let again = read(files, password);
                let what = format!("{name} {format:?} with {password:?}");
                assert_eq!(
                    again.leaf().map(|(_, leaf)| leaf.host_names()),
                    Some(NAMES.map(str::to_owned).to_vec()),
                    "{what}"
                );
                assert!(written(&again, FileFormat::Pem, None) == fullchain, "{what}: another chain");
                if has_key {
                    assert!(written(&again, FileFormat::Pkcs8, None) == pkcs8, "{what}: another key");
                }
                ways += 1;
            }
        }
    }
    println!("{ways} ways there and back");
    assert!(ways > 60, "only {ways}");
}

/// Locked files stay locked for whoever has another password.
#[test]
fn another_password_opens_nothing() {
    let analysis = chain(KEYS[1].1).analysis();
    for format in [FileFormat::Pkcs8, FileFormat::Pkcs8Scrypt, FileFormat::Pfx, FileFormat::PfxLegacy, FileFormat::Jks]
    {
        let again = read(convert(&analysis, format, Some(PASSWORD)).unwrap(), Some("another one"));
        assert!(again.material.keys.iter().all(|key| key.plain().is_none()), "{format:?}");
    }
}
