use crate::report::to_u_labels;

/// The Unicode form of a name in A-labels; none where it has none, or where it does not decode (RFC 5891 §4.2).
pub fn unicode_form(name: &str) -> Option<String> {
    match name.strip_prefix("*.") {
        Some(base) => Some(format!("*.{}", to_u_labels(base)?)),
        None => to_u_labels(name),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_forms() {
        assert_eq!(unicode_form("www.xn--bcher-kva.example"), Some("www.bücher.example".to_owned()));
        assert_eq!(unicode_form("*.xn--fsqu00a.xn--0zwm56d"), Some("*.例子.测试".to_owned()));
        assert_eq!(unicode_form("www.example.com"), None);
        assert_eq!(unicode_form("xn--a.example"), None);
    }
}
