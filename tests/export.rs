//! What we write is read by those it is written for: OpenSSL, Java's keytool, Python's cryptography, unzip.
#![allow(clippy::print_stdout, reason = "how much was compared is part of the result")]

mod support;

#[path = "export/certificates.rs"]
mod certificates;
#[path = "export/create.rs"]
mod create;
#[path = "export/key_stores.rs"]
mod key_stores;
#[path = "export/keys.rs"]
mod keys;
#[path = "export/material.rs"]
mod material;
#[path = "export/places.rs"]
mod places;
#[path = "export/refusals.rs"]
mod refusals;
#[path = "export/reports.rs"]
mod reports;
#[path = "export/round_trip.rs"]
mod round_trip;
#[path = "export/secrets.rs"]
mod secrets;
