//! vsftpd, of Debian 12: unpacked, for ProFTPD is installed. This version can not leave TLS 1.2 out.

use super::*;

pub static PROGRAM: Program = Program {
    target: "vsftpd",
    version: "3.0.3",
    library: "3.0",
    program: "vsftpd",
    package: "vsftpd",
    prepare,
    main,
    start: &["{}"],
    promised: [None, TLS_12_13, TLS_12_13, TLS_ALL],
    ..PLAIN
};

fn prepare(folder: &Path) {
    run(folder, "install", &["-d", "-m", "755", "empty"]);
}

fn main(main: &Main) -> String {
    let (folder, port) = (main.folder.display(), main.ports.1);
    format!(
        "background=NO\nlisten=YES\nlisten_ipv6=NO\nlisten_address=127.0.0.1\nlisten_port={port}\n\
         secure_chroot_dir={folder}/empty\nlocal_enable=YES\nanonymous_enable=NO\n{}",
        main.ours()
    )
}
