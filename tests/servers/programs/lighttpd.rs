//! lighttpd, of Debian 12.

use super::*;

pub static PROGRAM: Program = Program {
    target: "lighttpd",
    version: "1.4.69",
    library: "3.0",
    program: "lighttpd",
    package: "lighttpd lighttpd-mod-openssl",
    main,
    check: &["-tt", "-f", "{}"],
    start: &["-D", "-f", "{}"],
    complaints: &["WARNING", "warning", "deprecated"],
    ..PLAIN
};

/// What Debian's main configuration says, but for its folders.
fn main(main: &Main) -> String {
    let (folder, (http, _)) = (main.folder.display(), main.ports);
    let includes = main.includes("include \"").replace("include \" ", "include \"").replace('\n', "\"\n");
    let user = if is_root() { "server.username = \"www-data\"\nserver.groupname = \"www-data\"\n" } else { "" };
    format!(
        "server.modules = ( \"mod_indexfile\", \"mod_access\", \"mod_alias\", \"mod_redirect\" )\n\
         server.document-root = \"{folder}\"\nserver.bind = \"127.0.0.1\"\nserver.port = {http}\n{user}\
         server.feature-flags += ( \"server.h2proto\" => \"enable\", \"server.h2c\" => \"enable\" )\n\
         index-file.names = ( \"index.html\" )\n{includes}\"\n\
         server.modules += ( \"mod_dirlisting\", \"mod_staticfile\" )\n"
    )
}
