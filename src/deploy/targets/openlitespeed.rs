//! OpenLiteSpeed: the settings of LiteSpeed in plain text. <https://openlitespeed.org/docs/> and
//! `dist/conf/httpd_config.conf.in` of <https://github.com/litespeedtech/openlitespeed>.

use super::litespeed::{self, SPEED, Setting, truth};
use super::{Judge, Target, remark};
use crate::deploy::commands::{Access, Script, install_certificates, install_pages};
use crate::deploy::files::Files;
use crate::deploy::plan::Plan;
use crate::deploy::syntax::openlitespeed::OPENLITESPEED as SYNTAX;
use crate::deploy::syntax::{Conf, Plain, around, text};
use crate::deploy::version::Version;
use crate::report::Doc;
use crate::report::message::RemarkMessage;
use crate::report::wire::Switch;

/// OpenLiteSpeed.
pub static OPENLITESPEED: Target = Target {
    id: "openlitespeed",
    title: "OpenLiteSpeed",
    also: &["ols", "cyberpanel"],
    documentation: (Doc::Page, "https://openlitespeed.org/docs/"),
    latest: Version(1, 8, 4),
    oldest: Version(1, 6, 0),
    judge: Judge::Program("a reader of its syntax"),
    render,
    script,
    remarks: |_| vec![RemarkMessage::LiteSpeedListeners],
    ..SPEED
};

fn render(plan: &Plan, files: &mut Files) {
    files.conf(format!("{}.vhconf.conf", plan.stem), &SYNTAX, |conf| site(plan, conf));
    files.conf(format!("{}.listeners.conf", plan.stem), &SYNTAX, |conf| listeners(plan, conf));
}

fn settings(settings: impl IntoIterator<Item = Setting>, conf: &mut Conf) {
    for (name, words) in settings {
        conf.set(name, words);
    }
}

fn site(plan: &Plan, conf: &mut Conf) {
    conf.set("docRoot", [text(plan.pages())]);
    conf.block([Plain("index")], |conf| {
        conf.set("useServer", [truth(false)]);
        conf.set("indexFiles", [Plain("index.html")]);
    });
    if let Some(upstream) = &plan.upstream {
        conf.blank();
        conf.block([Plain("extprocessor"), Plain("application")], |conf| {
            settings(litespeed::application(upstream), conf);
        });
        if plan.on(Switch::WebSocket) && !upstream.https {
            conf.block([Plain("websocket"), Plain("/")], |conf| conf.set("address", [text(upstream.authority())]));
        }
    }
    conf.blank();
    conf.comment(remark::CHALLENGE);
    conf.block([Plain("context"), Plain("/.well-known/acme-challenge/")], |conf| {
        conf.set("location", [Plain("$DOC_ROOT/.well-known/acme-challenge/")]);
        conf.set("allowBrowse", [truth(true)]);
    });
    conf.block([Plain("context"), Plain("/")], |conf| {
        match &plan.upstream {
            Some(_) => {
                conf.set("type", [Plain("proxy")]);
                conf.set("handler", [Plain("application")]);
            }
            None => conf.set("location", [Plain("$DOC_ROOT/")]),
        }
        conf.set("allowBrowse", [truth(true)]);
        if plan.hsts.is_some() {
            conf.comment(remark::HSTS);
        }
        settings(litespeed::hsts(plan), conf);
    });
    if plan.on(Switch::Redirect) {
        conf.blank();
        conf.block([Plain("rewrite")], |conf| {
            conf.set("enable", [truth(true)]);
            conf.set("rules", [Plain("<<<END_rules")]);
            for rule in litespeed::redirect(plan) {
                conf.line(rule);
            }
            conf.set("END_rules", []);
        });
    }
    conf.blank();
    conf.comment(remark::CHAIN);
    conf.block([Plain("vhssl")], |conf| settings(litespeed::certificate(plan), conf));
}

fn listeners(plan: &Plan, conf: &mut Conf) {
    conf.block([Plain("virtualhost"), text(&plan.stem)], |conf| {
        conf.set("vhRoot", [text(plan.pages())]);
        conf.set("configFile", [around("conf/vhosts/", &plan.stem, "/vhconf.conf")]);
        conf.set("allowSymbolLink", [truth(true)]);
        conf.set("enableScript", [truth(false)]);
        conf.set("restrained", [truth(true)]);
    });
    if plan.on(Switch::Redirect) {
        conf.blank();
        listener(plan, "plain", plan.place.http_port, conf);
    }
    conf.blank();
    listener(plan, "secure", plan.tls_port(), conf);
}

fn listener(plan: &Plan, name: &'static str, port: u16, conf: &mut Conf) {
    conf.block([Plain("listener"), Plain(name)], |conf| {
        settings(litespeed::listener(plan, port, name == "secure"), conf);
        let domains = litespeed::domains(plan);
        conf.set("map", [text(&plan.stem)].into_iter().chain(domains));
    });
}

/// The server's own file is told once of a folder; the console writes that file too.
fn script(plan: &Plan, script: &mut Script) {
    install_certificates(plan, script, Access::ROOT);
    install_pages(plan, script);
    let folder = around("/usr/local/lsws/conf/vhosts/", &plan.stem, "");
    script.install([Plain("install -d -o lsadm -g lsadm -m 755"), folder]);
    let place = around("/usr/local/lsws/conf/vhosts/", &plan.stem, "/vhconf.conf");
    script.put(&format!("{}.vhconf.conf", plan.stem), place, Access::ALL);
    let place = around("/usr/local/lsws/conf/", &plan.stem, ".listeners.conf");
    script.put(&format!("{}.listeners.conf", plan.stem), place.clone(), Access::ALL);
    let include = around("include /usr/local/lsws/conf/", &plan.stem, ".listeners.conf");
    let main = "/usr/local/lsws/conf/httpd_config.conf";
    script.install([
        Plain("grep -qxF"),
        include.clone(),
        Plain(main),
        Plain("|| printf '\\n%s\\n'"),
        include.clone(),
        Plain(">>"),
        Plain(main),
    ]);
    script.check([Plain("/usr/local/lsws/bin/openlitespeed -t")]);
    script.service("restart", "lsws");
}
