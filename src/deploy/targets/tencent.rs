//! Tencent Cloud, by `tccli`: <https://cloud.tencent.com/document/product/440>. Names of actions and parameters are
//! those of its API: ssl 2019-12-05, clb 2018-03-17, cdn 2018-06-06.

use super::{ALWAYS, EVERY_PROTOCOL, Judge, PLATFORM, Policy, Quirk, Reach, Target};
use crate::deploy::commands::Script;
use crate::deploy::guideline::Protocol;
use crate::deploy::plan::Plan;
use crate::deploy::syntax::tree::{Form, Tree, list, map, own, quoted, value};
use crate::deploy::syntax::{Plain, Word, on_off, text};
use crate::report::Doc;
use crate::report::message::RemarkMessage;
use crate::report::wire::{Profile, Switch};

const TENCENT: Target =
    Target { also: &["腾讯云", "tccli", "qcloud"], judge: Judge::Program("Tencent Cloud SDK"), ..PLATFORM };

/// The store of certificates, which the other services take them from.
pub static TENCENT_SSL: Target = Target {
    id: "tencent-ssl",
    title: "Tencent Cloud SSL",
    documentation: (Doc::Page, "https://cloud.tencent.com/document/product/400/41665"),
    hosts: |_| true,
    reach: Reach::Store,
    script: |plan, script| {
        upload(plan, script);
        script.check([Plain("tccli ssl DescribeCertificate --CertificateId \"$CERTIFICATE_ID\"")]);
    },
    remarks: |_| vec![RemarkMessage::TencentReplace],
    ..TENCENT
};

/// The load balancer. It has no choice of TLS versions.
pub static TENCENT_CLB: Target = Target {
    id: "tencent-clb",
    title: "Tencent Cloud CLB",
    also: &["腾讯云", "tccli", "qcloud", "负载均衡", "load balancer"],
    documentation: (Doc::Page, "https://cloud.tencent.com/document/product/214/5412"),
    protocols: EVERY_PROTOCOL,
    policies: &[
        Policy { profile: Profile::Compatible, name: "", hybrid: "", protocols: &Protocol::ALL, rsa_only: false },
        Policy { profile: Profile::MiniProgram, name: "", hybrid: "", protocols: &Protocol::ALL, rsa_only: false },
        Policy { profile: Profile::Legacy, name: "", hybrid: "", protocols: &Protocol::ALL, rsa_only: false },
    ],
    switches: &[(Switch::Redirect, ALWAYS), (Switch::Http2, ALWAYS)],
    always: &[(Switch::WebSocket, ALWAYS)],
    render: |plan, files| files.tree(RULES.to_owned(), Form::Json, &[rules(plan)]),
    script: balancer,
    remarks: |_| vec![RemarkMessage::NewListener],
    ..TENCENT
};

/// The CDN. Its versions of TLS are chosen freely, without a gap.
pub static TENCENT_CDN: Target = Target {
    id: "tencent-cdn",
    title: "Tencent Cloud CDN",
    documentation: (Doc::Page, "https://cloud.tencent.com/document/product/228/41116"),
    protocols: EVERY_PROTOCOL,
    switches: &[
        (Switch::Redirect, ALWAYS),
        (Switch::Hsts, ALWAYS),
        (Switch::Http2, ALWAYS),
        (Switch::Stapling, ALWAYS),
    ],
    script: cdn,
    quirks: &[Quirk::ByAccount, Quirk::AtTheEdge],
    ..TENCENT
};

/// The whole chain goes into one field; the key is read from its file.
fn upload(plan: &Plan, script: &mut Script) {
    script.install([
        Plain("CERTIFICATE_ID=$(tccli ssl UploadCertificate --CertificateType SVR --Alias"),
        text(&plan.stem),
        Plain("--CertificatePublicKey \"$(cat fullchain.pem)\" --CertificatePrivateKey \"$(cat privkey.pem)\""),
        Plain("--filter CertificateId --output text)"),
    ]);
}

const RULES: &str = "tencent-clb-rules.json";

/// One rule for all names: what has no rule of its own goes there.
fn rules(plan: &Plan) -> Tree {
    list([map([
        ("Domains", list(plan.hosts.iter().map(value))),
        ("Url", own("/")),
        ("ForwardType", own("HTTP")),
        ("Http2", Tree::Truth(plan.on(Switch::Http2))),
        ("DefaultServer", Tree::Truth(true)),
    ])])
}

fn balancer(plan: &Plan, script: &mut Script) {
    script.ask("LOAD_BALANCER_ID", "the ID of the load balancer (lb-...): tccli clb DescribeLoadBalancers");
    script.ask("BACKEND_ID", "the ID of the machine behind (ins-...): tccli cvm DescribeInstances");
    script.ask("BACKEND_PORT", "the port where it answers plain HTTP, such as 80");
    upload(plan, script);
    script.reload([
        Plain("LISTENER_ID=$(tccli clb CreateListener --cli-unfold-argument --LoadBalancerId \"$LOAD_BALANCER_ID\""),
        Plain("--Protocol HTTPS --Ports"),
        text(plan.tls_port()),
        Plain("--Certificate.SSLMode UNIDIRECTIONAL --Certificate.CertId \"$CERTIFICATE_ID\""),
        Plain("--filter 'ListenerIds[0]' --output text)"),
    ]);
    script.reload([
        Plain("RULE_ID=$(tccli clb CreateRule --LoadBalancerId \"$LOAD_BALANCER_ID\" --ListenerId \"$LISTENER_ID\""),
        Plain("--Rules \"$(cat tencent-clb-rules.json)\" --filter 'LocationIds[0]' --output text)"),
    ]);
    // Without a target every request is answered with an error.
    script.reload([
        Plain("tccli clb RegisterTargets --LoadBalancerId \"$LOAD_BALANCER_ID\" --ListenerId \"$LISTENER_ID\""),
        Plain("--LocationId \"$RULE_ID\""),
        Plain("--Targets \"[{\\\"InstanceId\\\": \\\"$BACKEND_ID\\\", \\\"Port\\\": $BACKEND_PORT}]\""),
    ]);
    if plan.on(Switch::Redirect) {
        let each = |word: &str| format!("[{}]", vec![word; plan.hosts.len()].join(","));
        let names: Vec<_> = plan.hosts.iter().map(|host| quoted(&host.to_string())).collect();
        script.reload([
            Plain(
                "tccli clb AutoRewrite --LoadBalancerId \"$LOAD_BALANCER_ID\" --ListenerId \"$LISTENER_ID\" --Domains",
            ),
            text(format!("[{}]", names.join(","))),
            Plain("--RewriteCodes"),
            text(each("301")),
            Plain("--TakeUrls"),
            text(each("true")),
        ]);
    }
}

/// Each name is a domain of its own.
fn cdn(plan: &Plan, script: &mut Script) {
    upload(plan, script);
    for host in &plan.hosts {
        let mut words = vec![
            Plain("tccli cdn UpdateDomainConfig --cli-unfold-argument --Domain"),
            text(host),
            Plain("--Https.Switch on --Https.CertInfo.CertId \"$CERTIFICATE_ID\" --Https.TlsVersion"),
        ];
        words.extend(plan.protocols.iter().map(|protocol| Plain(protocol.openssl())));
        words.extend([Plain("--Https.Http2"), switch(plan.on(Switch::Http2))]);
        words.extend([Plain("--Https.OcspStapling"), switch(plan.stapling)]);
        words.extend([Plain("--Https.Hsts.Switch"), switch(plan.hsts.is_some())]);
        if let Some((seconds, below)) = plan.hsts_parts() {
            words.extend([Plain("--Https.Hsts.MaxAge"), text(seconds)]);
            words.extend([Plain("--Https.Hsts.IncludeSubDomains"), switch(below)]);
        }
        words.extend([Plain("--ForceRedirect.Switch"), switch(plan.on(Switch::Redirect))]);
        if plan.on(Switch::Redirect) {
            words.push(Plain("--ForceRedirect.RedirectType https --ForceRedirect.RedirectStatusCode 301"));
        }
        script.reload(words);
    }
}

fn switch(on: bool) -> Word {
    Plain(on_off(on))
}
