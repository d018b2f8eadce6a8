//! `revoked.tsv`: CA certificates that Mozilla revoked (OneCRL), by a hash of what names them.

use super::{
    Outcome,
    roots::{hex, rows},
};
use base64::{Engine, engine::general_purpose::STANDARD};
use certloupe::engine::trust::revoked_id;
use std::{collections::BTreeSet, path::Path};

/// Makes the table.
pub fn table(from: &Path) -> Outcome<String> {
    let mut ids = BTreeSet::new();
    for row in rows(&from.join("onecrl.csv"))? {
        let name = STANDARD.decode(&row["issuer_or_subject_der_b64"])?;
        let other = bytes(&row["serial_hex_or_spki_sha256_hex"])?;
        let by_key = match row["kind"].as_str() {
            "subject+spki" => true,
            "issuer+serial" => false,
            kind => return Err(format!("OneCRL has a new kind of row: {kind}").into()),
        };
        ids.insert(hex(&revoked_id(by_key, &name, &other)));
    }
    Ok(ids.into_iter().map(|id| id + "\n").collect())
}

fn bytes(text: &str) -> Outcome<Vec<u8>> {
    let text = if text.len() % 2 == 1 { format!("0{text}") } else { text.to_owned() };
    let pairs = text.as_bytes().chunks(2);
    pairs.map(|pair| Ok(u8::from_str_radix(std::str::from_utf8(pair)?, 16)?)).collect()
}
