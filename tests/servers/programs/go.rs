//! Go, of a wheel: its checker looks at the program, and builds it.

use super::*;
use crate::tools::tools;

pub static PROGRAM: Program = Program {
    target: "go",
    version: "1.27.3",
    program: "go/bin/go",
    package: WHEELS,
    check: &["build", "-o", "server", "."],
    start: &["./server"],
    complaints: &["main.go:"],
    formatted: Some(gofmt),
    habits: &[Habit::AsciiOnly],
    ..PLAIN
};

/// Its own tool lies beside it.
fn gofmt(folder: &Path, name: &str) -> String {
    let gofmt = tools(WHEELS).expect("it is Go that runs").join("go/bin/gofmt");
    run(folder, gofmt.to_str().expect("a plain path"), &[name])
}
