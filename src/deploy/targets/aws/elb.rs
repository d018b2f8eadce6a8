//! The Classic Load Balancer of Amazon Web Services, which has no TLS 1.3. Protocols and ciphers of its policies:
//! <https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/elb-ssl-security-policy.html>.

use super::{ALWAYS, AWS, Target, file, import};
use crate::deploy::commands::Script;
use crate::deploy::files::Files;
use crate::deploy::guideline::Protocol;
use crate::deploy::plan::Plan;
use crate::deploy::syntax::tree::{Form, Tree, list, map, own, value};
use crate::deploy::syntax::{Plain, around, text};
use crate::deploy::targets::Reach;
use crate::report::Doc;
use crate::report::message::RemarkMessage;

/// A Classic Load Balancer.
pub static AWS_ELB: Target = Target {
    id: "aws-elb",
    title: "AWS Classic Load Balancer",
    documentation: (
        Doc::Page,
        "https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/elb-ssl-security-policy.html",
    ),
    protocols: &[(Protocol::Tls10, ALWAYS), (Protocol::Tls11, ALWAYS), (Protocol::Tls12, ALWAYS)],
    hosts: |_| true,
    has_suite: |suite| !suite.openssl.contains("CHACHA20"),
    reach: Reach::Tls(443),
    render,
    script,
    remarks: |_| vec![RemarkMessage::AwsClassic, RemarkMessage::AwsSuccessor],
    ..AWS
};

fn render(plan: &Plan, files: &mut Files) {
    files.tree(file(plan), Form::Json, &[attributes(plan)]);
}

/// What a policy leaves out is off.
fn attributes(plan: &Plan) -> Tree {
    let on = |name: Tree| map([("AttributeName", name), ("AttributeValue", own("true"))]);
    let protocols = plan.protocols.iter().map(|protocol| Tree::Text(around("Protocol-", protocol.openssl(), "")));
    let suites = plan.suites.iter().map(|suite| value(suite.openssl));
    let order = plan.server_order.then(|| own("Server-Defined-Cipher-Order"));
    list(protocols.chain(order).chain(suites).map(on))
}

/// Policies are not changed but replaced; each profile has its own name.
fn policy(plan: &Plan) -> String {
    format!("certloupe-{}-{}", plan.profile.id(), plan.key_algorithm.to_ascii_lowercase())
}

fn script(plan: &Plan, script: &mut Script) {
    script.ask("LOAD_BALANCER_NAME", "the name of the load balancer: aws elb describe-load-balancers");
    import(plan, "", script);
    script.install([
        Plain("aws elb create-load-balancer-policy --load-balancer-name \"$LOAD_BALANCER_NAME\" --policy-name"),
        text(policy(plan)),
        Plain("--policy-type-name SSLNegotiationPolicyType --policy-attributes"),
        around("file://", file(plan), ""),
    ]);
    script.check([
        Plain("aws elb describe-load-balancer-policies --load-balancer-name \"$LOAD_BALANCER_NAME\" --policy-names"),
        text(policy(plan)),
    ]);
    script.reload([
        Plain("aws elb set-load-balancer-listener-ssl-certificate --load-balancer-name \"$LOAD_BALANCER_NAME\""),
        Plain("--load-balancer-port"),
        text(plan.tls_port()),
        Plain("--ssl-certificate-id \"$CERTIFICATE_ARN\""),
    ]);
    script.reload([
        Plain("aws elb set-load-balancer-policies-of-listener --load-balancer-name \"$LOAD_BALANCER_NAME\""),
        Plain("--load-balancer-port"),
        text(plan.tls_port()),
        Plain("--policy-names"),
        text(policy(plan)),
    ]);
}
