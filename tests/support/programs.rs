//! Other programs whose files we read and who read ours.

use std::io::Write;
use std::process::{Command, Stdio};

/// Runs a program with this on its standard input; it must succeed. Its standard output.
pub fn run(program: &str, arguments: &[&str], input: &[u8]) -> Vec<u8> {
    let mut child = Command::new(program)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap_or_else(|error| panic!("{program} is not installed: {error}"));
    child.stdin.take().unwrap().write_all(input).ok();
    let output = child.wait_with_output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{program} {arguments:?}: {said} {}", String::from_utf8_lossy(&output.stdout));
    output.stdout
}
