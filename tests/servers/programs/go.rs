//! Go, of a wheel: its checker looks at the program, and builds it.

use super::*;

pub static PROGRAM: Program = Program {
    target: "go",
    version: "1.27.3",
    library: "",
    program: "go/bin/go",
    package: WHEELS,
    prepare: NOTHING,
    main: |_| String::new(),
    check: &["build", "-o", "server", "."],
    start: &["./server"],
    complaints: &["main.go:"],
    promised: USUAL,
};
