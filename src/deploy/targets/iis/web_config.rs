//! `web.config`: the redirect, and HSTS where the site has no setting for it.

use super::HSTS;
use crate::deploy::plan::Plan;
use crate::deploy::syntax::xml::{Element, element};
use crate::deploy::syntax::{Plain, around, text};
use crate::deploy::targets::remark;
use crate::report::wire::Switch;

/// The document; none where there is nothing to say.
pub fn web_config(plan: &Plan) -> Option<Element> {
    let hsts = plan.hsts.as_ref().filter(|_| plan.version < HSTS);
    let redirect = plan.on(Switch::Redirect);
    (redirect || hsts.is_some()).then(|| {
        let header = |value: &String| {
            let add = element("add").with("name", Plain("Strict-Transport-Security")).with("value", text(value));
            let headers =
                element("customHeaders").child(element("remove").with("name", Plain("Strict-Transport-Security")));
            element("httpProtocol").remark(remark::HSTS).child(headers.child(add))
        };
        let rules = redirect.then(|| element("rewrite").child(element("rules").child(rule(plan))));
        let server =
            element("system.webServer").children(rules).children(redirect.then(challenges)).children(hsts.map(header));
        element("configuration").child(server)
    })
}

/// Everything goes to HTTPS, except what a certificate authority asks for to see who controls the name.
fn rule(plan: &Plan) -> Element {
    let condition = |input, pattern| element("add").with("input", Plain(input)).with("pattern", Plain(pattern));
    let to = match plan.tls_port() {
        443 => Plain("https://{HTTP_HOST}{REQUEST_URI}"),
        port => around("https://{SERVER_NAME}:", port, "{REQUEST_URI}"),
    };
    let conditions = element("conditions")
        .child(condition("{HTTPS}", "^OFF$"))
        .child(condition("{REQUEST_URI}", "^/\\.well-known/acme-challenge/").with("negate", Plain("true")));
    element("rule")
        .with("name", Plain("certloupe-https"))
        .with("stopProcessing", Plain("true"))
        .remark("Certificate authorities look below /.well-known/acme-challenge/ over plain HTTP (ACME http-01).")
        .child(element("match").with("url", Plain(".*")))
        .child(conditions)
        .child(
            element("action")
                .with("type", Plain("Redirect"))
                .with("url", to)
                .with("appendQueryString", Plain("false"))
                .with("redirectType", Plain("Permanent")),
        )
}

/// The answers to challenges have no extension, and IIS shows no file whose kind it does not know.
fn challenges() -> Element {
    let kind = element("mimeMap").with("fileExtension", Plain(".")).with("mimeType", Plain("text/plain"));
    element("staticContent").child(element("remove").with("fileExtension", Plain("."))).child(kind)
}
