//! DANE records (RFC 6698): this key, whoever signed its certificate (`3 1 1`: DANE-EE, SPKI, SHA-256).

use super::{Made, Order, Random, hosts};
use crate::engine::{names::Wanted, x509::hex};
use crate::report::{message::ExportMessage, wire::File};
use std::fmt::Write;

pub(super) fn write(order: &Order<'_>, _: Random<'_>) -> Made<Vec<File>> {
    let record = format!("3 1 1 {}", hex(&order.leaf.spki_sha256));
    let mut text = String::new();
    for host in hosts::hosts(order.leaf) {
        let _ = match host {
            Wanted::Name(name) => writeln!(text, "_443._tcp.{name}. IN TLSA {record}"),
            // A DNS wildcard can not stand behind the port, and does not reach below names that exist (RFC 4592
            // §2.2.1): each name that is in use needs its own record.
            Wanted::Wildcard(base) => writeln!(text, "; *.{base}\n; _443._tcp.NAME.{base}. IN TLSA {record}"),
            Wanted::Address(_) => Ok(()),
        };
    }
    if text.is_empty() { Err(order.refuse(ExportMessage::NoHost)) } else { Ok(vec![order.file(text.into_bytes())]) }
}
