//! Programs as services: a folder with the program, and a unit of systemd that starts it as a user of its own right.

use crate::deploy::allow::FilePath;
use crate::deploy::commands::{Access, Script};
use crate::deploy::files::Files;
use crate::deploy::plan::Plan;
use crate::deploy::syntax::{Plain, Word, around, systemd, text};

/// The user of web servers in Debian and Ubuntu: it reads the key, and writes nothing.
pub const USER: &str = "www-data";

/// The folder of the program.
pub fn folder(plan: &Plan) -> FilePath {
    FilePath::own("/srv").join(&plan.stem)
}

/// The unit's name.
fn name(plan: &Plan) -> String {
    format!("{}.service", plan.stem)
}

/// Where systemd reads it.
fn place(plan: &Plan) -> Word {
    around("/etc/systemd/system/", name(plan), "")
}

/// Writes the unit; these words start the program in its folder.
pub fn write(plan: &Plan, files: &mut Files, start: impl IntoIterator<Item = Word>, reload: bool) {
    files.conf(name(plan), &systemd::SYSTEMD, |conf| {
        conf.block([Plain("Unit")], |conf| {
            conf.set("Wants", [Plain("network-online.target")]);
            conf.set("After", [Plain("network-online.target")]);
        });
        conf.blank();
        conf.block([Plain("Service")], |conf| {
            conf.set("User", [Plain(USER)]);
            conf.set("WorkingDirectory", [text(folder(plan))]);
            conf.set("ExecStart", start);
            if reload {
                conf.comment("The program reads certificate and key again.");
                conf.set("ExecReload", [Plain("/bin/kill"), Plain("-HUP"), Plain("$MAINPID")]);
            }
            conf.comment("Ports below 1024 without being root.");
            conf.set("AmbientCapabilities", [Plain("CAP_NET_BIND_SERVICE")]);
            conf.set("NoNewPrivileges", [Plain("yes")]);
            conf.set("ProtectSystem", [Plain("full")]);
            conf.set("PrivateTmp", [Plain("yes")]);
            conf.set("Restart", [Plain("on-failure")]);
        });
        conf.blank();
        conf.block([Plain("Install")], |conf| conf.set("WantedBy", [Plain("multi-user.target")]));
    });
}

/// Puts the program and its unit in place.
pub fn install(plan: &Plan, script: &mut Script, program: &[&str]) {
    let folder = folder(plan);
    script.folder(&folder);
    for file in program {
        script.put(file, text(folder.join(file)), Access::ALL);
    }
    script.put(&name(plan), place(plan), Access::ALL);
    script.install([Plain("systemctl daemon-reload")]);
    script.install([Plain("systemctl enable"), text(name(plan))]);
    script.end_first(place(plan), [Plain("systemctl disable --now"), text(name(plan))]);
    script.take_back([Plain("systemctl daemon-reload")]);
}

/// Starts it, or starts it anew.
pub fn start(plan: &Plan, script: &mut Script) {
    script.reload_of(place(plan), [Plain("systemctl restart"), text(name(plan))]);
}
