//! How far an address goes in code, and whether its host is written out.

/// An address as it stands in code.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Written {
    /// Without escapes, as far as it is written out.
    pub text: String,
    /// How many bytes it takes up.
    pub length: usize,
    /// Its host or its port is put together when the program runs.
    pub is_assembled: bool,
}

/// Escapes of JSON and JavaScript that belong to an address.
const ESCAPES: [(&str, char); 6] =
    [("\\/", '/'), ("\\u002F", '/'), ("\\u002f", '/'), ("\\x2F", '/'), ("\\x2f", '/'), ("\\u0026", '&')];

/// Reads the address at the start of a text.
pub(super) fn written(rest: &str) -> Written {
    let (mut text, mut length) = literal(rest, String::new());
    let behind = |length: usize| rest.get(length..).unwrap_or_default();
    if text.ends_with("://")
        && let Some(next) = joined(behind(length)).and_then(|next| next.strip_prefix(['"', '\'', '`']))
    {
        let start = rest.len().saturating_sub(next.len());
        let more;
        (text, more) = literal(next, text);
        length = start.saturating_add(more);
    }
    let host_at = text.find("://").map_or(0, |at| at.saturating_add(3));
    let after_scheme = text.get(host_at..).unwrap_or_default();
    let authority_ends = after_scheme.find(['/', '?', '#']).unwrap_or(after_scheme.len());
    let (authority, path) = after_scheme.split_at_checked(authority_ends).unwrap_or_default();
    // What a template adds behind the host says nothing of it.
    let template = match authority.find(['{', '$']) {
        Some(at) => Some(at).filter(|at| is_whole(authority, *at)),
        None => path.find(['{', '$']).map(|at| at.saturating_add(authority_ends)),
    };
    let host = authority.rsplit('@').next().unwrap_or_default();
    let is_assembled = match template {
        Some(_) => false,
        None if host.is_empty() || host.contains(['{', '$', '%', '*']) => true,
        None => path.is_empty() && is_begun(host) && joined(behind(length)).is_some(),
    };
    if let Some(at) = template {
        text.truncate(host_at.saturating_add(at));
    }
    Written { text, length, is_assembled }
}

/// The address as far as it goes, behind what is there of it, and how many bytes that takes up.
fn literal(rest: &str, mut text: String) -> (String, usize) {
    let (mut at, mut open) = (0_usize, 0_u32);
    while let Some(here) = rest.get(at..)
        && let Some(character) = here.chars().next()
    {
        if let Some((escape, plain)) = ESCAPES.iter().find(|(escape, _)| here.starts_with(escape)) {
            text.push(*plain);
            at = at.saturating_add(escape.len());
            continue;
        }
        // Only what a template opened does it close.
        match character {
            '{' => open = open.saturating_add(1),
            '}' if open > 0 => open = open.saturating_sub(1),
            '[' if text.ends_with(['/', '@']) && text.matches('/').count() == 2 => {}
            ']' if text.contains('[') && !text.contains(']') => {}
            _ if ends(character) || here.starts_with("&amp;") => break,
            _ => {}
        }
        text.push(character);
        at = at.saturating_add(character.len_utf8());
    }
    (text, at)
}

/// Whether no address goes on with this.
fn ends(character: char) -> bool {
    const ASCII: &str = "\"'`<>()[]},;|^\\";
    const CHINESE: &str = "，。；：！？、…—“”‘’（）【】《》〈〉「」『』";
    character.is_whitespace() || ASCII.contains(character) || CHINESE.contains(character)
}

/// Whether a host is whole in front of a template, and none of it stands behind.
fn is_whole(authority: &str, template: usize) -> bool {
    let (head, template) = authority.split_at_checked(template).unwrap_or_default();
    let is_name = |it: char| it.is_ascii_alphanumeric() || matches!(it, '$' | '_');
    let behind = match template.split_once('}') {
        Some((_, behind)) => Some(behind.trim_start_matches('}')),
        // `$path`, but not what is cut off in its middle.
        None => (!template.contains('{')).then(|| template.trim_start_matches(is_name)),
    };
    let is_host = head.contains('.') && head.ends_with(|it: char| it.is_alphanumeric());
    is_host && behind.is_some_and(|behind| behind.is_empty() || behind.starts_with(['$', '{']))
}

/// Whether a host wants something behind it: `api.`, `api-`, `api`, `api.example.com:`.
fn is_begun(host: &str) -> bool {
    host.ends_with(['.', '-', ':']) || !host.contains(['.', ':']) && host != "localhost"
}

/// What is joined to a text that ends here: `" + …`, `'.concat(…`, `' . …`.
fn joined(behind: &str) -> Option<&str> {
    let next = behind.strip_prefix(['"', '\'', '`'])?.trim_start();
    let signs = ["+", ".concat(", "."];
    signs.iter().find_map(|sign| next.strip_prefix(sign)).map(str::trim_start)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_end_where_people_end_them() {
        for (code, text) in [
            ("https://a.example.com：8080\"", "https://a.example.com"),
            ("https://a.example.com】", "https://a.example.com"),
            ("https://a.example.com》请求", "https://a.example.com"),
            ("https://a.example.com！谢谢", "https://a.example.com"),
            ("https://a.example.com？", "https://a.example.com"),
            ("https://a.example.com」", "https://a.example.com"),
            ("https://a.example.com…", "https://a.example.com"),
            ("https://a.example.com—", "https://a.example.com"),
            ("https://a.example.com（测试）", "https://a.example.com"),
            ("https://a.example.com]", "https://a.example.com"),
            ("https://a.example.com/a[0]", "https://a.example.com/a"),
            ("https://[2001:db8::1]:8443/x]", "https://[2001:db8::1]:8443/x"),
            ("https://a.example.com&amp;x=1", "https://a.example.com"),
            ("https://a.example.com\\n下一行", "https://a.example.com"),
            ("https:\\u002F\\u002Fa.example.com\\u002fv1\\u0026x", "https://a.example.com/v1&x"),
            ("https://\" + \"a.example.com\" + \"/x\"", "https://a.example.com"),
            ("https://'.concat('a.example.com')", "https://a.example.com"),
            ("https://a.example.com${path}`", "https://a.example.com"),
            ("https://a.example.com:8443{{path}}/x", "https://a.example.com:8443"),
            ("https://a.example.com$request_uri;", "https://a.example.com"),
            ("https://a.example.com?x=${y}", "https://a.example.com?x="),
            ("https://a.example.com\" + path", "https://a.example.com"),
            ("http://localhost' + path", "http://localhost"),
        ] {
            let read = written(code);
            assert_eq!((read.text.as_str(), read.is_assembled), (text, false), "{code}");
            assert!(read.length <= code.len());
        }
    }

    #[test]
    fn hosts_that_are_put_together_are_known() {
        for code in [
            "https://${host}/api`",
            "https://' + host",
            "https://api.' + domain",
            "https://api-' + env + '.example.com'",
            "https://api' + env",
            "https://api.'.concat(domain)",
            "https://\" + \"api.\" + domain",
            "https://a.example.com:\" + port + \"/x\"",
            "https://a.example.com:${port}/x`",
            "https://www.shop-${env}.example.com/`",
            "https://a.b${env}.example.com/`",
            "https://${env==='dev'?'dev':'www'}.example.com/x`",
            "https://%s/x\"",
            "https://",
        ] {
            assert!(written(code).is_assembled, "{code}");
        }
    }
}
