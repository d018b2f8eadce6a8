//! The report as a document: read by a parser of Markdown and one of HTML, neither of them ours.

use crate::material::{analysis, chain};
use crate::support::{
    keys::Counter,
    mint::{Cert, Key, bundle},
    programs, recipes,
};
use certloupe::{
    engine::{Analysis, inspect},
    export,
    report::{FileFormat, wire::ConvertOptions},
    text::{self, Lang, escape},
};
use pulldown_cmark::{Event, Options, Parser, Tag};
use std::collections::BTreeSet;

fn report(analysis: &Analysis, format: FileFormat, lang: Lang) -> String {
    let options = ConvertOptions { lang: lang.tag().to_owned(), ..ConvertOptions::to(format) };
    let files = export::convert(analysis, &options, &mut Counter(1)).expect("a report");
    String::from_utf8(files.into_iter().next().expect("one file").bytes).expect("text")
}

/// Names that want to be something else in Markdown or in HTML.
const HOSTILE: &[&str] = &[
    "<script>alert(1)</script>",
    "a | b | c",
    "`code` ``more`",
    "[link](javascript:alert(1))",
    "*bold* _it_ ~~s~~ # h",
    "&lt;b&gt; &amp; \"quoted\" 'so'",
    "</style></title><img src=x onerror=alert(1)>",
    "\\",
    "line\nbreak\r\n\r\n# heading",
    "\u{202e}moc.elpmaxe",
];

fn hostile(name: &str) -> Analysis {
    let root = Cert::ca(name).self_signed();
    let leaf = Cert::server(&["shop.example"]).subject(&[("2.5.4.10", name), ("2.5.4.3", name)]).issued_by(&root);
    analysis(&[(name, bundle(&[&leaf, &root]).as_bytes())])
}

/// What a reader of CommonMark sees: its text, and the kinds of elements.
fn read_markdown(markdown: &str) -> (String, BTreeSet<String>) {
    let (mut text, mut kinds) = (String::new(), BTreeSet::new());
    for event in Parser::new_ext(markdown, Options::ENABLE_TABLES) {
        match event {
            Event::Text(part) | Event::Code(part) => text.push_str(&part),
            Event::SoftBreak | Event::HardBreak | Event::End(_) => text.push('\n'),
            Event::Html(html) | Event::InlineHtml(html) => panic!("HTML in Markdown: {html}"),
            Event::Start(Tag::Link { dest_url, .. }) => {
                assert!(dest_url.starts_with("https://") || dest_url.starts_with("http://nginx.org/"), "{dest_url}");
                kinds.insert("Link".to_owned());
            }
            Event::Start(tag) => {
                let kind = format!("{tag:?}");
                kinds.insert(kind.split([' ', '(', '{']).next().unwrap_or_default().to_owned());
            }
            other => panic!("{other:?}"),
        }
    }
    (text, kinds)
}

/// What Python's parser of HTML sees: each element once, then the text.
const READ_HTML: &str = "
import sys
from html.parser import HTMLParser
class Reader(HTMLParser):
    seen, text, open = set(), [], []
    void = {'meta'}
    def handle_starttag(self, tag, attributes):
        self.seen.add(tag)
        for name, value in attributes:
            assert not name.startswith('on'), name
            assert name != 'href' or value.startswith(('https://', 'http://nginx.org/')), value
            self.seen.add(f'{tag}.{name}')
        if tag not in self.void: self.open.append(tag)
    def handle_endtag(self, tag):
        assert self.open.pop() == tag, tag
    def handle_data(self, data):
        if self.open and self.open[-1] != 'style': self.text.append(data)
reader = Reader()
reader.feed(sys.stdin.buffer.read().decode())
reader.close()
assert not reader.open, reader.open
print(' '.join(sorted(reader.seen)))
print(''.join(reader.text))
";

fn read_html(html: &str) -> (String, BTreeSet<String>) {
    let seen = String::from_utf8(programs::run("python3", &["-c", READ_HTML], html.as_bytes())).expect("text");
    let (elements, text) = seen.split_once('\n').expect("two parts");
    (text.to_owned(), elements.split(' ').map(str::to_owned).collect())
}

#[test]
fn names_are_names_and_nothing_else() {
    let harmless = hostile("Example");
    let (_, markdown) = read_markdown(&report(&harmless, FileFormat::Markdown, Lang::En));
    let (_, html) = read_html(&report(&harmless, FileFormat::Html, Lang::En));
    assert!(!html.contains("script") && html.contains("table") && markdown.contains("Table"), "{html:?} {markdown:?}");
    for name in HOSTILE {
        let analysis = hostile(name);
        for lang in Lang::ALL {
            let (text, kinds) = read_markdown(&report(&analysis, FileFormat::Markdown, lang));
            assert_eq!(kinds.difference(&markdown).collect::<Vec<_>>(), [""; 0], "{name:?}");
            let shown = squeezed(&escape(name));
            assert!(squeezed(&text).contains(&shown), "{shown} in {text}");
            let (text, elements) = read_html(&report(&analysis, FileFormat::Html, lang));
            assert_eq!(elements.difference(&html).collect::<Vec<_>>(), [""; 0], "{name:?}");
            assert!(squeezed(&text).contains(&shown), "{shown} in {text}");
        }
    }
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect()
}

/// Every case has its report, and every finding stands in it.
#[test]
fn every_finding_of_every_case_is_told() {
    let (mut told, mut cases) = (0, 0);
    let all = recipes::all().into_iter().flat_map(|(_, files)| files.into_iter().flat_map(|(_, cases)| cases));
    for case in all {
        let path = &case.name;
        let (found, analysis) = inspect(&case.sources, &case.options);
        cases += 1;
        let lang = Lang::ALL[cases % 2];
        let (text, _) = read_markdown(&report(&analysis, FileFormat::Markdown, lang));
        let text = squeezed(&text);
        let html = report(&analysis, FileFormat::Html, lang);
        for finding in found.findings {
            let words = text::worded(finding, lang);
            let sentences = [&words.title, &words.why, &words.fix];
            assert!(sentences.iter().all(|it| text.contains(&squeezed(it))), "{path}: {words:?}");
            assert!(html.contains(&format!("<code>{}</code>", words.code)), "{path}: {}", words.code);
            told += 1;
        }
    }
    assert!(told > 500 && cases > 200, "only {told} findings of {cases} cases");
}

#[test]
fn the_certificates_are_in_it() {
    let chain = chain(Key::P256(7));
    for format in [FileFormat::Markdown, FileFormat::Html] {
        let report = report(&chain.analysis(), format, Lang::En);
        for certificate in [&chain.leaf, &chain.intermediate, &chain.root] {
            assert!(report.contains(certificate.pem().trim_end()), "{format:?}");
        }
    }
}
