//! A page for each platform: what it asks, each rule with its source, and the findings that carry it.

use super::cases::{self, Sample};
use super::markdown::{Writer, code, escaped, link};
use super::words::{self, comma, gap, labelled, said, titled};
use super::{Chapter, Page};
use certloupe::{
    engine::platforms::{
        DomainRule, Evidence, Features, PlatformRule, PortRule, RuleId, features, platform_rules, rule,
        web_view_features,
    },
    report::{Code, Platform},
    text::{self, Lang, Pair, WordedFinding, worded},
};
use std::collections::BTreeSet;

/// The index, and the pages.
pub fn chapter(lang: Lang) -> Chapter {
    let mut page = Writer::default();
    page.title(words::PLATFORMS.lang(lang)).paragraph(words::PLATFORMS_LEAD.lang(lang));
    let head = [words::PLATFORM, words::IDENTIFIER, words::RULES].map(|pair| pair.lang(lang));
    page.table(
        head,
        Platform::ALL.iter().map(|platform| {
            let name = link(text::platform_title(*platform).lang(lang), &format!("{}.md", platform.id()));
            [name, code(platform.id()), rules_of(*platform).len().to_string()]
        }),
    );
    everywhere(&mut page, lang);
    let title = words::PLATFORMS.lang(lang).to_owned();
    let index = Page { path: "platforms/index.md".to_owned(), title, text: page.finish() };
    Chapter { page: index, below: Platform::ALL.iter().map(|platform| one(*platform, lang)).collect() }
}

/// Rules that belong to no platform of the contract, and platforms of which nothing is known.
fn everywhere(page: &mut Writer, lang: Lang) {
    let of_nobody = platform_rules().iter().filter(|rule| rule.platform.is_none());
    let (unsourced, sourced): (Vec<_>, Vec<_>) = of_nobody.partition(|rule| rule.evidence == Evidence::Unsourced);
    page.heading(2, words::EVERYWHERE.lang(lang), "everywhere").paragraph(words::EVERYWHERE_LEAD.lang(lang));
    let head = [words::RULE, words::SEEN, words::SOURCE, words::CARRIED_BY].map(|pair| pair.lang(lang));
    page.table(
        head,
        sourced.into_iter().map(|rule| {
            [code(rule.id), text::day(rule.seen, lang), source(rule, lang), carried_by(rule.id, None, lang)]
        }),
    );
    let names: Vec<_> = unsourced.iter().map(|rule| rule.id.split('.').next().unwrap_or_default()).collect();
    page.heading(2, words::UNSOURCED.lang(lang), "unsourced");
    page.paragraph(&said(words::UNSOURCED_LEAD, &[("names", names.join(comma(lang)))], lang));
}

fn source(rule: &PlatformRule, lang: Lang) -> String {
    rule.cite().map_or_else(|| words::NO_SOURCE.lang(lang).to_owned(), |cite| link(&cite.title(), &cite.url()))
}

/// The findings that name a rule: those of a platform, where a case has any, else those of all.
fn carried_by(rule: RuleId, platform: Option<Platform>, lang: Lang) -> String {
    let of_it = |platform| -> BTreeSet<Code> {
        let named = findings(platform).filter(|finding| finding.rule.as_deref() == Some(rule));
        named.map(|finding| finding.code).collect()
    };
    let own = of_it(platform);
    linked(&if own.is_empty() { of_it(None) } else { own }, lang)
}

fn linked(codes: &BTreeSet<Code>, lang: Lang) -> String {
    let link = |code: &Code| link(code.as_str(), &format!("../findings/{}", super::findings::file(*code)));
    codes.iter().map(link).collect::<Vec<_>>().join(comma(lang))
}

fn findings(platform: Option<Platform>) -> impl Iterator<Item = &'static certloupe::report::Finding> {
    let id = platform.map(Platform::id);
    let all = cases::all().iter().flat_map(|told| &told.report.findings);
    all.filter(move |finding| id.is_none() || finding.platform.as_deref() == id)
}

/// Every rule that holds on a platform, in the order of the table: its own, those that it asks for, and those that are
/// reported for it.
fn rules_of(platform: Platform) -> Vec<&'static PlatformRule> {
    let asked = [Some(features(platform)), web_view_features(platform)];
    let mut known: BTreeSet<&str> = asked.into_iter().flatten().flat_map(Features::rules).collect();
    known.extend(findings(Some(platform)).filter_map(|finding| finding.rule.as_deref()));
    let of_it = |rule: &&PlatformRule| rule.platform == Some(platform) || known.contains(rule.id);
    platform_rules().iter().filter(of_it).collect()
}

fn one(platform: Platform, lang: Lang) -> Page {
    let title = text::platform_title(platform).lang(lang).to_owned();
    let rules = rules_of(platform);
    let mut page = Writer::default();
    page.title(&escaped(&title)).list([labelled(words::IDENTIFIER, &code(platform.id()), lang)]);
    page.heading(2, words::ASKS.lang(lang), "asks");
    match asks(features(platform), lang) {
        asked if asked.is_empty() => page.paragraph(words::NO_RULES.lang(lang)),
        asked => page.list(asked).paragraph(words::ASKS_LEAD.lang(lang)),
    };
    if let Some(pages) = web_view_features(platform) {
        page.heading(3, words::WEB_VIEW.lang(lang), "web-view").list(asks(pages, lang));
    }
    page.heading(2, words::RULES_HAVE.lang(lang), "rules");
    for rule in &rules {
        write_rule(&mut page, platform, rule, lang);
    }
    let without: BTreeSet<Code> =
        findings(Some(platform)).filter(|finding| finding.rule.is_none()).map(|finding| finding.code).collect();
    if !without.is_empty() {
        page.paragraph(&said(words::WITHOUT_RULE, &[("codes", linked(&without, lang))], lang));
    }
    Page { path: format!("platforms/{}.md", platform.id()), title, text: page.finish() }
}

fn write_rule(page: &mut Writer, platform: Platform, rule: &'static PlatformRule, lang: Lang) {
    let kind = match rule.evidence {
        Evidence::Official => words::OFFICIAL,
        Evidence::Source => words::SOURCE_CODE,
        Evidence::ThirdParty => words::THIRD_PARTY,
        Evidence::Unsourced => words::NO_SOURCE,
    };
    page.heading(3, &code(rule.id), &rule.id.replace('.', "-"));
    page.list([
        labelled(words::SOURCE, &source(rule, lang), lang),
        labelled(words::KIND_OF_SOURCE, kind.lang(lang), lang),
        labelled(words::SEEN, &text::day(rule.seen, lang), lang),
        labelled(words::CARRIED_BY, &carried_by(rule.id, Some(platform), lang), lang),
    ]);
    if let Some(quote) = rule.quote() {
        page.paragraph(words::ITS_WORDS.lang(lang)).quote(&quote.text, &quote.lang);
    }
    let on_it = cases::of_rule(rule.id, Some(platform.id()));
    let Some(Sample { told, finding }) = on_it.or_else(|| cases::of_rule(rule.id, None)) else {
        panic!("{}: no case says it", rule.id)
    };
    page.paragraph(&said(words::SAID_OF, &[("name", escaped(&told.case.name))], lang));
    let WordedFinding { title, why, fix, .. } = worded(finding.clone(), lang);
    let mut said = vec![titled(&with_links(&title), &with_links(&why), lang)];
    // Where it only leads on, what stands behind it says more.
    for code in Code::ALL.iter().filter(|code| title.contains(code.as_str())) {
        let Some(behind) = told.report.findings.iter().find(|finding| finding.code == *code) else { continue };
        let WordedFinding { title, why, .. } = worded(behind.clone(), lang);
        said.push(titled(&with_links(&format!("{code} {title}")), &escaped(&why), lang));
    }
    said.push(labelled(words::FIX, &escaped(&fix), lang));
    page.list(said);
}

/// A text whose codes lead to their pages.
fn with_links(text: &str) -> String {
    let to_page = |text: String, code: &Code| {
        let name = code.as_str();
        text.replace(name, &link(name, &format!("../findings/{}", super::findings::file(*code))))
    };
    Code::ALL.iter().fold(escaped(text), to_page)
}

/// What the table of a platform asks, rule by rule.
fn asks(features: &Features, lang: Lang) -> Vec<String> {
    let mut asked = Vec::new();
    let mut add = |rule: RuleId, words: String| asked.push(format!("{words}{}{}", gap(lang), to_rule(rule)));
    let plain = |pair: Pair| pair.lang(lang).to_owned();
    let list = |pair: Pair, names: &[&str]| {
        said(pair, &[("list", names.iter().map(|name| code(name)).collect::<Vec<_>>().join(comma(lang)))], lang)
    };
    if let Some((rule, schemes)) = features.schemes {
        add(rule, list(words::SCHEMES, schemes));
    }
    if let Some(rule) = features.cleartext {
        add(rule, plain(words::CLEARTEXT));
    }
    if let Some(hosts) = features.hosts {
        add(hosts.rule, plain(if hosts.local { words::HOSTS_LOCAL } else { words::HOSTS_NAMES }));
        if hosts.plain {
            add(hosts.rule, plain(words::PLAIN_NAMES));
        }
    }
    if let Some((rule, ports)) = features.ports {
        add(
            rule,
            plain(match ports {
                PortRule::Exact => words::PORTS_EXACT,
                PortRule::NotInEntries => words::PORTS_NOT_IN_ENTRIES,
                PortRule::Nowhere => words::PORTS_NOWHERE,
            }),
        );
    }
    if let Some((rule, domains)) = features.domains {
        add(
            rule,
            plain(match domains {
                DomainRule::Exact => words::DOMAIN_EXACT,
                DomainRule::Below => words::DOMAIN_BELOW,
                DomainRule::Registrable => words::DOMAIN_REGISTRABLE,
            }),
        );
    }
    if let Some((rule, host)) = features.forbidden {
        add(rule, said(words::FORBIDDEN, &[("host", code(host))], lang));
    }
    for (number, limit) in features.most.iter().enumerate() {
        let words = if number == 0 { words::MOST } else { words::MOST_MORE };
        add(limit.rule, said(words, &[("most", limit.most.to_string())], lang));
    }
    if let Some((rule, lists)) = features.lists {
        add(rule, list(words::LISTS, lists));
    }
    let certificate = features.certificate;
    for (rule, words) in [
        (features.sockets, words::SOCKETS),
        (certificate.chain, words::CHAIN_COMPLETE),
        (certificate.trust, words::TRUSTED_ROOT),
        (certificate.name, words::NAMED_HOST),
        (certificate.date, words::IN_DATE),
        (certificate.given_up, words::GIVEN_UP),
        (features.tls, words::TLS),
        (features.transport_security, words::TRANSPORT_SECURITY),
    ] {
        rule.into_iter().for_each(|rule| add(rule, plain(words)));
    }
    for rule in features.by_hand {
        let title = cases::of_rule(rule, None).map(|sample| worded(sample.finding.clone(), lang).title);
        let title = title.unwrap_or_else(|| panic!("{rule}: no case says it"));
        let stop = if lang == Lang::En { "." } else { "。" };
        add(rule, format!("{}{stop}", escaped(&title)));
    }
    asked
}

/// A link to the rule on the same page.
fn to_rule(id: RuleId) -> String {
    assert!(rule(id).is_some(), "{id} is not in the table");
    format!("[`{id}`](#{})", id.replace('.', "-"))
}
