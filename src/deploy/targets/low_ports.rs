//! The right to listen below port 1024, for services that systemd starts as an ordinary user: a drop-in beside the
//! service's own unit, as `systemctl edit` would write it.

use crate::deploy::allow::FilePath;
use crate::deploy::commands::{Access, Script};
use crate::deploy::files::Files;
use crate::deploy::plan::Plan;
use crate::deploy::syntax::{Plain, systemd, text};
use crate::deploy::systems::Manager;
use crate::report::wire::Switch;

/// Whether one of the plan's ports is for root alone.
pub fn are_asked(plan: &Plan) -> bool {
    let plain = plan.on(Switch::Redirect).then_some(plan.place.http_port);
    [plan.tls_port()].into_iter().chain(plain).any(|port| port < 1024)
}

fn is_written(plan: &Plan) -> bool {
    are_asked(plan) && plan.manager() == Manager::Systemd
}

/// The drop-in, before it is put in place.
fn name(unit: &str) -> String {
    format!("{unit}.service.conf")
}

/// Writes the drop-in for a unit.
pub fn write(plan: &Plan, files: &mut Files, unit: &str) {
    if is_written(plan) {
        files.conf(name(unit), &systemd::SYSTEMD, |conf| {
            conf.block([Plain("Service")], |conf| {
                conf.comment("Ports below 1024 without being root.");
                conf.set("AmbientCapabilities", [Plain("CAP_NET_BIND_SERVICE")]);
            });
        });
    }
}

/// Puts it in place. It counts from the next start of the service.
pub fn install(plan: &Plan, script: &mut Script, unit: &str) {
    if is_written(plan) {
        let folder = FilePath::own("/etc/systemd/system").join(&format!("{unit}.service.d"));
        script.folder(&folder);
        script.put(&name(unit), text(folder.join("certloupe.conf")), Access::ALL);
        script.install([Plain("systemctl daemon-reload")]);
        script.take_back([Plain("systemctl daemon-reload")]);
    }
}
