//! Results in words or as JSON.

use crate::arguments::Arguments;
use certloupe::{
    deploy::Target,
    report::{
        Code, FileFormat, Finding, PasswordUse, Platform, PossibleCause, Report, Severity, SymptomSummary, Verdict,
        wire::Deployment,
    },
    text::{self, Lang, Pair, WordedFinding},
};
use serde::Serialize;
use std::{
    collections::BTreeSet,
    io::{self, Write},
};

/// Prints a line. Whoever reads may close the pipe when he has seen enough (`| head`): the exit status still counts.
macro_rules! say {
    ($($words:tt)*) => {
        drop(writeln!(io::stdout(), $($words)*))
    };
}

/// The whole report.
pub fn report(report: Report, arguments: &Arguments) {
    if arguments.json {
        return json(&report.worded(arguments.lang));
    }
    say!("{}", verdict(report.verdict).lang(arguments.lang));
    for (index, certificate) in report.certificates.iter().enumerate() {
        say!(
            "  [{index}] {}  {} – {}{}",
            text::escape(&certificate.label),
            certificate.not_before,
            certificate.not_after,
            match arguments.lang {
                _ if !report.chain.supplied.contains(&index) => "",
                Lang::En => "  (not given, from the supply)",
                Lang::Zh => "  （未提供，来自内置证书库）",
            }
        );
    }
    findings(&report, arguments);
    for symptom in &report.symptoms {
        causes(symptom, &report, arguments.lang);
    }
    let tally = report.tally;
    let (checked, passed, other, later, found) =
        (tally.checked, tally.passed, tally.not_applicable, tally.not_in_force, tally.found);
    match arguments.lang {
        Lang::En => {
            say!("{checked} checked: {passed} passed, {other} not applicable, {later} not in force, {found} found")
        }
        Lang::Zh => {
            say!("共检查 {checked} 项：通过 {passed}，不适用 {other}，不在生效期 {later}，发现问题 {found}")
        }
    }
}

/// The findings alone.
pub fn findings(report: &Report, arguments: &Arguments) {
    for found in &report.findings {
        finding(found.clone(), arguments);
    }
}

/// What clients will refuse, for who looks at the files that were written: on standard error, in a line each.
pub fn errors(report: &Report, arguments: &Arguments) {
    for found in report.findings.iter().filter(|found| found.severity == Severity::Error) {
        let WordedFinding { code, title, .. } = text::worded(found.clone(), arguments.lang);
        eprintln!("certloupe: {code} {title}");
    }
}

/// One finding, as a colleague would say it.
pub fn finding(finding: Finding, arguments: &Arguments) {
    let WordedFinding { code, severity, title, why, fix, .. } = text::worded(finding, arguments.lang);
    let mark = match severity {
        Severity::Error => "✗",
        Severity::Warning => "!",
        Severity::Info => "·",
    };
    say!("{mark} {code} {title}\n    {why}\n    → {fix}");
}

/// What an error message may come from, the likeliest first.
fn causes(symptom: &SymptomSummary, report: &Report, lang: Lang) {
    let meaning = text::meaning(symptom.id).map_or("", |meaning| meaning.lang(lang));
    say!("? {} – {meaning}", text::escape(&symptom.quote));
    for (number, PossibleCause { cause, state, findings }) in (1..).zip(&symptom.causes) {
        let found = findings.iter().filter_map(|index| report.findings.get(*index));
        let codes: BTreeSet<_> = found.map(|finding| finding.code.as_str()).collect();
        let codes: String = codes.iter().map(|code| format!(" {code}")).collect();
        let (title, state) = (text::cause(*cause).title.lang(lang), text::cause_state(*state).lang(lang));
        say!("    {number}. {title} [{state}]{codes}");
    }
}

/// Every code, and whether a rule reports it in this version.
pub fn codes(codes: &[Code], arguments: &Arguments) {
    #[derive(Serialize)]
    struct Row {
        code: Code,
        name: &'static str,
        rule: bool,
        references: Vec<String>,
    }
    let rows = codes.iter().map(|&code| {
        let rule = certloupe::engine::rules::all().find(|rule| rule.code == code);
        let references =
            rule.map_or_else(Vec::new, |rule| rule.cites.iter().map(certloupe::report::Cite::title).collect());
        Row { code, name: text::code_name(code).lang(arguments.lang), rule: rule.is_some(), references }
    });
    if arguments.json {
        return json(&rows.collect::<Vec<_>>());
    }
    for row in rows.filter(|row| row.rule) {
        say!("{}  {}  ({})", row.code, row.name, row.references.join(" · "));
    }
}

/// Every server that a configuration can be written for.
pub fn platforms(platforms: &[Platform], arguments: &Arguments) {
    #[derive(Serialize)]
    struct Row {
        id: &'static str,
        title: &'static str,
    }
    let rows = platforms
        .iter()
        .map(|&platform| Row { id: platform.id(), title: text::platform_title(platform).lang(arguments.lang) });
    if arguments.json {
        return json(&rows.collect::<Vec<_>>());
    }
    for row in rows {
        say!("{:<15} {}", row.id, row.title);
    }
}

pub fn targets(targets: &[&Target], arguments: &Arguments) {
    #[derive(Serialize)]
    struct Row {
        id: &'static str,
        title: &'static str,
    }
    let rows = targets.iter().map(|target| Row { id: target.id, title: target.title });
    if arguments.json {
        return json(&rows.collect::<Vec<_>>());
    }
    for row in rows {
        say!("{:<12} {}", row.id, row.title);
    }
}

/// Every format that can be written.
pub fn formats(formats: &[FileFormat], arguments: &Arguments) {
    #[derive(Serialize)]
    #[serde(rename_all = "camelCase")]
    struct Row {
        id: &'static str,
        title: &'static str,
        file: &'static str,
        needs_key: bool,
        password: &'static str,
    }
    let rows = formats.iter().map(|&format| Row {
        id: format.id(),
        title: text::formats::name(format).lang(arguments.lang),
        file: format.file_name(),
        needs_key: format.needs_key(),
        password: match format.password() {
            PasswordUse::Never => "never",
            PasswordUse::Optional => "optional",
            PasswordUse::Required => "required",
        },
    });
    if arguments.json {
        return json(&rows.collect::<Vec<_>>());
    }
    for row in rows {
        say!("{:<13} {}", row.id, row.title);
    }
}

/// What to run around a configuration, and what to know about it.
pub fn deployment(deployment: &Deployment, arguments: &Arguments) {
    if arguments.json {
        return json(deployment);
    }
    let commands = &deployment.commands;
    for command in commands.install.iter().chain(&commands.check).chain(&commands.reload) {
        say!("{command}");
    }
    for probe in &commands.verify {
        say!("{}", probe.command);
    }
    for note in &deployment.notes {
        finding(note.clone(), arguments);
    }
}

const fn verdict(verdict: Verdict) -> Pair {
    match verdict {
        Verdict::Ready => const { Pair::new("Ready", "可以使用") },
        Verdict::Attention => const { Pair::new("Needs attention", "需要注意") },
        Verdict::Broken => const { Pair::new("Broken", "无法使用") },
    }
}

fn json(value: &impl Serialize) {
    match serde_json::to_string_pretty(value) {
        Ok(text) => say!("{text}"),
        Err(error) => eprintln!("certloupe: {error}"),
    }
}
