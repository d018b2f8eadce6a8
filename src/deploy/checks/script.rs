//! The checks as a script: the same commands, decided by a POSIX shell.

use super::step::{Group, Proof, Test, Writer};
use crate::deploy::syntax::{Plain, Word, text};
use crate::report::CheckStep;
use crate::text::checks as words;

/// What runs a command and looks at what it said. What a server says is shown without control characters.
const FUNCTIONS: &str = r#"limit() { if command -v timeout >/dev/null 2>&1; then timeout 40 "$@"; else "$@"; fi; }
ask() { title=$1; said=$(limit sh -c "$2" 2>&1 </dev/null); status=$?; }
ends() { for wanted; do if [ "$status" -eq "$wanted" ]; then return 0; fi; done; return 1; }
shows() { for wanted; do case $said in *"$wanted"*) return 0 ;; esac; done; return 1; }
lacks() { if shows "$1"; then return 1; fi; }
begins() { case $said in "$1"*) return 0 ;; esac; return 1; }
counts() { [ "$(printf '%s\n' "$said" | grep -c -F -e "$1")" -ge "$2" ]; }
something() { [ -n "$said" ]; }
nothing_or() { if something; then shows "$@"; fi; }
told() { printf '%-8s %s\n' "$1" "$title"; }
last() {
  seen=$(printf '%s\n' "$said" | LC_ALL=C tr -d '\000-\010\013-\037\177')
  told=$(printf '%s\n' "$seen" | grep -e '^verify error' ||
    printf '%s\n' "$seen" | grep -e '^curl:' -e '^HTTP/' -e 'Verify return code' -e 'ingerprint=')
  printf '%s\n' "${told:-$seen}" | tail -n 2 | sed 's/^/         /'
}
good() { ok=$((ok + 1)); told OK; }
skip() { skipped=$((skipped + 1)); told SKIPPED; }
note() { noted=$((noted + 1)); told NOTE; last; }
bad() { failed=$((failed + 1)); told FAILED; last; }
"#;

/// The script of these groups.
pub fn script(groups: &[Group], writer: &mut Writer) -> String {
    let mut out = format!(
        "#!/bin/sh\n# {}\n# shellcheck disable=SC2016 # a shell of their own expands the commands\nset -u\nok=0 failed=0 noted=0 skipped=0\n",
        writer.text(words::SCRIPT_INTRO)
    );
    out.push_str(FUNCTIONS);
    for program in ["openssl", "curl"] {
        let missing = writer.fill(words::SCRIPT_MISSING, [("program", program.into())]);
        let said = writer.command([Plain("echo"), text(missing), Plain(">&2")]);
        out.push_str(&format!("if ! command -v {program} >/dev/null 2>&1; then {said}; exit 2; fi\n"));
    }
    let said = writer.text(words::SCRIPT_OLD);
    let said = writer.command([Plain("echo"), text(said), Plain(">&2")]);
    out.push_str("if ! openssl s_client -help 2>&1 | grep -q -e -verify_hostname; then ");
    out.push_str(&format!("{said}; exit 2; fi\n"));
    for group in groups {
        let decided = group.told.steps.iter().zip(&group.proofs).filter(|(_, proof)| !proof.tests.is_empty());
        for (step, proof) in decided {
            decision(&mut out, step, proof, writer);
        }
    }
    let counts = ["ok", "failed", "noted", "skipped"];
    let holes = counts.map(|name| (name, "%s".into()));
    let summary = writer.command([Plain("printf"), text(writer.fill(words::SCRIPT_SEEN, holes) + r"\n")]);
    let order: Vec<_> = counts.iter().map(|name| format!("\"${name}\"")).collect();
    out.push_str(&format!("\n{summary} {}\nif [ \"$failed\" -gt 0 ]; then exit 1; fi\n", order.join(" ")));
    out
}

/// Runs one command, and says how it went.
fn decision(out: &mut String, step: &CheckStep, proof: &Proof, writer: &mut Writer) {
    let ask = writer.command([Plain("ask"), text(&step.title), text(&step.command)]);
    let tests: Vec<String> = proof.tests.iter().map(|test| writer.command(words_of(test))).collect();
    let absent: Vec<String> = proof.absent.iter().map(u8::to_string).collect();
    let skips = if absent.is_empty() { String::new() } else { format!("if ends {}; then skip; el", absent.join(" ")) };
    let otherwise = if proof.note { "note" } else { "bad" };
    out.push_str(&format!("\n{ask}\n{skips}if {}; then good; else {otherwise}; fi\n", tests.join(" && ")));
}

fn words_of(test: &Test) -> Vec<Word> {
    let several = |name, values: &[String]| [Plain(name)].into_iter().chain(values.iter().map(text)).collect();
    match test {
        Test::Ends(status) => vec![Plain("ends"), text(status)],
        Test::Shows(any) => several("shows", any),
        Test::Lacks(never) => vec![Plain("lacks"), text(never)],
        Test::Begins(start) => vec![Plain("begins"), text(start)],
        Test::Counts(what, least) => vec![Plain("counts"), text(what), text(least)],
        Test::Something => vec![Plain("something")],
        Test::NothingOr(any) => several("nothing_or", any),
    }
}
