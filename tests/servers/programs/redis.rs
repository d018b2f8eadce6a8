//! Redis, of Debian 12.

use super::*;

pub static PROGRAM: Program = Program {
    target: "redis",
    version: "7.0.15",
    library: "3.0",
    program: "redis-server",
    package: "redis-server",
    main,
    start: &["{}"],
    ..PLAIN
};

fn main(main: &Main) -> String {
    format!(
        "port 0\nbind 127.0.0.1\ndaemonize no\nsave \"\"\ndir {}\n{}\n",
        main.folder.display(),
        main.includes("include")
    )
}
