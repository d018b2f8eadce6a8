//! Uvicorn. Settings: <https://uvicorn.dev/settings/>. It has none for the versions of TLS, so a script sets them on
//! the context of Python's `ssl` (<https://docs.python.org/3/library/ssl.html#ssl.SSLContext.minimum_version>).

use super::{ALWAYS, EVERY_PROTOCOL, Target, USUAL, remark, unit};
use crate::deploy::commands::{Access, Script, install_certificates};
use crate::deploy::files::Files;
use crate::deploy::guideline::Protocol;
use crate::deploy::plan::Plan;
use crate::deploy::syntax::code::{Code, PYTHON};
use crate::deploy::syntax::{Plain, text};
use crate::deploy::version::Version;
use crate::report::Doc;
use crate::report::message::RemarkMessage;
use crate::report::wire::{Field, Switch, TargetGroup};

/// Uvicorn: HTTP/1.1 on one port, which redirects nobody.
pub static UVICORN: Target = Target {
    id: "uvicorn",
    title: "Uvicorn",
    also: &["fastapi", "starlette", "asgi", "python"],
    group: TargetGroup::Application,
    documentation: (Doc::Page, "https://uvicorn.dev/settings/"),
    latest: Version(0, 54, 0),
    oldest: Version(0, 13, 0),
    systems: &[("debian-13", Version(0, 32, 0)), ("debian-12", Version(0, 17, 6))],
    protocols: EVERY_PROTOCOL,
    switches: &[(Switch::Hsts, ALWAYS)],
    fields: &[Field::Paths, Field::ClientCa, Field::Library],
    render,
    script,
    remarks: |_| vec![RemarkMessage::PythonAlone],
    ..USUAL
};

fn render(plan: &Plan, files: &mut Files) {
    files.code("serve.py".to_owned(), &PYTHON, |code| serve(plan, code));
    unit::write(plan, files, [Plain("/usr/bin/python3"), Plain("serve.py"), Plain("main:app")], false);
}

/// `ssl_context_factory`. Before, a context is changed between its making and its use.
const CONTEXT_FACTORY: Version = Version(0, 47, 0);

fn serve(plan: &Plan, code: &mut Code) {
    code.text("import ssl\nimport sys\n\nimport uvicorn");
    code.blank();
    code.comment("The application, as module:name. The first argument, or else what most are called.");
    code.own("application = sys.argv[1] if len(sys.argv) > 1 else \"main:app\"");
    if plan.version < CONTEXT_FACTORY {
        code.blank();
        code.block([Plain("config = uvicorn.Config(")], ")", |code| settings(plan, code));
        code.own("config.load()");
        context(plan, "config.ssl", code);
        return code.own("uvicorn.Server(config).run()");
    }
    hook(plan, code);
    code.text("\n\nif __name__ == \"__main__\":");
    code.inside(|code| {
        code.block([Plain("uvicorn.run(")], ")", |code| {
            settings(plan, code);
            code.own("ssl_context_factory=ssl_context,");
        });
    });
}

/// The function that Uvicorn and Gunicorn ask for the context.
pub fn hook(plan: &Plan, code: &mut Code) {
    code.text("\n\ndef ssl_context(config, default_ssl_context_factory):");
    code.inside(|code| {
        code.own("context = default_ssl_context_factory()");
        context(plan, "context", code);
        code.own("return context");
    });
}

fn settings(plan: &Plan, code: &mut Code) {
    code.own("application,");
    match plan.place.address {
        Some(address) => code.line([Plain("host="), text(address), Plain(",")]),
        None => {
            code.comment("Every address, of IPv4 and IPv6.");
            code.own("host=\"\",");
        }
    }
    code.number("port=", plan.tls_port(), ",");
    code.comment(remark::CHAIN);
    code.line([Plain("ssl_certfile="), text(plan.certificate()), Plain(",")]);
    code.line([Plain("ssl_keyfile="), text(plan.key()), Plain(",")]);
    if let Some(authorities) = &plan.client_ca {
        code.comment(remark::CLIENTS);
        code.line([Plain("ssl_ca_certs="), text(authorities), Plain(",")]);
        code.own("ssl_cert_reqs=ssl.CERT_REQUIRED,");
    }
    let suites = plan.cipher_string();
    if !suites.is_empty() {
        code.line([Plain("ssl_ciphers="), text(suites), Plain(",")]);
    }
    if let Some(hsts) = &plan.hsts {
        code.comment(remark::HSTS);
        code.line([Plain("headers=[(\"Strict-Transport-Security\", "), text(hsts), Plain(")],")]);
    }
}

/// What Python's context of TLS is told, whoever made it.
pub fn context(plan: &Plan, name: &'static str, code: &mut Code) {
    let (oldest, newest) = plan.range();
    for (end, protocol) in [("minimum", oldest), ("maximum", newest)] {
        let version = Plain(protocol_name(protocol));
        code.line([Plain(name), Plain("."), Plain(end), Plain("_version = ssl.TLSVersion."), version]);
    }
    if !plan.server_order {
        code.line([Plain(name), Plain(".options &= ~ssl.OP_CIPHER_SERVER_PREFERENCE")]);
    }
    code.comment("The key of session tickets would be renewed only by a restart.");
    code.line([Plain(name), Plain(".options |= ssl.OP_NO_TICKET")]);
}

const fn protocol_name(protocol: Protocol) -> &'static str {
    match protocol {
        Protocol::Tls10 => "TLSv1",
        Protocol::Tls11 => "TLSv1_1",
        Protocol::Tls12 => "TLSv1_2",
        Protocol::Tls13 => "TLSv1_3",
    }
}

fn script(plan: &Plan, script: &mut Script) {
    install_certificates(plan, script, Access::group(unit::USER));
    unit::install(plan, script, &["serve.py"]);
    script.check([Plain("python3 -m py_compile"), text(unit::folder(plan).join("serve.py"))]);
    unit::start(plan, script);
}
