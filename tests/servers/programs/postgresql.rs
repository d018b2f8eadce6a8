//! PostgreSQL, of Debian 12: it runs as anybody but root, and keeps its configuration beside its data.

use super::*;

pub static PROGRAM: Program = Program {
    target: "postgresql",
    version: "15.18",
    library: "3.0",
    program: "setpriv",
    package: "postgresql",
    prepare,
    main,
    check: &[
        "--reuid=postgres",
        "--regid=postgres",
        "--clear-groups",
        "/usr/lib/postgresql/15/bin/postgres",
        "-D",
        "{folder}/data",
        "-C",
        "ssl_min_protocol_version",
    ],
    start: &[
        "--reuid=postgres",
        "--regid=postgres",
        "--clear-groups",
        "/usr/lib/postgresql/15/bin/postgres",
        "-D",
        "{folder}/data",
    ],
    complaints: &["WARNING", "FATAL"],
    habits: &[Habit::AsksLater],
    ..PLAIN
};

const AS_POSTGRES: [&str; 3] = ["--reuid=postgres", "--regid=postgres", "--clear-groups"];

fn prepare(folder: &Path) {
    run(folder, "install", &["-d", "-o", "postgres", "-g", "postgres", "-m", "700", "data"]);
    let data = folder.join("data");
    let data = data.to_str().expect("plain");
    let initdb = ["/usr/lib/postgresql/15/bin/initdb", "--no-sync", "-A", "trust", "-D", data];
    run(Path::new("/"), "setpriv", &[&AS_POSTGRES[..], &initdb].concat());
    std::fs::copy(folder.join("main.conf"), folder.join("data/postgresql.conf")).expect("copied");
}

fn main(main: &Main) -> String {
    let (folder, port) = (main.folder.display(), main.ports.1);
    format!(
        "listen_addresses = '127.0.0.1'\nport = {port}\nunix_socket_directories = '{folder}/data'\nfsync = off\n{}\n",
        main.includes("include").replace("include ", "include '").replace(".conf", ".conf'")
    )
}
