//! Squid, of Debian 12.

use super::*;

pub static PROGRAM: Program = Program {
    target: "squid",
    version: "5.7",
    library: "3.0",
    program: "squid",
    package: "squid-openssl",
    prepare,
    main,
    check: &["-k", "parse", "-f", "{}"],
    start: &["-N", "-f", "{}"],
    complaints: &["WARNING", "ERROR"],
    // It has no directive for the name of the host; the host itself is passed on.
    told: &["x-forwarded-for: 127.0.0.1", "x-forwarded-proto: https"],
    ..PLAIN
};

/// What Debian's main configuration says around the folder that ours is put into.
fn main(main: &Main) -> String {
    let folder = main.folder.display();
    let includes = main.includes("include");
    format!(
        "acl CONNECT method CONNECT\n{includes}\nhttp_access deny all\npid_filename {folder}/squid.pid\n\
         cache_log {folder}/error.log\naccess_log none\ncoredump_dir {folder}\nshutdown_lifetime 1 seconds\n"
    )
}

/// Squid becomes its own user before it opens its log.
fn prepare(folder: &Path) {
    if is_root() {
        run(folder, "chown", &["proxy", "."]);
    }
}
