//! Who says that a configuration is right: each target names its judge, what a variant writes is what its judge is
//! given, and what is XML or JSON a parser of it reads.

use super::*;
use std::path::PathBuf;

/// The table of targets in the documentation is that of the code.
#[test]
fn the_documentation_names_every_judge() {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("docs/deploy.md");
    let text = std::fs::read_to_string(&path).expect("the documentation is there");
    let (before, rest) = text.split_once("<!-- targets -->\n").expect("a place for the table");
    let (_, after) = rest.split_once("<!-- /targets -->").expect("its end");
    let rows = TARGETS.iter().map(|target| format!("| {} | `{}` | {} |\n", target.title, target.id, target.judge));
    let table: String = ["| target | id | judge |\n|---|---|---|\n".to_owned()].into_iter().chain(rows).collect();
    let wanted = format!("{before}<!-- targets -->\n{table}<!-- /targets -->{after}");
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, &wanted).expect("written");
    } else {
        assert_eq!(text, wanted, "UPDATE=1 rewrites it");
    }
}

/// What a variant writes is what the server that judges it would be given, where nothing but folders tells them apart.
#[test]
fn variants_write_what_their_judge_reads() {
    let mut compared = 0;
    for (variant, version, of, core) in [
        ("openresty", "1.27.1", "nginx", "1.27.1"),
        ("openresty", "1.21.4", "nginx", "1.21.4"),
        ("tengine", "3.1.0", "nginx", "1.24.0"),
        ("tengine", "2.3.3", "nginx", "1.18.0"),
        ("baota", "1.24.0", "nginx", "1.24.0"),
    ] {
        for (profile, key) in kinds() {
            let made = [(variant, version), (of, core)].map(|(id, version)| {
                let options = options(target(id), version, profile, None).set(Switch::Http3, false);
                let made = deploy(&report(key, &["a.test"], &[]), &options).expect("deployed");
                config(&made)
                    .replace("/www/server/panel/vhost/cert/", "/etc/ssl/certloupe/")
                    .replace("/www/wwwroot/", "/var/www/")
            });
            assert_eq!(made[0], made[1], "{variant} {version}");
            compared += 1;
        }
    }
    assert_eq!(compared, 5 * 8);
}

/// MySQL is judged by MariaDB, which takes what is written for it to the letter; only the oldest version has another name.
#[test]
fn a_variant_is_written_as_its_judge_knows_it() {
    let (mysql, mariadb) = (target("mysql"), target("mariadb"));
    for (profile, key) in kinds() {
        let made = |target, version| {
            config(&deploy(&report(key, &["a.test"], &[]), &options(target, version, profile, None)).expect("deployed"))
        };
        let old = if profile == Profile::Legacy { "8.0.16" } else { "" };
        let wanted = made(mariadb, "").replace("TLSv1.0", "TLSv1");
        assert_eq!(made(mysql, old), wanted, "{key:?} {profile:?}");
    }
}

/// What is XML, an XML parser reads.
#[test]
fn an_xml_parser_reads_what_is_xml() {
    use std::io::Write as _;
    let mut read = 0;
    for target in TARGETS {
        for profile in Profile::ALL {
            let made =
                deploy(&report(Key::Rsa, &["a.test"], &[]), &options(target, "", profile, Some(upstream(target))));
            let files = made.map(|made| made.configs).unwrap_or_default();
            for file in files.iter().filter(|file| file.name.ends_with(".xml")) {
                let mut python = std::process::Command::new("python3")
                    .args(["-c", "import sys, xml.dom.minidom; xml.dom.minidom.parse(sys.stdin.buffer)"])
                    .stdin(std::process::Stdio::piped())
                    .spawn()
                    .expect("python3 is installed");
                python.stdin.take().expect("piped").write_all(&file.bytes).expect("written");
                assert!(python.wait().is_ok_and(|status| status.success()), "{} {}", target.id, file.name);
                read += 1;
            }
        }
    }
    assert!(read >= 8, "only {read} files");
}

/// EMQX reads HOCON, which holds JSON: a parser of JSON reads all of it, and finds the values.
#[test]
fn what_is_json_is_read_as_json() {
    for profile in Profile::ALL {
        let deployment = deploy(&report(Key::Rsa, &["a.test"], &[]), &options(target("emqx"), "", profile, None));
        let text = config(&deployment.expect("deployed"));
        let read: serde_json::Value = serde_json::from_str(&text).expect("JSON");
        let ssl = &read["listeners"]["ssl"]["default"]["ssl_options"];
        assert_eq!(ssl["certfile"], "/etc/ssl/certloupe/a.test/fullchain.pem");
        let versions = [(Profile::Modern, 1), (Profile::Legacy, 4)];
        let versions = versions.iter().find(|(own, _)| *own == profile).map_or(2, |(_, count)| *count);
        assert_eq!(ssl["versions"].as_array().map(Vec::len), Some(versions), "{profile:?}");
    }
}
