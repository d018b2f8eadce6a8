//! CloudFront. Its security policies, as of 2026-11:
//! <https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/secure-connections-supported-viewer-protocols-ciphers.html>.

use super::{ALWAYS, AWS, EVERY_PROTOCOL, Policy, Target, deploy, file, given, import, resource, template};
use crate::deploy::commands::Script;
use crate::deploy::files::Files;
use crate::deploy::guideline::Protocol;
use crate::deploy::plan::Plan;
use crate::deploy::syntax::tree::{Form, Tree, list, map, own, value};
use crate::deploy::targets::Quirk;
use crate::report::Doc;
use crate::report::message::RemarkMessage;
use crate::report::wire::{Profile, Switch};

/// CloudFront. Every policy that speaks TLS 1.3 has the key exchange of tomorrow.
pub static AWS_CLOUDFRONT: Target = Target {
    id: "aws-cloudfront",
    title: "AWS CloudFront",
    also: &["Amazon", "ACM", "CloudFormation", "CDN"],
    documentation: (
        Doc::Page,
        "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/secure-connections-supported-viewer-protocols-ciphers.html",
    ),
    protocols: EVERY_PROTOCOL,
    policies: POLICIES,
    switches: &[(Switch::Redirect, ALWAYS), (Switch::Hsts, ALWAYS), (Switch::Http2, ALWAYS), (Switch::Http3, ALWAYS)],
    always: &[(Switch::WebSocket, ALWAYS), (Switch::Hybrid, ALWAYS)],
    render,
    script,
    remarks: |_| vec![RemarkMessage::CloudFrontNames, RemarkMessage::AwsSuccessor],
    quirks: &[Quirk::ByAccount, Quirk::AtTheEdge],
    ..AWS
};

/// 2018 is the widest that stays above TLS 1.1: CBC with SHA-256, but not the one with SHA-1.
const POLICIES: &[Policy] = &[
    Policy {
        profile: Profile::Modern,
        name: "TLSv1.3_2025",
        hybrid: "",
        protocols: &[Protocol::Tls13],
        rsa_only: false,
    },
    Policy {
        profile: Profile::Compatible,
        name: "TLSv1.2_2021",
        hybrid: "",
        protocols: &[Protocol::Tls12, Protocol::Tls13],
        rsa_only: false,
    },
    Policy {
        profile: Profile::MiniProgram,
        name: "TLSv1.2_2018",
        hybrid: "",
        protocols: &[Protocol::Tls12, Protocol::Tls13],
        rsa_only: false,
    },
    Policy { profile: Profile::Legacy, name: "TLSv1_2016", hybrid: "", protocols: &Protocol::ALL, rsa_only: false },
];

/// Amazon's own policies, the same in every account: nothing is cached, and the origin sees the whole request.
const CACHING_DISABLED: &str = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad";
const ALL_VIEWER: &str = "216adef6-5c7f-47e4-b989-5492eafa07d3";

fn render(plan: &Plan, files: &mut Files) {
    let distribution = resource("AWS::CloudFront::Distribution", distribution(plan));
    let resources = map([("Distribution", distribution)]).and_some("Headers", headers(plan));
    files.tree(file(plan), Form::Json, &[template(["Origin", "Certificate"], resources)]);
}

fn distribution(plan: &Plan) -> Tree {
    let plain = if plan.on(Switch::Redirect) { "redirect-to-https" } else { "allow-all" };
    let version = match (plan.on(Switch::Http2), plan.on(Switch::Http3)) {
        (true, true) => "http2and3",
        (true, false) => "http2",
        (false, true) => "http3",
        (false, false) => "http1.1",
    };
    let methods = ["GET", "HEAD", "OPTIONS", "PUT", "PATCH", "POST", "DELETE"];
    let behaviour = map([
        ("TargetOriginId", own("origin")),
        ("ViewerProtocolPolicy", own(plain)),
        ("AllowedMethods", list(methods.map(own))),
        ("CachePolicyId", own(CACHING_DISABLED)),
        ("OriginRequestPolicyId", own(ALL_VIEWER)),
    ])
    .and_some("ResponseHeadersPolicyId", plan.hsts.as_ref().map(|_| given("Headers")));
    let origin = map([
        ("Id", own("origin")),
        ("DomainName", given("Origin")),
        (
            "CustomOriginConfig",
            map([("OriginProtocolPolicy", own("https-only")), ("OriginSSLProtocols", list([own("TLSv1.2")]))]),
        ),
    ]);
    let certificate = map([
        ("AcmCertificateArn", given("Certificate")),
        ("MinimumProtocolVersion", own(plan.policy())),
        ("SslSupportMethod", own("sni-only")),
    ]);
    map([(
        "DistributionConfig",
        map([
            ("Enabled", Tree::Truth(true)),
            ("Aliases", list(plan.hosts.iter().map(value))),
            ("HttpVersion", own(version)),
            ("IPV6Enabled", Tree::Truth(true)),
            ("Origins", list([origin])),
            ("DefaultCacheBehavior", behaviour),
            ("ViewerCertificate", certificate),
        ]),
    )])
}

/// What the browser is told; the origin's own word is replaced.
fn headers(plan: &Plan) -> Option<Tree> {
    let (seconds, below) = plan.hsts_parts()?;
    let hsts = map([
        ("AccessControlMaxAgeSec", Tree::Number(seconds)),
        ("IncludeSubdomains", Tree::Truth(below)),
        ("Override", Tree::Truth(true)),
    ]);
    let config =
        map([("Name", given("AWS::StackName")), ("SecurityHeadersConfig", map([("StrictTransportSecurity", hsts)]))]);
    Some(resource("AWS::CloudFront::ResponseHeadersPolicy", map([("ResponseHeadersPolicyConfig", config)])))
}

/// CloudFront takes certificates from us-east-1 alone, wherever the rest stands.
fn script(plan: &Plan, script: &mut Script) {
    script.ask("ORIGIN", "the host name of the origin, which answers by HTTPS");
    import(plan, "--region us-east-1", script);
    deploy(plan, "Origin=\"$ORIGIN\" Certificate=\"$CERTIFICATE_ARN\"", script);
}
