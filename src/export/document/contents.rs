use super::{Block, Cell, Document, Part, Table, Told};
use crate::engine::Analysis;
use crate::export::pem::certificate_pem;
use crate::report::{ClientTrust, Evidence, Finding, Report, Severity, Term, Verdict};
use crate::text::{self, Lang, Pair, WordedFinding, escape, headline, page::fill, report as words};

/// The words of a language.
#[derive(Clone, Copy)]
struct Say(Lang);

impl Say {
    fn text(self, pair: Pair) -> &'static str {
        pair.lang(self.0)
    }
}

pub(super) fn document(analysis: &Analysis, lang: Lang) -> Document {
    let (report, say) = (analysis.report(), Say(lang));
    let title = match report.leaf() {
        Some(leaf) => fill(words::TITLE, &[("name", leaf.label.as_str().into())], lang),
        None => say.text(words::TITLE_BARE).to_owned(),
    };
    let parts = PARTS.iter().filter_map(|(title, make)| {
        let blocks = make(analysis, &report, say);
        (!blocks.is_empty()).then(|| Part { title: say.text(*title), blocks })
    });
    Document {
        lang,
        title,
        headline: headline::headline((&report).into(), lang),
        note: fill(words::JUDGED, &[("date", report.now.into())], lang),
        parts: parts.collect(),
    }
}

type Make = fn(&Analysis, &Report, Say) -> Vec<Block>;

/// What a report says, in the order in which people ask.
const PARTS: &[(Pair, Make)] = &[
    (words::FINDINGS, findings),
    (words::CHAIN, certificates),
    (words::HOSTS, hosts),
    (words::RENEWAL, dates),
    (words::CLIENTS, clients),
    (words::PLATFORMS, platforms),
    (words::GIVEN, given),
    (words::FILES, files),
];

fn findings(_: &Analysis, report: &Report, say: Say) -> Vec<Block> {
    let tally = report.tally;
    let tally = fill(
        words::TALLY,
        &[
            ("checked", tally.checked.into()),
            ("passed", tally.passed.into()),
            ("skipped", tally.not_applicable.into()),
            ("later", tally.not_in_force.into()),
            ("found", tally.found.into()),
        ],
        say.0,
    );
    let mut blocks: Vec<_> = report.findings.iter().map(|it| Block::Finding(Box::new(told(it, report, say)))).collect();
    if blocks.is_empty() {
        blocks.push(Block::Text(say.text(words::NOTHING).to_owned()));
    }
    blocks.push(Block::Text(tally));
    blocks
}

fn told(finding: &Finding, report: &Report, say: Say) -> Told {
    let word = match finding.severity {
        Severity::Error => words::ERROR,
        Severity::Warning => words::WARNING,
        Severity::Info => words::INFO,
    };
    let WordedFinding { code, severity, title, why, fix, evidence, references, .. } =
        text::worded(finding.clone(), say.0);
    Told {
        severity,
        code: code.as_str(),
        title: fill(words::SAID, &[("severity", say.text(word).into()), ("title", title.into())], say.0),
        why,
        fix,
        places: evidence.iter().map(|it| place(it, report)).filter(|place| !place.is_empty()).collect(),
        references: references.into_iter().map(|it| (it.title, it.url)).collect(),
    }
}

/// Where to look: the certificate and its field, or the source and its line.
fn place(evidence: &Evidence, report: &Report) -> String {
    let of = evidence.certificate.and_then(|index| report.certificates.get(index)).map(|it| escape(&it.label));
    let line = evidence.line.map(|line| line.to_string());
    let parts = [of, Some(escape(&evidence.path)), line];
    parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

fn certificates(_: &Analysis, report: &Report, say: Say) -> Vec<Block> {
    let head = [
        words::SENT,
        words::NAME,
        words::ROLE,
        words::ISSUER,
        words::FROM,
        words::UNTIL,
        words::KEY,
        words::FINGERPRINT,
    ];
    let order = |index: &usize| report.chain.served.iter().position(|served| served == index);
    let mut all: Vec<usize> = (0..report.certificates.len()).collect();
    all.sort_by_key(|index| (order(index).is_none(), order(index)));
    let row = |index: usize| {
        let it = report.certificates.get(index)?;
        let place = order(&index).map(|place| place.saturating_add(1).to_string());
        Some(vec![
            Cell::Words(place.unwrap_or_else(|| say.text(words::NOT_SENT).to_owned())),
            Cell::Given(it.label.clone()),
            Cell::Words(say.text(text::term(Term::Role(it.role))).to_owned()),
            Cell::Given(it.issuer.clone()),
            Cell::Words(text::day(it.not_before, say.0)),
            Cell::Words(text::day(it.not_after, say.0)),
            Cell::Words(headline::key(&it.key)),
            Cell::Given(it.sha256.clone()),
        ])
    };
    table(&head, all.into_iter().filter_map(row).collect(), say)
}

fn hosts(_: &Analysis, report: &Report, say: Say) -> Vec<Block> {
    let row = |row: &crate::report::HostCoverage| {
        let by = match &row.by {
            Some(by) if row.covered => Cell::Given(by.clone()),
            _ => Cell::Words(say.text(words::NOT_COVERED).to_owned()),
        };
        vec![Cell::Given(row.host.clone()), by]
    };
    table(&[words::HOST, words::COVERED], report.names.hosts.iter().map(row).collect(), say)
}

fn dates(_: &Analysis, report: &Report, say: Say) -> Vec<Block> {
    let Some(validity) = report.validity else { return Vec::new() };
    let day = |moment| text::day(moment, say.0);
    let mut facts = vec![
        (words::FROM, day(validity.not_before)),
        (words::UNTIL, day(validity.not_after)),
        (words::DAYS, validity.days_left.to_string()),
        (words::RENEW, day(validity.renew_at)),
        (words::CHAIN_ENDS, day(validity.chain_not_after)),
    ];
    facts.extend(validity.allowed_days.map(|days| (words::ALLOWED, days.to_string())));
    let rows = facts.into_iter().map(|(what, value)| vec![Cell::Words(say.text(what).to_owned()), Cell::Words(value)]);
    table(&[words::FACT, words::VALUE], rows.collect(), say)
}

fn clients(_: &Analysis, report: &Report, say: Say) -> Vec<Block> {
    let versions = |of: &[ClientTrust], trusted: bool| {
        let versions: Vec<_> = of.iter().filter(|it| it.trusted == trusted).map(|it| it.version.as_str()).collect();
        Cell::Words(versions.join(", "))
    };
    let row = |of: &[ClientTrust]| {
        let id = of.first().map(|it| it.id.as_str()).unwrap_or_default();
        vec![Cell::Words(text::client_title(id, say.0).to_owned()), versions(of, true), versions(of, false)]
    };
    let rows: Vec<_> = report.trust.clients.chunk_by(|one, other| one.id == other.id).map(row).collect();
    if rows.is_empty() {
        return Vec::new();
    }
    let mut blocks = table(&[words::CLIENT, words::TRUSTING, words::REFUSING], rows, say);
    blocks.push(Block::Text(fill(words::LIST_AS_OF, &[("date", report.trust.as_of.as_str().into())], say.0)));
    blocks
}

fn platforms(_: &Analysis, report: &Report, say: Say) -> Vec<Block> {
    let answer = |verdict| match verdict {
        Verdict::Ready => words::TAKES,
        Verdict::Attention => words::TAKES_BUT,
        Verdict::Broken => words::REFUSES,
    };
    let rows = report.platforms.iter().map(|it| {
        let words = [text::platform_title(it.id), answer(it.verdict)];
        words.map(|pair| Cell::Words(say.text(pair).to_owned())).into()
    });
    table(&[words::PLATFORM, words::ANSWER], rows.collect(), say)
}

fn given(_: &Analysis, report: &Report, say: Say) -> Vec<Block> {
    let row = |input: &crate::report::Input| {
        let source = if input.source.is_empty() {
            Cell::Words(say.text(words::PASTED).to_owned())
        } else {
            Cell::Given(input.source.clone())
        };
        let label = input.certificate.and_then(|index| report.certificates.get(index)).map(|it| it.label.clone());
        let kind = text::term(input.role.map_or(Term::Input(input.kind), Term::Role));
        let line = input.line.map(|line| line.to_string()).unwrap_or_default();
        vec![source, Cell::Words(line), Cell::Words(say.text(kind).to_owned()), Cell::Given(label.unwrap_or_default())]
    };
    let head = [words::SOURCE, words::WHERE, words::KIND, words::NAME];
    table(&head, report.inputs.iter().map(row).collect(), say)
}

/// The certificates themselves, so that whoever gets the report can look for himself.
fn files(analysis: &Analysis, _: &Report, _: Say) -> Vec<Block> {
    let verbatim =
        |it: &crate::engine::x509::Certificate| Block::Verbatim(escape(&it.label()), certificate_pem(&it.der));
    analysis.material.certificates.iter().map(verbatim).collect()
}

fn table(head: &[Pair], rows: Vec<Vec<Cell>>, say: Say) -> Vec<Block> {
    if rows.is_empty() {
        return Vec::new();
    }
    vec![Block::Table(Table { head: head.iter().map(|pair| say.text(*pair)).collect(), rows })]
}
