//! Gunicorn. Settings: <https://docs.gunicorn.org/en/stable/settings.html#ssl>, the hook `ssl_context` and since when:
//! <https://docs.gunicorn.org/en/stable/settings.html#ssl-context>.

use super::uvicorn::{context, hook};
use super::{EVERY_PROTOCOL, Target, USUAL, remark, unit};
use crate::deploy::allow::Host;
use crate::deploy::commands::{Access, Script, install_certificates};
use crate::deploy::files::Files;
use crate::deploy::plan::Plan;
use crate::deploy::syntax::code::{Code, PYTHON};
use crate::deploy::syntax::{Plain, around, text};
use crate::deploy::version::Version;
use crate::report::Doc;
use crate::report::message::RemarkMessage;
use crate::report::wire::{Field, TargetGroup};

/// Gunicorn: HTTP/1.1 on one port, which redirects nobody and adds no header.
pub static GUNICORN: Target = Target {
    id: "gunicorn",
    title: "Gunicorn",
    also: &["flask", "django", "wsgi", "python"],
    group: TargetGroup::Application,
    documentation: (Doc::Page, "https://docs.gunicorn.org/en/stable/settings.html#ssl"),
    latest: Version(27, 0, 1),
    oldest: Version(20, 0, 0),
    systems: &[
        ("debian-13", Version(23, 0, 0)),
        ("debian-12", Version(20, 1, 0)),
        ("debian-11", Version(20, 1, 0)),
        ("ubuntu-24.04", Version(20, 1, 0)),
        ("ubuntu-22.04", Version(20, 1, 0)),
    ],
    protocols: EVERY_PROTOCOL,
    fields: &[Field::Paths, Field::ClientCa, Field::Library],
    render,
    script,
    remarks: |_| vec![RemarkMessage::PythonAlone],
    ..USUAL
};

/// The hook `ssl_context`. Before, sockets were wrapped by a function of Python that knows no versions of TLS.
const CONTEXT_HOOK: Version = Version(21, 0, 0);

fn render(plan: &Plan, files: &mut Files) {
    files.code("gunicorn.conf.py".to_owned(), &PYTHON, |code| settings(plan, code));
    let start = ["/usr/bin/gunicorn", "--config", "gunicorn.conf.py", "main:app"].map(Plain);
    unit::write(plan, files, start, true);
}

fn settings(plan: &Plan, code: &mut Code) {
    code.own("import ssl");
    code.blank();
    match plan.place.address {
        Some(address) => {
            code.line([Plain("bind = "), text(format!("{}:{}", Host::Ip(address).in_url(), plan.tls_port()))]);
        }
        None => {
            code.comment("Every address, of IPv4 too.");
            code.line([Plain("bind = "), around("[::]:", plan.tls_port(), "")]);
        }
    }
    code.comment(remark::CHAIN);
    code.line([Plain("certfile = "), text(plan.certificate())]);
    code.line([Plain("keyfile = "), text(plan.key())]);
    let suites = plan.cipher_string();
    let has_hook = plan.version >= CONTEXT_HOOK;
    if !suites.is_empty() && has_hook {
        code.line([Plain("ciphers = "), text(&suites)]);
    }
    if let Some(authorities) = plan.client_ca.as_ref().filter(|_| has_hook) {
        code.comment(remark::CLIENTS);
        code.line([Plain("ca_certs = "), text(authorities)]);
        code.own("cert_reqs = ssl.CERT_REQUIRED");
    }
    if has_hook {
        hook(plan, code);
    } else {
        code.blank();
        wrapped(plan, &suites, code);
    }
}

/// For the workers `sync` and `gthread`, which ask `ssl.wrap_socket`; Python 3.12 has it no more.
fn wrapped(plan: &Plan, suites: &str, code: &mut Code) {
    code.comment("This version of Gunicorn wraps its sockets by ssl.wrap_socket, which knows no versions of TLS.");
    code.comment("Here it is given one that does. (For the workers sync and gthread; from 21.0 on there is a hook.)");
    code.own("context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)");
    code.own("context.load_cert_chain(certfile, keyfile)");
    if !suites.is_empty() {
        code.line([Plain("context.set_ciphers("), text(suites), Plain(")")]);
    }
    if let Some(authorities) = &plan.client_ca {
        code.comment(remark::CLIENTS);
        code.line([Plain("context.load_verify_locations("), text(authorities), Plain(")")]);
        code.own("context.verify_mode = ssl.CERT_REQUIRED");
    }
    context(plan, "context", code);
    code.text("\n\ndef wrap_socket(socket, **settings):\n    return context.wrap_socket(socket, server_side=True)");
    code.text("\n\nssl.wrap_socket = wrap_socket");
}

fn script(plan: &Plan, script: &mut Script) {
    install_certificates(plan, script, Access::group(unit::USER));
    unit::install(plan, script, &["gunicorn.conf.py"]);
    let folder = unit::folder(plan);
    script.check([Plain("cd"), text(folder), Plain("&& gunicorn --check-config --config gunicorn.conf.py main:app")]);
    unit::start(plan, script);
}
