//! What the platforms ask of the addresses that a program calls, and of the certificate behind them. Facts stand in
//! `data/platforms/`, each with its source and the day on which it was seen.

mod address;
mod called;
mod entry;
mod in_code;
mod platform;
mod table;
mod topic;

pub use address::{Address, Host, address};
pub use called::called;
pub use entry::{Entry, entry};
pub use in_code::{InCode, in_code};
pub use platform::{CertificateRules, DomainRule, Features, HostRule, PortRule, RuleId, features, is_forbidden};
pub use table::{Evidence, PlatformRule, platform_rules, rule};
pub use topic::{Topic, refused_for};
