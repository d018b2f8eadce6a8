//! AppArmor, by which Ubuntu (and Debian, where it is turned on) lets some servers read in their own folders only:
//! <https://documentation.ubuntu.com/server/how-to/security/apparmor/>. What an administrator adds to a profile stands in
//! a file of its name in `local/`.

use crate::deploy::commands::Script;
use crate::deploy::plan::Plan;
use crate::deploy::syntax::{Plain, Word, around};

/// A profile, of a server that reads what it is told to by its own rights.
#[derive(Debug)]
pub struct Profile {
    /// Whether it is on the machine: the beginning of a command line.
    is_there: &'static str,
    /// The file of what is added.
    local: &'static str,
    /// Loads it again, where AppArmor runs.
    load: &'static str,
}

/// That of `mysqld`.
pub const MYSQLD: Profile = Profile {
    is_there: "[ ! -e /etc/apparmor.d/usr.sbin.mysqld ] ||",
    local: "/etc/apparmor.d/local/usr.sbin.mysqld",
    load: "! aa-enabled -q 2>/dev/null || apparmor_parser -r /etc/apparmor.d/usr.sbin.mysqld",
};

/// That of `slapd`.
pub const SLAPD: Profile = Profile {
    is_there: "[ ! -e /etc/apparmor.d/usr.sbin.slapd ] ||",
    local: "/etc/apparmor.d/local/usr.sbin.slapd",
    load: "! aa-enabled -q 2>/dev/null || apparmor_parser -r /etc/apparmor.d/usr.sbin.slapd",
};

impl Profile {
    /// Lets the server read the folders of certificate, key and authorities.
    pub fn allow(&self, plan: &Plan, script: &mut Script) {
        let mut folders = vec![plan.certificate().beside("*"), plan.key().beside("*")];
        folders.extend(plan.client_ca.as_ref().map(|authorities| authorities.beside("*")));
        folders.dedup();
        let local = Plain(self.local);
        script.edit(local.clone());
        for files in folders {
            let rule = around("", files, " r,");
            let found = [Plain(self.is_there), Plain("grep -qsxF"), rule.clone(), local.clone()];
            script.install(found.into_iter().chain([Plain("|| echo"), rule, Plain(">>"), local.clone()]));
        }
        let load: [Word; 2] = [Plain(self.is_there), Plain(self.load)];
        script.install(load.clone());
        script.take_back(load);
    }
}
