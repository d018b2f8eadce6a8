//! Huawei Cloud, by KooCLI: <https://support.huaweicloud.com/clir-elb/elb_cli_01.html>. Names of actions and parameters
//! are those of its API: SCM 3, ELB 3. The policies of dedicated load balancers, as of 2025-09:
//! <https://support.huaweicloud.com/intl/en-us/usermanual-elb/elb_ug_jt_0022.html>.

use super::{ALWAYS, EVERY_PROTOCOL, Judge, PLATFORM, Policy, Target};
use crate::deploy::commands::Script;
use crate::deploy::guideline::Protocol;
use crate::deploy::plan::Plan;
use crate::deploy::syntax::{Plain, around};
use crate::report::Doc;
use crate::report::message::RemarkMessage;
use crate::report::wire::{Profile, Switch};

/// The store of certificates, and a dedicated load balancer.
pub static HUAWEI_CLOUD: Target = Target {
    id: "huawei-cloud",
    title: "Huawei Cloud ELB",
    also: &["华为云", "KooCLI", "hcloud", "SCM", "CCM", "负载均衡", "load balancer"],
    documentation: (Doc::Page, "https://support.huaweicloud.com/intl/en-us/usermanual-elb/elb_ug_jt_0022.html"),
    protocols: EVERY_PROTOCOL,
    policies: &[
        Policy { profile: Profile::Compatible, ..FORWARD_SECRECY },
        Policy { profile: Profile::MiniProgram, ..FORWARD_SECRECY },
        Policy {
            profile: Profile::Legacy,
            name: "tls-1-0-with-1-3",
            hybrid: "",
            protocols: &Protocol::ALL,
            rsa_only: false,
        },
    ],
    hosts: |_| true,
    switches: &[(Switch::Redirect, ALWAYS), (Switch::Http2, ALWAYS)],
    always: &[(Switch::WebSocket, ALWAYS)],
    script,
    remarks: |_| vec![RemarkMessage::NewListener],
    judge: Judge::Program("Huawei Cloud SDK"),
    ..PLATFORM
};

/// TLS 1.3, and of TLS 1.2 what gives each connection a key of its own.
const FORWARD_SECRECY: Policy = Policy {
    profile: Profile::Compatible,
    name: "tls-1-2-fs-with-1-3",
    hybrid: "",
    protocols: &[Protocol::Tls12, Protocol::Tls13],
    rsa_only: false,
};

/// The names of certificates are letters, digits and some signs; what is printed stands in quotes.
fn script(plan: &Plan, script: &mut Script) {
    script.ask("LOAD_BALANCER_ID", "the ID of the dedicated load balancer: hcloud ELB ListLoadBalancers/v3");
    script.ask("POOL_ID", "the ID of the server group behind: hcloud ELB ListPools/v3");
    let chain = if plan.served > 1 { "--certificate_chain=\"$(cat chain.pem)\"" } else { "" };
    let import = [
        Plain("SCM_ID=$(hcloud SCM ImportCertificate"),
        around("--name=", &plan.stem, ""),
        Plain("--certificate=\"$(cat cert.pem)\""),
        Plain(chain),
        Plain("--private_key=\"$(cat privkey.pem)\" --cli-query=certificate_id | tr -d '\"')"),
    ];
    script.install(import.into_iter().filter(|word| *word != Plain("")));
    script.install([
        Plain("CERTIFICATE_ID=$(hcloud ELB CreateCertificate/v3 --certificate.type=server"),
        around("--certificate.name=", &plan.stem, ""),
        Plain("--certificate.certificate=\"$(cat fullchain.pem)\" --certificate.private_key=\"$(cat privkey.pem)\""),
        Plain("--certificate.scm_certificate_id=\"$SCM_ID\" --cli-query=certificate.id | tr -d '\"')"),
    ]);
    script.check([Plain("hcloud ELB ShowCertificate/v3 --certificate_id=\"$CERTIFICATE_ID\"")]);
    script.reload([
        Plain("LISTENER_ID=$(hcloud ELB CreateListener/v3 --listener.loadbalancer_id=\"$LOAD_BALANCER_ID\""),
        Plain("--listener.protocol=HTTPS"),
        around("--listener.protocol_port=", plan.tls_port(), ""),
        Plain("--listener.default_pool_id=\"$POOL_ID\" --listener.default_tls_container_ref=\"$CERTIFICATE_ID\""),
        around("--listener.tls_ciphers_policy=", plan.policy(), ""),
        around("--listener.http2_enable=", plan.on(Switch::Http2), ""),
        Plain("--cli-query=listener.id | tr -d '\"')"),
    ]);
    if plan.on(Switch::Redirect) {
        script.reload([
            Plain("PLAIN_ID=$(hcloud ELB CreateListener/v3 --listener.loadbalancer_id=\"$LOAD_BALANCER_ID\""),
            Plain("--listener.protocol=HTTP"),
            around("--listener.protocol_port=", plan.place.http_port, ""),
            Plain("--cli-query=listener.id | tr -d '\"')"),
        ]);
        script.reload([
            Plain("hcloud ELB CreateL7Policy/v3 --l7policy.action=REDIRECT_TO_LISTENER"),
            Plain("--l7policy.listener_id=\"$PLAIN_ID\" --l7policy.redirect_listener_id=\"$LISTENER_ID\""),
        ]);
    }
}
