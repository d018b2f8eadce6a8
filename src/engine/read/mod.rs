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
    Damage, Given, KeyKind, KeyMaterial, LooksLike, Material, PrivateKey, Problem, ProblemKind, PublicKeyGiven,
    Sloppiness,
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
