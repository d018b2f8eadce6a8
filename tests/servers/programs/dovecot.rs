//! Dovecot, of Debian 12.

use super::*;

pub static PROGRAM: Program = Program {
    target: "dovecot",
    version: "2.3.19",
    library: "3.0",
    program: "dovecot",
    package: "dovecot-imapd",
    main,
    check: &["-a", "-c", "{}"],
    start: &["-F", "-c", "{}"],
    complaints: &["Error", "Warning", "Fatal"],
    habits: &[Habit::AsksLater],
    ..PLAIN
};

fn main(main: &Main) -> String {
    let (folder, port) = (main.folder.display(), main.ports.1);
    format!(
        "base_dir = {folder}/run\nstate_dir = {folder}/state\nlog_path = {folder}/error.log\nprotocols = imap\n\
         mail_location = maildir:{folder}/mail\n\
         service imap-login {{\n  inet_listener imap {{\n    port = 0\n  }}\n  inet_listener imaps {{\n    \
         address = 127.0.0.1\n    port = {port}\n    ssl = yes\n  }}\n}}\n\
         passdb {{\n  driver = static\n  args = password=x\n}}\nuserdb {{\n  driver = static\n  args = uid=nobody gid=nogroup home=/\n}}\n{}\n",
        main.includes("!include")
    )
}
