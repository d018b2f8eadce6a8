use crate::engine::{Analysis, read::Material};
use crate::report::{Options, Repair};

/// One of the server certificates, judged as if the others had not been given: with its own chain, in the right order.
pub(super) fn alone(analysis: &Analysis, leaf: usize) -> Analysis {
    let others = |index: &usize| *index != leaf && analysis.chain.leaves.contains(index);
    let material = without(&analysis.material, &others);
    // What the two have in common, such as their order in the file, is no difference between them.
    let options = Options { repairs: vec![Repair::FullChain], ..analysis.options.clone() };
    Analysis::new(material, &options)
}

fn without(material: &Material, left_out: &dyn Fn(&usize) -> bool) -> Material {
    let kept: Vec<usize> = (0..material.certificates.len()).filter(|index| !left_out(index)).collect();
    let place = |index: &usize| kept.binary_search(index).ok();
    let mut material = material.clone();
    material.certificates = kept.iter().filter_map(|index| material.certificates.get(*index).cloned()).collect();
    material.given.retain_mut(|given| place(&given.certificate).map(|now| given.certificate = now).is_some());
    material.anchors = material.anchors.iter().filter_map(place).collect();
    material.supplied = material.supplied.iter().filter_map(place).collect();
    for input in &mut material.inputs {
        input.certificate = input.certificate.as_ref().and_then(place);
    }
    material.problems.clear();
    material.symptoms.clear();
    material.told.clear();
    material
}
