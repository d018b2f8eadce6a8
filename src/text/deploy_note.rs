//! The read-me beside a configuration: what each file is, and what to do with them.

use super::commands::{Step, expectation};
use super::{Lang, Pair, worded};
use crate::report::wire::{Deployment, File};

/// Its name; the language shows in the name too, for whoever finds it in a folder.
const NAME: Pair = Pair::new("README.txt", "说明.txt");
const TITLE: Pair = Pair::new("How to put this configuration to work", "部署步骤");
const FILES: Pair = Pair::new("Files", "文件");
const CONFIG: Pair = Pair::new("configuration", "配置文件");
const CERTIFICATE: Pair = Pair::new("certificates", "证书");
const KEY: Pair = Pair::new("the private key: yours to add, if it is not here", "私钥；若包内没有，请自行放入");
const NOTES: Pair = Pair::new("Worth knowing", "注意事项");

/// The read-me in a language. Windows' editor wants CRLF and a byte order mark for Chinese; everything else copes.
pub fn deploy_note(made: &Deployment, lang: Lang) -> File {
    let text = |pair: Pair| pair.lang(lang);
    let mut lines = vec![format!("{}: {}", text(TITLE), made.options.target), String::new(), text(FILES).to_owned()];
    let configs = made.configs.iter().map(|file| (file.name.as_str(), CONFIG));
    let certificates = made.files.iter().map(|file| (file.name.as_str(), CERTIFICATE));
    for (name, what) in configs.chain(certificates).chain([("privkey.pem", KEY)]) {
        lines.push(format!("  {name:<28} {}", text(what)));
    }
    for step in Step::ALL {
        let commands = step.lines(&made.commands);
        let probes = if step == Step::Verify { made.commands.verify.as_slice() } else { &[] };
        if step.is_empty(&made.commands) {
            continue;
        }
        lines.extend([String::new(), text(step.heading(&made.commands)).to_owned()]);
        lines.extend(commands.iter().map(|command| format!("  {command}")));
        for probe in probes {
            lines.push(format!("  {}", probe.command));
            lines.push(format!("      → {}", expectation(&probe.expect, lang)));
        }
    }
    lines.extend([String::new(), text(NOTES).to_owned()]);
    for note in &made.notes {
        let note = worded(note.clone(), lang);
        lines.extend([format!("  {} {}", note.code, note.title), format!("      {}", note.fix)]);
    }
    lines.push(String::new());
    File { name: text(NAME).to_owned(), bytes: format!("\u{feff}{}", lines.join("\r\n")).into_bytes() }
}
