//! Tomcat, of Debian 12, with a base of its own.

use super::*;
use std::path::Path;

pub static PROGRAM: Program = Program {
    target: "tomcat",
    version: "10.1.60",
    program: "sh",
    package: "tomcat10",
    prepare,
    main,
    check: &["{}", "configtest"],
    start: &["{}", "run"],
    complaints: &["WARNING", "SEVERE"],
    ..PLAIN
};

/// The package's files, and ours where our commands put them.
fn prepare(folder: &Path) {
    let host = folder.join("conf/Catalina/localhost");
    for made in [host.clone(), folder.join("webapps/ROOT"), folder.join("logs"), folder.join("temp")] {
        std::fs::create_dir_all(made).expect("a folder");
    }
    for name in ["web.xml", "context.xml", "tomcat-users.xml"] {
        std::fs::copy(Path::new("/etc/tomcat10").join(name), folder.join("conf").join(name)).expect("copied");
    }
    for (name, to) in [("server.xml", folder.join("conf")), ("rewrite.config", host.clone()), ("web.xml.default", host)]
    {
        let ours = folder.join(name);
        if ours.exists() {
            std::fs::copy(ours, to.join(name)).expect("copied");
        }
    }
    std::fs::write(folder.join("webapps/ROOT/index.html"), "our program").expect("written");
}

fn main(main: &Main) -> String {
    let folder = main.folder.display();
    format!(
        "export CATALINA_HOME=/usr/share/tomcat10 CATALINA_BASE={folder} CATALINA_OPTS='{}'\n\
         exec /usr/share/tomcat10/bin/catalina.sh \"$1\"\n",
        main.java_options()
    )
}
