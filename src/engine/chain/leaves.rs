//! Which of the certificates are for servers.

use crate::engine::{read::Material, sorted::Index, x509::Certificate};

/// The server certificates, in the order given.
///
/// A certificate that is no CA is for a server, unless it issued another one that was given (then it is an issuer
/// that may not issue, and the finding says so). Where all are CA certificates, those that name hosts and issued
/// nothing are for servers: what private tools make. A single self-signed certificate is one too, even as a CA
/// and without hosts, unless it can only be a root. What is only trusted (`left_out`) is for no server.
pub(super) fn leaves(
    certificates: &[Certificate],
    left_out: &[usize],
    is_known_root: fn(&Certificate) -> bool,
) -> Vec<usize> {
    let issued = requests(certificates);
    let issued_any = |issuer: &Certificate| has_issued(&issued, issuer);
    let pick = |wanted: &dyn Fn(&Certificate) -> bool| -> Vec<usize> {
        let all = certificates.iter().enumerate();
        all.filter(|(index, it)| !left_out.contains(index) && wanted(it)).map(|(index, _)| index).collect()
    };
    let servers = pick(&|it| !it.is_ca() && !issued_any(it));
    if !servers.is_empty() {
        return servers;
    }
    let others = pick(&|it| !it.is_ca());
    if !others.is_empty() {
        // They sign each other; the first one given has to do.
        return others.into_iter().take(1).collect();
    }
    let with_hosts = pick(&|it| !it.host_names().is_empty() && !issued_any(it));
    let mut shown = certificates.iter().enumerate().filter(|(index, _)| !left_out.contains(index));
    match (shown.next(), shown.next()) {
        (Some((index, only)), None)
            if with_hosts.is_empty() && only.is_self_issued() && !signs_only(only) && !is_known_root(only) =>
        {
            vec![index]
        }
        _ => with_hosts,
    }
}

/// The one that the verdict is about: the first whose private key was given, else the first.
pub(super) fn leaf(material: &Material, leaves: &[usize]) -> Option<usize> {
    let has_key = |index: &&usize| {
        let spki = material.certificates.get(**index).map(|it| it.bytes(&it.public_key.spki));
        material.keys.iter().any(|key| key.public_key.is_some() && key.public_key.as_deref() == spki)
    };
    leaves.iter().find(has_key).or(leaves.first()).copied()
}

/// A CA whose key may sign certificates and do nothing that a server does.
fn signs_only(certificate: &Certificate) -> bool {
    certificate.key_usage().is_some_and(|usage| {
        usage.has("keyCertSign") && !usage.has("digitalSignature") && !usage.has("keyEncipherment")
    })
}

/// The issuers that certificates name, with the key id that they ask for.
fn requests(certificates: &[Certificate]) -> Index<'_> {
    let others = certificates.iter().enumerate().filter(|(_, it)| !it.is_self_issued());
    Index::new(others.map(|(index, it)| ((it.issuer.raw.as_slice(), it.authority_key_identifier()), index)).collect())
}

/// Whether one of them could come from this certificate.
fn has_issued(requests: &Index<'_>, issuer: &Certificate) -> bool {
    let name = issuer.subject.raw.as_slice();
    match issuer.subject_key_identifier() {
        Some(key_id) => requests.get((name, None)).chain(requests.get((name, Some(key_id)))).next().is_some(),
        None => requests.first(name).is_some(),
    }
}
