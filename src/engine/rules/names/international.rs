use super::entries;
use crate::engine::names::unicode_form;
use crate::engine::rules::{Check, InForce, Rule, Sink};
use crate::engine::{Analysis, x509::Certificate};
use crate::report::message::NameMessage;
use crate::report::{Cite, Code};

/// Internationalised names, in both of their forms.
pub static RULE: Rule = Rule {
    code: Code::NAM010,
    cites: &[Cite::rfc(5891, "4"), Cite::rfc(9525, "6.3")],
    in_force: InForce::Always,
    check: Check::Leaf(check),
};

fn check(_: &Analysis, index: usize, leaf: &Certificate, sink: &mut Sink) {
    let shown = entries(leaf).filter_map(|mut entry| {
        let unicode = unicode_form(&entry.text)?;
        entry.text = format!("{} = {unicode}", entry.text);
        Some(entry)
    });
    let shown: Vec<_> = shown.collect();
    if !shown.is_empty() {
        sink.info(NameMessage::International).entries(index, leaf, &shown);
    }
}
