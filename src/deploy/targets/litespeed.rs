//! LiteSpeed, as its console keeps it in XML, and what it has in common with OpenLiteSpeed. Settings:
//! <https://docs.litespeedtech.com/lsws/cp/generic/ssl/> and the help pages of the console
//! (<https://openlitespeed.org/docs/>: listeners, virtual hosts).

use super::{ALWAYS, EVERY_PROTOCOL, Judge, Library, Target, USUAL};
use crate::deploy::allow::{Host, Upstream};
use crate::deploy::commands::{Access, Script, install_certificates, install_pages};
use crate::deploy::files::Files;
use crate::deploy::guideline::Protocol;
use crate::deploy::plan::Plan;
use crate::deploy::syntax::xml::{Element, element};
use crate::deploy::syntax::{Plain, Word, around, text};
use crate::deploy::version::Version;
use crate::report::Doc;
use crate::report::message::RemarkMessage;
use crate::report::wire::{Field, Switch};

/// LiteSpeed Web Server.
pub static LITESPEED: Target = Target {
    id: "litespeed",
    title: "LiteSpeed",
    also: &["lsws"],
    documentation: (Doc::Page, "https://docs.litespeedtech.com/lsws/cp/generic/ssl/"),
    latest: Version(6, 3, 4),
    oldest: Version(5, 4, 0),
    judge: Judge::Program("an XML parser"),
    render,
    script,
    remarks: |_| vec![RemarkMessage::LiteSpeedMerge],
    ..SPEED
};

/// What both can do. Their TLS is BoringSSL, which they bring along.
pub const SPEED: Target = Target {
    library: Library::Own,
    protocols: EVERY_PROTOCOL,
    switches: &[
        (Switch::Redirect, ALWAYS),
        (Switch::Hsts, ALWAYS),
        (Switch::Http2, ALWAYS),
        (Switch::Http3, ALWAYS),
        (Switch::WebSocket, ALWAYS),
        (Switch::Stapling, ALWAYS),
        (Switch::Tickets, ALWAYS),
    ],
    fields: &[Field::Upstream, Field::Paths, Field::ClientCa],
    ..USUAL
};

/// A setting and its value, whichever way it is written.
pub type Setting = (&'static str, Vec<Word>);

/// What a listener is to be like.
pub fn listener(plan: &Plan, port: u16, is_secure: bool) -> Vec<Setting> {
    let address = match plan.place.address {
        Some(address) => text(format!("{}:{port}", Host::Ip(address).in_url())),
        None => around("*:", port, ""),
    };
    let mut settings: Vec<Setting> =
        vec![("address", vec![address]), ("secure", vec![Plain(if is_secure { "1" } else { "0" })])];
    if is_secure {
        settings.extend(tls(plan));
    }
    settings
}

fn tls(plan: &Plan) -> Vec<Setting> {
    let mut settings = certificate(plan);
    // One bit a version.
    let bit = |protocol: &Protocol| match protocol {
        Protocol::Tls10 => 2_u8,
        Protocol::Tls11 => 4,
        Protocol::Tls12 => 8,
        Protocol::Tls13 => 16,
    };
    let versions = plan.protocols.iter().map(bit).fold(0, |all, bit| all | bit);
    settings.push(("sslProtocol", vec![text(versions)]));
    let ciphers = plan.cipher_string();
    if !ciphers.is_empty() {
        settings.push(("ciphers", vec![text(ciphers)]));
    }
    // HTTP/2 is 4 and HTTP/3 is 8, beside SPDY of old.
    let (http2, http3) = (plan.on(Switch::Http2), plan.on(Switch::Http3));
    settings.push(("enableSpdy", vec![text(u8::from(http2) * 4 + u8::from(http3) * 8)]));
    settings.push(("enableQuic", vec![truth(http3)]));
    settings.push(("sslSessionCache", vec![truth(true)]));
    settings.push(("sslSessionTickets", vec![truth(plan.on(Switch::Tickets))]));
    settings
}

/// The certificate and what belongs to it; a site has its own beside the listener's.
pub fn certificate(plan: &Plan) -> Vec<Setting> {
    let mut settings: Vec<Setting> = vec![
        ("keyFile", vec![text(plan.key())]),
        ("certFile", vec![text(plan.certificate())]),
        ("certChain", vec![truth(true)]),
        ("enableStapling", vec![truth(plan.stapling)]),
    ];
    if let Some(authorities) = &plan.client_ca {
        settings.push(("CACertFile", vec![text(authorities)]));
        settings.push(("clientVerify", vec![Plain("2")]));
    }
    settings
}

/// A yes or no.
pub const fn truth(truth: bool) -> Word {
    Plain(if truth { "1" } else { "0" })
}

/// The application behind.
pub fn application(upstream: &Upstream) -> Vec<Setting> {
    let address = match upstream.https {
        true => around("https://", upstream.authority(), ""),
        false => text(upstream.authority()),
    };
    vec![
        ("type", vec![Plain("proxy")]),
        ("address", vec![address]),
        ("maxConns", vec![Plain("100")]),
        ("initTimeout", vec![Plain("60")]),
        ("retryTimeout", vec![Plain("0")]),
        ("respBuffer", vec![Plain("0")]),
    ]
}

/// The header that browsers remember.
pub fn hsts(plan: &Plan) -> Option<Setting> {
    let value = plan.hsts.as_ref()?;
    let words = [Plain("Strict-Transport-Security:")].into_iter().chain(value.split(' ').map(text));
    Some(("extraHeaders", words.collect()))
}

/// Everything goes to HTTPS, except what a certificate authority asks for to see who controls the name.
pub fn redirect(plan: &Plan) -> [Vec<Word>; 3] {
    let to = match plan.tls_port() {
        443 => Plain("https://%{SERVER_NAME}%{REQUEST_URI}"),
        port => around("https://%{SERVER_NAME}:", port, "%{REQUEST_URI}"),
    };
    [
        vec![Plain("RewriteCond"), Plain("%{HTTPS}"), Plain("!on")],
        vec![Plain("RewriteCond"), Plain("%{REQUEST_URI}"), Plain("!^/[.]well-known/acme-challenge/")],
        vec![Plain("RewriteRule"), Plain(".*"), to, Plain("[R=301,L]")],
    ]
}

/// What the site answers for, as the listeners want it.
pub fn domains(plan: &Plan) -> Vec<Word> {
    let last = plan.hosts.len().saturating_sub(1);
    let comma = |index: usize| if index == last { "" } else { "," };
    plan.hosts.iter().enumerate().map(|(index, host)| text(format!("{}{}", host.in_url(), comma(index)))).collect()
}

fn render(plan: &Plan, files: &mut Files) {
    files.xml(format!("{}.xml", plan.stem), &site(plan));
    files.xml("httpd_config.part.xml".to_owned(), &part(plan));
}

/// Settings as elements.
fn elements(settings: impl IntoIterator<Item = Setting>) -> Vec<Element> {
    settings.into_iter().map(|(name, words)| element(name).text(joined(&words, " "))).collect()
}

fn joined(words: &[Word], separator: &str) -> Word {
    text(words.iter().map(Word::bare).collect::<Vec<_>>().join(separator))
}

/// The rules of [`redirect`], which are lines of one text here.
fn rules(plan: &Plan) -> Word {
    const RULES: &str = "RewriteCond %{HTTPS} !on\n\
        RewriteCond %{REQUEST_URI} !^/[.]well-known/acme-challenge/\n\
        RewriteRule .* https://%{SERVER_NAME}%{REQUEST_URI} [R=301,L]";
    const RULES_BEFORE_PORT: &str = "RewriteCond %{HTTPS} !on\n\
        RewriteCond %{REQUEST_URI} !^/[.]well-known/acme-challenge/\n\
        RewriteRule .* https://%{SERVER_NAME}:";
    match plan.tls_port() {
        443 => Plain(RULES),
        port => around(RULES_BEFORE_PORT, port, "%{REQUEST_URI} [R=301,L]"),
    }
}

fn site(plan: &Plan) -> Element {
    let mut context = vec![element("uri").text(Plain("/"))];
    match &plan.upstream {
        Some(_) => {
            context.insert(0, element("type").text(Plain("proxy")));
            context.push(element("handler").text(Plain("application")));
        }
        None => context.push(element("location").text(Plain("$DOC_ROOT/"))),
    }
    context.extend(elements(hsts(plan)));
    let challenges = element("context")
        .child(element("uri").text(Plain("/.well-known/acme-challenge/")))
        .child(element("location").text(Plain("$DOC_ROOT/.well-known/acme-challenge/")))
        .child(element("allowBrowse").text(truth(true)));
    let mut site = element("virtualHostConfig").child(element("docRoot").text(text(plan.pages())));
    if let Some(upstream) = &plan.upstream {
        let processor = element("extProcessor").child(element("name").text(Plain("application")));
        site = site.child(element("extProcessorList").child(processor.children(elements(application(upstream)))));
        if plan.on(Switch::WebSocket) && !upstream.https {
            let socket = element("websocket")
                .child(element("uri").text(Plain("/")))
                .child(element("address").text(text(upstream.authority())));
            site = site.child(element("websocketList").child(socket));
        }
    }
    if plan.on(Switch::Redirect) {
        let rewrite = element("rewrite").child(element("enable").text(truth(true)));
        site = site.child(rewrite.child(element("rules").text(rules(plan))));
    }
    site.child(element("vhssl").children(elements(certificate(plan)))).child(
        element("contextList")
            .child(challenges)
            .child(element("context").children(context).child(element("allowBrowse").text(truth(true)))),
    )
}

/// What has to be merged into the server's own file.
fn part(plan: &Plan) -> Element {
    let map = || {
        let map = element("vhostMap").child(element("vhost").text(text(&plan.stem)));
        element("vhostMapList").child(map.child(element("domain").text(joined(&domains(plan), " "))))
    };
    let host = element("virtualHost")
        .child(element("name").text(text(&plan.stem)))
        .child(element("vhRoot").text(text(plan.pages())))
        .child(element("configFile").text(around("$SERVER_ROOT/conf/vhosts/", &plan.stem, ".xml")))
        .child(element("allowSymbolLink").text(truth(true)))
        .child(element("enableScript").text(truth(false)))
        .child(element("restrained").text(truth(true)));
    let mut listeners = element("listenerList");
    if plan.on(Switch::Redirect) {
        let plain = element("listener").child(element("name").text(Plain("plain")));
        listeners = listeners.child(plain.children(elements(listener(plan, plan.place.http_port, false))).child(map()));
    }
    let secure = element("listener").child(element("name").text(Plain("secure")));
    listeners = listeners.child(secure.children(elements(listener(plan, plan.tls_port(), true))).child(map()));
    element("httpServerConfig")
        .remark("Merge these two lists into those of conf/httpd_config.xml.")
        .child(element("virtualHostList").child(host))
        .child(listeners)
}

/// The part of the server's own file is merged by hand, before the check.
fn script(plan: &Plan, script: &mut Script) {
    install_certificates(plan, script, Access::ROOT);
    install_pages(plan, script);
    let file = format!("{}.xml", plan.stem);
    script.put(&file, around("/usr/local/lsws/conf/vhosts/", &file, ""), Access::ALL);
    script.check([Plain("/usr/local/lsws/bin/lshttpd -t")]);
    script.service("restart", "lsws");
}
