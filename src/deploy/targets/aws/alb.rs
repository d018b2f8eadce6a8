//! Load balancers of Amazon Web Services that choose from a list of policies. The list, as of 2026-11:
//! <https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html> and `network/` there;
//! headers: <https://docs.aws.amazon.com/elasticloadbalancing/latest/application/header-modification.html>.

use super::{ALWAYS, AWS, EVERY_PROTOCOL, Policy, Target, deploy, file, given, import, resource, template};
use crate::deploy::commands::Script;
use crate::deploy::guideline::Protocol;
use crate::deploy::plan::Plan;
use crate::deploy::syntax::tree::{Form, Tree, list, map, own, value};
use crate::deploy::targets::Reach;
use crate::report::Doc;
use crate::report::message::RemarkMessage;
use crate::report::wire::{Profile, Switch};

/// An Application Load Balancer.
pub static AWS_ALB: Target = Target {
    id: "aws-alb",
    title: "AWS Application Load Balancer",
    documentation: (
        Doc::Page,
        "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html",
    ),
    protocols: EVERY_PROTOCOL,
    hosts: |_| true,
    policies: POLICIES,
    switches: &[(Switch::Redirect, ALWAYS), (Switch::Hsts, ALWAYS), (Switch::Hybrid, ALWAYS)],
    always: &[(Switch::Http2, ALWAYS), (Switch::WebSocket, ALWAYS)],
    render: |plan, files| files.tree(file(plan), Form::Json, &[application(plan)]),
    script: |plan, script| make(plan, APPLICATION, script),
    remarks: |_| vec![RemarkMessage::NewListener, RemarkMessage::AwsSuccessor],
    ..AWS
};

/// A Network Load Balancer that ends TLS.
pub static AWS_NLB: Target = Target {
    id: "aws-nlb",
    title: "AWS Network Load Balancer",
    documentation: (
        Doc::Page,
        "https://docs.aws.amazon.com/elasticloadbalancing/latest/network/describe-ssl-policies.html",
    ),
    protocols: EVERY_PROTOCOL,
    hosts: |_| true,
    policies: POLICIES,
    // Whether there is HTTP/2 depends on the targets: it is asked for as the stack is made.
    switches: &[(Switch::Hybrid, ALWAYS)],
    always: &[(Switch::WebSocket, ALWAYS)],
    reach: Reach::Tls(443),
    render: |plan, files| files.tree(file(plan), Form::Json, &[network(plan)]),
    script: |plan, script| make(plan, NETWORK, script),
    remarks: |_| vec![RemarkMessage::NewListener, RemarkMessage::NetworkAlpn, RemarkMessage::AwsSuccessor],
    ..AWS
};

/// `Res` has GCM alone; `Ext2` has CBC with SHA-1, which old phones need, and the RSA key exchange with it.
const POLICIES: &[Policy] = &[
    Policy {
        profile: Profile::Modern,
        name: "ELBSecurityPolicy-TLS13-1-3-2021-06",
        hybrid: "ELBSecurityPolicy-TLS13-1-3-PQ-2025-09",
        protocols: &[Protocol::Tls13],
        rsa_only: false,
    },
    Policy {
        profile: Profile::Compatible,
        name: "ELBSecurityPolicy-TLS13-1-2-Res-2021-06",
        hybrid: "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09",
        protocols: &[Protocol::Tls12, Protocol::Tls13],
        rsa_only: false,
    },
    Policy {
        profile: Profile::MiniProgram,
        name: "ELBSecurityPolicy-TLS13-1-2-Ext2-2021-06",
        hybrid: "ELBSecurityPolicy-TLS13-1-2-Ext2-PQ-2025-09",
        protocols: &[Protocol::Tls12, Protocol::Tls13],
        rsa_only: false,
    },
    Policy {
        profile: Profile::Legacy,
        name: "ELBSecurityPolicy-TLS13-1-0-2021-06",
        hybrid: "ELBSecurityPolicy-TLS13-1-0-PQ-2025-09",
        protocols: &Protocol::ALL,
        rsa_only: false,
    },
];

const LISTENER: &str = "AWS::ElasticLoadBalancingV2::Listener";

fn application(plan: &Plan) -> Tree {
    let header = |text: &String| {
        list([map([
            ("Key", own("routing.http.response.strict_transport_security.header_value")),
            ("Value", value(text)),
        ])])
    };
    let resources = map([(
        "Secure",
        resource(LISTENER, secure(plan, "HTTPS").and_some("ListenerAttributes", plan.hsts.as_ref().map(header))),
    )]);
    let resources = match plan.on(Switch::Redirect) {
        true => resources.and("Plain", plain(plan)).and("Challenge", challenge()),
        false => resources,
    };
    template(PARAMETERS, resources)
}

/// What the client and the load balancer agree on, the targets get: nothing is translated.
fn network(plan: &Plan) -> Tree {
    template(
        PARAMETERS.into_iter().chain(["Alpn"]),
        map([("Secure", resource(LISTENER, secure(plan, "TLS").and("AlpnPolicy", list([given("Alpn")]))))]),
    )
}

const PARAMETERS: [&str; 3] = ["LoadBalancer", "TargetGroup", "Certificate"];

fn secure(plan: &Plan, protocol: &'static str) -> Tree {
    map([
        ("LoadBalancerArn", given("LoadBalancer")),
        ("Port", Tree::Number(plan.tls_port().into())),
        ("Protocol", own(protocol)),
        ("SslPolicy", own(plan.policy())),
        ("Certificates", list([map([("CertificateArn", given("Certificate"))])])),
        ("DefaultActions", list([forward()])),
    ])
}

/// 301 or 302: the load balancer knows no other.
fn plain(plan: &Plan) -> Tree {
    let to = map([
        ("Protocol", own("HTTPS")),
        ("Port", value(plan.tls_port())),
        ("Host", own("#{host}")),
        ("Path", own("/#{path}")),
        ("Query", own("#{query}")),
        ("StatusCode", own("HTTP_301")),
    ]);
    let listener = map([
        ("LoadBalancerArn", given("LoadBalancer")),
        ("Port", Tree::Number(plan.place.http_port.into())),
        ("Protocol", own("HTTP")),
        ("DefaultActions", list([map([("Type", own("redirect")), ("RedirectConfig", to)])])),
    ]);
    resource(LISTENER, listener)
}

/// Everything goes to HTTPS, except what a certificate authority asks for to see who controls the name.
fn challenge() -> Tree {
    let paths = map([("Values", list([own("/.well-known/acme-challenge/*")]))]);
    let rule = map([
        ("ListenerArn", given("Plain")),
        ("Priority", Tree::Number(1)),
        ("Conditions", list([map([("Field", own("path-pattern")), ("PathPatternConfig", paths)])])),
        ("Actions", list([forward()])),
    ]);
    resource("AWS::ElasticLoadBalancingV2::ListenerRule", rule)
}

fn forward() -> Tree {
    map([("Type", own("forward")), ("TargetGroupArn", given("TargetGroup"))])
}

const APPLICATION: &str =
    "LoadBalancer=\"$LOAD_BALANCER_ARN\" TargetGroup=\"$TARGET_GROUP_ARN\" Certificate=\"$CERTIFICATE_ARN\"";
const NETWORK: &str = "LoadBalancer=\"$LOAD_BALANCER_ARN\" TargetGroup=\"$TARGET_GROUP_ARN\" \
                       Certificate=\"$CERTIFICATE_ARN\" Alpn=\"${ALPN_POLICY:-HTTP1Only}\"";

fn make(plan: &Plan, parameters: &'static str, script: &mut Script) {
    script.ask("LOAD_BALANCER_ARN", "the ARN of the load balancer: aws elbv2 describe-load-balancers");
    script.ask("TARGET_GROUP_ARN", "the ARN of the target group behind: aws elbv2 describe-target-groups");
    import(plan, "", script);
    deploy(plan, parameters, script);
}
