use super::anything_to_judge;
use crate::engine::Analysis;
use crate::engine::read::Symptom;
use crate::engine::rules::{Check, InForce, Rule, Sink};
use crate::report::message::InputMessage;
use crate::report::{Cite, Code, Evidence};

/// How many places one finding points at.
const POINTED_AT: usize = 32;

/// An error message that we know: one finding for each kind, with the words that were recognised and all of its places.
pub static RULE: Rule = Rule {
    code: Code::INP012,
    cites: &[Cite::rfc(8446, "6.2"), Cite::rfc(5280, "6.1")],
    in_force: InForce::Always,
    check: Check::Once(check),
};

fn check(analysis: &Analysis, sink: &mut Sink) {
    let id = if anything_to_judge(analysis) { InputMessage::ErrorTextBeside } else { InputMessage::ErrorText };
    let mut kinds: Vec<(i16, Vec<&Symptom>)> = Vec::new();
    for symptom in &analysis.material.symptoms {
        match kinds.iter_mut().find(|(kind, _)| *kind == symptom.id) {
            Some((_, places)) => places.push(symptom),
            None => kinds.push((symptom.id, vec![symptom])),
        }
    }
    for (_, places) in kinds {
        let quote = places.first().map_or("", |symptom| symptom.quote.as_str());
        let mut found = sink.info(id).with("quote", quote);
        for symptom in places.into_iter().take(POINTED_AT) {
            let source = analysis.material.inputs.get(symptom.input).map(|input| input.source.clone());
            let path = source.unwrap_or_default();
            found = found.at(Evidence { path, line: Some(symptom.line), ..Evidence::default() });
        }
    }
}
