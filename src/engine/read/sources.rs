//! Source by source: what each of them is asked.

use super::super::budget::LIMITS;
use super::collector::{Collector, Place};
use super::text::Text;
use super::{
    LooksLike, Material, ProblemKind, Sloppiness, anchors, claims, configuration, format, other, salvage, symptoms,
    unmarked,
};
use crate::report::{InputKind, Options, Progress, Source, Timestamp};

/// Reads every source, without a password. Nothing is lost: what can not be read becomes a [`super::Problem`] beside what can.
pub fn read(sources: &[Source]) -> Material {
    read_with(sources, &Options::at(Timestamp::from_unix(0)), &mut |_| ())
}

/// The same by the options' passwords, folder and server, with their roots; `watch` hears how far long work has come.
pub fn read_with(sources: &[Source], options: &Options, watch: &mut dyn FnMut(Progress)) -> Material {
    let mut collector = Collector::new(options, watch);
    #[cfg(feature = "full")]
    collector.take_password_files(sources);
    // Which files of a folder count is the full engine's to say.
    #[cfg(not(feature = "full"))]
    if sources.iter().any(|source| source.name.contains('/')) {
        collector.needs_full();
    }
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
    let mut material = collector.finish();
    anchors::add(&mut material, sources.len(), options);
    material
}

/// Reads one file: a source, or what lay in one.
pub(super) fn read_source(collector: &mut Collector<'_>, bytes: &[u8]) {
    #[cfg(feature = "full")]
    if collector.is_password_file() {
        return;
    }
    if format::read_binary(collector, bytes) || unmarked::read_tar(collector, bytes) {
        return;
    }
    let before = collector.count();
    let text = Text::new(bytes);
    collector.expect(text.bytes());
    collector.settings(text.bytes());
    salvage::read(collector, text.bytes());
    if collector.count() == before {
        return name_it(collector, bytes, text.bytes());
    }
    for (is, what) in [(text.byte_order_mark, Sloppiness::ByteOrderMark), (text.utf16, Sloppiness::Utf16)] {
        if is {
            collector.sloppy(what, 1);
        }
    }
}

/// Says what a source is that holds nothing of use.
fn name_it(collector: &mut Collector<'_>, bytes: &[u8], text: &[u8]) {
    if unmarked::read_zip(collector, bytes) {
        return;
    }
    let looks_like = other::looks_like(bytes);
    // Pages about errors and printed certificates speak of much that did not happen.
    let is_prose = matches!(looks_like, LooksLike::Text | LooksLike::Json);
    let mut tells = false;
    if is_prose {
        let before = collector.count();
        symptoms::read(collector, text, 1);
        tells = claims::read(collector, text, 1);
        if collector.count() != before {
            return;
        }
    }
    if is_prose || text.starts_with(b"<?xml") {
        let files = configuration::files_named(text);
        if !files.is_empty() {
            let place = Place::default();
            return collector.unreadable(InputKind::Unknown, place, place, ProblemKind::Configuration { files });
        }
    }
    if tells {
        collector.input(InputKind::Article, Place { line: Some(1), offset: None });
        return;
    }
    format::unreadable(collector, Place::default(), looks_like);
}

/// `cargo test --no-default-features --features engine --lib`: the base engine knows what it can not do.
#[cfg(all(test, not(feature = "full")))]
mod tests {
    use super::super::super::x509::der::encode;
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
        let post_quantum = include_bytes!("../../../tests/signatures/ml-dsa-44.pem");
        assert!(needs_full(post_quantum.to_vec()), "a certificate signed with ML-DSA");
        assert!(!needs_full(private_key(&[0x2b, 0x65, 0x70], &[7; 32])), "an Ed25519 key");
    }

    #[test]
    fn public_keys_do_not() {
        let key = encode(0x30, &[&encode(0x30, &[&[6, 3, 0x2b, 0x65, 0x70]]), &encode(0x03, &[&[0], &[7; 32]])]);
        let material = read(&[Source { name: String::new(), bytes: key }]);
        assert_eq!((material.public_keys.len(), material.needs_full), (1, false));
    }
}
