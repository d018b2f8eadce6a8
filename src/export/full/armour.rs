//! Keys as PEM. The crate `pem` keeps copies that it does not wipe; these lines are the whole of RFC 7468 §2 for
//! writing: 64 columns, LF, one line break at the end.

use crate::report::wire::File;
use base64::{Engine, engine::general_purpose::STANDARD};
use zeroize::Zeroizing;

/// Characters in a line.
const COLUMNS: usize = 64;

/// A block that holds a key, wiped when dropped.
pub(super) fn armoured(label: &str, der: &[u8]) -> Zeroizing<String> {
    let encoded = Zeroizing::new(STANDARD.encode(der));
    let (begin, end) = (format!("-----BEGIN {label}-----\n"), format!("-----END {label}-----\n"));
    // Reserved at once: a text that grows leaves copies behind.
    let lines = encoded.len().div_ceil(COLUMNS);
    let length = [begin.len(), encoded.len(), lines, end.len()].into_iter().fold(0, usize::saturating_add);
    let mut text = Zeroizing::new(String::with_capacity(length));
    text.push_str(&begin);
    for (position, character) in encoded.chars().enumerate() {
        if position > 0 && position % COLUMNS == 0 {
            text.push('\n');
        }
        text.push(character);
    }
    text.push('\n');
    text.push_str(&end);
    text
}

/// A key in a file: from here on it is the user's.
pub(super) fn key_file(name: &str, mut text: Zeroizing<String>) -> File {
    File { name: name.to_owned(), bytes: std::mem::take(&mut *text).into_bytes() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::pem::block;

    #[test]
    fn blocks_are_those_of_the_crate() {
        for length in [1, 47, 48, 49, 96, 1_000] {
            let der = vec![7; length];
            let text = armoured("PRIVATE KEY", &der);
            assert_eq!(*text, block("PRIVATE KEY", &der), "{length}");
            assert_eq!(text.len(), text.capacity(), "{length}: nothing grew");
        }
    }
}
