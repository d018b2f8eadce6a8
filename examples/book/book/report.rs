//! The reference of the report, from the declarations of the JavaScript package, and a whole report.

use super::declarations::{Body, Declaration, Member, Type, read};
use super::deployments::{self, DAY, EXAMPLE, ROOT};
use super::markdown::{Writer, code, escaped};
use super::meanings::MEANINGS;
use super::words::{self, labelled, said};
use super::{Chapter, Page, project};
use certloupe::text::{self, Lang};
use std::{collections::BTreeSet, fs};

const COMMAND: &str = "certloupe inspect --json";
const WHOLE: &str = "Report";
const TYPES: &str = "src/api/types.d.ts";

/// The one page.
pub fn chapter(lang: Lang) -> Chapter {
    let types = fs::read_to_string(project(TYPES)).expect("the declarations");
    let declarations = read(&types).unwrap_or_else(|trouble| panic!("{trouble}"));
    assert_no_meaning_is_left_over(&declarations);
    let mut page = Writer::default();
    page.title(words::REPORT.lang(lang));
    page.paragraph(&said(words::REPORT_LEAD, &[("command", code(COMMAND))], lang));
    let reference = Reference { declarations: &declarations, reached: reached(&declarations), lang };
    // The whole first, then its parts as they are declared.
    let (whole, parts): (Vec<_>, Vec<_>) = declarations.iter().partition(|it| it.name == WHOLE);
    for declaration in whole.into_iter().chain(parts).filter(|it| reference.reached.contains(it.name.as_str())) {
        reference.write(&mut page, declaration);
    }
    page.heading(2, words::WHOLE_EXAMPLE.lang(lang), "whole-example");
    let holes = [("file", code(EXAMPLE)), ("root", code(ROOT)), ("date", text::day(DAY, lang))];
    page.paragraph(&said(words::WHOLE_EXAMPLE_OF, &holes, lang));
    let report = deployments::report().clone().worded(lang);
    let mut whole = Writer::default();
    whole.fence("json", &serde_json::to_string_pretty(&report).expect("a report as JSON"));
    page.details(words::UNFOLD.lang(lang), &whole);
    let title = words::REPORT.lang(lang).to_owned();
    Chapter::alone(Page { path: "report.md".to_owned(), title, text: page.finish() })
}

/// The declarations that the report is made of, by name.
fn reached(declarations: &[Declaration]) -> BTreeSet<&str> {
    let mut reached = BTreeSet::new();
    let mut open = vec![WHOLE];
    while let Some(name) = open.pop() {
        let Some(declaration) = declarations.iter().find(|it| it.name == name) else {
            assert!(matches!(name, "string" | "number" | "boolean" | "null"), "{TYPES} declares no {name}");
            continue;
        };
        if reached.insert(declaration.name.as_str()) {
            match &declaration.body {
                Body::Alias(of) => names(of, &mut open),
                Body::Interface(extends, members) => {
                    open.extend(extends.as_deref());
                    members.iter().for_each(|member| names(&member.of, &mut open));
                }
            }
        }
    }
    reached
}

fn names<'a>(of: &'a Type, out: &mut Vec<&'a str>) {
    match of {
        Type::Name(name) => out.push(name),
        Type::Literal(_) => (),
        Type::Array(inside) => names(inside, out),
        Type::Tuple(places) => places.iter().for_each(|place| names(place, out)),
        Type::Union(alternatives) => alternatives.iter().for_each(|(_, one)| names(one, out)),
        Type::Object(members) => members.iter().for_each(|member| names(&member.of, out)),
    }
}

/// A row of the table of meanings that no doc comment has any more would never be seen again.
fn assert_no_meaning_is_left_over(declarations: &[Declaration]) {
    fn docs<'a>(of: &'a Type, out: &mut Vec<&'a str>) {
        match of {
            Type::Name(_) | Type::Literal(_) => (),
            Type::Array(inside) => docs(inside, out),
            Type::Tuple(places) => places.iter().for_each(|place| docs(place, out)),
            Type::Object(members) => of_members(members, out),
            Type::Union(alternatives) => alternatives.iter().for_each(|(doc, one)| {
                out.extend(doc.as_deref());
                docs(one, out);
            }),
        }
    }
    fn of_members<'a>(members: &'a [Member], out: &mut Vec<&'a str>) {
        for member in members {
            out.extend(member.doc.as_deref());
            docs(&member.of, out);
        }
    }
    let mut known = Vec::new();
    for declaration in declarations {
        known.extend(declaration.doc.as_deref());
        match &declaration.body {
            Body::Alias(of) => docs(of, &mut known),
            Body::Interface(_, members) => of_members(members, &mut known),
        }
    }
    for (english, _) in MEANINGS {
        assert!(known.contains(english), "meanings.rs: {TYPES} does not say any more: {english}");
    }
}

/// What a doc comment says in a language.
///
/// # Panics
/// When there is no Chinese for it.
fn meaning(doc: Option<&str>, lang: Lang) -> String {
    let Some(doc) = doc else { return String::new() };
    let known = MEANINGS.iter().find(|(english, _)| *english == doc);
    let (english, chinese) = known.unwrap_or_else(|| panic!("meanings.rs has no Chinese for: {doc}"));
    let text = match lang {
        Lang::En => english,
        Lang::Zh => chinese,
    };
    // Backticks are code there, too.
    text.split('`').enumerate().map(|(at, part)| if at % 2 == 1 { code(part) } else { escaped(part) }).collect()
}

struct Reference<'a> {
    declarations: &'a [Declaration],
    reached: BTreeSet<&'a str>,
    lang: Lang,
}

impl Reference<'_> {
    fn write(&self, page: &mut Writer, declaration: &Declaration) {
        page.heading(2, &declaration.name, &declaration.name.to_lowercase());
        page.paragraph(&meaning(declaration.doc.as_deref(), self.lang));
        match &declaration.body {
            Body::Interface(extends, members) => {
                if let Some(extended) = extends {
                    page.paragraph(&said(
                        words::EXTENDS,
                        &[("name", self.linked(&Type::Name(extended.clone()), ""))],
                        self.lang,
                    ));
                }
                self.table(page, "", members);
            }
            Body::Alias(Type::Union(alternatives)) if alternatives.iter().all(|(_, one)| is_value(one)) => {
                let values: Vec<_> = alternatives.iter().map(|(_, one)| self.written(one)).collect();
                page.paragraph(&labelled(words::VALUES, &values.join(" "), self.lang));
            }
            Body::Alias(Type::Union(alternatives)) => {
                page.paragraph(words::EITHER.lang(self.lang));
                page.list(alternatives.iter().map(|(doc, one)| {
                    let meaning = meaning(doc.as_deref(), self.lang);
                    if meaning.is_empty() { self.spelled(one) } else { format!("{}: {meaning}", self.spelled(one)) }
                }));
            }
            Body::Alias(of) => {
                page.paragraph(&self.written(of));
            }
        }
    }

    fn table(&self, page: &mut Writer, above: &str, members: &[Member]) {
        let mut rows = Vec::new();
        self.rows(above, members, &mut rows);
        page.table([words::FIELD, words::TYPE, words::MEANING].map(|pair| pair.lang(self.lang)), rows);
    }

    /// A row for each key; those of an object without a name stand below it.
    fn rows(&self, above: &str, members: &[Member], rows: &mut Vec<[String; 3]>) {
        for Member { name, doc, optional, of } in members {
            let path = format!("{above}{name}");
            let shown = format!("{path}{}", if *optional { "?" } else { "" });
            rows.push([code(&shown), self.written(of), meaning(doc.as_deref(), self.lang)]);
            if let Some((inside, many)) = object_in(of) {
                self.rows(&format!("{path}{}.", if many { "[]" } else { "" }), inside, rows);
            }
        }
    }

    /// A type, with links to what has a table of its own.
    fn written(&self, of: &Type) -> String {
        match of {
            Type::Union(alternatives) => {
                alternatives.iter().map(|(_, one)| self.written(one)).collect::<Vec<_>>().join(" | ")
            }
            Type::Array(inside) if matches!(**inside, Type::Union(_)) => {
                format!("({}){}", self.written(inside), code("[]"))
            }
            _ => self.linked(of, ""),
        }
    }

    /// One type, with what stands behind its name.
    fn linked(&self, of: &Type, behind: &str) -> String {
        let plain = |name: &str| code(&format!("{name}{behind}"));
        match of {
            Type::Array(inside) => self.linked(inside, &format!("[]{behind}")),
            Type::Name(name) if self.declarations.iter().any(|it| it.name == *name) => {
                format!("[{}](#{})", plain(name), name.to_lowercase())
            }
            Type::Name(text) | Type::Literal(text) => plain(text),
            Type::Tuple(places) => {
                let places: Vec<_> = places.iter().map(|place| self.written(place)).collect();
                format!("{}{}{}", code("["), places.join(", "), code(&format!("]{behind}")))
            }
            Type::Object(_) | Type::Union(_) => plain("object"),
        }
    }

    /// A type as it is declared, where there is no table for its keys.
    fn spelled(&self, of: &Type) -> String {
        fn plain(of: &Type) -> String {
            match of {
                Type::Name(text) | Type::Literal(text) => text.clone(),
                Type::Array(inside) => format!("{}[]", plain(inside)),
                Type::Tuple(places) => format!("[{}]", places.iter().map(plain).collect::<Vec<_>>().join(", ")),
                Type::Union(all) => all.iter().map(|(_, one)| plain(one)).collect::<Vec<_>>().join(" | "),
                Type::Object(members) => {
                    let keys: Vec<_> = members.iter().map(|it| format!("{}: {}", it.name, plain(&it.of))).collect();
                    format!("{{ {} }}", keys.join("; "))
                }
            }
        }
        code(&plain(of))
    }
}

const fn is_value(of: &Type) -> bool {
    matches!(of, Type::Literal(_))
}

/// The keys of an object that a type is, or that it holds, and whether there may be many of them.
fn object_in(of: &Type) -> Option<(&[Member], bool)> {
    match of {
        Type::Object(members) => Some((members, false)),
        Type::Array(inside) => object_in(inside).map(|(members, _)| (members, true)),
        Type::Union(alternatives) => alternatives.iter().find_map(|(_, one)| object_in(one)),
        Type::Name(_) | Type::Literal(_) | Type::Tuple(_) => None,
    }
}
