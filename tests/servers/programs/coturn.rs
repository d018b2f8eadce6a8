//! coturn, of Debian 12, which does not speak TLS 1.3.

use super::*;

pub static PROGRAM: Program = Program {
    target: "coturn",
    version: "4.6.1",
    library: "3.0",
    program: "turnserver",
    package: "coturn",
    main,
    start: &["-c", "{}"],
    promised: [None, TLS_12, TLS_12, Some(&["TLS 1.0", "TLS 1.1", "TLS 1.2"])],
    ..PLAIN
};

const TLS_12: Option<&[&str]> = Some(&["TLS 1.2"]);

fn main(main: &Main) -> String {
    let (folder, port) = (main.folder.display(), main.ports.0);
    format!(
        "listening-ip=127.0.0.1\nrelay-ip=127.0.0.1\nlistening-port={port}\nno-udp\nno-dtls\nno-cli\nlog-file=stdout\n\
         pidfile={folder}/pid\nuserdb={folder}/db\nrealm=site.test\nlt-cred-mech\nproc-user=root\n{}",
        main.ours()
    )
}
