//! PHP-FPM behind nginx, which speaks TLS for it: <https://nginx.org/en/docs/http/ngx_http_fastcgi_module.html>,
//! <https://www.php.net/manual/en/install.fpm.configuration.php>.

use super::{ALWAYS, Target, nginx};
use crate::deploy::files::Files;
use crate::deploy::plan::Plan;
use crate::deploy::syntax::{Conf, Plain, text};
use crate::deploy::systems::Manager;
use crate::deploy::version::Version;
use crate::report::Doc;
use crate::report::wire::{Field, Switch, TargetGroup};

/// nginx with PHP-FPM; the versions are nginx's.
pub static PHP_FPM: Target = Target {
    id: "php-fpm",
    title: "PHP-FPM + nginx",
    also: &["php", "laravel", "wordpress", "thinkphp", "lnmp"],
    group: TargetGroup::Application,
    documentation: (Doc::Nginx, "ngx_http_fastcgi_module"),
    systems: &[
        ("debian-13", Version(1, 26, 3)),
        ("debian-12", Version(1, 22, 1)),
        ("debian-11", Version(1, 18, 0)),
        ("ubuntu-24.04", Version(1, 24, 0)),
        ("ubuntu-22.04", Version(1, 18, 0)),
        ("ubuntu-20.04", Version(1, 18, 0)),
        ("rhel-10", Version(1, 26, 3)),
        ("rhel-9", Version(1, 20, 1)),
        ("rhel-8", Version(1, 14, 1)),
        ("alpine", Version(1, 28, 0)),
    ],
    switches: &[
        (Switch::Redirect, ALWAYS),
        (Switch::Hsts, ALWAYS),
        (Switch::Http2, Version(1, 9, 5)),
        (Switch::Http3, Version(1, 25, 0)),
        (Switch::Stapling, ALWAYS),
        (Switch::Tickets, ALWAYS),
        (Switch::Hybrid, Version(1, 11, 0)),
        (Switch::BothKeys, Version(1, 11, 0)),
        (Switch::ProxyProtocol, Version(1, 5, 12)),
    ],
    fields: &[Field::Paths, Field::ClientCa, Field::Library],
    render,
    ..nginx::LIKE
};

fn render(plan: &Plan, files: &mut Files) {
    files.conf(format!("{}.conf", plan.stem), &crate::deploy::syntax::nginx::NGINX, |conf| {
        nginx::sites(plan, conf, content);
    });
}

/// Where PHP-FPM of a system listens.
fn listener(plan: &Plan) -> &'static str {
    match plan.manager() {
        Manager::OpenRc => "127.0.0.1:9000",
        _ if plan.runs_on(&["rhel", "centos"]) => "unix:/run/php-fpm/www.sock",
        // The newest one that is installed.
        _ => "unix:/run/php/php-fpm.sock",
    }
}

fn content(plan: &Plan, conf: &mut Conf) {
    conf.set("root", [text(plan.pages())]);
    conf.set("index", [Plain("index.php"), Plain("index.html")]);
    conf.blank();
    conf.block([Plain("location"), Plain("/")], |conf| {
        conf.set("try_files", [Plain("$uri"), Plain("$uri/"), Plain("/index.php?$query_string")]);
    });
    conf.blank();
    conf.comment("Settings, backups and histories that lie beside the pages are nobody's business.");
    conf.block([Plain("location"), Plain("~"), Plain(r"/\.(?!well-known/)")], |conf| {
        conf.set("deny", [Plain("all")]);
    });
    conf.blank();
    conf.block([Plain("location"), Plain("~"), Plain(r"\.php$")], |conf| {
        conf.comment("Only files that are there: a picture with a script in it is not run.");
        conf.set("try_files", [Plain("$uri"), Plain("=404")]);
        conf.set("include", [Plain("fastcgi_params")]);
        conf.set("fastcgi_param", [Plain("SCRIPT_FILENAME"), Plain("$document_root$fastcgi_script_name")]);
        conf.set("fastcgi_pass", [Plain(listener(plan))]);
        if plan.hsts.is_some() {
            conf.set("fastcgi_hide_header", [Plain("Strict-Transport-Security")]);
        }
    });
}
