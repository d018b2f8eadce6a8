//! nginx, of Debian 12.

use super::*;

pub static PROGRAM: Program = Program {
    target: "nginx",
    version: "1.22.1",
    library: "3.0",
    program: "nginx",
    package: "nginx-light",
    main,
    check: &["-t", "-e", "error.log", "-p", ".", "-c", "{}"],
    start: &["-e", "error.log", "-p", ".", "-c", "{}"],
    complaints: &["[warn]", "[emerg]"],
    ..PLAIN
};

pub fn main(main: &Main) -> String {
    let user = if is_root() { "user root;\n" } else { "" };
    let folders = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
    let folders: String = folders.iter().map(|name| format!("{name}_temp_path {name};\n")).collect();
    let includes = main.includes("include").replace('\n', ";\n");
    format!(
        "{user}daemon off;\npid nginx.pid;\nworker_processes 1;\nevents {{}}\nhttp {{\naccess_log off;\n{folders}{includes};\n}}\n"
    )
}
