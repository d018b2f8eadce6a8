//! Traefik, of a wheel. It has no checker: what it does not like it says when it runs.

use super::*;

pub static PROGRAM: Program = Program {
    target: "traefik",
    version: "3.7.15",
    program: "bin/traefik",
    package: WHEELS,
    prepare,
    start: &["--configFile={folder}/main.yml"],
    habits: &[Habit::AsciiOnly],
    ..PLAIN
};

/// The folder that Traefik watches is one in ours.
fn prepare(folder: &Path) {
    let watched = folder.join("dynamic");
    std::fs::create_dir_all(&watched).expect("a folder");
    for file in std::fs::read_dir(folder).expect("a folder").flatten() {
        let name = file.file_name().into_string().expect("a plain name");
        if name.ends_with(".yml") && !["traefik.yml", "compose.labels.yml", "main.yml"].contains(&name.as_str()) {
            std::fs::copy(file.path(), watched.join(name)).expect("copied");
        }
    }
    let ours = std::fs::read_to_string(folder.join("traefik.yml")).expect("written");
    let here = ours.replace("/etc/traefik/dynamic", watched.to_str().expect("a plain path"));
    assert_ne!(here, ours);
    std::fs::write(folder.join("main.yml"), here).expect("written");
}
