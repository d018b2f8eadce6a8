//! Exim, of Debian 12: unpacked, for Postfix is installed.

use super::*;

pub static PROGRAM: Program = Program {
    target: "exim-gnutls",
    version: "4.96",
    library: "3.7.9",
    program: "exim4",
    package: "exim4-daemon-heavy",
    prepare,
    main,
    check: &["-C", "{}", "-bV"],
    start: &["-C", "{}", "-bdf"],
    complaints: &["Warning"],
    ..PLAIN
};

fn prepare(folder: &Path) {
    run(folder, "install", &["-d", "-o", "Debian-exim", "-g", "Debian-exim", "spool"]);
}

fn main(main: &Main) -> String {
    let (folder, port) = (main.folder.display(), main.ports.1);
    format!(
        "keep_environment =\nspool_directory = {folder}/spool\nlog_file_path = {folder}/spool/%slog\n\
         pid_file_path = {folder}/spool/exim.pid\nlocal_interfaces = 127.0.0.1\ndaemon_smtp_ports = {port}\n\
         primary_hostname = site.test\n{}\nbegin acl\nbegin routers\nbegin transports\n",
        main.includes(".include")
    )
}
