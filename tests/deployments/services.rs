//! What the systems ask of a server before it can serve: the right to listen, packages, what SELinux lets through.

use super::*;

/// A deployment of a target on a system.
fn on(id: &str, system: Option<&str>, change: impl FnOnce(DeployOptions) -> DeployOptions) -> Deployment {
    let options =
        DeployOptions { target: id.to_owned(), system: system.map(str::to_owned), ..DeployOptions::default() };
    deploy(&report(Key::Rsa, &["shop.example.com"], &[]), &change(options)).expect("deployed")
}

fn has_line(made: &Deployment, line: &str) -> bool {
    made.commands.install.iter().any(|written| written == line)
}

#[test]
fn an_ordinary_user_may_listen_on_the_usual_ports() {
    for (id, unit) in
        [("tomcat", "tomcat"), ("jetty", "jetty"), ("wildfly", "wildfly"), ("kestrel", "kestrel-shop.example.com")]
    {
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

#[test]
fn modules_that_are_packages_of_their_own_are_installed_where_they_are_missing() {
    let with = |options: DeployOptions| DeployOptions { upstream: Some("http://127.0.0.1:3000".to_owned()), ..options };
    for (system, lines) in [
        ("rhel-9", &["rpm -q mod_ssl >/dev/null 2>&1 || dnf install -y mod_ssl"][..]),
        ("centos-7", &["rpm -q mod_ssl >/dev/null 2>&1 || yum install -y mod_ssl"]),
        (
            "alpine",
            &[
                "apk info -e apache2-ssl >/dev/null 2>&1 || apk add apache2-ssl",
                "apk info -e apache2-proxy >/dev/null 2>&1 || apk add apache2-proxy",
                r"sed -i -e 's/^#\(LoadModule rewrite_module \)/\1/' -e 's/^#\(LoadModule alias_module \)/\1/' -e 's/^#\(LoadModule headers_module \)/\1/' /etc/apache2/httpd.conf",
            ],
        ),
    ] {
        let made = on("apache", Some(system), with);
        for line in lines {
            assert!(has_line(&made, line), "{system}: {line} in {:?}", made.commands.install);
        }
    }
    let made = on("apache", Some("debian-12"), with);
    assert!(!whole(&made).contains("apt-get") && whole(&made).contains("a2enmod --quiet ssl"));
    // What is changed of Alpine's own is kept, and taken back.
    let made = on("apache", Some("alpine"), with);
    assert!(made.commands.roll_back.iter().any(|line| line.contains(" /etc/apache2/httpd.conf ")));
}

#[test]
fn selinux_lets_servers_reach_what_is_behind_them() {
    let with = |options: DeployOptions| DeployOptions { upstream: Some("http://127.0.0.1:3000".to_owned()), ..options };
    for target in ["nginx", "apache", "haproxy"].map(target) {
        let boolean = if target.id == "haproxy" { "haproxy_connect_any" } else { "httpd_can_network_connect" };
        let line = format!("! selinuxenabled 2>/dev/null || setsebool -P {boolean} on");
        for (system, _) in target.systems {
            let is_there = system.starts_with("rhel") || system.starts_with("centos");
            assert_eq!(has_line(&on(target.id, Some(system), with), &line), is_there, "{} {system}", target.id);
            if target.upstream.is_none() {
                assert!(!whole(&on(target.id, Some(system), |options| options)).contains("setsebool"));
            }
        }
    }
}

#[test]
fn oracle_gives_the_wallet_to_who_reads_it_and_leaves_the_shell_as_it_was() {
    let made = on("oracle-http", None, |options| options);
    let install = &made.commands.install;
    let at = |start: &str| install.iter().position(|line| line.starts_with(start)).expect(start);
    // Both are asked for before anything is done with them.
    assert!(at(": \"${ORACLE_HOME:?") < at("(umask 077;") && at(": \"${DOMAIN_HOME:?") < at("chown -R --reference="));
    assert!(at("(umask 077;") < at("chown -R --reference="), "{install:?}");
    // A mask that stayed would take the next files from everybody.
    assert!(install.iter().all(|line| !line.contains("umask") || (line.starts_with('(') && line.ends_with(')'))));
}

#[test]
fn other_sites_of_a_server_are_left_alone_or_spoken_of() {
    let made = on("lighttpd", None, |options| options);
    let text = config(&made);
    // Whatever a site is made of stands below its names.
    let (_, sites) = text.split_once("$HTTP[\"scheme\"]").expect("a site");
    assert_eq!(sites.matches("    $HTTP[\"host\"] =~ \"^(shop[.]example[.]com)(:[0-9]+)?$\" {\n").count(), 2, "{text}");
    for setting in ["url.redirect", "server.document-root", "proxy.server"] {
        assert!(text.lines().filter(|line| line.contains(setting)).all(|line| line.starts_with("        ")), "{text}");
    }
    for (id, words) in [("lighttpd", "hold for every site"), ("envoy", "whole configuration")] {
        let notes = on(id, None, |options| options).notes;
        assert!(notes.iter().any(|note| worded(note.clone(), Lang::En).title.contains(words)), "{id}");
    }
}

#[test]
fn a_tunnel_comes_back_after_the_machine_was_restarted() {
    let instance = "stunnel@shop.example.com";
    for (system, _) in target("stunnel").systems {
        let made = on("stunnel", Some(system), |options| options);
        let has_instances = *system != "ubuntu-20.04";
        assert_eq!(has_line(&made, &format!("systemctl enable {instance}")), has_instances, "{system}");
        // Each unit waits for its own kind of program.
        let stays = config(&made).starts_with("foreground = yes\n");
        assert_eq!(stays, has_instances && !system.starts_with("rhel"), "{system}");
        let back = &made.commands.roll_back;
        let stop = format!("[ -e /etc/stunnel/shop.example.com.conf ] || systemctl disable --now {instance}");
        assert_eq!(back.contains(&stop), has_instances, "{system}: {back:?}");
    }
    let said = |system| config(&on("stunnel", Some(system), |options| options));
    assert!(said("debian-12").contains("setuid = stunnel4\nsetgid = stunnel4\n"));
    assert!(said("rhel-9").contains("setuid = nobody\nsetgid = nobody\n"));
}
