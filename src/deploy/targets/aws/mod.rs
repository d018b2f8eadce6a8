//! Amazon Web Services. Certificates are imported into Certificate Manager, the server certificate and its issuers apart:
//! <https://docs.aws.amazon.com/acm/latest/userguide/import-certificate-api-cli.html>; what uses them is a template of
//! CloudFormation: <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/>.

pub mod alb;
pub mod cloudfront;
pub mod elb;

use super::{ALWAYS, EVERY_PROTOCOL, Judge, PLATFORM, Policy, Target};
use crate::deploy::commands::Script;
use crate::deploy::plan::Plan;
use crate::deploy::syntax::tree::{Tree, map, own};
use crate::deploy::syntax::{Plain, around, text};

const AWS: Target = Target {
    also: &["Amazon", "ACM", "CloudFormation", "负载均衡"],
    judge: Judge::Program("cfn-lint, botocore"),
    ..PLATFORM
};

/// A template: what it asks for, and what it makes.
fn template(parameters: impl IntoIterator<Item = &'static str>, resources: Tree) -> Tree {
    let text = || map([("Type", own("String"))]);
    map([
        ("AWSTemplateFormatVersion", own("2010-09-09")),
        ("Parameters", map(parameters.into_iter().map(|name| (name, text())))),
        ("Resources", resources),
    ])
}

/// What a template makes.
fn resource(kind: &'static str, properties: Tree) -> Tree {
    map([("Type", own(kind)), ("Properties", properties)])
}

/// What a parameter was given.
fn given(parameter: &'static str) -> Tree {
    map([("Ref", own(parameter))])
}

/// Imports the certificate. With the ARN of one that is there, its successor takes its place, and nothing that uses it
/// has to be told.
fn import(plan: &Plan, region: &'static str, script: &mut Script) {
    let chain = if plan.served > 1 { "--certificate-chain fileb://chain.pem" } else { "" };
    let words = [
        "CERTIFICATE_ARN=$(aws acm import-certificate ${CERTIFICATE_ARN:+--certificate-arn \"$CERTIFICATE_ARN\"}",
        region,
        "--certificate fileb://cert.pem",
        chain,
        "--private-key fileb://privkey.pem --query CertificateArn --output text)",
    ];
    script.install(words.into_iter().filter(|word| !word.is_empty()).map(Plain));
}

/// Stacks are named with letters, digits and hyphens.
fn stack(plan: &Plan) -> String {
    let plain = |c: char| if c.is_ascii_alphanumeric() { c } else { '-' };
    format!("certloupe-{}", plan.stem.chars().map(plain).take(100).collect::<String>())
}

fn file(plan: &Plan) -> String {
    format!("{}.json", plan.stem)
}

/// Checks the template, and makes or changes what it says.
fn deploy(plan: &Plan, parameters: &'static str, script: &mut Script) {
    let file = file(plan);
    script.check([Plain("aws cloudformation validate-template --template-body"), around("file://", &file, "")]);
    script.reload([
        Plain("aws cloudformation deploy --stack-name"),
        text(stack(plan)),
        Plain("--template-file"),
        text(&file),
        Plain("--parameter-overrides"),
        Plain(parameters),
    ]);
}
