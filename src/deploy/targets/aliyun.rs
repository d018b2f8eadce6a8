//! Alibaba Cloud, by its `aliyun` command: <https://help.aliyun.com/zh/cli/>. Names of actions and parameters are those
//! of its API: cas 2020-04-07, slb 2014-05-15, cdn 2018-05-10. The policies of the load balancer, as of 2026-01:
//! <https://help.aliyun.com/document_detail/90740.html>; the functions of the CDN:
//! <https://help.aliyun.com/document_detail/388460.html>.

use super::{ALWAYS, EVERY_PROTOCOL, Judge, PLATFORM, Policy, Quirk, Reach, Target};
use crate::deploy::allow::Host;
use crate::deploy::commands::Script;
use crate::deploy::guideline::Protocol;
use crate::deploy::plan::Plan;
use crate::deploy::syntax::tree::{Form, Tree, list, map, own, value};
use crate::deploy::syntax::{Plain, around, on_off, text};
use crate::report::Doc;
use crate::report::message::RemarkMessage;
use crate::report::wire::{Profile, Switch};

const ALIYUN: Target =
    Target {
        also: &["阿里云", "Aliyun", "aliyun CLI", "CAS"], judge: Judge::Program("Alibaba Cloud SDK"), ..PLATFORM
    };

/// The store of certificates, which the other services take them from.
pub static ALIYUN_CAS: Target = Target {
    id: "aliyun-cas",
    title: "Alibaba Cloud Certificate Management",
    documentation: (
        Doc::Page,
        "https://help.aliyun.com/zh/ssl-certificate/developer-reference/api-cas-2020-04-07-uploadusercertificate",
    ),
    hosts: |_| true,
    reach: Reach::Store,
    script: |plan, script| {
        upload(plan, script);
        script.check([Plain("aliyun cas GetUserCertificateDetail --CertId \"$CERTIFICATE_ID\" --CertFilter true")]);
    },
    ..ALIYUN
};

/// The classic load balancer.
pub static ALIYUN_SLB: Target = Target {
    id: "aliyun-slb",
    title: "Alibaba Cloud CLB (SLB)",
    also: &["阿里云", "Aliyun", "aliyun CLI", "CAS", "负载均衡", "load balancer"],
    documentation: (Doc::Page, "https://help.aliyun.com/document_detail/90740.html"),
    protocols: EVERY_PROTOCOL,
    policies: &[
        Policy { profile: Profile::Compatible, ..NEWEST },
        Policy { profile: Profile::MiniProgram, ..NEWEST },
        Policy {
            profile: Profile::Legacy,
            name: "tls_cipher_policy_1_0",
            hybrid: "",
            protocols: &[Protocol::Tls10, Protocol::Tls11, Protocol::Tls12],
            rsa_only: true,
        },
        Policy { profile: Profile::Legacy, ..NEWEST },
    ],
    hosts: |_| true,
    switches: &[(Switch::Redirect, ALWAYS), (Switch::Http2, ALWAYS)],
    always: &[(Switch::WebSocket, ALWAYS)],
    script: balancer,
    remarks: |_| vec![RemarkMessage::NewListener],
    ..ALIYUN
};

/// The CDN.
pub static ALIYUN_CDN: Target = Target {
    id: "aliyun-cdn",
    title: "Alibaba Cloud CDN",
    documentation: (Doc::Page, "https://help.aliyun.com/document_detail/388460.html"),
    protocols: EVERY_PROTOCOL,
    switches: &[
        (Switch::Redirect, ALWAYS),
        (Switch::Hsts, ALWAYS),
        (Switch::Http2, ALWAYS),
        (Switch::Stapling, ALWAYS),
    ],
    render: |plan, files| files.tree(FUNCTIONS.to_owned(), Form::Json, &[functions(plan)]),
    script: cdn,
    quirks: &[Quirk::ByAccount, Quirk::AtTheEdge],
    ..ALIYUN
};

/// The only policy with TLS 1.3, and the only one with suites for ECDSA; its CBC suites serve old phones too.
const NEWEST: Policy = Policy {
    profile: Profile::Compatible,
    name: "tls_cipher_policy_1_2_strict_with_1_3",
    hybrid: "",
    protocols: &[Protocol::Tls12, Protocol::Tls13],
    rsa_only: false,
};

/// The name of a certificate is given once in an account: the day makes it another at each renewal.
fn upload(plan: &Plan, script: &mut Script) {
    script.install([around("SITE=", &plan.stem, "")]);
    script.install([
        Plain("CERTIFICATE_ID=$(aliyun cas UploadUserCertificate --Name \"$SITE-$(date +%Y%m%d)\""),
        Plain("--Cert=\"$(cat fullchain.pem)\" --Key=\"$(cat privkey.pem)\""),
        Plain("| grep -o '\"CertId\": *[0-9]*' | grep -o '[0-9]*')"),
    ]);
}

/// Every command names the balancer and its region; a listener of health checks and sticky sessions says so itself.
fn balancer(plan: &Plan, script: &mut Script) {
    script.ask("LOAD_BALANCER_ID", "the ID of the load balancer (lb-...): aliyun slb DescribeLoadBalancers");
    script.ask("REGION_ID", "the region of the load balancer, like cn-hangzhou");
    upload(plan, script);
    script.install([
        Plain("SERVER_CERTIFICATE_ID=$(aliyun slb UploadServerCertificate --RegionId \"$REGION_ID\""),
        Plain("--AliCloudCertificateId \"$CERTIFICATE_ID\" --AliCloudCertificateRegionId cn-hangzhou"),
        Plain("--ServerCertificateName \"$SITE-$(date +%Y%m%d)\""),
        Plain("| grep -o '\"ServerCertificateId\": *\"[^\"]*' | cut -d '\"' -f 4)"),
    ]);
    let listener = "--RegionId \"$REGION_ID\" --LoadBalancerId \"$LOAD_BALANCER_ID\" --ListenerPort";
    script.reload([
        Plain("aliyun slb CreateLoadBalancerHTTPSListener"),
        Plain(listener),
        text(plan.tls_port()),
        Plain("--BackendServerPort 80 --Bandwidth -1 --StickySession off --HealthCheck on --HealthCheckURI /"),
        Plain("--HealthyThreshold 3 --UnhealthyThreshold 3 --HealthCheckTimeout 5 --HealthCheckInterval 2"),
        Plain("--ServerCertificateId \"$SERVER_CERTIFICATE_ID\" --TLSCipherPolicy"),
        Plain(plan.policy()),
        Plain(if plan.on(Switch::Http2) { "--EnableHttp2 on" } else { "--EnableHttp2 off" }),
        Plain("--XForwardedFor_proto on"),
    ]);
    let start = "aliyun slb StartLoadBalancerListener";
    script.reload([Plain(start), Plain(listener), text(plan.tls_port()), Plain("--ListenerProtocol https")]);
    if plan.on(Switch::Redirect) {
        script.reload([
            Plain("aliyun slb CreateLoadBalancerHTTPListener"),
            Plain(listener),
            text(plan.place.http_port),
            Plain("--ListenerForward on --ForwardPort"),
            text(plan.tls_port()),
        ]);
        script.reload([Plain(start), Plain(listener), text(plan.place.http_port), Plain("--ListenerProtocol http")]);
    }
}

const FUNCTIONS: &str = "aliyun-cdn-functions.json";

fn functions(plan: &Plan) -> Tree {
    let versions = Protocol::ALL.map(|protocol| (protocol_name(protocol), plan.protocols.contains(&protocol)));
    let tls = versions.map(|(name, on)| (name, switch(on)));
    // CBC, and the RSA key exchange of the oldest, stand in the wider group only.
    let group = if plan.suites.iter().all(|suite| !suite.openssl.ends_with("-SHA")) { "strict" } else { "all" };
    let mut functions = vec![
        function("https_tls_version", tls.into_iter().chain([("ciphersuitegroup", own(group))])),
        function("https_option", [("http2", switch(plan.on(Switch::Http2))), ("ocsp_stapling", switch(plan.stapling))]),
    ];
    if plan.on(Switch::Redirect) {
        functions.push(function("https_force", [("enable", own("on")), ("https_rewrite", value(301))]));
    }
    if let Some((seconds, below)) = plan.hsts_parts() {
        functions.push(function(
            "HSTS",
            [
                ("enabled", own("on")),
                ("https_hsts_max_age", value(seconds)),
                ("https_hsts_include_subdomains", switch(below)),
            ],
        ));
    }
    list(functions)
}

fn function(name: &'static str, arguments: impl IntoIterator<Item = (&'static str, Tree)>) -> Tree {
    let argument = |(name, value): (&'static str, Tree)| map([("argName", own(name)), ("argValue", value)]);
    map([("functionName", own(name)), ("functionArgs", list(arguments.into_iter().map(argument)))])
}

fn switch(on: bool) -> Tree {
    own(on_off(on))
}

const fn protocol_name(protocol: Protocol) -> &'static str {
    match protocol {
        Protocol::Tls10 => "tls10",
        Protocol::Tls11 => "tls11",
        Protocol::Tls12 => "tls12",
        Protocol::Tls13 => "tls13",
    }
}

/// A wildcard is called by its dot: `.example.com`.
fn domain(host: &Host) -> String {
    match host {
        Host::Wildcard(base) => format!(".{base}"),
        host => host.to_string(),
    }
}

fn cdn(plan: &Plan, script: &mut Script) {
    upload(plan, script);
    for host in &plan.hosts {
        script.reload([
            Plain("aliyun cdn SetCdnDomainSSLCertificate --DomainName"),
            text(domain(host)),
            Plain("--CertType cas --CertId \"$CERTIFICATE_ID\" --SSLProtocol on"),
        ]);
    }
    let names: Vec<_> = plan.hosts.iter().map(domain).collect();
    script.reload([
        Plain("aliyun cdn BatchSetCdnDomainConfig --DomainNames"),
        text(names.join(",")),
        Plain("--Functions \"$(cat aliyun-cdn-functions.json)\""),
    ]);
}
