//! What the platforms ask of the addresses that a program calls, and of the certificate behind them. Facts stand in
//! `data/platforms/`, each with its source and the day on which it was seen.

mod address;
mod authorities;
mod called;
mod claims;
mod console;
mod entry;
mod features;
mod handshakes;
mod in_code;
mod phones;
mod platform;
mod server;
mod table;
mod topic;

pub use address::{Address, Host, address, is_plain_name};
pub use authorities::of_authority;
pub use called::{Called, called};
pub use claims::{BEARINGS, Bearing, ClaimFacts, claims, is_right_here};
pub use console::{asked_about, console_lists, list_of};
pub use entry::{Entry, entries};
pub use features::{CertificateRules, DomainRule, Features, HostRule, Limit, PortRule, RuleId, scheme_for};
pub use handshakes::{Handshake, Tls, handshakes, phones_that};
pub use in_code::{InCode, in_code};
pub use phones::{Phones, SYSTEMS, is_known_phone, known_phone, phone_versions, phones, systems};
pub use platform::{features, is_forbidden, web_view_features};
pub use server::{behind_proxies, groups, in_force, lacks_forward_secrecy, protocols};
pub use table::{Evidence, PlatformRule, platform_rules, rule};
pub use topic::{Topic, is_mini_program, refused_for};
