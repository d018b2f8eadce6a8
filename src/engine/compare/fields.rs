use crate::engine::x509::{Certificate, detail};
use crate::report::{
    Change, FieldChange,
    field::{Field, FieldValue},
};

/// What a renewal changes in any case, and what is compared elsewhere.
const USUAL: &[&str] = &[
    "tbs.serialNumber",
    "tbs.validity",
    "tbs.subjectPublicKeyInfo",
    "tbs.extensions.subjectAltName",
    "tbs.extensions.subjectKeyIdentifier",
    "tbs.extensions.signedCertificateTimestampList",
    "signatureValue",
    "fingerprint",
];

/// The fields that differ, those first that a renewal usually keeps; within those in the order of the standard.
pub(super) fn changes(old: &Certificate, new: &Certificate) -> Vec<FieldChange> {
    let [before, after] = [old, new].map(|certificate| {
        let mut flat = Vec::new();
        flatten(detail(certificate, 0).fields, &mut flat);
        flat
    });
    let find = |fields: &[Field], path: &str| fields.iter().find(|field| field.path == path).map(|it| it.value.clone());
    let of_old = before.iter().map(|field| (field, Some(field.value.clone()), find(&after, &field.path)));
    let only_new = after.iter().filter(|field| find(&before, &field.path).is_none());
    let of_new = only_new.map(|field| (field, None, Some(field.value.clone())));
    let mut changes: Vec<_> = of_old
        .chain(of_new)
        .filter(|(_, old, new)| old != new)
        .map(|(field, old, new)| FieldChange {
            path: field.path.clone(),
            name: field.name.clone(),
            change: match (&old, &new) {
                (Some(_), Some(_)) => Change::Changed,
                (_, None) => Change::Lost,
                (None, _) => Change::Gained,
            },
            usual: USUAL.iter().any(|usual| is_below(&field.path, usual)),
            old,
            new,
        })
        .collect();
    changes.sort_by_key(|change| change.usual);
    changes
}

fn is_below(path: &str, part: &str) -> bool {
    path.strip_prefix(part).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
}

/// The fields that hold something, without the parts above them that only put it together again.
fn flatten(fields: Vec<Field>, flat: &mut Vec<Field>) {
    for mut field in fields {
        let parts = std::mem::take(&mut field.children);
        if parts.is_empty() && field.value != FieldValue::None {
            flat.push(field);
        } else {
            flatten(parts, flat);
        }
    }
}

/// The proper names that a field holds; none for a certificate without it.
pub(super) fn tokens(certificate: &Certificate, path: &str) -> Option<Vec<String>> {
    let mut flat = Vec::new();
    flatten(detail(certificate, 0).fields, &mut flat);
    flat.into_iter().find(|field| field.path == path).and_then(|field| match field.value {
        FieldValue::Tokens(names) => Some(names),
        _ => None,
    })
}
