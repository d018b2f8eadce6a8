//! What SELinux keeps from servers on the systems that come with it, and the boolean that gives it to them:
//! `httpd_selinux(8)`, `haproxy_selinux(8)`.

use crate::deploy::commands::Script;
use crate::deploy::plan::Plan;
use crate::deploy::syntax::Plain;

/// The systems where it is on unless somebody has switched it off.
const SYSTEMS: [&str; 2] = ["rhel", "centos"];

/// What a server may not do by itself.
#[derive(Clone, Copy, Debug)]
pub enum Boolean {
    /// nginx and Apache connect to an application.
    HttpdCanNetworkConnect,
    /// HAProxy connects to a port that is not one of HTTP's.
    HaproxyConnectAny,
}

impl Boolean {
    const fn name(self) -> &'static str {
        match self {
            Self::HttpdCanNetworkConnect => "httpd_can_network_connect",
            Self::HaproxyConnectAny => "haproxy_connect_any",
        }
    }
}

/// Lets it, for good. It stays when the rest is taken back: other sites may count on it by then.
pub fn allow(plan: &Plan, script: &mut Script, boolean: Boolean) {
    if plan.runs_on(&SYSTEMS) {
        let name = Plain(boolean.name());
        script.install([Plain("! selinuxenabled 2>/dev/null || setsebool -P"), name, Plain("on")]);
    }
}
