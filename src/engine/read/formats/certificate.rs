//! X.509 certificates (RFC 5280), with or without the trust settings that OpenSSL appends (`TRUSTED CERTIFICATE`).

use super::super::super::x509::{ParseError, der::tag};
use super::super::collector::Collector;
use super::super::format::{Block, Format, left_over};
use super::super::material::ProblemKind;
use super::super::shape::{Shape, starts_with};
use crate::report::InputKind;

pub(in super::super) static FORMAT: Format = Format {
    kind: InputKind::Certificate,
    labels: &["CERTIFICATE", "X509 CERTIFICATE", "TRUSTED CERTIFICATE"],
    sniff,
    read,
};

/// The signed part begins with `[0] version`, or for version 1 with serial number, algorithm, issuer and dates.
fn sniff(_: &[u8], shape: &Shape<'_>) -> bool {
    let first = shape.first();
    match first.first() {
        Some(version) if version.is_context(0) => {
            first.get(1).is_none_or(|serial| serial.is(tag::INTEGER))
                && first.get(2).is_none_or(|it| it.is(tag::SEQUENCE))
        }
        _ => {
            first.len() >= 6
                && starts_with(&first, &[tag::INTEGER, tag::SEQUENCE, tag::SEQUENCE, tag::SEQUENCE, tag::SEQUENCE])
        }
    }
}

fn read(collector: &mut Collector<'_>, block: &Block) -> Result<usize, ParseError> {
    let used = collector.certificate(&block.bytes, block.place)?;
    let rest = block.bytes.len().saturating_sub(used);
    match block.label.as_deref() {
        // A binary file may go on with the next certificate; its reader sees to that.
        None => Ok(used),
        Some("TRUSTED CERTIFICATE") => Ok(block.bytes.len()),
        Some(_) => {
            if rest > 0 {
                let error = left_over(used, rest);
                collector.problem(block.place, ProblemKind::BadDer { kind: InputKind::Certificate, error });
            }
            Ok(block.bytes.len())
        }
    }
}
