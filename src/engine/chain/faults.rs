//! Why validators refuse a path whose signatures are right (RFC 5280 §6.1).

use super::{
    Path, PathEnd, Stop,
    claims::claims_agree,
    constraints::{self, Outside, outside},
    policies,
};
use crate::engine::{
    budget::Budget,
    crypto::Verification,
    law::Law,
    profile::{self, Part, Violation},
    x509::{Certificate, ExtensionValue, HashAlgorithm, KeyAlgorithm, oid},
};
use crate::report::{Code, Options, Purpose};

/// What is wrong with one certificate of a path.
#[derive(Clone, Debug)]
pub struct Fault {
    /// The certificate at fault.
    pub certificate: usize,
    /// The certificate below it on the path.
    pub below: usize,
    /// What is wrong.
    pub kind: FaultKind,
}

/// What can be wrong with an issuer, or with what it issued.
#[derive(Clone, Debug)]
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
    /// More intermediate certificates than were asked for.
    TooDeep {
        /// The most that may be.
        allowed: u32,
        /// How many there are.
        found: usize,
    },
    /// Its extended key usage is for other things than what the path is for.
    OtherPurpose,
    /// It is signed with a hash that can be forged.
    WeakSignature(HashAlgorithm),
    /// Its RSA key is too short, in bits.
    WeakKey(u32),
    /// Its name constraints can not be read, or hold an entry that does not parse, so nobody can tell what they let pass.
    BrokenConstraints,
    /// Names of `below` that its name constraints do not let pass.
    Outside(Vec<Outside>),
    /// The signature of `below`, by its key, could not be verified.
    Unverified,
    /// `below` writes its name in another way.
    NameDiffers,
    /// What `below` names as the key or serial number of its issuer is another's.
    KeyIdsDisagree,
    /// A certificate asks for a policy that holds on the whole path, and none holds as far as here.
    NoPolicy {
        /// The certificate that asks for it.
        asked_by: usize,
    },
    /// Its mappings turn `anyPolicy` into another policy, or another into that.
    MapsAnyPolicy,
    /// What a standard asks of it by itself. Rules about certificates report it.
    Profile(Box<Violation>),
}

impl FaultKind {
    /// The code that speaks of it.
    pub const fn code(&self) -> Code {
        match self {
            Self::NoBasicConstraints | Self::NotCa | Self::NoCertSign => Code::CHN008,
            Self::TooLong { .. } | Self::TooDeep { .. } => Code::CHN009,
            Self::BrokenConstraints | Self::Outside(_) => Code::CHN010,
            Self::Unverified => Code::CHN006,
            Self::KeyIdsDisagree => Code::CHN011,
            Self::NameDiffers => Code::CHN020,
            Self::OtherPurpose => Code::CHN013,
            Self::WeakSignature(_) | Self::WeakKey(_) => Code::CHN016,
            Self::NoPolicy { .. } | Self::MapsAnyPolicy => Code::CHN019,
            Self::Profile(violation) => violation.code,
        }
    }

    /// By whose measure it gets a path refused.
    pub const fn law(&self) -> Law {
        match self {
            Self::Unverified | Self::KeyIdsDisagree => Law::Rfc5280,
            // Firefox, Go and webpki compare bytes, and BR §7.1.4.1 wants them the same; RFC 5280 §7.1 does not.
            Self::NameDiffers => Law::ClientsAndWeb,
            Self::Profile(violation) => violation.law,
            _ => Law::Everyone,
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
pub(super) fn faults(
    path: &Path,
    signatures: &[(usize, Verification)],
    certificates: &[Certificate],
    options: &Options,
    comparisons: &mut Budget,
) -> Result<Vec<Fault>, Stop> {
    let way: Vec<_> = path.certificates.iter().filter_map(|&index| Some((index, certificates.get(index)?))).collect();
    let ends_in_root = matches!(path.end, PathEnd::SelfSigned | PathEnd::Trusted);
    let mut faults = Vec::new();
    let mut intermediates = 0_usize;
    for (position, pair) in way.windows(2).enumerate() {
        let [(below, subject), (index, issuer)] = pair else { continue };
        let mut add = |kind| faults.push(Fault { certificate: *index, below: *below, kind });
        let is_root = ends_in_root && position.saturating_add(2) == way.len();
        plain(issuer, is_root, intermediates, options.purpose).into_iter().for_each(&mut add);
        involved(issuer, is_root).into_iter().for_each(&mut add);
        if signatures.get(position).is_some_and(|(_, signature)| *signature == Verification::NotChecked) {
            add(FaultKind::Unverified);
        }
        if subject.issuer.raw != issuer.subject.raw {
            add(FaultKind::NameDiffers);
        }
        if claims_agree(subject, issuer) == Some(false) {
            add(FaultKind::KeyIdsDisagree);
        }
        // RFC 5280 §4.2.1.9: "the maximum number of non-self-issued intermediate certificates".
        intermediates = intermediates.saturating_add(usize::from(!issuer.is_self_issued() && !is_root));
        if let Some(allowed) = options.depth.filter(|allowed| !is_root && is_more(intermediates, *allowed)) {
            add(FaultKind::TooDeep { allowed, found: intermediates });
        }
        faults.extend(names_outside(*index, issuer, &way, position, comparisons)?);
    }
    let below_root = if ends_in_root { way.len().saturating_sub(1) } else { way.len() };
    faults.extend(policies::fault(way.get(..below_root).unwrap_or_default()));
    Ok(faults)
}

fn is_more(found: usize, allowed: u32) -> bool {
    usize::try_from(allowed).is_ok_and(|allowed| found > allowed)
}

/// What is wrong above the leaf of a way as far as a look at each certificate tells, from the leaf upward.
pub(super) fn at_a_glance(way: &[(usize, &Certificate)], ends_in_root: bool, purpose: Purpose) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut intermediates = 0_usize;
    for (position, pair) in way.windows(2).enumerate() {
        let [(below, _), (index, issuer)] = pair else { continue };
        let is_root = ends_in_root && position.saturating_add(2) == way.len();
        let found = plain(issuer, is_root, intermediates, purpose);
        faults.extend(found.into_iter().map(|kind| Fault { certificate: *index, below: *below, kind }));
        intermediates = intermediates.saturating_add(usize::from(!issuer.is_self_issued() && !is_root));
    }
    faults
}

/// What is wrong with an issuer that so many intermediate certificates stand below.
fn plain(issuer: &Certificate, is_root: bool, intermediates: usize, purpose: Purpose) -> Vec<FaultKind> {
    let mut faults = Vec::new();
    if !issuer.is_ca() {
        let says_no = issuer.basic_constraints().is_some();
        faults.push(if says_no { FaultKind::NotCa } else { FaultKind::NoBasicConstraints });
    }
    if issuer.key_usage().is_some_and(|usage| !usage.has("keyCertSign")) {
        faults.push(FaultKind::NoCertSign);
    }
    let wanted = profile::key_purpose(purpose);
    let fits = |purpose: &String| purpose == wanted || purpose == oid::ANY_EXTENDED_KEY_USAGE;
    if issuer.extended_key_usage().is_some_and(|usage| !usage.purposes.iter().any(fits)) {
        faults.push(FaultKind::OtherPurpose);
    }
    if let KeyAlgorithm::Rsa { bits, .. } = issuer.public_key.algorithm
        && bits < 2048
    {
        faults.push(FaultKind::WeakKey(bits));
    }
    if let Some(hash) = issuer.signature_algorithm.scheme.hash().filter(|hash| is_weak(*hash) && !is_root) {
        faults.push(FaultKind::WeakSignature(hash));
    }
    let allowed = issuer.basic_constraints().and_then(|constraints| constraints.path_length);
    if let Some(allowed) = allowed.filter(|allowed| is_more(intermediates, *allowed)) {
        faults.push(FaultKind::TooLong { allowed, found: intermediates });
    }
    faults
}

/// What is wrong with an issuer by requirements of many words.
fn involved(issuer: &Certificate, is_root: bool) -> Vec<FaultKind> {
    let mut faults = Vec::new();
    let unreadable = issuer.extensions.iter().any(|extension| {
        extension.name == Some("nameConstraints") && matches!(extension.value, ExtensionValue::Malformed(_))
    });
    if unreadable || issuer.name_constraints().is_some_and(constraints::is_broken) {
        faults.push(FaultKind::BrokenConstraints);
    }
    let part = if is_root { Part::Root } else { Part::Intermediate };
    faults.extend(profile::violations(issuer, part).into_iter().map(|it| FaultKind::Profile(Box::new(it))));
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
