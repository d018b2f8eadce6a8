//! Caddy, of Debian 12.

use super::*;

pub static PROGRAM: Program = Program {
    target: "caddy",
    version: "2.6.2",
    program: "caddy",
    package: "caddy",
    main,
    check: &["validate", "--adapter", "caddyfile", "--config", "{}"],
    start: &["run", "--adapter", "caddyfile", "--config", "{}"],
    complaints: &["\"level\":\"error\"", "not formatted"],
    promised: NO_OLD,
    formatted: Some(|folder, name| run(folder, "caddy", &["fmt", name])),
    never_says: &["obtaining certificate"],
    habits: &[Habit::AsciiOnly],
    ..PLAIN
};

/// Without `skip_install_trust` Caddy, run by root, would put an authority of its own into the system's trust store
/// as soon as a site has an address for a name.
fn main(main: &Main) -> String {
    let (http, https) = main.ports;
    format!(
        "{{\n\tadmin off\n\tskip_install_trust\n\thttp_port {http}\n\thttps_port {https}\n}}\n\n{}\n",
        main.includes("import")
    )
}
