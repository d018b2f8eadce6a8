//! Mosquitto, of Debian 12.

use super::*;

pub static PROGRAM: Program = Program {
    target: "mosquitto",
    version: "2.0.11",
    library: "3.0",
    program: "mosquitto",
    package: "mosquitto",
    prepare: NOTHING,
    main,
    check: &[],
    start: &["-c", "{}"],
    complaints: &[],
    promised: NO_OLD,
};

fn main(main: &Main) -> String {
    format!("log_dest stderr\nallow_anonymous true\n{}", main.ours())
}
