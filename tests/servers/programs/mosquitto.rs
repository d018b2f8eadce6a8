//! Mosquitto, of Debian 12.

use super::*;

pub static PROGRAM: Program = Program {
    target: "mosquitto",
    version: "2.0.11",
    library: "3.0",
    program: "mosquitto",
    package: "mosquitto",
    main,
    start: &["-c", "{}"],
    promised: NO_OLD,
    ..PLAIN
};

fn main(main: &Main) -> String {
    format!("log_dest stderr\nallow_anonymous true\n{}", main.ours())
}
