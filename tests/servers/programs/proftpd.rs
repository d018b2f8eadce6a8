//! ProFTPD, of Debian 12.

use super::*;

pub static PROGRAM: Program = Program {
    target: "proftpd",
    version: "1.3.8",
    library: "3.0",
    program: "proftpd",
    package: "proftpd-core proftpd-mod-crypto",
    main,
    check: &["-t", "-c", "{}"],
    start: &["-n", "-c", "{}"],
    complaints: &["warning", "fatal"],
    ..PLAIN
};

fn main(main: &Main) -> String {
    let (folder, port) = (main.folder.display(), main.ports.1);
    format!(
        "ModulePath /usr/lib/proftpd\nServerName site\nServerType standalone\nUseIPv6 off\nDefaultAddress 127.0.0.1\nSocketBindTight on\nPort {port}\n\
         User nobody\nGroup nogroup\nPidFile {folder}/pid\nScoreboardFile {folder}/scoreboard\n\
         SystemLog {folder}/error.log\nDelayTable {folder}/delay\nWtmpLog off\nTLSLog {folder}/tls.log\nInclude {}\n",
        main.includes("").trim()
    )
    .replace("TLSLog", "#TLSLog")
}
