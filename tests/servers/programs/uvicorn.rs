//! Uvicorn, of Debian 12.

use super::*;

pub static PROGRAM: Program = Program {
    target: "uvicorn",
    version: "0.17.6",
    library: "3.0",
    program: "python3",
    package: "python3-uvicorn",
    prepare,
    check: &["-m", "py_compile", "{folder}/serve.py"],
    start: &["{folder}/serve.py"],
    complaints: &["Warning"],
    ..PLAIN
};

const APPLICATION: &str = r#"
async def app(scope, receive, send):
    if scope["type"] == "http":
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b"our application"})
"#;

fn prepare(folder: &Path) {
    std::fs::write(folder.join("main.py"), APPLICATION).expect("written");
}
