//! What the systems ask of a server before it can serve: the right to listen, packages, what SELinux lets through.

use super::*;

/// A deployment of a target on a system.
fn on(id: &str, system: Option<&str>, change: impl FnOnce(DeployOptions) -> DeployOptions) -> Deployment {
    let options = DeployOptions { target: id.to_owned(), system: system.map(str::to_owned), ..DeployOptions::default() };
    deploy(&report(Key::Rsa, &["shop.example.com"], &[]), &change(options)).expect("deployed")
}

fn has_line(made: &Deployment, line: &str) -> bool {
    made.commands.install.iter().any(|written| written == line)
}

#[test]
fn an_ordinary_user_may_listen_on_the_usual_ports() {
    for (id, unit) in [
        ("tomcat", "tomcat"),
        ("jetty", "jetty"),
        ("wildfly", "wildfly"),
        ("kestrel", "kestrel-shop.example.com"),
    ] {
        let made = on(id, None, |options| options);
        let name = format!("{unit}.service.conf");
        let file = made.configs.iter().find(|file| file.name == name).unwrap_or_else(|| panic!("{id} has no {name}"));
        assert!(String::from_utf8_lossy(&file.bytes).contains("\nAmbientCapabilities=CAP_NET_BIND_SERVICE\n"));
        let put = format!("install -m 644 {name} /etc/systemd/system/{unit}.service.d/certloupe.conf");
        let at = |line: &str| made.commands.install.iter().position(|written| written == line);
        assert!(at(&put).is_some_and(|put| at("systemctl daemon-reload").is_some_and(|reload| put < reload)), "{id}");
        let back = &made.commands.roll_back;
        let read = back.iter().position(|line| line == "systemctl daemon-reload").expect("units are read again");
        assert!(back[read + 1..].iter().any(|line| line.starts_with("systemctl restart")), "{id}: {back:?}");
    }
    // Debian's own units have the right already.
    for id in ["tomcat", "jetty"] {
        let made = on(id, Some("debian-12"), |options| options);
        assert!(!whole(&made).contains("AmbientCapabilities"), "{id}");
    }
    // Who starts a program of somebody's own is told.
    let said = on("spring-boot", None, |options| options).notes;
    assert!(said.iter().any(|note| worded(note.clone(), Lang::En).fix.contains("AmbientCapabilities")));
}
