//! The read-me beside a configuration: what each file is, and what to do with them.

use super::commands::{Step, expectation};
use super::{Lang, Pair, fill::fill_with, formats, target_title, worded};
use crate::report::wire::{Deployment, File};

/// Its name; the language shows in the name too, for whoever finds it in a folder.
const NAME: Pair = Pair::new("README.txt", "说明.txt");
const TITLE: Pair = Pair::new("How to put this configuration to work: ", "部署步骤：");
const FILES: Pair = Pair::new("Files", "文件");
const CONFIG: Pair = Pair::new("configuration", "配置文件");
const CERTIFICATE: Pair = Pair::new("certificates", "证书");
const KEY: Pair = Pair::new("the private key: yours to add, if it is not here", "私钥；若包内没有，请自行放入");
const KEY_FILE: Pair = Pair::new(
    "certificates and private key behind a password, not in this ZIP: make it on the page (Files, “{format}”) and put it here",
    "证书和私钥，有密码保护，不在 ZIP 里：请在网页的“文件”页生成“{format}”，放到这里",
);
const HERE: Pair = Pair::new("Run the commands in this folder.", "以下命令在本目录里执行。");
const NOTES: Pair = Pair::new("Worth knowing", "注意事项");

/// The read-me in a language. Windows' editor wants CRLF and a byte order mark for Chinese; everything else copes.
pub fn deploy_note(made: &Deployment, lang: Lang) -> File {
    let text = |pair: Pair| pair.lang(lang).to_owned();
    let mut lines = vec![format!("{}{}", text(TITLE), target_title(&made.title, lang)), String::new(), text(FILES)];
    let configs = made.configs.iter().map(|file| (file.name.as_str(), text(CONFIG)));
    let certificates = made.files.iter().map(|file| (file.name.as_str(), text(CERTIFICATE)));
    for (name, what) in configs.chain(certificates).chain(key(made, lang)) {
        lines.push(format!("  {name:<28} {what}"));
    }
    lines.extend([String::new(), text(HERE)]);
    for step in Step::ALL {
        let commands = step.lines(&made.commands);
        let probes = if step == Step::Verify { made.commands.verify.as_slice() } else { &[] };
        if step.is_empty(&made.commands) {
            continue;
        }
        lines.extend([String::new(), text(step.heading(&made.commands))]);
        lines.extend(commands.iter().map(|command| format!("  {command}")));
        for probe in probes {
            lines.push(format!("  {}", probe.command));
            lines.push(format!("      → {}", expectation(&probe.expect, lang)));
        }
    }
    lines.extend([String::new(), text(NOTES)]);
    for note in &made.notes {
        let note = worded(note.clone(), lang);
        lines.extend([format!("  {} {}", note.code, note.title), format!("      {}", note.fix)]);
    }
    lines.push(String::new());
    File { name: text(NAME), bytes: format!("\u{feff}{}", lines.join("\r\n")).into_bytes() }
}

/// The file with the private key, unless it stands on the server already.
fn key(made: &Deployment, lang: Lang) -> Option<(&'static str, String)> {
    match made.key_file {
        Some(format) => {
            let name = formats::name(format).lang(lang);
            Some((format.file_name(), fill_with(KEY_FILE.lang(lang), &[("format", name.into())], lang)))
        }
        None => made.options.key.is_none().then(|| ("privkey.pem", KEY.lang(lang).to_owned())),
    }
}
