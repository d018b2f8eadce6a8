//! Gunicorn, of Debian 12.

use super::*;

pub static PROGRAM: Program = Program {
    target: "gunicorn",
    version: "20.1.0",
    library: "3.0",
    program: "gunicorn",
    package: "gunicorn",
    prepare,
    check: &["--check-config", "--config", "{folder}/gunicorn.conf.py", "main:app"],
    start: &["--config", "{folder}/gunicorn.conf.py", "main:app"],
    complaints: &["Warning"],
    ..PLAIN
};

const APPLICATION: &str = r#"
def app(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [b"our application"]
"#;

fn prepare(folder: &Path) {
    std::fs::write(folder.join("main.py"), APPLICATION).expect("written");
}
