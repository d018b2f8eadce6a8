//! Why clients refuse a path whose signatures are right (RFC 5280 §6.1).

use super::{
    Path, PathEnd, Stop,
    constraints::{self, Outside, outside},
};
use crate::engine::{
    budget::Budget,
    x509::{Certificate, HashAlgorithm, KeyAlgorithm, oid},
};
use crate::report::Code;

/// What is wrong with one certificate of a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The certificate at fault.
    pub certificate: usize,
    /// The certificate below it on the path.
    pub below: usize,
    /// What is wrong.
    pub kind: FaultKind,
}

/// What can be wrong with an issuer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FaultKind {
    /// It does not say that it is a CA: `basicConstraints` is missing.
    NoBasicConstraints,
    /// It says that it is no CA.
    NotCa,
    /// Its key may not sign certificates: `keyCertSign` is missing.
    NoCertSign,
    /// More intermediate certificates stand below it than it allows.
    TooLong {
        /// `pathLenConstraint`.
        allowed: u32,
        /// How many there are.
        found: usize,
    },
    /// Its extended key usage is for other things than servers.
    NotForServers,
    /// It is signed with a hash that can be forged.
    WeakSignature(HashAlgorithm),
    /// Its RSA key is too short, in bits.
    WeakKey(u32),
    /// Its name constraints hold an entry that does not parse, so nobody can tell what they let pass.
    BrokenConstraints,
    /// Names of `below` that its name constraints do not let pass.
    Outside(Vec<Outside>),
}

impl FaultKind {
    /// The code that speaks of it.
    pub const fn code(&self) -> Code {
        match self {
            Self::NoBasicConstraints | Self::NotCa | Self::NoCertSign => Code::CHN008,
            Self::TooLong { .. } => Code::CHN009,
            Self::BrokenConstraints | Self::Outside(_) => Code::CHN010,
            Self::NotForServers => Code::CHN013,
            Self::WeakSignature(_) | Self::WeakKey(_) => Code::CHN016,
        }
    }
}

/// Everything wrong with a path above its leaf.
///
/// The root is judged like the others where it was given, since OpenSSL and Go do so; only its signature is not:
/// nobody checks it.
///
/// # Errors
/// When the name constraints need more comparisons than anyone should make.
pub(super) fn faults(path: &Path, certificates: &[Certificate], comparisons: &mut Budget) -> Result<Vec<Fault>, Stop> {
    let way: Vec<_> = path.certificates.iter().filter_map(|&index| Some((index, certificates.get(index)?))).collect();
    let mut faults = Vec::new();
    let mut intermediates = 0_usize;
    for (position, pair) in way.windows(2).enumerate() {
        let [(below, _), (index, issuer)] = pair else { continue };
        let mut add = |kind| faults.push(Fault { certificate: *index, below: *below, kind });
        own_faults(issuer).into_iter().for_each(&mut add);
        let is_root = path.end == PathEnd::SelfSigned && position.saturating_add(2) == way.len();
        if let Some(hash) = issuer.signature_algorithm.scheme.hash().filter(|hash| is_weak(*hash) && !is_root) {
            add(FaultKind::WeakSignature(hash));
        }
        let allowed = issuer.basic_constraints().and_then(|constraints| constraints.path_length);
        if let Some(allowed) = allowed.filter(|allowed| intermediates > usize::try_from(*allowed).unwrap_or(usize::MAX))
        {
            add(FaultKind::TooLong { allowed, found: intermediates });
        }
        // RFC 5280 §4.2.1.9: "the maximum number of non-self-issued intermediate certificates".
        intermediates = intermediates.saturating_add(usize::from(!issuer.is_self_issued()));
        faults.extend(names_outside(*index, issuer, &way, position, comparisons)?);
    }
    Ok(faults)
}

/// What is wrong with an issuer wherever it stands.
fn own_faults(issuer: &Certificate) -> Vec<FaultKind> {
    let mut faults = Vec::new();
    if !issuer.is_ca() {
        let says_no = issuer.basic_constraints().is_some();
        faults.push(if says_no { FaultKind::NotCa } else { FaultKind::NoBasicConstraints });
    }
    if issuer.key_usage().is_some_and(|usage| !usage.has("keyCertSign")) {
        faults.push(FaultKind::NoCertSign);
    }
    let for_servers = |purpose: &String| purpose == oid::SERVER_AUTH || purpose == oid::ANY_EXTENDED_KEY_USAGE;
    if issuer.extended_key_usage().is_some_and(|usage| !usage.purposes.iter().any(for_servers)) {
        faults.push(FaultKind::NotForServers);
    }
    if issuer.name_constraints().is_some_and(constraints::is_broken) {
        faults.push(FaultKind::BrokenConstraints);
    }
    if let KeyAlgorithm::Rsa { bits, .. } = issuer.public_key.algorithm
        && bits < 2048
    {
        faults.push(FaultKind::WeakKey(bits));
    }
    faults
}

const fn is_weak(hash: HashAlgorithm) -> bool {
    matches!(hash, HashAlgorithm::Md2 | HashAlgorithm::Md5 | HashAlgorithm::Sha1)
}

/// The constraints of one issuer bind every certificate below it, except self-issued intermediates (RFC 5280 §6.1.3 b).
fn names_outside(
    index: usize,
    issuer: &Certificate,
    way: &[(usize, &Certificate)],
    last_below: usize,
    comparisons: &mut Budget,
) -> Result<Vec<Fault>, Stop> {
    let Some(constraints) = issuer.name_constraints() else { return Ok(Vec::new()) };
    let mut faults = Vec::new();
    for (position, (below, certificate)) in way.iter().enumerate().take(last_below.saturating_add(1)) {
        if position > 0 && certificate.is_self_issued() {
            continue;
        }
        let names = outside(constraints, certificate, comparisons)?;
        if !names.is_empty() {
            faults.push(Fault { certificate: index, below: *below, kind: FaultKind::Outside(names) });
        }
    }
    Ok(faults)
}
