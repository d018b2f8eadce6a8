//! Parameters that OpenSSL writes in front of keys (`EC PARAMETERS`), and those for Diffie-Hellman: harmless.

use super::super::format::Format;
use crate::report::InputKind;

/// Known by label only: a bare object identifier or two numbers could be anything.
pub(in super::super) static FORMAT: Format = Format {
    kind: InputKind::Parameters,
    labels: &["EC PARAMETERS", "SM2 PARAMETERS", "DH PARAMETERS", "X9.42 DH PARAMETERS", "DSA PARAMETERS"],
    sniff: |_, _| false,
    read: |collector, block| {
        collector.input(InputKind::Parameters, block.place);
        Ok(block.bytes.len())
    },
};
