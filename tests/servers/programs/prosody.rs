//! Prosody, of Debian 12.

use super::*;

pub static PROGRAM: Program = Program {
    target: "prosody",
    version: "0.12.3",
    library: "3.0",
    program: "prosody",
    package: "prosody",
    prepare,
    main,
    start: &["--config", "{folder}/main.cfg.lua", "-F"],
    ..PLAIN
};

/// It tells the language of its configuration by the end of the name.
fn prepare(folder: &Path) {
    std::fs::copy(folder.join("main.conf"), folder.join("main.cfg.lua")).expect("copied");
}

fn main(main: &Main) -> String {
    let (folder, port) = (main.folder.display(), main.ports.1);
    format!(
        "run_as_root = true\ndata_path = \"{folder}\"\npidfile = \"{folder}/pid\"\nlog = {{ {{ levels = {{ min = \"info\" }}, to = \"console\" }} }}\n\
         plugin_paths = {{}}\ncertificates = \"{folder}\"\nmodules_enabled = {{ \"tls\", \"saslauth\" }}\n\
         interfaces = {{ \"127.0.0.1\" }}\nc2s_ports = {{ {port} }}\ns2s_ports = {{}}\n\
         VirtualHost \"site.test\"\n{}\n",
        main.includes("Include").replace("Include ", "Include \"").replace(".lua", ".lua\"")
    )
}
