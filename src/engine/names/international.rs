/// The Unicode form of a name in A-labels; none where it has none, or where it does not decode (RFC 5891 §4.2).
pub fn unicode_form(name: &str) -> Option<String> {
    if !name.split('.').any(|label| label.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("xn--"))) {
        return None;
    }
    let (wildcard, name) = match name.strip_prefix("*.") {
        Some(base) => ("*.", base),
        None => ("", name),
    };
    let (unicode, outcome) = idna::domain_to_unicode(name);
    outcome.ok()?;
    Some(format!("{wildcard}{unicode}"))
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
