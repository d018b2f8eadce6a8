//! Key material stands in the files that are for it, and nowhere else.

use crate::material::{KEYS, PASSWORD, chain, convert};
use crate::support::mint::Key;
use base64::{Engine, engine::general_purpose::STANDARD};
use certloupe::report::{FileFormat, wire::File};

/// The secret number of a key.
fn secret(key: Key) -> Vec<u8> {
    match key {
        Key::P256(seed) | Key::Ed25519(seed) => vec![seed; 32],
        Key::P384(seed) => vec![seed; 48],
        Key::P521(seed) => key
            .pkcs8()
            .windows(60)
            .find(|window| window.iter().all(|octet| *octet == seed))
            .map_or_else(|| key.pkcs8()[35..95].to_vec(), <[u8]>::to_vec),
        // Behind modulus and public exponent: private exponent and primes.
        _ => key.pkcs8()[320..1100].to_vec(),
    }
}

/// Whether 12 octets of the secret in a row stand in a file: as they are, in hexadecimal, or in base64 at any of its
/// three phases.
fn leaks(file: &File, secret: &[u8]) -> bool {
    let text: Vec<u8> =
        file.bytes.iter().copied().filter(|octet| !octet.is_ascii_whitespace() && *octet != b':').collect();
    let has = |part: &[u8]| {
        text.windows(part.len()).any(|window| window == part)
            || file.bytes.windows(part.len()).any(|window| window == part)
    };
    secret.chunks_exact(12).take(8).any(|part| {
        let hex: String = part.iter().map(|octet| format!("{octet:02x}")).collect();
        let encoded = (0..3).map(|phase| STANDARD.encode(&part[phase..phase + 9]));
        has(part)
            || has(hex.as_bytes())
            || has(hex.to_uppercase().as_bytes())
            || encoded.into_iter().any(|text| has(text.as_bytes()))
    })
}

#[test]
fn only_files_for_a_key_hold_one() {
    let (mut clean, mut holding) = (0, 0);
    for (name, key) in KEYS {
        let (analysis, secret) = (chain(key).analysis(), secret(key));
        for &format in FileFormat::ALL {
            for password in [None, Some(PASSWORD)] {
                let Ok(files) = convert(&analysis, format, password) else { continue };
                let open = files.iter().any(|file| leaks(file, &secret));
                let wanted = (format.needs_key() || format == FileFormat::Zip) && password.is_none();
                // A Secret's base64 of base64 hides it from this search; `places.rs` opens it.
                let hidden = format == FileFormat::KubernetesSecret;
                assert_eq!(open, wanted && !hidden, "{name} {format:?} with {password:?}");
                if open {
                    holding += 1
                } else {
                    clean += 1
                }
                assert!(
                    !files.iter().any(|file| contains(&file.bytes, PASSWORD.as_bytes())),
                    "{format:?}: the password"
                );
            }
        }
    }
    println!("{clean} files without key material, {holding} with");
    assert!(clean > 100 && holding > 20);
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}
