use super::{Lang, target_title, terms::client_title, terms::term};
use crate::report::{ClientVersions, Message, Timestamp, Value, is_hidden};
use std::fmt::Write;

/// How many names of a list are written out before the rest is only counted: it may stand in a title.
const TEXTS_SHOWN: usize = 5;

/// The same for clients, which are short, and of which each counts for someone.
const VALUES_SHOWN: usize = 9;

/// A text with its holes filled from a message's arguments. A hole without an argument stays as it is written.
pub fn fill(template: &str, message: &Message, lang: Lang) -> String {
    fill_with(template, &message.arguments, lang)
}

/// A text with its holes filled from pairs of hole and value.
pub(super) fn fill_with<Hole: AsRef<str>>(template: &str, arguments: &[(Hole, Value)], lang: Lang) -> String {
    fill_from(template, &|name| arguments.iter().find(|(hole, _)| hole.as_ref() == name).map(|(_, value)| value), lang)
}

fn fill_from<'a>(template: &str, argument: &dyn Fn(&str) -> Option<&'a Value>, lang: Lang) -> String {
    let mut out = String::with_capacity(template.len() + 32);
    let mut rest = template;
    while let Some((before, hole_and_after)) = rest.split_once('{') {
        out.push_str(before);
        let Some((hole, after)) = hole_and_after.split_once('}') else {
            out.push('{');
            rest = hole_and_after;
            continue;
        };
        let (name, forms) = hole.split_once(':').map_or((hole, None), |(name, forms)| (name, Some(forms)));
        match argument(name) {
            Some(Value::Text(server)) if name == "server" => out.push_str(&escape(&target_title(server, lang))),
            Some(value) => write_value(&mut out, value, forms, lang),
            None => {
                out.push('{');
                out.push_str(hole);
                out.push('}');
            }
        }
        rest = after;
    }
    out.push_str(rest);
    out
}

fn write_value(out: &mut String, value: &Value, forms: Option<&str>, lang: Lang) {
    match value {
        Value::Text(text) => out.push_str(&escape(text)),
        Value::Number(number) => {
            let _ = write!(out, "{number}");
            if let Some((one, many)) = forms.and_then(|forms| forms.split_once('/')) {
                out.push(' ');
                out.push_str(if *number == 1 { one } else { many });
            }
        }
        Value::Day(moment) => out.push_str(&day(*moment, lang)),
        Value::List(texts) => write_list(out, texts, TEXTS_SHOWN, lang, |out, text| out.push_str(&escape(text))),
        Value::Several(values) => {
            write_list(out, values, VALUES_SHOWN, lang, |out, value| write_value(out, value, None, lang))
        }
        Value::Noted(pair) => {
            let (value, note) = pair.as_ref();
            let (open, close) = match lang {
                Lang::En => (" (", ")"),
                Lang::Zh => ("（", "）"),
            };
            write_value(out, value, None, lang);
            out.push_str(open);
            write_value(out, note, None, lang);
            out.push_str(close);
        }
        Value::Client(client) => out.push_str(&client_versions(client, lang)),
        Value::Term(word) => out.push_str(term(*word).lang(lang)),
    }
}

fn write_list<Item>(
    out: &mut String,
    items: &[Item],
    shown: usize,
    lang: Lang,
    mut write_item: impl FnMut(&mut String, &Item),
) {
    let separator = match lang {
        Lang::En => ", ",
        Lang::Zh => "、",
    };
    for (index, item) in items.iter().take(shown).enumerate() {
        if index > 0 {
            out.push_str(separator);
        }
        write_item(out, item);
    }
    if let Some(more) = items.len().checked_sub(shown).filter(|more| *more > 0) {
        let _ = match lang {
            Lang::En => write!(out, " and {more} more"),
            Lang::Zh => write!(out, " 等 {} 项", items.len()),
        };
    }
}

/// A client with its versions: `Android ≥ 7.1.1`, `iOS 12 – 15`.
fn client_versions(client: &ClientVersions, lang: Lang) -> String {
    let title = client_title(&client.id, lang);
    match (&client.from, &client.to) {
        (None, None) => title.to_owned(),
        (Some(first), None) => format!("{title} ≥ {first}"),
        (None, Some(last)) => format!("{title} ≤ {last}"),
        (Some(first), Some(last)) if first == last => format!("{title} {first}"),
        (Some(first), Some(last)) => format!("{title} {first} – {last}"),
    }
}

/// A day as each language writes it.
pub fn day(moment: Timestamp, lang: Lang) -> String {
    const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let (year, month, day) = moment.civil();
    match lang {
        Lang::En => {
            let month = MONTHS.get(usize::from(month).saturating_sub(1)).copied().unwrap_or("");
            format!("{day} {month} {year}")
        }
        Lang::Zh => format!("{year} 年 {month} 月 {day} 日"),
    }
}

/// Text from a certificate made safe to look at: control, bidirectional and invisible characters are written out,
/// so that a name can not pretend to be another.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        if is_hidden(character) {
            let _ = write!(out, "\\u{{{:x}}}", u32::from(character));
        } else {
            out.push(character);
        }
    }
    out
}
