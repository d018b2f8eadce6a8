//! What is this input? One file per format, one table that lists them; judgement happens elsewhere.
//!
//! A source is asked three questions: is it a binary structure (`format`); does it hold PEM
//! (`pem`); is it base64 without its BEGIN (`bare`). What is none of these gets a name (`other`).

mod bare;
mod base64;
mod body;
mod collector;
mod format;
mod formats;
#[cfg(feature = "full")]
mod full;
mod marker;
mod material;
mod other;
#[cfg(feature = "full")]
mod passwords;
mod pem;
mod shape;
mod text;

#[cfg(feature = "full")]
pub use material::Revocation;
pub use material::{
    Given, KeyKind, KeyMaterial, LooksLike, Material, PrivateKey, Problem, ProblemKind, PublicKeyGiven, Sloppiness,
};

use super::budget::LIMITS;
use crate::report::{Options, Progress, Source, Timestamp};
use collector::{Collector, Place};

/// Reads every source, without a password. Nothing is lost: what can not be read becomes a [`Problem`] beside what can.
pub fn read(sources: &[Source]) -> Material {
    read_with(sources, &Options::at(Timestamp::from_unix(0)), &mut |_| ())
}

/// The same by the options' passwords, folder and server; `watch` hears how far long work has come.
pub fn read_with(sources: &[Source], options: &Options, watch: &mut dyn FnMut(Progress)) -> Material {
    let mut collector = Collector::new(options, watch);
    #[cfg(feature = "full")]
    collector.take_password_files(sources);
    let mut left = LIMITS.input_bytes;
    for (index, source) in sources.iter().enumerate() {
        collector.turn_to(index, &source.name);
        let allowed = source.bytes.get(..left).unwrap_or(&source.bytes);
        read_source(&mut collector, allowed);
        if collector.is_stopped() {
            break;
        }
        if allowed.len() < source.bytes.len() {
            collector.stop("bytes", LIMITS.input_bytes);
            break;
        }
        left = left.saturating_sub(allowed.len());
    }
    collector.finish()
}

/// Reads one file: a source, or what lay in one.
fn read_source(collector: &mut Collector<'_>, bytes: &[u8]) {
    #[cfg(feature = "full")]
    if collector.is_password_file() {
        return;
    }
    if format::read_binary(collector, bytes) {
        return;
    }
    let before = collector.count();
    let text = text::Text::new(bytes);
    if !pem::read(collector, text.bytes()) {
        bare::read(collector, text.bytes(), 1);
    }
    if collector.count() == before {
        return format::unreadable(collector, Place::default(), other::looks_like(bytes));
    }
    for (is, what) in [(text.byte_order_mark, Sloppiness::ByteOrderMark), (text.utf16, Sloppiness::Utf16)] {
        if is {
            collector.sloppy(what, 1);
        }
    }
}

/// `cargo test --no-default-features --features engine --lib`: the base engine knows what it can not do.
#[cfg(all(test, not(feature = "full")))]
mod tests {
    use super::super::x509::der::encode;
    use super::*;

    fn needs_full(bytes: Vec<u8>) -> bool {
        read(&[Source { name: String::new(), bytes }]).needs_full
    }

    fn private_key(oid: &[u8], key: &[u8]) -> Vec<u8> {
        let algorithm = encode(0x30, &[&encode(0x06, &[oid])]);
        encode(0x30, &[&[2, 1, 0], &algorithm, &encode(0x04, &[&encode(0x04, &[key])])])
    }

    #[test]
    fn rare_things_ask_for_the_full_engine() {
        let info = encode(0x30, &[&[2, 1, 0], &[0x30, 0], &[0x30, 0], &[0xa0, 0]]);
        assert!(needs_full(encode(0x30, &[&info])), "a request");
        assert!(needs_full(encode(0x30, &[&[0x0a, 1, 3]])), "an OCSP response");
        assert!(needs_full(private_key(&[0x2b, 0x65, 0x71], &[7; 57])), "an Ed448 key");
        assert!(!needs_full(private_key(&[0x2b, 0x65, 0x70], &[7; 32])), "an Ed25519 key");
    }

    #[test]
    fn public_keys_do_not() {
        let key = encode(0x30, &[&encode(0x30, &[&[6, 3, 0x2b, 0x65, 0x70]]), &encode(0x03, &[&[0], &[7; 32]])]);
        let material = read(&[Source { name: String::new(), bytes: key }]);
        assert_eq!((material.public_keys.len(), material.needs_full), (1, false));
    }
}
