use super::nearest::Nearest;
use super::presented::{Presented, presented};
use super::{Wanted, parent, wanted};
use crate::engine::{
    address,
    sorted::Index,
    x509::{Certificate, GeneralName, GeneralNameKind},
};
use crate::report::{Code, HostCoverage};

/// Which of the wanted hosts the server certificate covers, and why not. Without wanted hosts, every name of the
/// certificate is taken as wanted.
pub fn coverage(leaf: &Certificate, hosts: &[String]) -> Vec<HostCoverage> {
    rows(leaf.subject_alternative_names().unwrap_or_default(), hosts)
}

/// The same for the certificate of a client: who wants no name is content with any, and names may be email addresses.
pub fn client_coverage(leaf: &Certificate, names: &[String]) -> Vec<HostCoverage> {
    let entries = leaf.subject_alternative_names().unwrap_or_default();
    let row = |name: &String| match name.contains('@') {
        true => vec![mailbox(entries, name)],
        false => rows(entries, std::slice::from_ref(name)),
    };
    // Only "not covered" is a fault here; what people expect of wildcards and of www is about servers.
    let plain = |row: HostCoverage| HostCoverage { reason: row.reason.map(|_| Code::NAM001), ..row };
    names.iter().flat_map(row).map(plain).collect()
}

/// RFC 5280 §7.5: two addresses are the same if the local parts are, to the letter, and the domains, in either case.
fn mailbox(entries: &[GeneralName], wanted: &str) -> HostCoverage {
    let same = |known: &str| {
        let (Some((local, domain)), Some((wanted_local, wanted_domain))) =
            (known.rsplit_once('@'), wanted.trim().rsplit_once('@'))
        else {
            return false;
        };
        local == wanted_local && domain.eq_ignore_ascii_case(wanted_domain)
    };
    let mail =
        |entry: &GeneralName| if let GeneralNameKind::Email(mail) = &entry.kind { Some(mail.clone()) } else { None };
    let entry = entries.iter().position(|entry| mail(entry).is_some_and(|mail| same(&mail)));
    let by = entry.and_then(|entry| mail(entries.get(entry)?));
    let reason = by.is_none().then_some(Code::NAM001);
    HostCoverage { host: wanted.to_owned(), covered: by.is_some(), by, reason, entry }
}

fn rows(entries: &[GeneralName], hosts: &[String]) -> Vec<HostCoverage> {
    let presented: Vec<Presented> = entries.iter().map(presented).collect();
    if hosts.is_empty() {
        return own_names(entries, &presented);
    }
    let keys: Vec<Option<String>> = presented.iter().map(key).collect();
    let names = Names::new(&presented, &keys);
    hosts.iter().map(|host| names.row(host, entries)).collect()
}

/// The certificate's names, each covered by itself as long as a client can read it.
fn own_names(entries: &[GeneralName], presented: &[Presented]) -> Vec<HostCoverage> {
    let hosts: Vec<_> = entries.iter().map(GeneralName::host).collect();
    let named = hosts.iter().enumerate().filter_map(|(entry, host)| Some(((host.as_ref()?.as_bytes(), None), entry)));
    let index = Index::new(named.collect());
    let rows = hosts.iter().zip(presented).enumerate().filter_map(|(entry, (host, presented))| {
        let host = host.as_ref().filter(|host| index.first(host.as_bytes()) == Some(entry))?;
        let reason = match presented {
            Presented::Flawed(_) => Some(Code::NAM006),
            Presented::Fault(_) => Some(Code::NAM008),
            _ => None,
        };
        let by = reason.is_none().then(|| host.clone());
        Some(HostCoverage { host: host.clone(), covered: by.is_some(), by, reason, entry: Some(entry) })
    });
    rows.collect()
}

/// What an entry is found by; none for one that no client matches with anything.
fn key(entry: &Presented) -> Option<String> {
    match entry {
        Presented::Name(name) => Some(name.clone()),
        Presented::Wildcard(base) => Some(wildcard(base)),
        Presented::Address(address) => Some(address::written(*address)),
        Presented::Flawed(_) | Presented::Fault(_) | Presented::Elsewhere => None,
    }
}

fn wildcard(base: &str) -> String {
    format!("*.{base}")
}

/// The alternative names, ready to be asked: 10,000 hosts against 10,000 names take 20,000 steps, not 100 million.
struct Names<'a> {
    /// Names, wildcards and addresses, as [`key`] writes them.
    index: Index<'a>,
    nearest: Nearest<'a>,
    /// Whether any entry speaks of hosts at all.
    speaks: bool,
}

impl<'a> Names<'a> {
    fn new(presented: &'a [Presented], keys: &'a [Option<String>]) -> Self {
        let keys = keys.iter().enumerate().filter_map(|(entry, key)| Some(((key.as_ref()?.as_bytes(), None), entry)));
        Self {
            index: Index::new(keys.collect()),
            nearest: Nearest::new(presented),
            speaks: presented.iter().any(|entry| *entry != Presented::Elsewhere),
        }
    }

    fn find(&self, key: &str) -> Option<usize> {
        self.index.first(key.as_bytes())
    }

    fn row(&self, host: &str, entries: &[GeneralName]) -> HostCoverage {
        let wanted = wanted(host);
        let by = wanted.as_ref().and_then(|wanted| self.covering(wanted));
        let (reason, entry) = match by {
            Some(entry) => (None, Some(entry)),
            None => {
                let (reason, entry) = self.reason(wanted.as_ref());
                (Some(reason), entry)
            }
        };
        HostCoverage {
            host: host.to_owned(),
            covered: by.is_some(),
            by: by.and_then(|entry| entries.get(entry)).and_then(GeneralName::host),
            reason,
            entry,
        }
    }

    /// The entry that covers a host (RFC 9525 §6.3, §6.4).
    fn covering(&self, wanted: &Wanted) -> Option<usize> {
        match wanted {
            Wanted::Address(address) => self.find(&address::written(*address)),
            Wanted::Wildcard(base) => self.find(&wildcard(base)),
            Wanted::Name(name) => self.find(name).or_else(|| self.find(&wildcard(parent(name)?))),
        }
    }

    /// The code of the catalogue that says best why nothing covers a host, and the entry that it speaks of.
    fn reason(&self, wanted: Option<&Wanted>) -> (Code, Option<usize>) {
        let name = match wanted {
            _ if !self.speaks => return (Code::NAM002, None),
            Some(Wanted::Name(name)) => name.as_str(),
            Some(Wanted::Wildcard(base)) => return (Code::NAM001, self.nearest.to(base)),
            Some(Wanted::Address(_)) | None => return (Code::NAM001, None),
        };
        let mut above = std::iter::successors(parent(name), |name| parent(name)).skip(1);
        if let Some(entry) = self.find(&wildcard(name)) {
            (Code::NAM004, Some(entry))
        } else if let Some(entry) = above.find_map(|base| self.find(&wildcard(base))) {
            (Code::NAM003, Some(entry))
        } else if let Some(entry) = self.find(&other_form(name)) {
            (Code::NAM005, Some(entry))
        } else {
            (Code::NAM001, self.nearest.to(name))
        }
    }
}

/// `www.example.com` for `example.com`, and the other way round.
pub fn other_form(name: &str) -> String {
    name.strip_prefix("www.").map_or_else(|| format!("www.{name}"), str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn entries(names: &[&str]) -> Vec<GeneralName> {
        let kind = |name: &str| match name.parse() {
            Ok(address) => GeneralNameKind::Ip { address, prefix: None },
            Err(_) => GeneralNameKind::Dns(name.to_owned()),
        };
        names.iter().map(|name| GeneralName { kind: kind(name), bytes: 0..0 }).collect()
    }

    fn row(names: &[&str], host: &str) -> HostCoverage {
        rows(&entries(names), &[host.to_owned()]).remove(0)
    }

    fn by(names: &[&str], host: &str) -> Option<String> {
        row(names, host).by
    }

    fn reason(names: &[&str], host: &str) -> Option<Code> {
        row(names, host).reason
    }

    /// RFC 9525 §6.3 and §6.4, with the examples that stand there.
    #[cfg(feature = "engine")]
    #[test]
    fn the_standard_by_its_examples() {
        // "*.example.com" matches foo.example.com, not bar.foo.example.com, not example.com.
        assert_eq!(by(&["*.example.com"], "foo.example.com").as_deref(), Some("*.example.com"));
        assert_eq!(reason(&["*.example.com"], "bar.foo.example.com"), Some(Code::NAM003));
        assert_eq!(reason(&["*.example.com"], "example.com"), Some(Code::NAM004));
        // Fragments and asterisks elsewhere never match.
        for pattern in ["baz*.example.com", "*baz.example.com", "b*z.example.com", "baz.*.com", "*.*.com"] {
            assert_eq!(by(&[pattern], "baz.example.com"), None, "{pattern}");
            assert_eq!(by(&[pattern], "bazqux.example.com"), None, "{pattern}");
        }
        // The asterisk also stands for an A-label.
        assert_eq!(by(&["*.example.com"], "bücher.example.com").as_deref(), Some("*.example.com"));
        // Letters of either case are the same letters.
        assert_eq!(by(&["WWW.Example.COM"], "www.example.com").as_deref(), Some("WWW.Example.COM"));
        // Addresses match addresses, octet by octet, and nothing else.
        assert_eq!(by(&["2001:db8::1"], "[2001:DB8:0::1]:443").as_deref(), Some("2001:db8::1"));
        assert_eq!(by(&["*.0.113.7"], "203.0.113.7"), None);
        assert_eq!(by(&["203.0.113.7"], "203.0.113.70"), None);
    }

    #[test]
    fn a_name_that_only_looks_like_an_address_matches_nothing() {
        let names = [GeneralName { kind: GeneralNameKind::Dns("203.0.113.7".to_owned()), bytes: 0..0 }];
        let rows = rows(&names, &["203.0.113.7".to_owned()]);
        assert_eq!((rows[0].covered, rows[0].reason), (false, Some(Code::NAM001)));
    }

    #[test]
    fn reasons_point_at_the_catalogue() {
        assert_eq!(reason(&["example.com"], "www.example.com"), Some(Code::NAM005));
        assert_eq!(reason(&["www.example.com"], "example.com"), Some(Code::NAM005));
        assert_eq!(reason(&["api.example.com"], "img.example.com"), Some(Code::NAM001));
        assert_eq!(reason(&[], "example.com"), Some(Code::NAM002));
        assert_eq!(reason(&["*.com.cn"], "example.com.cn"), Some(Code::NAM001));
        assert_eq!(reason(&["example.com"], "not a host"), Some(Code::NAM001));
        assert_eq!(reason(&["*.example.com"], "*.example.com"), None);
        assert_eq!(reason(&["a.example.com"], "*.example.com"), Some(Code::NAM001));
    }

    #[test]
    fn the_nearest_name_is_the_one_that_shares_most() {
        let names = ["other.example.org", "example.com", "www.api.example.com", "shop.co.uk"];
        assert_eq!(row(&names, "img.api.example.com").entry, Some(2));
        assert_eq!(row(&names, "img.example.com").entry, Some(1));
        assert_eq!(row(&names, "api.example.com").entry, Some(2));
        assert_eq!(row(&names, "bank.co.uk").entry, None);
        assert_eq!(row(&names, "example.net").entry, None);
    }

    #[test]
    fn without_wishes_every_name_is_wanted_once() {
        let rows = rows(&entries(&["example.com", "example.com", "*.example.com", "http://x", "*.com"]), &[]);
        let shown: Vec<_> = rows.iter().map(|row| (row.host.as_str(), row.covered, row.reason)).collect();
        assert_eq!(
            shown,
            [
                ("example.com", true, None),
                ("*.example.com", true, None),
                ("http://x", false, Some(Code::NAM006)),
                ("*.com", false, Some(Code::NAM008)),
            ]
        );
    }

    #[test]
    fn ten_thousand_names_against_ten_thousand_hosts() {
        let names: Vec<String> = (0..10_000).map(|number| format!("host-{number}.example.com")).collect();
        let hosts: Vec<String> = (5_000..15_000).map(|number| format!("HOST-{number}.example.com")).collect();
        let entries = entries(&names.iter().map(String::as_str).collect::<Vec<_>>());
        let rows = rows(&entries, &hosts);
        assert_eq!(rows.iter().filter(|row| row.covered).count(), 5_000);
        assert!(rows.iter().all(|row| row.entry.is_some()));
    }

    proptest! {
        #[test]
        fn nothing_panics(names in proptest::collection::vec(".{0,40}", 0..6), host in ".{0,60}") {
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            let row = row(&names, &host);
            prop_assert_eq!(row.covered, row.reason.is_none());
        }

        #[test]
        fn a_wildcard_never_covers_two_levels_nor_none(
            base in "[a-z]{1,8}\\.[a-z]{2,3}\\.(com|net)",
            labels in proptest::collection::vec("[a-z0-9]{1,6}[a-z]", 0..5),
        ) {
            let host = labels.iter().map(String::as_str).chain([base.as_str()]).collect::<Vec<_>>().join(".");
            prop_assert_eq!(row(&[&format!("*.{base}")], &host).covered, labels.len() == 1);
        }
    }
}
