//! Results in words or as JSON.

use crate::arguments::Arguments;
use certloupe::{
    deploy::Target,
    report::{
        CalledUrl, Change, Checks, Code, Comparison, Evidence, FileFormat, Finding, Input, InputKind, KnownCause,
        KnownClaim, KnownSymptom, PasswordUse, PlannedRenewal, Platform, PlatformReadiness, PossibleCause, Renewal,
        Report, SeenAt, Severity, SymptomSummary, Verdict, wire::Deployment,
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

/// Places of one finding, and addresses that do not count, that are shown.
const PLACES: usize = 8;
const SKIPPED: usize = 20;

/// The whole report.
pub fn report(report: Report, arguments: &Arguments) {
    if arguments.json {
        return json(&report.worded(arguments.lang));
    }
    // Words alone are neither ready nor broken.
    if report.verdict != Verdict::Ready || !report.inputs.iter().all(is_word) {
        say!("{}", verdict(report.verdict).lang(arguments.lang));
    }
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
    if !arguments.options.platforms.is_empty() {
        report.platforms.iter().for_each(|readiness| platform(readiness, arguments.lang));
    }
    skipped(&report.urls, arguments.lang);
    let tally = report.tally;
    let (checked, passed, other, later, found) =
        (tally.checked, tally.passed, tally.not_applicable, tally.not_in_force, tally.found);
    match arguments.lang {
        Lang::En => {
            say!("{checked} checked: {passed} passed, {other} not applicable, {later} not in force, {found} found")
        }
        Lang::Zh => {
            say!("共检查 {checked} 项：通过 {passed}，不适用 {other}，规则未生效 {later}，发现问题 {found}")
        }
    }
}

const fn is_word(input: &Input) -> bool {
    matches!(input.kind, InputKind::ErrorText | InputKind::Article)
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

const fn mark(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "✗",
        Severity::Warning => "!",
        Severity::Info => "·",
    }
}

/// One finding, as a colleague would say it.
pub fn finding(finding: Finding, arguments: &Arguments) {
    let WordedFinding { code, severity, title, why, fix, quote, evidence, .. } = text::worded(finding, arguments.lang);
    let mark = mark(severity);
    say!("{mark} {code} {title}\n    {why}");
    if let Some(quote) = quote {
        say!("    「{}」 {}", quote.text, quote.source);
    }
    for Evidence { path, line, .. } in evidence.iter().filter(|place| place.certificate.is_none()).take(PLACES) {
        if let Some(line) = line {
            say!("    @ {}", place(path, *line));
        }
    }
    say!("    → {fix}");
}

/// A line of a source, as compilers write it.
fn place(source: &str, line: u32) -> String {
    if source.is_empty() { format!("{line}") } else { format!("{}:{line}", text::escape(source)) }
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

/// What a platform says, and what to enter into its console.
fn platform(readiness: &PlatformReadiness, lang: Lang) {
    say!("{}: {}", text::platform_title(readiness.id).lang(lang), verdict(readiness.verdict).lang(lang));
    for list in &readiness.lists {
        say!("  {}", list.name);
        list.entries.iter().for_each(|entry| say!("    {entry}"));
        for left_out in &list.left_out {
            say!("    - {} ({})", text::escape(&left_out.url), text::code_name(left_out.code).lang(lang));
        }
    }
}

/// The addresses in code that do not count, and why.
fn skipped(urls: &[CalledUrl], lang: Lang) {
    let skipped: Vec<_> = urls.iter().filter_map(|url| Some((url, url.skipped?))).collect();
    if skipped.is_empty() {
        return;
    }
    match lang {
        Lang::En => say!("left out: {}", skipped.len()),
        Lang::Zh => say!("略过：{}", skipped.len()),
    }
    for (url, why) in skipped.iter().take(SKIPPED) {
        let place = place(&url.source, url.line.unwrap_or(1));
        say!("    - {} ({place}: {})", text::escape(&url.url), text::skipped(*why).lang(lang));
    }
    if skipped.len() > SKIPPED {
        say!("    …");
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
        judge: String,
    }
    let rows = targets.iter().map(|target| Row { id: target.id, title: target.title, judge: target.judge.to_string() });
    if arguments.json {
        return json(&rows.collect::<Vec<_>>());
    }
    for row in rows {
        say!("{:<20} {} ({})", row.id, row.title, row.judge);
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

/// Every error message that is known, with what it comes from.
pub fn symptoms(symptoms: &[KnownSymptom], arguments: &Arguments) {
    if arguments.json {
        return json(&symptoms);
    }
    for KnownSymptom { id, pattern, meaning, causes, sources } in symptoms {
        say!("{id}  {pattern} – {meaning}");
        for (number, KnownCause { title, todo, .. }) in (1..).zip(causes) {
            say!("    {number}. {title}\n       → {todo}");
        }
        for SeenAt { url, date } in sources {
            say!("    {url} {date}");
        }
    }
}

/// What articles tell, and how it is.
pub fn claims(claims: &[KnownClaim], arguments: &Arguments) {
    if arguments.json {
        return json(&claims);
    }
    for KnownClaim { id, claim, standing, right, todo, source, seen, .. } in claims {
        let standing = text::standing(*standing).lang(arguments.lang);
        let seen = text::day(*seen, arguments.lang);
        say!("{}  {claim} [{standing}]\n    {right}\n    → {todo}\n    {source} {seen}", id.id());
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
    for command in &commands.roll_back {
        say!("# {command}");
    }
    for note in &deployment.notes {
        finding(note.clone(), arguments);
    }
}

/// The script; what was left out goes to standard error, so that the script can be piped into a shell.
pub fn checks(checks: Checks, arguments: &Arguments) {
    if arguments.json {
        return json(&checks.worded(arguments.lang));
    }
    for note in &checks.notes {
        let WordedFinding { code, title, .. } = text::worded(note.clone(), arguments.lang);
        eprintln!("certloupe: {code} {title}");
    }
    drop(io::stdout().write_all(checks.script.as_bytes()));
}

/// What changes when one certificate takes another's place.
pub fn comparison(comparison: Comparison, arguments: &Arguments) {
    let comparison = comparison.worded(arguments.lang);
    if arguments.json {
        return json(&comparison);
    }
    for effect in &comparison.effects {
        say!("{} {}\n    {}\n    → {}", mark(effect.severity), effect.title, effect.why, effect.fix);
    }
    for name in comparison.names.iter().filter(|name| name.change != Change::Kept) {
        say!("{} {}", if name.change == Change::Lost { "-" } else { "+" }, text::escape(&name.name));
    }
    for field in comparison.fields.iter().filter(|field| !field.usual) {
        say!("~ {}", field.path);
    }
}

/// When and how to get the certificate again.
pub fn renewal(renewal: &Renewal, plan: &[PlannedRenewal], arguments: &Arguments) {
    if arguments.json {
        #[derive(Serialize)]
        struct Planned<'a, R> {
            plan: &'a [PlannedRenewal],
            #[serde(flatten)]
            renewal: R,
        }
        let renewal = renewal.clone().map_notes(|note| text::worded(note, arguments.lang));
        return json(&Planned { plan, renewal });
    }
    for renewal in plan {
        say!("{}  {} d  – {}", renewal.at, renewal.days, renewal.not_after);
    }
    for record in &renewal.records {
        let host = match (&record.zone, arguments.lang) {
            (None, _) => String::new(),
            (Some(zone), Lang::En) => format!("    host: {} (in the zone {zone})\n", record.label),
            (Some(zone), Lang::Zh) => format!("    主机记录：{}（解析区域 {zone}）\n", record.label),
        };
        say!("{}  TXT  {}\n{host}    {}", record.names.join(" "), record.record, record.check);
    }
    for passage in &renewal.passages {
        say!("\n# {}", passage.title);
        for paragraph in &passage.text {
            say!("{paragraph}");
        }
        for command in &passage.commands {
            say!("    {command}");
        }
        for link in &passage.links {
            say!("  → {} {}", link.title, link.url);
        }
    }
    for note in &renewal.notes {
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
