//! Cloudflare, by its API: settings of a zone <https://developers.cloudflare.com/api/resources/zones/subresources/settings/>,
//! certificates of one's own <https://developers.cloudflare.com/api/resources/custom_certificates/>. Between Cloudflare
//! and the origin it is Full (strict): the origin serves the same certificate, by the configuration of its own server.

use super::{ALWAYS, EVERY_PROTOCOL, Judge, PLATFORM, Quirk, Target};
use crate::deploy::commands::Script;
use crate::deploy::guideline::Protocol;
use crate::deploy::plan::Plan;
use crate::deploy::syntax::tree::{Form, Tree, map, own};
use crate::deploy::syntax::{Plain, on_off};
use crate::report::Doc;
use crate::report::message::RemarkMessage;
use crate::report::wire::Switch;

/// Cloudflare. Suites are chosen with a paid add-on only, and stay as they are.
pub static CLOUDFLARE: Target = Target {
    id: "cloudflare",
    title: "Cloudflare",
    also: &["CDN", "Full (strict)", "Authenticated Origin Pulls"],
    documentation: (Doc::Page, "https://developers.cloudflare.com/ssl/origin-configuration/ssl-modes/full-strict/"),
    protocols: EVERY_PROTOCOL,
    switches: &[
        (Switch::Redirect, ALWAYS),
        (Switch::Hsts, ALWAYS),
        (Switch::Http3, ALWAYS),
        (Switch::WebSocket, ALWAYS),
    ],
    always: &[(Switch::Http2, ALWAYS), (Switch::Hybrid, ALWAYS)],
    render: |plan, files| files.tree(SETTINGS.to_owned(), Form::Json, &[settings(plan)]),
    script,
    remarks: |_| vec![RemarkMessage::CloudflarePlan, RemarkMessage::CloudflareOrigin],
    judge: Judge::Program("Cloudflare SDK"),
    quirks: &[Quirk::ByAccount, Quirk::AtTheEdge],
    ..PLATFORM
};

const SETTINGS: &str = "cloudflare-settings.json";

/// Settings of the zone, by their identifiers.
fn settings(plan: &Plan) -> Tree {
    let switch = |on: bool| own(on_off(on));
    let (seconds, below) = plan.hsts_parts().unwrap_or_default();
    let hsts = map([
        ("enabled", Tree::Truth(plan.hsts.is_some())),
        ("max_age", Tree::Number(seconds)),
        ("include_subdomains", Tree::Truth(below)),
        ("preload", Tree::Truth(false)),
        ("nosniff", Tree::Truth(false)),
    ]);
    map([
        ("ssl", own("strict")),
        ("min_tls_version", own(plan.range().0.number())),
        ("tls_1_3", switch(plan.protocols.contains(&Protocol::Tls13))),
        ("always_use_https", switch(plan.on(Switch::Redirect))),
        ("http3", switch(plan.on(Switch::Http3))),
        ("websockets", switch(plan.on(Switch::WebSocket))),
        // The origin may ask for it; one that does not is none the wiser.
        ("tls_client_auth", own("on")),
        ("security_header", map([("strict_transport_security", hsts)])),
    ])
}

const CURL: &str = "curl -sS --fail-with-body -H \"Authorization: Bearer $CLOUDFLARE_API_TOKEN\" \
                    -H 'Content-Type: application/json'";

/// The key goes through a pipe: it stands in no command line and in no other file.
fn script(_: &Plan, script: &mut Script) {
    script.ask("CLOUDFLARE_API_TOKEN", "a token that may edit Zone Settings and SSL and Certificates");
    script.ask("CLOUDFLARE_ZONE_ID", "the ID of the zone, on its Overview page");
    script.install([
        Plain("jq -n --rawfile certificate fullchain.pem --rawfile private_key privkey.pem"),
        Plain("'{certificate: $certificate, private_key: $private_key, bundle_method: \"force\"}' |"),
        Plain(CURL),
        Plain("--data @-"),
        Plain("\"https://api.cloudflare.com/client/v4/zones/$CLOUDFLARE_ZONE_ID/custom_certificates\""),
    ]);
    script.reload([
        Plain("jq -r 'to_entries[] | \"\\(.key) \\({value: .value} | tojson)\"' cloudflare-settings.json |"),
        Plain("while read -r setting value; do"),
        Plain(CURL),
        Plain("-X PATCH --data \"$value\""),
        Plain("\"https://api.cloudflare.com/client/v4/zones/$CLOUDFLARE_ZONE_ID/settings/$setting\"; done"),
    ]);
}
