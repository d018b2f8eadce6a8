//! Jetty, of Debian 12, with a base of its own.

use super::*;
use std::path::Path;

pub static PROGRAM: Program = Program {
    target: "jetty",
    version: "9.4.57",
    program: "sh",
    package: "jetty9",
    prepare,
    main,
    check: &["{}", "--dry-run"],
    start: &["{}"],
    complaints: &["WARN"],
    ..PLAIN
};

/// Our files where our commands put them.
fn prepare(folder: &Path) {
    for (name, to) in [("certloupe.ini", "start.d"), ("certloupe-tls.xml", "etc")] {
        std::fs::create_dir_all(folder.join(to)).expect("a folder");
        std::fs::copy(folder.join(name), folder.join(to).join(name)).expect("copied");
    }
    std::fs::create_dir_all(folder.join("webapps")).expect("a folder");
}

fn main(main: &Main) -> String {
    let folder = main.folder.display();
    format!(
        "cd {folder}\nexec java {} -jar /usr/share/jetty9/start.jar jetty.home=/usr/share/jetty9 jetty.base={folder} \
         --module=http,deploy jetty.http.host=127.0.0.1 jetty.http.port={} \"$@\"\n",
        main.java_options(),
        main.ports.0
    )
}
