//! H2O. Directives: <https://h2o.examp1e.net/configure/base_directives.html> (`listen`, `ssl`), `file_directives.html`,
//! `proxy_directives.html` and `mruby.html` there.

use super::{ALWAYS, Target, USUAL, remark};
use crate::deploy::commands::{Access, Script, install_certificates, install_pages};
use crate::deploy::files::Files;
use crate::deploy::guideline::Protocol;
use crate::deploy::plan::Plan;
use crate::deploy::syntax::tree::{Entry, Form, Tree, entry, map, own, value};
use crate::deploy::syntax::{Plain, text};
use crate::deploy::version::Version;
use crate::report::Doc;
use crate::report::message::RemarkMessage;
use crate::report::wire::{Field, Switch};

/// H2O. It has one configuration for all of its sites.
pub static H2O: Target = Target {
    id: "h2o",
    title: "H2O",
    documentation: (Doc::Page, "https://h2o.examp1e.net/configure/base_directives.html"),
    latest: Version(2, 2, 6),
    oldest: Version(2, 0, 0),
    systems: &[
        ("debian-13", Version(2, 2, 5)),
        ("debian-12", Version(2, 2, 5)),
        ("debian-11", Version(2, 2, 5)),
        ("ubuntu-24.04", Version(2, 2, 5)),
        ("ubuntu-22.04", Version(2, 2, 5)),
        ("ubuntu-20.04", Version(2, 2, 5)),
    ],
    protocols: &[
        (Protocol::Tls10, ALWAYS),
        (Protocol::Tls11, ALWAYS),
        (Protocol::Tls12, ALWAYS),
        (Protocol::Tls13, Version(2, 2, 5)),
    ],
    switches: &[
        (Switch::Redirect, ALWAYS),
        (Switch::Hsts, ALWAYS),
        (Switch::WebSocket, ALWAYS),
        (Switch::Stapling, ALWAYS),
        (Switch::ProxyProtocol, ALWAYS),
    ],
    always: &[(Switch::Http2, ALWAYS)],
    fields: &[Field::Upstream, Field::Paths, Field::Library],
    // Its keys are used by a process of their own, which can not decrypt with them under OpenSSL 3 (measured).
    has_suite: |suite| suite.iana.starts_with("TLS_ECDHE_"),
    render,
    script,
    remarks: |_| vec![RemarkMessage::WholeConfiguration],
    ..USUAL
};

const CHALLENGE: &str = "/.well-known/acme-challenge";

fn render(plan: &Plan, files: &mut Files) {
    let mut hosts: Vec<Entry> = Vec::new();
    if plan.on(Switch::Redirect) {
        hosts.push(entry(Plain("plain"), plain_http(plan)));
    }
    hosts.push(entry(Plain("secure"), https(plan)));
    files.tree("h2o.conf".to_owned(), Form::Yaml, &[map([("hosts", Tree::Map(hosts))])]);
}

fn plain_http(plan: &Plan) -> Tree {
    let answers = format!("{}{CHALLENGE}", plan.pages());
    map([
        ("listen", listen(plan, plan.place.http_port, None)),
        (
            "paths",
            map([(CHALLENGE, map([("file.dir", value(answers))])), ("/", map([("mruby.handler", redirect(plan))]))])
                .remarked("All else goes to HTTPS."),
        ),
    ])
}

/// The `redirect` directive knows no variables, so that it could lead to one name only.
fn redirect(plan: &Plan) -> Tree {
    let (start, end) = (
        r#"Proc.new {|env| host = env["HTTP_HOST"].to_s; cut = host.rindex(":"); host = host[0...cut] if cut && !host.end_with?("]"); query = env["QUERY_STRING"].to_s; [301, {"location" => "https://" + host"#,
        r#" + env["PATH_INFO"] + (query.empty? ? "" : "?" + query)}, []]}"#,
    );
    let port = match plan.tls_port() {
        443 => String::new(),
        port => format!(" + \":{port}\""),
    };
    Tree::Text(text(format!("{start}{port}{end}")))
}

fn https(plan: &Plan) -> Tree {
    let content = match &plan.upstream {
        Some(upstream) => {
            map([("proxy.reverse.url", value(format!("{upstream}/"))), ("proxy.preserve-host", own("ON"))])
                .and_some("proxy.websocket", plan.on(Switch::WebSocket).then(|| own("ON")))
        }
        None => map([("file.dir", value(plan.pages()))]),
    };
    let hsts = plan.hsts.as_ref().map(|hsts| value(format!("Strict-Transport-Security: {hsts}")));
    let has_hsts = hsts.is_some();
    let site = map([("listen", listen(plan, plan.tls_port(), Some(tls(plan))))]).and_some("header.set", hsts);
    let site = match has_hsts {
        true => site.remarked(remark::HSTS),
        false => site,
    };
    site.and("paths", map([("/", content)]))
}

fn listen(plan: &Plan, port: u16, ssl: Option<Tree>) -> Tree {
    let host = plan.place.address.map(value);
    let at = map([("port", Tree::Number(port.into()))]).and_some("host", host);
    let at = at.and_some("proxy-protocol", plan.on(Switch::ProxyProtocol).then(|| own("ON")));
    at.and_some("ssl", ssl)
}

fn tls(plan: &Plan) -> Tree {
    let ciphers = plan.cipher_string();
    map([("certificate-file", value(plan.certificate()))])
        .remarked(remark::CHAIN)
        .and("key-file", value(plan.key()))
        .and("minimum-version", own(plan.range().0.openssl()))
        .and_some("cipher-suite", (!ciphers.is_empty()).then(|| value(ciphers)))
        .and("cipher-preference", own(if plan.server_order { "server" } else { "client" }))
        .and_some("ocsp-update-interval", (!plan.stapling).then_some(Tree::Number(0)))
}

/// As Debian's package has it: root reads the key, then the server becomes another user.
fn script(plan: &Plan, script: &mut Script) {
    install_certificates(plan, script, Access::ROOT);
    install_pages(plan, script);
    script.put("h2o.conf", Plain("/etc/h2o/h2o.conf"), Access::ALL);
    script.check([Plain("h2o -t -c /etc/h2o/h2o.conf")]);
    script.service("restart", "h2o");
}
