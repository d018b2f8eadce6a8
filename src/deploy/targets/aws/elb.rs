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
    let on = |name| map([("AttributeName", value(name)), ("AttributeValue", own("true"))]);
    list(names(plan).map(on))
}

fn names(plan: &Plan) -> impl Iterator<Item = String> {
    let protocols = plan.protocols.iter().map(|protocol| format!("Protocol-{}", protocol.openssl()));
    let suites = plan.suites.iter().map(|suite| suite.openssl.to_owned());
    let order = plan.server_order.then(|| "Server-Defined-Cipher-Order".to_owned());
    protocols.chain(order).chain(suites)
}

/// Policies are not changed but replaced. The name has a checksum (FNV-1a) of what it stands for: one that is there by
/// this name says the same.
fn policy(plan: &Plan) -> String {
    let sum = names(plan)
        .flat_map(|name| name.into_bytes().into_iter().chain([b'\n']))
        .fold(0x811c_9dc5_u32, |sum, byte| (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    format!("certloupe-{}-{}-{sum:08x}", plan.profile.id(), plan.key_algorithm.to_ascii_lowercase())
}

/// Asks for the policy.
const DESCRIBE: &str =
    "aws elb describe-load-balancer-policies --load-balancer-name \"$LOAD_BALANCER_NAME\" --policy-names";

fn script(plan: &Plan, script: &mut Script) {
    script.ask("LOAD_BALANCER_NAME", "the name of the load balancer: aws elb describe-load-balancers");
    import(plan, "", script);
    script.install([
        Plain(DESCRIBE),
        text(policy(plan)),
        Plain(">/dev/null 2>&1 ||"),
        Plain("aws elb create-load-balancer-policy --load-balancer-name \"$LOAD_BALANCER_NAME\" --policy-name"),
        text(policy(plan)),
        Plain("--policy-type-name SSLNegotiationPolicyType --policy-attributes"),
        around("file://", file(plan), ""),
    ]);
    script.check([Plain(DESCRIBE), text(policy(plan))]);
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
