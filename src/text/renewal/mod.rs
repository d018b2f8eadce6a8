//! The words around getting and renewing a certificate, one file a part of it.

pub mod calendar;
pub mod challenge;
pub mod clients;
pub mod kinds;
pub mod plan;
pub mod revoke;
pub mod watch;

use super::page::pairs;
