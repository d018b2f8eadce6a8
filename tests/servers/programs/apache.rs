//! Apache, of Debian 12.

use super::*;

pub static PROGRAM: Program = Program {
    target: "apache",
    version: "2.4.71",
    library: "3.0",
    program: "apache2",
    package: "apache2",
    main,
    check: &["-t", "-f", "{}"],
    start: &["-DFOREGROUND", "-f", "{}"],
    complaints: &["[warn]", "[emerg]", "AH0"],
    ..PLAIN
};

/// Debian's default modules, and exactly those that our commands enable.
fn main(main: &Main) -> String {
    let usual = ["mpm_event", "authn_core", "authz_core", "authz_host", "dir", "mime", "setenvif", "env", "filter"];
    let mut modules: Vec<&str> = usual.to_vec();
    for line in main.deployments.iter().flat_map(|deployment| &deployment.commands.install) {
        if let Some(names) = line.strip_prefix("a2enmod --quiet ") {
            modules.extend(names.split(' '));
        }
    }
    modules.sort_unstable();
    modules.dedup();
    let load = |module: &&str| format!("LoadModule {module}_module /usr/lib/apache2/modules/mod_{module}.so\n");
    let modules: String = modules.iter().map(load).collect();
    let (folder, (http, https)) = (main.folder.display(), main.ports);
    let user = if is_root() { "User www-data\nGroup www-data\n" } else { "" };
    format!(
        "ServerRoot {folder}\nDefaultRuntimeDir {folder}\nPidFile {folder}/apache.pid\nErrorLog {folder}/error.log\n\
         Mutex file:{folder} default\nServerName localhost\nTypesConfig /etc/mime.types\n{modules}{user}\
         Listen 127.0.0.1:{http}\nListen 127.0.0.1:{https}\n{}\n",
        main.includes("Include")
    )
}
