//! Varnish with Hitch, of Debian 12.

use super::*;

pub static PROGRAM: Program = Program {
    target: "varnish",
    version: "7.1.1",
    library: "3.0",
    program: "sh",
    package: "varnish hitch",
    prepare,
    main,
    check: &[
        "-c",
        "varnishd -C -f {folder}/default.vcl -n {folder}/state && hitch --test --config={folder}/hitch.conf",
    ],
    start: &["{}"],
    complaints: &["arning"],
    ..PLAIN
};

/// The sockets and parameters of our unit, with folders of the test's own.
fn main(main: &Main) -> String {
    let folder = main.folder.display();
    let unit = main.deployments.iter().flat_map(|it| &it.configs).find(|file| file.name == "varnish.service.conf");
    let unit = unit.map(|file| String::from_utf8_lossy(&file.bytes).into_owned()).unwrap_or_default();
    // Without this the package's own command stands beside ours, and systemd starts neither.
    assert!(unit.contains("\nExecStart=\nExecStart=/"), "{unit}");
    let line = unit.lines().rev().find_map(|line| line.strip_prefix("ExecStart=")).unwrap_or_default();
    let line = line
        .replace("-j unix,user=vcache", "-j none")
        .replace("/etc/varnish/default.vcl", &format!("{folder}/default.vcl"));
    let line = line.replace("-T localhost:6082 -S /etc/varnish/secret", &format!("-n {folder}/state"));
    format!(
        "trap 'kill $varnish $hitch; wait' TERM\n{line} & varnish=$!\n\
         until varnishadm -n {folder}/state status 2>&1 | grep -q running; do sleep 0.1; done\n\
         hitch --user=_hitch --group=_hitch --config={folder}/hitch.conf & hitch=$!\nwait\n"
    )
}

fn prepare(folder: &Path) {
    std::fs::create_dir_all(folder.join("state")).expect("a folder");
}
