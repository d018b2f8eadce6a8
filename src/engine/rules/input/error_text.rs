use super::anything_to_judge;
use crate::engine::Analysis;
use crate::engine::rules::{Check, InForce, Rule, Sink};
use crate::report::message::InputMessage;
use crate::report::{Cite, Code, Evidence};

/// An error message that we know: one finding each, with the words that were recognised.
pub static RULE: Rule = Rule {
    code: Code::INP012,
    cites: &[Cite::rfc(8446, "6.2"), Cite::rfc(5280, "6.1")],
    in_force: InForce::Always,
    check: Check::Once(check),
};

fn check(analysis: &Analysis, sink: &mut Sink) {
    let id = if anything_to_judge(analysis) { InputMessage::ErrorTextBeside } else { InputMessage::ErrorText };
    for symptom in &analysis.material.symptoms {
        let source = analysis.material.inputs.get(symptom.input).map(|input| input.source.clone());
        let place = Evidence { path: source.unwrap_or_default(), line: Some(symptom.line), ..Evidence::default() };
        sink.info(id).with("quote", symptom.quote.as_str()).at(place);
    }
}
