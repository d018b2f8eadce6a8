//! What a certificate signing request asks for, and what came of it.

use super::{belongs_to, made_with};
use crate::engine::sorted;
use crate::engine::{
    budget::{Budget, Reached},
    crypto::{self, Verification},
    names::{self, Wanted},
    read::Material,
    x509::{Certificate, CertificateRequest, GeneralName},
};
use crate::report::RequestSummary;

/// Names that all requests together may ask for and be granted, each pair anew: 25,000. A request for ten thousand names
/// and the certificate that came of it fit, and a hundred renewals of a hundred; a browser takes 0.1 s for them.
const COMPARED: u32 = 25_000;

/// The requests, with the keys and certificates that belong to each.
///
/// # Errors
/// Never: the limit that was reached comes beside the summaries.
pub(in super::super) fn request_summaries(
    material: &Material,
    budget: &mut Budget,
) -> (Vec<RequestSummary>, Option<Reached>) {
    let mut reached = None;
    let mut compared = Budget::new("names", COMPARED);
    let mut too_many = None;
    let mut valid = |request: &CertificateRequest| match budget.pay(crypto::cost(&request.public_key.algorithm)) {
        Ok(()) => match crypto::verify_signed(&request.signed, &request.public_key, &request.signed.der) {
            Verification::Valid => Some(true),
            Verification::Invalid => Some(false),
            Verification::NotChecked => None,
        },
        Err(limit) => {
            reached = Some(limit);
            None
        }
    };
    let summaries = material.requests.iter().map(|(input, request)| {
        let spki = request.signed.bytes(&request.public_key.spki);
        let (names, matches) = (names_of(request), belongs_to(spki, &material.certificates));
        RequestSummary {
            source: material.inputs.get(*input).map(|input| input.source.clone()).unwrap_or_default(),
            subject: request.subject.to_string(),
            label: names.first().cloned().unwrap_or_else(|| request.subject.label()),
            key: request.public_key.algorithm.facts(),
            signature: request.signed.algorithm.name.clone(),
            signature_valid: valid(request),
            key_matches: made_with(spki, &material.keys),
            missing: {
                let granted = matches.iter().filter_map(|&index| material.certificates.get(index));
                missing(&names, granted, &mut compared).unwrap_or_else(|limit| {
                    too_many = Some(limit);
                    Vec::new()
                })
            },
            names,
            matches,
        }
    });
    let summaries = summaries.collect();
    (summaries, reached.or(too_many))
}

/// The hosts that a request asks for. Without alternative names it is the common name, where that can be a host: CAs
/// take it from there.
fn names_of(request: &CertificateRequest) -> Vec<String> {
    let names: Vec<String> = request.subject_alternative_names().iter().filter_map(GeneralName::host).collect();
    if !names.is_empty() {
        return names;
    }
    let common_name = request.subject.common_name();
    let host = common_name.filter(|name| name.contains('.') && names::wanted(name).is_some());
    host.map(str::to_owned).into_iter().collect()
}

/// The names that the best of the certificates does not have. Without a certificate nothing was refused.
///
/// # Errors
/// When there are more names to look at than anyone has.
fn missing<'a>(
    names: &[String],
    certificates: impl Iterator<Item = &'a Certificate>,
    budget: &mut Budget,
) -> Result<Vec<String>, Reached> {
    let of = |certificate: &Certificate| {
        let mut granted = certificate.host_names();
        let looked_at = names.len().saturating_add(granted.len());
        budget.pay(u32::try_from(looked_at).unwrap_or(u32::MAX))?;
        granted.iter_mut().for_each(|name| name.make_ascii_lowercase());
        sorted::sort(&mut granted);
        let has = |name: &String| granted.binary_search(&name.to_ascii_lowercase()).is_ok();
        let lacking: Vec<String> = names.iter().filter(|name| !has(name)).cloned().collect();
        if lacking.is_empty() {
            return Ok(lacking);
        }
        // A wildcard may have come for several names; nobody covers a wildcard but itself.
        let covered = names::coverage(certificate, &lacking);
        let is_wildcard = |name: &str| matches!(names::wanted(name), Some(Wanted::Wildcard(_)));
        let left = lacking.into_iter().zip(covered).filter(|(name, row)| is_wildcard(name) || !row.covered);
        Ok(left.map(|(name, _)| name).collect())
    };
    let all = certificates.map(of).collect::<Result<Vec<Vec<String>>, Reached>>()?;
    Ok(all.into_iter().min_by_key(Vec::len).unwrap_or_default())
}
