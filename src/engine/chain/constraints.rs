//! Name constraints (RFC 5280 §4.2.1.10): which names a CA may put below itself.

use super::{Stop, Work};
use crate::engine::{
    budget::Budget,
    x509::{Bytes, Certificate, GeneralName, GeneralNameKind, extensions::NameConstraints},
};

/// Comparisons of a name with a constraint that one inspection may make: 250,000. The largest constrained CAs known
/// hold some hundred entries and a certificate rarely a thousand names; both at once fit.
pub(super) const COMPARISONS: u32 = 250_000;

/// PKCS#9 `emailAddress`, as an attribute of a subject.
const EMAIL_ADDRESS: &str = "1.2.840.113549.1.9.1";

/// A name that its issuer's constraints do not let pass.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outside {
    /// The name as text.
    pub name: String,
    /// Its address: `tbs.extensions.subjectAltName[2]`.
    pub path: String,
    /// Where it stands.
    pub bytes: Bytes,
}

/// The names of a certificate that the constraints do not let pass.
///
/// # Errors
/// When there are more comparisons to make than anyone needs.
pub(super) fn outside(
    constraints: &NameConstraints,
    certificate: &Certificate,
    budget: &mut Budget,
) -> Result<Vec<Outside>, Stop> {
    let mut outside = Vec::new();
    for (kind, path, bytes) in names(certificate) {
        if !allows(constraints, &Named::new(&kind), budget)? {
            outside.push(Outside { name: text(&kind), path, bytes });
        }
    }
    Ok(outside)
}

/// Whether an entry does not parse. RFC 5280 §4.2.1.10 wants a certificate refused whose constraints can not be processed.
pub(super) fn is_broken(constraints: &NameConstraints) -> bool {
    let all = constraints.permitted.iter().chain(&constraints.excluded);
    all.into_iter().any(|base| matches!(base.kind, GeneralNameKind::Malformed { .. }))
}

/// Every name that constraints speak of: the alternative names, the subject, and, where no alternative name is an
/// email address, those in the subject.
fn names(certificate: &Certificate) -> Vec<(GeneralNameKind, String, Bytes)> {
    let alternative = certificate.subject_alternative_names().unwrap_or_default();
    let is_email = |name: &GeneralName| matches!(name.kind, GeneralNameKind::Email(_));
    let mut names: Vec<_> = alternative
        .iter()
        .enumerate()
        .map(|(index, it)| (it.kind.clone(), format!("tbs.extensions.subjectAltName[{index}]"), it.bytes.clone()))
        .collect();
    let subject = &certificate.subject;
    if !subject.attributes.is_empty() {
        let name = GeneralNameKind::Directory(subject.to_string());
        names.push((name, "tbs.subject".to_owned(), subject.bytes.clone()));
    }
    if !alternative.iter().any(is_email) {
        let addresses = subject.attributes.iter().filter(|attribute| attribute.oid == EMAIL_ADDRESS);
        names.extend(
            addresses.map(|it| (GeneralNameKind::Email(it.value.clone()), "tbs.subject".to_owned(), it.bytes.clone())),
        );
    }
    names
}

/// A name, ready to be compared with many bases.
struct Named<'a> {
    kind: &'a GeneralNameKind,
    /// Of a directory name.
    parts: Vec<String>,
}

impl<'a> Named<'a> {
    fn new(kind: &'a GeneralNameKind) -> Self {
        let parts = if let GeneralNameKind::Directory(name) = kind { folded_parts(name) } else { Vec::new() };
        Self { kind, parts }
    }
}

fn allows(constraints: &NameConstraints, name: &Named, budget: &mut Budget) -> Result<bool, Stop> {
    let mut constrained = false;
    let mut permitted = false;
    for base in constraints.permitted.iter().filter(|base| same_form(&base.kind, name.kind)) {
        budget.spend().map_err(|reached| Work::NameComparisons.stop(reached))?;
        constrained = true;
        permitted = permitted || within(name, &base.kind) == Some(true);
    }
    for base in constraints.excluded.iter().filter(|base| same_form(&base.kind, name.kind)) {
        budget.spend().map_err(|reached| Work::NameComparisons.stop(reached))?;
        // RFC 5280 §4.2.1.10: what can not be processed must be refused.
        if within(name, &base.kind) != Some(false) || wildcard_covers(name.kind, &base.kind) {
            return Ok(false);
        }
    }
    Ok(permitted || !constrained)
}

/// Entries that do not parse are of no form: [`is_broken`] finds them.
fn same_form(base: &GeneralNameKind, name: &GeneralNameKind) -> bool {
    !matches!(base, GeneralNameKind::Malformed { .. }) && std::mem::discriminant(base) == std::mem::discriminant(name)
}

/// Whether a name lies in a subtree; none when this form can not be compared.
fn within(name: &Named, base: &GeneralNameKind) -> Option<bool> {
    match (name.kind, base) {
        (GeneralNameKind::Dns(name), GeneralNameKind::Dns(base)) => Some(dns_within(name, base)),
        (GeneralNameKind::Ip { address, .. }, GeneralNameKind::Ip { address: base, prefix: Some(prefix) }) => {
            Some(ip_within(*address, *base, *prefix))
        }
        (GeneralNameKind::Email(name), GeneralNameKind::Email(base)) => email_within(name, base),
        (GeneralNameKind::Uri(name), GeneralNameKind::Uri(base)) => Some(host_within(uri_host(name)?, base)),
        (GeneralNameKind::Directory(_), GeneralNameKind::Directory(base)) => {
            Some(name.parts.ends_with(&folded_parts(base)))
        }
        _ => None,
    }
}

/// "Any DNS name that can be constructed by simply adding zero or more labels to the left-hand side of the name
/// satisfies the name constraint." A leading dot, which the RFC does not know here, asks for at least one label, as
/// OpenSSL and Go read it.
pub fn dns_within(name: &str, base: &str) -> bool {
    let name = name.strip_suffix('.').unwrap_or(name);
    let Some(head) = strip_suffix_ignoring_case(name, base) else { return false };
    base.is_empty() || base.starts_with('.') && !head.is_empty() || head.is_empty() || head.ends_with('.')
}

/// A wildcard that could stand for an excluded name: `*.example.com` where `a.example.com` is excluded.
/// OpenSSL lets it pass; Go (since CVE-2025-61727) and we do not.
fn wildcard_covers(name: &GeneralNameKind, base: &GeneralNameKind) -> bool {
    let (GeneralNameKind::Dns(name), GeneralNameKind::Dns(base)) = (name, base) else { return false };
    let parent = base.split_once('.').map(|(_, parent)| parent);
    name.strip_prefix("*.").zip(parent).is_some_and(|(name, parent)| name.eq_ignore_ascii_case(parent))
}

fn ip_within(address: std::net::IpAddr, base: std::net::IpAddr, prefix: u8) -> bool {
    use std::net::IpAddr::{V4, V6};
    // Aligned to the left of 128 bits, both families compare alike.
    let (bits, base, width) = match (address, base) {
        (V4(address), V4(base)) => (u128::from(address.to_bits()) << 96, u128::from(base.to_bits()) << 96, 32),
        (V6(address), V6(base)) => (address.to_bits(), base.to_bits(), 128),
        _ => return false,
    };
    let mask = u128::MAX.checked_shl(128_u32.saturating_sub(u32::from(prefix.min(width)))).unwrap_or(0);
    bits & mask == base & mask
}

/// A constraint is one mailbox (`a@example.com`), all of a host (`example.com`), or all below a domain (`.example.com`).
fn email_within(name: &str, base: &str) -> Option<bool> {
    let (mailbox, host) = name.rsplit_once('@')?;
    Some(match base.rsplit_once('@') {
        Some((base_mailbox, base_host)) => mailbox == base_mailbox && host.eq_ignore_ascii_case(base_host),
        None => host_within(host, base),
    })
}

/// One host, or with a leading dot every host below a domain (RFC 5280 §4.2.1.10 on URIs).
fn host_within(host: &str, base: &str) -> bool {
    if base.starts_with('.') {
        strip_suffix_ignoring_case(host, base).is_some_and(|head| !head.is_empty())
    } else {
        host.eq_ignore_ascii_case(base)
    }
}

/// The host of a URI; none without an authority or with an address in it, where constraints can not be applied.
fn uri_host(uri: &str) -> Option<&str> {
    let (_, rest) = uri.split_once("://")?;
    let authority = rest.split(['/', '?', '#']).next()?;
    let host = authority.rsplit_once('@').map_or(authority, |(_, host)| host);
    let host = host.split(':').next()?;
    (!host.is_empty() && !host.starts_with('[') && host.parse::<std::net::IpAddr>().is_err()).then_some(host)
}

/// The parts of a directory name, as they are compared. RFC 4514 writes the most specific part first: a name lies in a
/// subtree whose parts are its last ones.
fn folded_parts(name: &str) -> Vec<String> {
    parts(name).into_iter().map(folded).collect()
}

/// Relative distinguished names, cut at commas that are not escaped.
fn parts(name: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut from = 0;
    let mut escaped = false;
    for (at, character) in name.char_indices() {
        if character == ',' && !escaped {
            parts.extend(name.get(from..at));
            from = at.saturating_add(1);
        }
        escaped = character == '\\' && !escaped;
    }
    parts.extend(name.get(from..).filter(|rest| !rest.is_empty()));
    parts
}

/// RFC 5280 §7.1: letters of either case, and runs of white space, are the same.
fn folded(part: &str) -> String {
    part.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

fn strip_suffix_ignoring_case<'a>(text: &'a str, suffix: &str) -> Option<&'a str> {
    let (head, tail) = text.split_at_checked(text.len().checked_sub(suffix.len())?)?;
    tail.eq_ignore_ascii_case(suffix).then_some(head)
}

fn text(name: &GeneralNameKind) -> String {
    match name {
        GeneralNameKind::Dns(text)
        | GeneralNameKind::Email(text)
        | GeneralNameKind::Uri(text)
        | GeneralNameKind::Directory(text)
        | GeneralNameKind::RegisteredId(text) => text.clone(),
        GeneralNameKind::Ip { address, .. } => address.to_string(),
        GeneralNameKind::Other { oid, .. } => oid.clone(),
        GeneralNameKind::Rare { choice, .. } => (*choice).to_owned(),
        GeneralNameKind::Malformed { reason, .. } => reason.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dns(text: &str) -> GeneralNameKind {
        GeneralNameKind::Dns(text.to_owned())
    }

    fn constraints(permitted: &[GeneralNameKind], excluded: &[GeneralNameKind]) -> NameConstraints {
        let all = |kinds: &[GeneralNameKind]| {
            kinds.iter().map(|kind| GeneralName { kind: kind.clone(), bytes: 0..0 }).collect()
        };
        NameConstraints { permitted: all(permitted), excluded: all(excluded) }
    }

    fn passes(permitted: &[GeneralNameKind], excluded: &[GeneralNameKind], name: &GeneralNameKind) -> bool {
        allows(&constraints(permitted, excluded), &Named::new(name), &mut Budget::new("test", 100)).unwrap()
    }

    #[test]
    fn hosts() {
        for (base, name, inside) in [
            ("example.com", "example.com", true),
            ("example.com", "a.B.Example.com", true),
            ("example.com", "badexample.com", false),
            (".example.com", "example.com", false),
            (".example.com", "a.example.com", true),
            ("", "anything.test", true),
            ("example.com", "*.example.com", true),
            ("a.example.com", "*.example.com", false),
            ("example.com", "", false),
        ] {
            assert_eq!(dns_within(name, base), inside, "{name} in {base}");
        }
        assert!(!passes(&[], &[dns("a.example.com")], &dns("*.example.com")), "a wildcard reaches an excluded name");
        assert!(passes(&[], &[dns("a.b.example.com")], &dns("*.example.com")), "a wildcard is one label");
    }

    #[test]
    fn addresses() {
        let ip = |text: &str, prefix| GeneralNameKind::Ip { address: text.parse().unwrap(), prefix };
        assert!(passes(&[ip("10.0.0.0", Some(8))], &[], &ip("10.9.8.7", None)));
        assert!(!passes(&[ip("10.0.0.0", Some(8))], &[], &ip("11.0.0.1", None)));
        assert!(!passes(&[ip("10.0.0.0", Some(8))], &[], &ip("2001:db8::1", None)), "families do not mix");
        assert!(passes(&[ip("0.0.0.0", Some(0))], &[], &ip("11.0.0.1", None)));
        assert!(!passes(&[], &[ip("2001:db8::", Some(32))], &ip("2001:db8::1", None)));
        assert!(passes(&[ip("10.0.0.0", Some(8))], &[], &dns("a.example.com")), "forms do not mix");
    }

    #[test]
    fn mailboxes_and_uris() {
        let email = |text: &str| GeneralNameKind::Email(text.to_owned());
        let uri = |text: &str| GeneralNameKind::Uri(text.to_owned());
        assert!(passes(&[email("a@example.com")], &[], &email("a@EXAMPLE.com")));
        assert!(!passes(&[email("a@example.com")], &[], &email("A@example.com")));
        assert!(passes(&[email("example.com")], &[], &email("b@example.com")));
        assert!(!passes(&[email("example.com")], &[], &email("b@mail.example.com")));
        assert!(passes(&[email(".example.com")], &[], &email("b@mail.example.com")));
        assert!(passes(&[uri(".example.com")], &[], &uri("https://u@a.example.com:8443/x")));
        assert!(!passes(&[uri("example.com")], &[], &uri("https://a.example.com/")));
        assert!(!passes(&[], &[uri("example.com")], &uri("urn:example:1")), "what can not be judged is refused");
    }

    #[test]
    fn directories() {
        let directory_within = |name: &str, base: &str| folded_parts(name).ends_with(&folded_parts(base));
        assert!(directory_within("CN=a,O=Example  Ltd,C=CN", "o=example ltd,c=cn"));
        assert!(!directory_within("CN=a\\,O=Example,C=CN", "O=Example,C=CN"));
        assert!(!directory_within("C=CN", "O=Example,C=CN"));
        assert!(directory_within("C=CN", ""));
    }

    #[test]
    fn an_unknown_form_is_refused_where_it_is_constrained() {
        let other = GeneralNameKind::RegisteredId("1.2.3".to_owned());
        assert!(!passes(std::slice::from_ref(&other), &[], &other));
        assert!(!passes(&[], std::slice::from_ref(&other), &other));
        assert!(passes(&[dns("example.com")], &[], &other));
    }
}
