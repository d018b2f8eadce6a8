//! Two server certificates that were given, one of which is to take the other's place: what changes, and what follows.

mod alone;
mod effects;
mod fields;
mod names;

use super::{Analysis, validity, x509::Certificate};
use crate::report::{Comparison, Report, Verdict};

/// One of the two, judged with its own chain and nothing else.
struct Side<'a> {
    /// Its index in the analysis of everything.
    index: usize,
    certificate: &'a Certificate,
    analysis: Analysis,
    report: Report,
}

/// Compares two of the server certificates; none where one of the indexes is no server certificate's.
pub fn compare(analysis: &Analysis, old: usize, new: usize) -> Option<Comparison> {
    let side = |index: usize| -> Option<Side<'_>> {
        let certificate = analysis.certificate(index).filter(|_| analysis.chain.leaves.contains(&index))?;
        let analysis = alone::alone(analysis, index);
        let report = analysis.report();
        Some(Side { index, certificate, analysis, report })
    };
    let (old, new) = (side(old)?, side(new)?);
    let names = names::changes(old.certificate, new.certificate);
    let fields = fields::changes(old.certificate, new.certificate);
    let effects = effects::effects(&old, &new, &names);
    Some(Comparison {
        old: old.index,
        new: new.index,
        verdict: Verdict::of(effects.iter().map(|effect| effect.severity)),
        effects,
        names,
        same_key: old.has_key_of(&new),
        served: [&old, &new].map(|side| side.served(analysis)),
        roots: [&old, &new].map(Side::root),
        lifetimes: [&old, &new].map(|side| validity::days(validity::lifetime_seconds(side.certificate))),
        fields,
    })
}

impl Side<'_> {
    fn has_key_of(&self, other: &Self) -> bool {
        self.certificate.spki_sha256 == other.certificate.spki_sha256
    }

    /// What it ought to be sent with, by the indexes in the analysis of everything.
    fn served(&self, all: &Analysis) -> Vec<usize> {
        let place = |own: &Certificate| all.material.certificates.iter().position(|it| it.sha256 == own.sha256);
        self.analysis.served().filter_map(place).collect()
    }

    fn root(&self) -> Option<String> {
        self.report.chain.paths.first()?.root.as_ref().map(|root| root.name.clone())
    }
}
