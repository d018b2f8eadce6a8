//! Hostile values: none changes what is written around it.

use super::*;
use certloupe::deploy::syntax::{SYNTAXES, shell};
use certloupe::report::Value;
use certloupe::report::wire::Field;
use proptest::prelude::*;

/// What breaks out of one syntax or another, and what only looks harmless.
const HOSTILE: [&str; 36] = [
    "a; return 418; #",
    "a;b",
    "a\nListen 1",
    "a\r\nb",
    "a\rb",
    "a{",
    "a}",
    "{$HOME}",
    "{env.HOME}",
    "a b",
    "a,b",
    "a'b",
    "a\"b",
    "a\\",
    "$host",
    "${HOME}",
    "`id`",
    "$(id)",
    "~^(.*)$",
    ".a.test",
    "a\0b",
    "a\x1b[2J",
    "a\u{85}b",
    "a\u{a0}b",
    "a\u{2019}b",
    "a\u{2028}b",
    "a\u{202e}b",
    "\u{feff}a",
    "",
    " ",
    "*",
    "*.*.a.test",
    "-Dx",
    "a.test.",
    "<x>",
    "../../etc",
];

/// A value that is no host and no address, whatever else it is.
fn hostile() -> impl Strategy<Value = String> {
    let parts = proptest::sample::select(HOSTILE.to_vec()).prop_map(str::to_owned);
    // Something in front can make a good name of a part that only has a bad form.
    let is_bad = |text: &String| text.chars().any(|c| !c.is_ascii_alphanumeric() && !"-_.:*".contains(c));
    let longer = (parts.clone(), "\\PC{0,12}").prop_map(|(part, more)| format!("{more}{part}"));
    prop_oneof![parts, longer.prop_filter("a good name", is_bad), "[^a-zA-Z0-9._*:-]{1,20}"]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, failure_persistence: None, ..ProptestConfig::default() })]

    /// In a certificate: the name is left out and named in a note; everything else is as without it.
    #[test]
    fn a_hostile_alternative_name_is_left_out(name in hostile(), at in 0..TARGETS.len(), first: bool) {
        let target = TARGETS[at];
        let names = if first { [name.as_str(), "good.test"] } else { ["good.test", name.as_str()] };
        let clean = plain(target, &report(Key::Rsa, &["good.test"], &[]));
        let dirty = plain(target, &report(Key::Rsa, &names, &[]));
        prop_assert_eq!(config(&dirty), config(&clean));
        prop_assert_eq!(&dirty.commands, &clean.commands);
        let note = dirty.notes.iter().find(|note| note.code == Code::DEP004);
        prop_assert_eq!(note.map(|note| note.message.id), Some(DeployMessage::NamesSkipped.into()));
        let shown = note.map(|note| worded(note.clone(), Lang::En).why).unwrap_or_default();
        prop_assert!(!shown.chars().any(|c| c.is_control() || c == '\u{202e}'), "shown escaped: {:?}", shown);
    }

    /// Typed, as name or upstream: refused, with the character where there is one.
    #[test]
    fn a_hostile_option_is_refused(value in hostile(), at in 0..TARGETS.len(), as_name: bool) {
        let target = TARGETS[at];
        let as_name = as_name || !target.fields.contains(&Field::Upstream);
        let mut options = options(target, "", Profile::Compatible, None);
        if as_name { options.names = vec![value.clone()] } else { options.upstream = Some(value.clone()) }
        // An empty field means that nothing was asked for.
        prop_assume!(!value.trim().is_empty());
        match deploy(&report(Key::Rsa, &["good.test"], &[]), &options) {
            Err(findings) => {
                prop_assert_eq!(findings[0].code, Code::DEP004);
                if let Some(Value::Text(character)) = findings[0].message.argument("character") {
                    prop_assert!(!character.is_empty() && character.chars().all(|c| c.is_ascii_graphic()));
                }
            }
            // UTS 46 turns some strange spellings into a plain name: then it is the plain name that is written.
            Ok(deployment) => {
                prop_assert!(config(&deployment).is_ascii());
                let plain = deployment.options.names.iter().chain(&deployment.options.upstream);
                prop_assert!(plain.flat_map(|text| text.chars()).all(|c| c.is_ascii_alphanumeric() || "._-*:/[]".contains(c)));
            }
        }
    }

    /// A good name, however strange, changes values and never the directives.
    #[test]
    fn directives_do_not_depend_on_values(
        name in "(\\*\\.)?q[a-z0-9_]([a-z0-9_-]{0,40}[a-z0-9])?(\\.[a-z]([a-z0-9-]{0,20}[a-z0-9])?){1,3}",
        host in "q[a-z]([a-z0-9-]{0,20}[a-z0-9])?q", port in 40_000_u16..50_000, at in 0..TARGETS.len(),
    ) {
        let target = TARGETS[at];
        // Registries and clusters know no underscores.
        let underscores = (target.hosts)(&Host::Name("a_b.test".to_owned()));
        let name = if underscores { name } else { name.replace('_', "x") };
        let wildcard = name.starts_with("*.");
        let make = |name: &str, upstream: &str| {
            let options = options(target, "", Profile::Compatible, Some(upstream));
            deploy(&report(Key::Rsa, &[name], &[]), &options).expect("a good name can be deployed")
        };
        let one = make(&name, &format!("http://{host}:{port}"));
        // A name of the same kind and length, so that what depends on these (hash buckets, wildcards) agrees.
        let other = "a".repeat(name.len() - if wildcard { 4 } else { 2 });
        let other = other.as_bytes().chunks(60).map(|chunk| String::from_utf8_lossy(chunk)).collect::<Vec<_>>().join(".");
        let other = format!("{other}.b");
        let made = make(&format!("{}{other}", if wildcard { "*." } else { "" }), "http://zzz:59999");
        // The same text with the one values in place of the others.
        let put = |text: &str| {
            let text = text.replace(&other, name.trim_start_matches("*.")).replace("zzz", &host);
            // Where dots part names from each other, those of hosts are hyphens; in patterns they stand in brackets.
            let spelled = |text: String, dot: &str| {
                text.replace(&other.replace('.', dot), &name.trim_start_matches("*.").replace('.', dot))
            };
            spelled(spelled(text, "-"), "[.]").replace("59999", &port.to_string())
        };
        let names = |made: &Deployment| made.configs.len();
        prop_assert_eq!(names(&one), names(&made));
        for (one, made) in one.configs.iter().zip(&made.configs) {
            let (one, made) = (String::from_utf8_lossy(&one.bytes), String::from_utf8_lossy(&made.bytes));
            prop_assert_eq!(one.into_owned(), put(&made));
        }
        let other = made;
        prop_assert_eq!(all_commands(&one).len(), all_commands(&other).len());
        for (one, other) in all_commands(&one).into_iter().zip(all_commands(&other)) {
            prop_assert_eq!(shell::read(one).map(|words| words.len()), shell::read(other).map(|words| words.len()));
        }
    }

    /// The second net by itself: whatever the writer accepts is read back as one word with just that text.
    #[test]
    fn what_the_writer_accepts_is_read_back(value in prop_oneof![hostile(), any::<String>()], at in 0..SYNTAXES.len()) {
        use certloupe::deploy::syntax::{Brackets, Conf, Plain, text};
        let syntax = SYNTAXES[at];
        let mut conf = Conf::new(syntax);
        let opener = if syntax.brackets == Brackets::Tags { "<VirtualHost" } else { "server" };
        conf.block([Plain(opener)], |conf| conf.set("name", [text(&value), Plain("last")]));
        if let Ok(written) = conf.finish() {
            let lines = (syntax.read)(&written).expect("read back");
            prop_assert_eq!(lines.len(), 2);
            prop_assert_eq!(&lines[1].words[1..], &[value.clone(), "last".to_owned()]);
        }
        if let Ok(line) = shell::command([Plain("echo"), text(&value), Plain("last")]) {
            prop_assert_eq!(shell::read(&line), Some(vec!["echo".to_owned(), value, "last".to_owned()]));
        }
    }
}
