//! What the report says beside its findings: the facts of the chain, and what was put in.

mod support;

use certloupe::{
    engine,
    report::{Code, InputKind, Options, Order, PathFault, Repair, Report, Role, Source},
};
use support::{
    case_file::NOW,
    mint::{Cert, bundle},
    recipes::issued::{good, intermediate, root},
};

fn report(files: &[String], repairs: &[Repair]) -> Report {
    let source = |text: &String| Source { name: "a.pem".to_owned(), bytes: text.clone().into_bytes() };
    let sources: Vec<_> = files.iter().map(source).collect();
    engine::inspect(&sources, &Options { repairs: repairs.to_vec(), ..Options::at(NOW) }).0
}

/// Validity is of the certificates, order of the file, completeness of what is there: each may fail alone.
#[test]
fn valid_order_and_complete_are_three_facts() {
    let (root, ca) = (root(), intermediate());
    let leaf = good().issued_by(&ca);
    let expired = good().valid("2026-01-01", "2026-03-31").issued_by(&ca);
    let future = good().valid("2026-12-01", "2027-01-31").issued_by(&ca);
    let spoilt = good().spoil_signature().issued_by(&ca);
    let no_ca = Cert::server(&["ca.example.com"]).issued_by(&root);
    let below = good().issued_by(&no_ca);
    let own = good().self_signed();
    let (in_order, out_of_order) = (Order::Ok, Order::Wrong);
    for (name, given, order, complete, reasons) in [
        ("all is well", &[&leaf, &ca, &root][..], in_order, true, vec![]),
        ("order alone", &[&ca, &leaf, &root], out_of_order, true, vec![]),
        ("gap alone", &[&leaf], in_order, false, vec![]),
        ("gap at the root", &[&leaf, &ca], in_order, false, vec![]),
        ("order and gap", &[&ca, &leaf], out_of_order, false, vec![]),
        ("expired", &[&expired, &ca, &root], in_order, true, vec![Code::VAL001]),
        ("not valid yet, out of order", &[&root, &ca, &future], out_of_order, true, vec![Code::VAL002]),
        ("signature", &[&spoilt, &ca, &root], in_order, true, vec![Code::CHN006]),
        ("signature above a gap", &[&spoilt, &ca], in_order, false, vec![Code::CHN006]),
        ("constraints", &[&below, &no_ca, &root], in_order, true, vec![Code::CHN008]),
        ("its own issuer", &[&own], in_order, true, vec![Code::CHN014]),
    ] {
        let chain = report(&[bundle(given)], &[]).chain;
        let path = &chain.paths[0];
        assert_eq!((chain.order, chain.complete), (order, complete), "{name}");
        assert_eq!((path.valid, &path.reasons), (reasons.is_empty(), &reasons), "{name}");
    }
}

/// Each path is judged by itself: a way that is not taken has its own reasons.
#[test]
fn another_path_has_its_own_reasons() {
    let (root, ca) = (root(), intermediate());
    let old_root =
        Cert::ca("Old Root").key(support::keys::Key::P256(9)).valid("2000-01-01", "2039-12-31").self_signed();
    let expired = Cert::ca("Example Root").key(support::keys::Key::P256(91)).valid("2005-01-01", "2020-05-30");
    let cross = expired.issued_by(&old_root);
    let chain = report(&[bundle(&[&good().issued_by(&ca), &ca, &root, &cross, &old_root])], &[]).chain;
    let reasons: Vec<_> = chain.paths.iter().map(|path| (path.valid, path.reasons.as_slice())).collect();
    assert_eq!(reasons, [(true, [].as_slice()), (false, [Code::VAL001].as_slice())]);
    // And says which certificate is at fault.
    let at_fault: Vec<_> = chain.paths.iter().map(|path| path.faults.clone()).collect();
    assert_eq!(at_fault, [vec![], vec![PathFault { certificate: 3, code: Code::VAL001 }]]);
}

#[test]
fn a_repair_loses_nothing_that_was_put_in() {
    let (root, ca) = (root(), intermediate());
    let leaf = good().issued_by(&ca);
    let stranger = Cert::ca("Stranger").key(support::keys::Key::P256(9)).self_signed();
    let key = leaf.key_pem();
    let files = [bundle(&[&root, &ca, &stranger, &leaf]), key, "<html>".to_owned()];
    let (before, after) = (report(&files, &[]), report(&files, &[Repair::FullChain]));

    let given = |report: &Report| -> Vec<_> {
        let inputs = report.inputs.iter();
        inputs.map(|it| (it.source_index, it.line, it.kind, it.role, it.key)).collect()
    };
    assert_eq!(given(&before), given(&after));
    let roles: Vec<_> = after.inputs.iter().map(|input| input.role).collect();
    let [first, second] = [Some(Role::Root), Some(Role::Intermediate)];
    assert_eq!(roles, [first, second, first, Some(Role::Leaf), None, None]);
    assert_eq!(after.inputs[5].kind, InputKind::Unknown);

    // Each certificate that is still there is the one that was given; the stranger is listed, and held by none.
    let holds = |report: &Report| -> Vec<_> {
        let certificate = |index: usize| report.certificates[index].sha256.clone();
        report.inputs.iter().map(|input| input.certificate.map(certificate)).collect()
    };
    let mut kept = holds(&before);
    kept[2] = None;
    assert_eq!(holds(&after), kept);
    assert_eq!((&after.chain.given, after.chain.order), (&vec![0, 1], Order::Ok));
    assert_eq!(after.keys[0].matches, [0]);

    // To undo is to ask again without it.
    assert_eq!(report(&files, &[]), before);
}
