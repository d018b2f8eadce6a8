//! Postfix, of Debian 12. It takes folders of its own, and a table of its services.

use super::*;

pub static PROGRAM: Program = Program {
    target: "postfix",
    version: "3.7.11",
    library: "3.0",
    program: "postfix",
    package: "postfix",
    prepare,
    main,
    check: &["-c", "{folder}", "check"],
    start: &["./start"],
    complaints: &["warning", "fatal"],
    habits: &[Habit::AsksLater],
    ..PLAIN
};

fn prepare(folder: &Path) {
    std::fs::copy(folder.join("main.conf"), folder.join("main.cf")).expect("copied");
    run(folder, "install", &["-d", "-o", "postfix", "data"]);
    run(folder, "install", &["-d", "queue"]);
    // As `start-fg` does it, but in the group of who starts it: a session of its own would outlive the test.
    let start = format!("#!/bin/sh\nexec /usr/lib/postfix/sbin/master -c {} -d\n", folder.display());
    std::fs::write(folder.join("start"), start).expect("written");
    run(folder, "chmod", &["755", "start"]);
}

fn main(main: &Main) -> String {
    let (folder, port) = (main.folder.display(), main.ports.1);
    let services = format!(
        "127.0.0.1:{port} inet n - n - - smtpd\ncleanup unix n - n - 0 cleanup\nqmgr unix n - n 300 1 qmgr\n\
         tlsmgr unix - - n 1000? 1 tlsmgr\nrewrite unix - - n - - trivial-rewrite\nproxymap unix - - n - - proxymap\n\
         anvil unix - - n - 1 anvil\npostlog unix-dgram n - n - 1 postlogd\n"
    );
    std::fs::write(main.folder.join("master.cf"), services).expect("written");
    format!(
        "compatibility_level = 3.7\nqueue_directory = {folder}/queue\ndata_directory = {folder}/data\n\
         command_directory = /usr/sbin\ndaemon_directory = /usr/lib/postfix/sbin\nmail_owner = postfix\n\
         setgid_group = postdrop\ninet_interfaces = 127.0.0.1\ninet_protocols = ipv4\nmyhostname = site.test\n\
         mydestination =\nalias_maps =\nalias_database =\nmaillog_file = {folder}/error.log\n\
         maillog_file_prefixes = {folder}\n{}",
        main.ours()
    )
}
