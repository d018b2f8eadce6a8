//! A page for each server: what its capability data says, and what is written for it.

use super::deployments::{self, DAY, EXAMPLE};
use super::markdown::{Writer, cited, code, escaped, link};
use super::words::{self, bracketed, comma, gap, labelled, said, titled};
use super::{Chapter, Page};
use certloupe::{
    deploy::{
        Place, Plan, TARGETS, Target, Version,
        guideline::Protocol,
        systems_of,
        targets::{Judge, Library, Reach},
    },
    report::{
        Finding,
        wire::{DeployOptions, Deployment, Field, Profile, Shell, Switch, TargetGroup},
    },
    text::{
        self, Lang, Pair,
        commands::{Step, expectation},
        page::{deploy as form, severity},
        worded,
    },
};

const GROUPS: [(TargetGroup, Pair, &str); 4] = [
    (TargetGroup::Web, form::WEB, "web"),
    (TargetGroup::Application, form::APPLICATION, "applications"),
    (TargetGroup::Service, form::SERVICE, "services"),
    (TargetGroup::Platform, form::PLATFORM, "clouds"),
];

/// The index, and the pages.
pub fn chapter(lang: Lang) -> Chapter {
    let mut page = Writer::default();
    page.title(words::SERVERS.lang(lang)).paragraph(words::SERVERS_LEAD.lang(lang));
    for (group, title, anchor) in GROUPS {
        page.heading(2, title.lang(lang), anchor);
        let head = [words::SERVER, words::IDENTIFIER, words::VERSIONS, words::JUDGE].map(|pair| pair.lang(lang));
        let of_group = TARGETS.iter().filter(|target| target.group == group);
        page.table(
            head,
            of_group.map(|target| {
                let name = link(&title_of(target, lang), &format!("{}.md", target.id));
                [name, code(target.id), versions(target, lang), judge(target, lang)]
            }),
        );
    }
    let title = words::SERVERS.lang(lang).to_owned();
    let index = Page { path: "servers/index.md".to_owned(), title, text: page.finish() };
    Chapter { page: index, below: TARGETS.iter().map(|target| one(target, lang)).collect() }
}

fn title_of(target: &Target, lang: Lang) -> String {
    text::target_title(target.title, lang).into_owned()
}

fn versions(target: &Target, lang: Lang) -> String {
    if target.is_service() {
        return words::SERVICE.lang(lang).to_owned();
    }
    let range = [("oldest", target.oldest.to_string()), ("latest", target.latest.to_string())];
    said(words::VERSION_RANGE, &range, lang)
}

fn judge(target: &Target, lang: Lang) -> String {
    match target.judge {
        Judge::Server => words::JUDGE_SERVER.lang(lang).to_owned(),
        Judge::Like(id) => {
            let other = TARGETS.iter().find(|target| target.id == id).expect("a judge is a target");
            said(words::JUDGE_LIKE, &[("server", escaped(&title_of(other, lang)))], lang)
        }
        Judge::Program(program) => {
            let known = words::JUDGES.iter().find(|(english, _)| *english == program);
            let (english, chinese) = known.unwrap_or_else(|| panic!("words::JUDGES has no Chinese for {program}"));
            escaped(match lang {
                Lang::En => english,
                Lang::Zh => chinese,
            })
        }
    }
}

fn one(target: &'static Target, lang: Lang) -> Page {
    let title = title_of(target, lang);
    let mut page = Writer::default();
    page.title(&escaped(&title)).list(facts(target, lang));
    if target.protocols.is_empty() {
        page.heading(2, words::TLS_VERSIONS.lang(lang), "tls").paragraph(words::TLS_ELSEWHERE.lang(lang));
    } else {
        protocols(&mut page, target, lang);
        profiles(&mut page, target, lang);
    }
    parts(&mut page, target, lang);
    let systems = systems_of(target);
    if !systems.is_empty() {
        page.heading(2, words::SYSTEMS.lang(lang), "systems").table(
            [words::SYSTEM, words::VERSION].map(|pair| pair.lang(lang)),
            systems.into_iter().map(|system| [escaped(&system.title), system.version]),
        );
    }
    match deployments::example(target, Profile::Compatible) {
        Ok(deployment) => configuration(&mut page, &deployment, lang),
        Err(refusals) => panic!("{}: nothing can be written for the example: {refusals:?}", target.id),
    }
    Page { path: format!("servers/{}.md", target.id), title, text: page.finish() }
}

fn facts(target: &Target, lang: Lang) -> Vec<String> {
    let library = match target.library {
        Library::Own => words::LIBRARY_OWN.lang(lang),
        known => known.title(),
    };
    let reach = match target.reach {
        Reach::Https => words::REACH_HTTPS.lang(lang).to_owned(),
        Reach::Store => words::REACH_STORE.lang(lang).to_owned(),
        Reach::Tls(port) => said(words::REACH_TLS, &[("port", port.to_string())], lang),
        Reach::StartTls(protocol, port) => {
            said(words::REACH_STARTTLS, &[("protocol", code(protocol)), ("port", port.to_string())], lang)
        }
    };
    let mut facts = vec![
        labelled(words::IDENTIFIER, &code(target.id), lang),
        labelled(words::VERSIONS, &versions(target, lang), lang),
        labelled(words::LIBRARY, library, lang),
        labelled(words::REACHED, &reach, lang),
        labelled(words::DOCUMENTATION, &cited(&target.cite()), lang),
        labelled(words::JUDGE, &judge(target, lang), lang),
    ];
    if !target.also.is_empty() {
        facts.push(labelled(words::ALSO_CALLED, &escaped(&target.also.join(comma(lang))), lang));
    }
    if let Some(upstream) = target.upstream.or(target.behind) {
        let assumed = said(words::UPSTREAM_ASSUMED, &[("upstream", code(upstream))], lang);
        facts.push(labelled(words::NEEDS_UPSTREAM, &assumed, lang));
    }
    facts
}

/// Since which version, of those that can be written for.
fn since(version: Version, target: &Target, lang: Lang) -> String {
    match version <= target.oldest {
        true if target.is_service() => words::ALWAYS.lang(lang).to_owned(),
        true => words::EVERY_VERSION.lang(lang).to_owned(),
        false => version.to_string(),
    }
}

fn protocols(page: &mut Writer, target: &Target, lang: Lang) {
    let of = |list: &[(Protocol, Version)], protocol| {
        list.iter().find(|(own, _)| *own == protocol).map(|(_, version)| *version)
    };
    page.heading(2, words::TLS_VERSIONS.lang(lang), "tls").table(
        [words::TLS_VERSIONS, words::FROM_VERSION].map(|pair| pair.lang(lang)),
        target.protocols.iter().map(|(protocol, version)| {
            let noted = [(target.dropped, words::TLS_DROPPED), (target.begins_with, words::TLS_BEGINS)];
            let notes = noted.into_iter().filter_map(|(list, words)| {
                let version = of(list, *protocol)?;
                Some(said(words, &[("version", version.to_string())], lang))
            });
            let since = since(*version, target, lang);
            [unbroken(*protocol), [since].into_iter().chain(notes).collect::<Vec<_>>().join(comma(lang))]
        }),
    );
}

/// A name that stays in one line.
fn unbroken(protocol: Protocol) -> String {
    protocol.name().replace(' ', "&nbsp;")
}

/// What each profile comes to: the choices that a configuration is written from.
fn profiles(page: &mut Writer, target: &Target, lang: Lang) {
    let key = deployments::report().leaf().map(|leaf| leaf.key.clone()).expect("the example is a server certificate");
    let kind = format!("{} {}", key.algorithm, key.curve.or(key.bits.map(|bits| bits.to_string())).unwrap_or_default());
    page.heading(2, words::PROFILES.lang(lang), "profiles");
    page.paragraph(&said(words::PROFILES_LEAD, &[("key", kind)], lang));
    let rows = Profile::ALL.map(|profile| {
        let name = format!("{}{}", text::profile(profile).lang(lang), bracketed(&code(profile.id()), lang));
        let options = DeployOptions { target: target.id.to_owned(), profile, ..DeployOptions::default() };
        match Plan::new(deployments::report(), &options, Place::default()) {
            Ok((plan, _)) => {
                let tls: Vec<_> = plan.protocols.iter().copied().map(unbroken).collect();
                [name, tls.join(comma(lang)), key_exchange(&plan, lang), ciphers(&plan, lang)]
            }
            Err(refusals) => {
                let why: Vec<_> = refusals.into_iter().map(|refusal| worded(refusal, lang).title).collect();
                let why = said(words::REFUSED, &[("why", escaped(&why.join(comma(lang))))], lang);
                [name, why, String::new(), String::new()]
            }
        }
    });
    page.table([words::PROFILE, words::TLS_VERSIONS, words::GROUPS, words::SUITES].map(|pair| pair.lang(lang)), rows);
}

fn key_exchange(plan: &Plan, lang: Lang) -> String {
    match plan.policy {
        Some(_) => words::SUITES_OWN.lang(lang).to_owned(),
        None if plan.groups.is_empty() => words::GROUPS_OWN.lang(lang).to_owned(),
        None => plan.groups.iter().map(|group| group.name).collect::<Vec<_>>().join(comma(lang)),
    }
}

fn ciphers(plan: &Plan, lang: Lang) -> String {
    match plan.policy {
        Some(policy) if policy.name.is_empty() => words::SUITES_OWN.lang(lang).to_owned(),
        Some(policy) => said(words::POLICY, &[("name", code(policy.name))], lang),
        None if plan.suites.is_empty() => "–".to_owned(),
        None => plan.suites.iter().map(|suite| code(suite.openssl)).collect::<Vec<_>>().join(" "),
    }
}

fn parts(page: &mut Writer, target: &Target, lang: Lang) {
    page.heading(2, words::CAN.lang(lang), "parts");
    let known: Vec<_> = Switch::ALL.iter().copied().filter(|switch| target.knows(*switch)).collect();
    if known.is_empty() {
        page.paragraph(words::NO_PARTS.lang(lang));
    }
    let of =
        |list: &[(Switch, Version)], switch| list.iter().find(|(own, _)| *own == switch).map(|(_, version)| *version);
    let head = [words::PART, words::FROM_VERSION, words::USUAL, words::NOTE].map(|pair| pair.lang(lang));
    page.table(
        head,
        known.into_iter().map(|switch| {
            let version = match (of(target.switches, switch), of(target.always, switch)) {
                (Some(version), _) => since(version, target, lang),
                (None, always) => {
                    let version = since(always.unwrap_or(target.oldest), target, lang);
                    said(words::CANNOT_BE_OFF, &[("version", version)], lang)
                }
            };
            let usual = if switch.is_usual() || of(target.always, switch).is_some() { words::ON } else { words::OFF };
            let name = format!("{}{}", form::part(switch).lang(lang), bracketed(&code(switch.id()), lang));
            [name, version, usual.lang(lang).to_owned(), escaped(form::hint(switch).lang(lang))]
        }),
    );
    let fields: Vec<_> = target.fields.iter().map(|field| field_words(*field).lang(lang)).collect();
    if !fields.is_empty() {
        page.paragraph(&said(words::CAN_BE_TOLD, &[("fields", fields.join(comma(lang)))], lang));
    }
}

const fn field_words(field: Field) -> Pair {
    match field {
        Field::Upstream => words::FIELD_UPSTREAM,
        Field::Paths => words::FIELD_PATHS,
        Field::ClientCa => words::FIELD_CLIENT_CA,
        Field::Library => words::FIELD_LIBRARY,
    }
}

fn configuration(page: &mut Writer, made: &Deployment, lang: Lang) {
    page.heading(2, words::CONFIGURATION_EXAMPLE.lang(lang), "configuration");
    let profile = text::profile(made.options.profile).lang(lang);
    let holes = [("file", code(EXAMPLE)), ("profile", profile.to_owned()), ("date", text::day(DAY, lang))];
    page.paragraph(&said(words::CONFIGURATION_FOR, &holes, lang));
    if let Some(upstream) = &made.options.upstream {
        page.paragraph(&said(words::WITH_UPSTREAM, &[("upstream", code(upstream))], lang));
    }
    if made.configs.is_empty() {
        page.paragraph(words::ONLY_COMMANDS.lang(lang));
    }
    for file in &made.configs {
        page.paragraph(&code(&file.name));
        page.fence(language(&file.name), &String::from_utf8_lossy(&file.bytes));
    }
    let shell = match made.commands.shell {
        Shell::Posix => "sh",
        Shell::PowerShell => "powershell",
    };
    for (number, step) in (1..).zip(Step::ALL) {
        if step.is_empty(&made.commands) {
            continue;
        }
        page.heading(3, step.heading(&made.commands).lang(lang), &format!("step-{number}"));
        let lines = step.lines(&made.commands);
        if !lines.is_empty() {
            page.fence(shell, &lines.join("\n"));
        }
        let probes = if step == Step::Verify { made.commands.verify.as_slice() } else { &[] };
        for probe in probes {
            let expected = expectation(&probe.expect, lang);
            page.fence("sh", &probe.command);
            page.paragraph(&said(words::EXPECT, &[("what", escaped(&expected))], lang));
        }
    }
    notes(page, &made.notes, lang);
}

fn notes(page: &mut Writer, notes: &[Finding], lang: Lang) {
    if notes.is_empty() {
        return;
    }
    page.heading(2, words::NOTES.lang(lang), "notes");
    page.list(notes.iter().map(|note| {
        let cites: Vec<_> = note.references.iter().map(cited).collect();
        let note = worded(note.clone(), lang);
        let code = link(note.code.as_str(), &format!("../findings/{}", super::findings::file(note.code)));
        let (title, why, fix) = (escaped(&note.title), escaped(&note.why), escaped(&note.fix));
        let gap = gap(lang);
        let cites = if cites.is_empty() { String::new() } else { format!("{gap}{}", cites.join(comma(lang))) };
        let how = severity::of(note.severity).lang(lang);
        let text = format!("{why}{gap}{fix}{cites}");
        format!("{code}{}{gap}{}", bracketed(how, lang), titled(&title, &text, lang))
    }));
}

/// How a file is coloured.
fn language(name: &str) -> &'static str {
    const KNOWN: [(&str, &str); 11] = [
        ("yaml", "yaml"),
        ("yml", "yaml"),
        ("json", "json"),
        ("xml", "xml"),
        ("sh", "sh"),
        ("ps1", "powershell"),
        ("js", "javascript"),
        ("mjs", "javascript"),
        ("go", "go"),
        ("py", "python"),
        ("properties", "properties"),
    ];
    let ending = name.rsplit('.').next().unwrap_or_default();
    KNOWN.iter().find(|(own, _)| *own == ending).map_or("text", |(_, language)| language)
}
