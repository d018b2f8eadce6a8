use super::CaseFile;
use super::issued::{complete, good};
use crate::support::{
    case_file::Case,
    der::implicit,
    mint::{Cert, SAN},
};

/// The case files of this family.
pub fn files() -> Vec<CaseFile> {
    vec![
        ("coverage", coverage()),
        ("nam001", not_covered()),
        ("nam002", no_alternative_names()),
        ("nam003", below_wildcard()),
        ("nam004", bare_domain()),
        ("nam005", www()),
        ("nam006", invalid_entries()),
        ("nam007", unusual_names()),
        ("nam008", wildcards()),
        ("nam009", common_name()),
        ("nam010", international()),
    ]
}

/// A case with a certificate for these names.
fn named(case: &str, names: &[&str]) -> Case {
    Case::new(case, complete(Cert::server(names)))
}

/// A case with one DNS entry of any bytes beside a good one.
fn entry(case: &str, dns: impl AsRef<[u8]>) -> Case {
    let names = [implicit(2, "shop.example.com"), implicit(2, dns)];
    Case::new(case, complete(Cert::server(&["shop.example.com"]).san_raw(names)))
}

fn coverage() -> Vec<Case> {
    let wide = ["example.com", "*.example.com", "*.api.example.com"];
    vec![
        named("everything asked for is there", &wide)
            .host("example.com")
            .host("www.example.com")
            .host("v1.api.example.com"),
        named("typed as URLs", &wide).host("https://www.example.com:8443/login?x#y").host("WWW.Example.com."),
        named("typed in Unicode", &["xn--bcher-kva.example.com"]).host("bücher.example.com"),
        named("an address", &["shop.example.com", "203.0.113.7", "2001:db8::7"])
            .host("203.0.113.7")
            .host("https://[2001:DB8::7]:443/"),
        named("a wildcard is asked for", &wide).host("*.example.com"),
    ]
}

fn not_covered() -> Vec<Case> {
    vec![
        named("nothing like it", &["shop.example.com"]).host("example.net"),
        named("below a name", &["shop.example.com"]).host("api.shop.example.com"),
        named("above a name", &["api.shop.example.com"]).host("shop.example.com"),
        named("beside a name", &["shop.example.com"]).host("img.example.com"),
        named("below no wildcard", &["*.example.com", "example.com"]).host("*.shop.example.com"),
        named("an address", &["shop.example.com"]).host("203.0.113.7"),
        entry("an address that stands there as a name", "203.0.113.7").host("203.0.113.7"),
        named("no host at all", &["shop.example.com"]).host("not a host"),
        named("half of the hosts", &["shop.example.com"]).host("shop.example.com").host("img.example.com"),
        named("strangers below one public suffix are not near", &["shop.co.uk"]).host("bank.co.uk"),
    ]
}

fn no_alternative_names() -> Vec<Case> {
    vec![
        Case::new("common name only", complete(good().without(SAN))),
        Case::new("common name only, host asked for", complete(good().without(SAN))).host("shop.example.com"),
        Case::new("an email address only", complete(good().san_raw([implicit(1, "a@example.com")]))),
        Case::new("no name at all", complete(good().without(SAN).subject(&[]))),
    ]
}

fn below_wildcard() -> Vec<Case> {
    vec![
        named("two labels", &["*.example.com", "example.com"]).host("v1.api.example.com"),
        named("five labels", &["*.example.com", "example.com"]).host("a.b.c.d.e.example.com"),
        named("covered by a deeper one", &["*.example.com", "*.api.example.com", "example.com"])
            .host("v1.api.example.com"),
    ]
}

fn bare_domain() -> Vec<Case> {
    vec![
        named("wildcard alone", &["*.example.com"]),
        named("wildcard alone below a public suffix", &["*.example.com.cn"]),
        named("with the bare domain", &["*.example.com", "example.com"]),
        named(
            "the bare domain of a deep wildcard is covered by another",
            &["*.a.example.com", "*.example.com", "example.com"],
        ),
        named("nobody expects a bare domain here", &["*.pods.example.com"]),
        named("asked for", &["*.pods.example.com"]).host("pods.example.com"),
        named("the same wildcard twice", &["*.example.com", "*.EXAMPLE.com"]),
        named("several wildcards alone", &["*.example.com", "*.example.net", "*.example.org", "example.org"]),
        named("several asked for", &["*.example.com", "*.example.net"]).host("example.com").host("example.net"),
    ]
}

fn www() -> Vec<Case> {
    vec![
        named("only with www", &["www.example.com"]),
        named("only without www", &["example.com"]),
        named("only without www, below a public suffix", &["example.com.cn"]),
        named("both", &["example.com", "www.example.com"]),
        named("wildcard and bare domain", &["example.com", "*.example.com"]),
        named("a service has no www", &["api.example.com"]),
        named(
            "several domains in one form each",
            &["www.example.com", "example.net", "www.example.org", "example.org"],
        ),
        named("both asked for", &["www.example.com"]).host("example.com").host("www.example.com"),
        named("only the covered one asked for", &["www.example.com"]).host("www.example.com"),
    ]
}

fn invalid_entries() -> Vec<Case> {
    let many: Vec<Vec<u8>> = (0..100).map(|number| implicit(2, format!("https://h{number}.example.com"))).collect();
    vec![
        entry("empty", ""),
        entry("a URL", "https://www.example.com"),
        entry("a path", "www.example.com/shop"),
        entry("a port", "www.example.com:8443"),
        entry("a space", "www.example.com shop.example.com"),
        entry("a trailing dot", "www.example.com."),
        entry("raw Unicode", "例子.example.com"),
        entry("bytes that are no text", [0xff, 0xfe, b'.', b'c', b'o', b'm']),
        entry("NUL inside", "www.example.com\0.example.net"),
        entry("a line break", "www.example.com\nserver_name evil.example.net;"),
        entry("a bidirectional control", "\u{202e}moc.elpmaxe.www"),
        entry("an address as a name", "203.0.113.7"),
        entry("markup", "<script>alert(1)</script>.example.com"),
        entry("quotes and a semicolon", "a\"; return 418; #.example.com"),
        entry("an empty label", "www..example.com"),
        entry("a hyphen at the end", "www-.example.com"),
        entry("a label of 64 letters", format!("{}.example.com", "a".repeat(64))),
        Case::new(
            "an address of five bytes",
            complete(good().san_raw([implicit(2, "shop.example.com"), implicit(7, [203, 0, 113, 7, 1])])),
        ),
        Case::new("a hundred URLs are one finding", complete(good().san_raw(many))),
        entry("an underscore works everywhere", "my_host.example.com"),
    ]
}

fn unusual_names() -> Vec<Case> {
    vec![
        named("a single label", &["intranet-server"]),
        named("a domain of the local link", &["printer.local"]),
        named("home network", &["nas.home.arpa", "router.lan"]),
        named("below .internal", &["*.cluster.internal"]),
        named("private address", &["shop.example.com", "192.168.1.10", "fd00::1"]),
        named("public address", &["shop.example.com", "1.1.1.1"]),
        named("a public name that only ends alike", &["shop.mylocal.com"]),
    ]
}

fn wildcards() -> Vec<Case> {
    vec![
        entry("below a public suffix", "*.com.cn"),
        entry("below a top-level domain", "*.com"),
        entry("alone", "*"),
        entry("part of a label", "f*o.example.com"),
        entry("at the end of a label", "www*.example.com"),
        entry("in the middle", "a.*.example.com"),
        entry("twice", "*.*.example.com"),
        entry("as it should be", "*.shop.example.com"),
    ]
}

fn common_name() -> Vec<Case> {
    let called = |name: &str| complete(good().subject(&[("2.5.4.3", name)]));
    vec![
        Case::new("another host", called("old.example.com")),
        Case::new("a title", called("Example Shop")),
        Case::new("the same host in capitals", called("SHOP.example.com")),
        Case::new(
            "no common name, as Let’s Encrypt has it",
            complete(good().subject(&[]).extension(
                SAN,
                true,
                crate::support::der::sequence([implicit(2, "shop.example.com")]),
            )),
        ),
        Case::new(
            "in Unicode, the alternative name in ASCII",
            complete(Cert::server(&["xn--bcher-kva.example.com"]).subject(&[("2.5.4.3", "bücher.example.com")])),
        ),
    ]
}

fn international() -> Vec<Case> {
    vec![
        named("two of three", &["shop.example.com", "xn--fsqu00a.example.com", "*.xn--bcher-kva.example.com"]),
        named("does not decode", &["xn--a.example.com"]),
    ]
}
