use crate::engine::Analysis;
use crate::engine::rules::{Check, InForce, Rule, Sink};
use crate::engine::sorted;
use crate::report::message::InputMessage;
use crate::report::{Cite, Code, Evidence, Repair};

/// How many places one finding points at.
const POINTED_AT: usize = 32;

/// The same certificate, to the byte, more than once. Each file of a folder may hold it (they are for different servers,
/// or `cert.pem` beside `fullchain.pem`), and a container beside text is the same in another form.
pub static RULE: Rule = Rule {
    code: Code::INP004,
    cites: &[Cite::rfc(8446, "4.4.2")],
    in_force: InForce::Always,
    check: Check::Once(check),
};

fn check(analysis: &Analysis, sink: &mut Sink) {
    let mut places: Vec<Vec<usize>> = vec![Vec::new(); analysis.material.certificates.len()];
    for given in &analysis.material.given {
        if let Some(inputs) = places.get_mut(given.certificate) {
            inputs.extend(given.input);
        }
    }
    for (index, inputs) in places.iter().enumerate().filter(|(_, inputs)| inputs.len() > 1) {
        if in_several_forms(analysis, inputs) {
            continue;
        }
        let name = analysis.certificate(index).map(|certificate| certificate.label()).unwrap_or_default();
        let mut found = sink
            .info(InputMessage::Repeated)
            .with("name", name)
            .with("count", inputs.len())
            .certificate(index)
            .repair(Repair::FullChain);
        for input in inputs.iter().take(POINTED_AT).filter_map(|&input| analysis.material.inputs.get(input)) {
            found = found.at(Evidence { path: input.source.clone(), line: input.line, ..Evidence::default() });
        }
    }
}

/// Whether each of these stands in a file of its own, and one of them in a folder or in something binary.
fn in_several_forms(analysis: &Analysis, inputs: &[usize]) -> bool {
    let all = || inputs.iter().filter_map(|index| analysis.material.inputs.get(*index));
    let mut files: Vec<_> = all().map(|input| (input.source_index, input.source.as_str())).collect();
    sorted::sort(&mut files);
    let apart = files.windows(2).all(|pair| matches!(pair, [one, other] if one != other));
    apart && all().any(|input| input.source.contains('/') || input.line.is_none())
}
