//! MariaDB, of Debian 12.

use super::*;

pub static PROGRAM: Program = Program {
    target: "mariadb",
    version: "10.11.19",
    library: "3.0",
    program: "mariadbd",
    package: "mariadb-server",
    prepare,
    main,
    check: &["--defaults-file={}", "--help", "--verbose"],
    start: &["--defaults-file={}"],
    complaints: &["[ERROR]"],
    habits: &[Habit::AsksLater],
    ..PLAIN
};

fn prepare(folder: &Path) {
    run(folder, "install", &["-d", "-o", "mysql", "-g", "mysql", "data"]);
    let data = format!("--datadir={}", folder.join("data").display());
    run(folder, "mariadb-install-db", &["--no-defaults", "--user=mysql", "--skip-test-db", &data]);
}

fn main(main: &Main) -> String {
    let (folder, port) = (main.folder.display(), main.ports.1);
    format!(
        "[mysqld]\nuser = mysql\ndatadir = {folder}/data\nsocket = {folder}/data/s\npid-file = {folder}/data/pid\n\
         bind-address = 127.0.0.1\nport = {port}\nskip-log-bin\n{}\n",
        main.includes("!include")
    )
}
