//! RabbitMQ, of Debian 12, with Erlang 25.

use super::*;

pub static PROGRAM: Program = Program {
    target: "rabbitmq",
    version: "3.10.8",
    library: "",
    program: "rabbitmq-server",
    package: "rabbitmq-server",
    prepare: NOTHING,
    main,
    check: &[],
    start: &[],
    complaints: &[],
    promised: USUAL,
};

fn main(main: &Main) -> String {
    format!("listeners.tcp = none\n{}", main.ours())
}
