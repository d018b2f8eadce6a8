//! Strict-Transport-Security (RFC 6797): for how long, and for whom.

use super::allow::Host;
use super::notes;
use crate::report::Finding;

/// The header's value. Browsers ignore it for addresses (RFC 6797 §8.1.1). `includeSubDomains` reaches every name
/// below, so it is only for a certificate that covers the names below: each host is a bare domain whose wildcard
/// is there too, or stands right below one.
pub fn value(hosts: &[Host], seconds: u64, notes: &mut Vec<Finding>) -> Option<String> {
    let mut named = hosts.iter().filter(|host| !matches!(host, Host::Ip(_))).peekable();
    named.peek()?;
    let has = |host: Host| hosts.contains(&host);
    let covered = |base: &str| has(Host::Name(base.to_owned())) && has(Host::Wildcard(base.to_owned()));
    let below_covered = named.all(|host| match host {
        Host::Name(name) => covered(name) || name.split_once('.').is_some_and(|(_, base)| covered(base)),
        Host::Wildcard(base) => covered(base),
        Host::Ip(_) => true,
    });
    if !below_covered {
        notes.push(notes::subdomains_left_out());
        return Some(format!("max-age={seconds}"));
    }
    Some(format!("max-age={seconds}; includeSubDomains"))
}

/// The parts of a value of [`value`], for servers that have a setting for each: seconds, and whether names below count.
pub fn parts(value: &str) -> (u64, bool) {
    let seconds = value.trim_start_matches("max-age=").split(';').next().and_then(|digits| digits.parse().ok());
    (seconds.unwrap_or_default(), value.contains("includeSubDomains"))
}
