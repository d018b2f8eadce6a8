//! The known roots in brief: enough to say of a certificate that no known root can stand above it.

#![allow(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "the compiler runs what indexes and adds here, and stops where that goes wrong"
)]

use crate::engine::x509::Certificate;
use sha2::{Digest, Sha256};

/// Bytes that are kept of the hash of a name, and of a key id. One of fifty thousand other names is taken for a known
/// root's, and then there is less to say; that its key id fits, too, is as good as certain.
const NAME: usize = 3;
const KEY: usize = 2;

/// The columns of the table that hold them, and how its bytes are written.
const SUBJECT: usize = 2;
const KEY_ID: usize = 3;

static TABLE: &[u8] = include_bytes!("../../../data/trust/roots.tsv");

/// The table in brief: the beginnings of subject and key id of each line. Made while this is compiled, so that the whole
/// table is not linked for it.
static ROOTS: [([u8; NAME], [u8; KEY]); count(TABLE)] = brief(TABLE);

/// Whether a known root may have issued a certificate, by its name and, where the certificate tells, its key id. Never
/// false where the whole table says so.
pub fn may_stand_above(certificate: &Certificate) -> bool {
    let wanted = certificate.authority_key_identifier();
    let is_asked = |key_id: &[u8; KEY]| wanted.is_none_or(|wanted| wanted.starts_with(key_id));
    named(&certificate.issuer.raw).any(is_asked)
}

/// Whether a known root may have this name, given as DER.
pub fn may_be_root_name(name: &[u8]) -> bool {
    named(name).next().is_some()
}

/// The key ids of the known roots of a name.
fn named(name: &[u8]) -> impl Iterator<Item = &'static [u8; KEY]> + use<> {
    let hash = Sha256::digest(name);
    ROOTS.iter().filter(move |(subject, _)| hash.starts_with(subject)).map(|(_, key_id)| key_id)
}

/// How many lines hold a root.
const fn count(table: &[u8]) -> usize {
    let (mut at, mut lines) = (0, 0);
    while at < table.len() {
        lines += (table[at] != b'#') as usize;
        at = line_end(table, at) + 1;
    }
    lines
}

const fn brief<const ROWS: usize>(table: &[u8]) -> [([u8; NAME], [u8; KEY]); ROWS] {
    let mut rows = [([0; NAME], [0; KEY]); ROWS];
    let (mut at, mut row) = (0, 0);
    while at < table.len() {
        if table[at] != b'#' {
            rows[row] = (bytes(table, column(table, at, SUBJECT)), bytes(table, column(table, at, KEY_ID)));
            row += 1;
        }
        at = line_end(table, at) + 1;
    }
    rows
}

const fn line_end(table: &[u8], mut at: usize) -> usize {
    while at < table.len() && table[at] != b'\n' {
        at += 1;
    }
    at
}

/// Where a column of the line at `at` begins.
const fn column(table: &[u8], mut at: usize, mut columns: usize) -> usize {
    while columns > 0 {
        columns -= (table[at] == b'\t') as usize;
        at += 1;
    }
    at
}

/// The first bytes that hexadecimal digits stand for.
const fn bytes<const LENGTH: usize>(table: &[u8], at: usize) -> [u8; LENGTH] {
    let mut bytes = [0; LENGTH];
    let mut place = 0;
    while place < LENGTH {
        bytes[place] = digit(table[at + 2 * place]) << 4 | digit(table[at + 2 * place + 1]);
        place += 1;
    }
    bytes
}

const fn digit(digit: u8) -> u8 {
    match digit {
        b'0'..=b'9' => digit - b'0',
        _ => digit - b'a' + 10,
    }
}
