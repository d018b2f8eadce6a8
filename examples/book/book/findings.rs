//! A page for each finding: what rules say, and what the engine says of a real case.

use super::cases::{self, Sample, Shape};
use super::deployments::{self, Said};
use super::markdown::{Writer, cited, code, escaped, link};
use super::words::{self, bracketed, comma, labelled, said};
use super::{Chapter, Page};
use certloupe::{
    engine::rules::{self, Check, InForce, Rule},
    report::{Cite, Code, Finding, Severity, Term, Timestamp},
    text::{self, Lang, Pair, WordedFinding, page::severity, worded},
};
use std::collections::BTreeSet;

/// The families of the catalogue.
pub const FAMILIES: [(&str, Pair); 9] = [
    ("INP", words::INP),
    ("CRT", words::CRT),
    ("CHN", words::CHN),
    ("TRU", words::TRU),
    ("NAM", words::NAM),
    ("VAL", words::VAL),
    ("KEY", words::KEYS),
    ("PLT", words::PLT),
    ("DEP", words::DEP),
];

/// Where a finding can be seen.
#[derive(Clone, Copy)]
enum Shown {
    Case(Sample),
    Request(&'static Said),
}

impl Shown {
    const fn finding(&self) -> &'static Finding {
        match self {
            Self::Case(sample) => sample.finding,
            Self::Request(said) => &said.finding,
        }
    }
}

/// The page of a code, below `findings`.
pub fn file(code: Code) -> String {
    format!("{}.md", code.as_str().to_lowercase())
}

/// The index, and the pages.
pub fn chapter(lang: Lang) -> Chapter {
    let mut page = Writer::default();
    page.title(words::FINDINGS.lang(lang));
    page.paragraph(words::FINDINGS_LEAD.lang(lang)).paragraph(words::SEVERITIES.lang(lang));
    for (family, title) in FAMILIES {
        let codes: Vec<_> = Code::ALL.iter().copied().filter(|code| code.as_str().starts_with(family)).collect();
        page.heading(2, &format!("{family}{}{}", colon(lang), title.lang(lang)), &family.to_lowercase());
        let head = [words::CODE, words::SEVERITY, words::FINDING].map(|pair| pair.lang(lang));
        page.table(
            head,
            codes.iter().map(|code| {
                let name = text::code_name(*code).lang(lang);
                [link(code.as_str(), &file(*code)), severities(*code, lang), escaped(name)]
            }),
        );
    }
    let index = Page {
        path: "findings/index.md".to_owned(),
        title: words::FINDINGS.lang(lang).to_owned(),
        text: page.finish(),
    };
    Chapter { page: index, below: Code::ALL.iter().map(|code| one(*code, lang)).collect() }
}

const fn colon(lang: Lang) -> &'static str {
    match lang {
        Lang::En => ": ",
        Lang::Zh => "：",
    }
}

fn shown(code: Code) -> Vec<Shown> {
    let cases = cases::of_code(code).into_iter().map(Shown::Case);
    cases.chain(deployments::of_code(code).into_iter().map(Shown::Request)).collect()
}

/// How bad a finding of this code is, in all that was seen of it.
fn severities(code: Code, lang: Lang) -> String {
    let in_cases = cases::all().iter().flat_map(|told| &told.report.findings).filter(|finding| finding.code == code);
    let in_requests = deployments::of_code(code).into_iter().map(|said| &said.finding);
    let seen: BTreeSet<Severity> = in_cases.chain(in_requests).map(|finding| finding.severity).collect();
    let names: Vec<_> = seen.into_iter().map(|it| severity::of(it).lang(lang)).collect();
    names.join(comma(lang))
}

fn one(code: Code, lang: Lang) -> Page {
    let title = format!("{code} {}", text::code_name(code).lang(lang));
    let rule = rules::all().find(|rule| rule.code == code);
    let shown = shown(code);
    // A code that nothing shows would make an empty page; the test says which.
    assert!(!shown.is_empty(), "{code}: nothing shows it");
    let mut page = Writer::default();
    page.title(&escaped(&title)).list(facts(code, rule, lang));
    page.heading(2, words::SAYS.lang(lang), "says").paragraph(words::SAYS_LEAD.lang(lang));
    let own = rule.map_or(&[][..], |rule| rule.cites);
    for (number, shown) in (1..).zip(&shown) {
        variant(&mut page, number, *shown, own, lang);
    }
    page.heading(2, words::EXAMPLE.lang(lang), "example");
    match shown.first() {
        Some(Shown::Case(sample)) => case(&mut page, *sample, lang),
        Some(Shown::Request(asked)) => request(&mut page, asked, lang),
        None => (),
    }
    Page { path: format!("findings/{}", file(code)), title, text: page.finish() }
}

fn facts(code: Code, rule: Option<&Rule>, lang: Lang) -> Vec<String> {
    let scope = rule.map_or_else(|| words::CONFIGURATION.lang(lang).to_owned(), |rule| scope(rule.check, lang));
    let in_force = rule.map_or(InForce::Always, |rule| rule.in_force);
    let mut facts = vec![
        labelled(words::SEVERITY, &severities(code, lang), lang),
        labelled(words::SCOPE, &scope, lang),
        labelled(words::IN_FORCE, &times(in_force, lang), lang),
    ];
    if let Some(rule) = rule {
        facts.push(labelled(words::RESTS_ON, &sources(rule.cites, lang), lang));
    }
    facts
}

fn sources(cites: &[Cite], lang: Lang) -> String {
    cites.iter().map(cited).collect::<Vec<_>>().join(comma(lang))
}

fn scope(check: Check, lang: Lang) -> String {
    let pair = match check {
        Check::Once(_) => words::WHOLE,
        Check::Leaf(_) => words::LEAF,
        Check::Host(_) => words::HOST,
        Check::Key(_) => words::KEY,
        Check::After(_) => words::AFTER,
        Check::Each(roles, _) => {
            let roles: Vec<_> = roles.iter().map(|role| text::term(Term::Role(*role)).lang(lang)).collect();
            return said(words::ROLES, &[("roles", roles.join(comma(lang)))], lang);
        }
    };
    pair.lang(lang).to_owned()
}

fn times(in_force: InForce, lang: Lang) -> String {
    let day = |hole, moment: Timestamp| (hole, text::day(moment, lang));
    match in_force {
        InForce::Always => words::ALWAYS.lang(lang).to_owned(),
        InForce::Since(since) => said(words::SINCE, &[day("since", since)], lang),
        InForce::Between(since, until) => said(words::BETWEEN, &[day("since", since), day("until", until)], lang),
    }
}

/// One of the things that the code says; `own` is what its rule rests on, which is not said again.
fn variant(page: &mut Writer, number: usize, shown: Shown, own: &[Cite], lang: Lang) {
    let finding = shown.finding();
    let WordedFinding { title, why, fix, severity, quote, .. } = worded(finding.clone(), lang);
    page.heading(3, &escaped(&title), &format!("says-{number}"));
    page.paragraph(&labelled(severity::of(severity), &escaped(&why), lang));
    if let Some(quote) = quote {
        page.quote(&quote.text, &quote.lang);
    }
    page.paragraph(&labelled(words::FIX, &escaped(&fix), lang));
    let also: Vec<_> = finding.references.iter().filter(|cite| !own.contains(cite)).cloned().collect();
    if !also.is_empty() {
        let label = if own.is_empty() { words::RESTS_ON } else { words::ALSO_RESTS_ON };
        page.paragraph(&labelled(label, &sources(&also, lang), lang));
    }
}

fn case(page: &mut Writer, Sample { told, finding }: Sample, lang: Lang) {
    let place = [
        ("file", code(&told.file)),
        ("name", escaped(&told.case.name)),
        ("date", text::day(told.case.options.now, lang)),
    ];
    page.paragraph(&said(words::EXAMPLE_OF, &place, lang));
    let title = worded(finding.clone(), lang).title;
    page.list([says(finding, &title, lang)]);
    let places: Vec<_> = finding.evidence.iter().filter_map(place_of).take(PLACES).collect();
    if !places.is_empty() {
        page.paragraph(&labelled(words::PLACE, &places.join(comma(lang)), lang));
    }
    let asked: Vec<_> = told.asked().iter().map(|option| code(option)).collect();
    if !asked.is_empty() {
        page.paragraph(&labelled(words::GIVEN_WITH, &asked.join(" "), lang));
    }
    if told.shape() == Shape::Hidden {
        page.paragraph(&said(words::NOT_SHOWN, &place, lang));
        return;
    }
    page.paragraph(words::INPUT.lang(lang));
    for (name, text) in told.sources() {
        if !name.is_empty() {
            page.paragraph(&code(name));
        }
        if text.contains("-----BEGIN ") {
            page.certificates(text, &told.case.options.now.to_string(), &told.case.options.hosts);
        } else {
            page.fence("text", text);
        }
    }
    if told.has_key() {
        page.paragraph(words::KEY_IS_PUBLIC.lang(lang));
    }
}

/// Places of one finding that are shown.
const PLACES: usize = 8;

fn place_of(evidence: &certloupe::report::Evidence) -> Option<String> {
    let line = evidence.line.map(|line| format!("#{line}")).unwrap_or_default();
    let place = format!("{}{line}", text::escape(&evidence.path));
    (!place.is_empty()).then(|| code(&place))
}

fn says(finding: &Finding, title: &str, lang: Lang) -> String {
    let how = bracketed(severity::of(finding.severity).lang(lang), lang);
    format!("**{}** {}{how}", finding.code, escaped(title))
}

fn request(page: &mut Writer, asked: &Said, lang: Lang) {
    page.paragraph(words::ASKED.lang(lang));
    page.fence("sh", &format!("cargo run --release --example certloupe -- {}", asked.command));
    let title = worded(asked.finding.clone(), lang).title;
    page.list([says(&asked.finding, &title, lang)]);
}
