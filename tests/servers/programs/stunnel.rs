//! stunnel, of Debian 12.

use super::*;

pub static PROGRAM: Program = Program {
    target: "stunnel",
    version: "5.68",
    library: "3.0",
    program: "stunnel4",
    package: "stunnel4",
    main,
    start: &["{}"],
    ..PLAIN
};

fn main(main: &Main) -> String {
    format!("foreground = yes\nsyslog = no\npid =\n{}", main.ours())
}
