//! RabbitMQ, of Debian 12, with Erlang 25: a node of its own, and Erlang's register of nodes, both ended by the same signal.

use super::*;
use crate::pki::Key;
use crate::server::free_ports;
use certloupe::report::wire::Profile;

pub static PROGRAM: Program = Program {
    target: "rabbitmq",
    version: "3.10.8",
    program: "sh",
    package: "rabbitmq-server",
    main,
    start: &["start.sh"],
    // Erlang's TLS 1.0 and 1.1 want an ECDSA certificate signed with ECDSA, and ours is signed with RSA.
    promised_with: &[(Profile::Legacy, Key::Ecdsa, TLS_12_13)],
    ..PLAIN
};

fn main(main: &Main) -> String {
    let (folder, (register, port)) = (main.folder.display(), main.ports);
    let settings = format!("listeners.tcp = none\n{}", main.ours());
    std::fs::write(main.folder.join("rabbitmq.conf"), settings).expect("written");
    // Nodes would speak to each other here: a port of ours, for clients may have any of the higher ones.
    let (nodes, _) = free_ports();
    let start = format!(
        "export ERL_EPMD_PORT={register} ERL_EPMD_ADDRESS=127.0.0.1 RABBITMQ_NODENAME=site{port}@localhost\n\
         export RABBITMQ_BASE={folder} RABBITMQ_MNESIA_BASE={folder}/db RABBITMQ_LOG_BASE={folder} RABBITMQ_LOGS=-\n\
         export RABBITMQ_CONFIG_FILE={folder}/rabbitmq.conf RABBITMQ_CONF_ENV_FILE=/dev/null\n\
         export RABBITMQ_ENABLED_PLUGINS_FILE={folder}/plugins RABBITMQ_DIST_PORT={nodes}\n\
         export RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS='-kernel inet_dist_use_interface {{127,0,0,1}}'\n\
         epmd & register=$!\n/usr/lib/rabbitmq/bin/rabbitmq-server & node=$!\n\
         trap 'kill $node; wait $node; kill $register; exit 0' TERM\nwait $node\n"
    );
    std::fs::write(main.folder.join("start.sh"), start).expect("written");
    String::new()
}
