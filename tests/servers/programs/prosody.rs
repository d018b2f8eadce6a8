//! Prosody, of Debian 12.

use super::*;

pub static PROGRAM: Program = Program {
    target: "prosody",
    version: "0.12.3",
    library: "3.0",
    program: "prosody",
    package: "prosody",
    prepare: NOTHING,
    main,
    check: &[],
    start: &["--config", "{}", "-F"],
    complaints: &[],
    promised: USUAL,
};

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
