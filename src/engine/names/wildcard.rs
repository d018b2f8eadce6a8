use super::host::is_host_name;
use crate::report::is_public_suffix;

/// Why a name with an asterisk matches nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum WildcardFault {
    /// The asterisk is only a part of its label (`f*o.example.com`): RFC 9525 §6.3 wants the complete label.
    Partial,
    /// The asterisk is not in the left-most label, or there are several (`a.*.example.com`, `*.*.example.com`).
    Place,
    /// It would cover everything below a suffix under which strangers register (`*.com`, `*.com.cn`).
    TooBroad,
}

/// What is wrong with a pattern that has an asterisk in it; none when it can match.
pub fn fault(pattern: &str) -> Option<WildcardFault> {
    let (first, base) = pattern.split_once('.').unwrap_or((pattern, ""));
    if base.contains('*') {
        Some(WildcardFault::Place)
    } else if first != "*" {
        Some(WildcardFault::Partial)
    } else if !base.contains('.') || is_public_suffix(base) {
        // Apple asks for more than two labels, Android bars a wildcard right below a top-level domain.
        Some(WildcardFault::TooBroad)
    } else {
        None
    }
}

/// The name below which a wildcard matches one label; none for what is no good wildcard.
///
/// RFC 9525 §6.3: the asterisk stands for exactly one left-most label, whole.
pub(super) fn base(pattern: &str) -> Option<&str> {
    let base = pattern.strip_prefix("*.")?;
    (is_host_name(base) && fault(pattern).is_none()).then_some(base)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_whole_left_most_label() {
        assert_eq!(base("*.example.com"), Some("example.com"));
        for (pattern, expected) in [
            ("*", WildcardFault::TooBroad),
            ("*.com", WildcardFault::TooBroad),
            ("*.com.cn", WildcardFault::TooBroad),
            ("*.co.uk", WildcardFault::TooBroad),
            ("f*o.example.com", WildcardFault::Partial),
            ("foo*.example.com", WildcardFault::Partial),
            ("*foo.example.com", WildcardFault::Partial),
            ("**.example.com", WildcardFault::Partial),
            ("foo.*.example.com", WildcardFault::Place),
            ("*.*.example.com", WildcardFault::Place),
            ("example.*", WildcardFault::Place),
        ] {
            assert_eq!(fault(pattern), Some(expected), "{pattern}");
            assert_eq!(base(pattern), None, "{pattern}");
        }
    }
}
