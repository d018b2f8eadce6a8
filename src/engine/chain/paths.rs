//! The search from the server certificate upward, over everything that was given and under a budget.

use super::{Link, Path, PathEnd, Stop, Work, anchors::Anchors, links::Links};
use crate::engine::{
    budget::{Budget, LIMITS},
    crypto::Verification,
    sorted,
    supply::Supply,
    trust::{self, KnownRoot},
};

/// The longest way that is followed: as many signatures as may be verified have room for it. OpenSSL's own limit is 100
/// (`verify -verify_depth`).
const LONGEST: u32 = 60;

/// Paths that are handed on to be judged: enough to come by the one that stands where BetterTLS and the like put
/// faults on all others, few enough to be judged at once.
const KEPT: usize = 256;

/// What a search found.
#[derive(Default)]
pub(super) struct Found {
    /// The best ways upward, best first.
    pub ways: Vec<Way>,
    /// Every certificate that the search came by, some of them several times.
    pub reached: Vec<usize>,
    /// The limit that ended it.
    pub stopped: Option<Stop>,
}

/// A path with how sure its signatures are.
pub(super) struct Way {
    pub path: Path,
    /// Links whose signature is wrong.
    pub wrong: usize,
    /// Links whose signature could not be verified.
    pub unsure: usize,
    /// Certificates above the leaf that are not valid now or were revoked; filled in when the best ways are chosen.
    pub lapsed: usize,
    /// Whether a fault gets it refused; filled in at the same time.
    pub refused: bool,
    /// Each certificate below the last, with what came of its signature.
    pub signatures: Vec<(usize, Verification)>,
}

/// One step of the search: a certificate above another.
#[derive(Clone, Copy)]
struct Step {
    certificate: usize,
    below: Option<usize>,
    /// What came of the signature of the one below.
    signature: Verification,
    depth: u32,
    wrong: usize,
    unsure: usize,
}

/// Searches every way upward from `leaf` through what is `usable`, as far as the first anchor. There is always at least
/// one.
pub(super) fn search<'a>(
    leaf: usize,
    links: &mut Links<'a>,
    anchors: &Anchors<'a>,
    supply: &Supply,
    usable: &dyn Fn(usize) -> bool,
) -> Found {
    let mut search = Search {
        links,
        anchors,
        supply,
        usable,
        steps: vec![Step {
            certificate: leaf,
            below: None,
            signature: Verification::NotChecked,
            depth: 1,
            wrong: 0,
            unsure: 0,
        }],
        open: vec![0],
        budget: Budget::new(Work::PathSteps.name(), LIMITS.path_steps),
        found: Found::default(),
    };
    while let Some(at) = search.open.pop() {
        if let Err(stop) = search.visit(at) {
            search.found.stopped = Some(stop);
            search.end(at, PathEnd::Stopped);
            break;
        }
    }
    search.found
}

impl Way {
    /// Complete before incomplete, right before wrong signatures, shorter before longer, then as given.
    fn rank(&self) -> (u8, usize, usize, usize, &[usize]) {
        let end = match self.path.end {
            PathEnd::Trusted => 0,
            PathEnd::SelfSigned | PathEnd::KnownRoot(_) => 1,
            PathEnd::Missing => 2,
            PathEnd::Stopped => 3,
            PathEnd::Loop => 4,
        };
        // A root that is not on the path counts like one that is.
        let beyond = usize::from(matches!(self.path.end, PathEnd::KnownRoot(_)));
        let length = self.path.certificates.len().saturating_add(beyond);
        (end, self.wrong, self.unsure, length, &self.path.certificates)
    }
}

struct Search<'s, 'a> {
    links: &'s mut Links<'a>,
    anchors: &'s Anchors<'a>,
    supply: &'s Supply<'s>,
    usable: &'s dyn Fn(usize) -> bool,
    steps: Vec<Step>,
    open: Vec<usize>,
    budget: Budget,
    found: Found,
}

impl Search<'_, '_> {
    fn visit(&mut self, at: usize) -> Result<(), Stop> {
        let Some(step) = self.steps.get(at).copied() else { return Ok(()) };
        self.budget.spend().map_err(|reached| Work::PathSteps.stop(reached))?;
        self.found.reached.push(step.certificate);
        if self.links.certificate(step.certificate).is_some_and(|it| self.anchors.contain(it)) {
            self.end(at, PathEnd::Trusted);
            return Ok(());
        }
        if self.links.is_self_signed(step.certificate)? {
            self.end(at, PathEnd::SelfSigned);
            return Ok(());
        }
        let Some(certificate) = self.links.certificate(step.certificate) else { return Ok(()) };
        let known_roots = trust::roots_above(certificate);
        let issuers: Vec<Link> =
            self.links.issuers(step.certificate)?.iter().filter(|link| (self.usable)(link.issuer)).copied().collect();
        let issuers = plausible(&issuers, !known_roots.is_empty());
        let trail = self.trail(at);
        let next: Vec<Link> = issuers.iter().filter(|link| !self.is_on(&trail, link.issuer)).copied().collect();
        // Where the root itself was given, that path shows it.
        if known_roots.is_empty() {
            match issuers {
                _ if !next.is_empty() => {}
                [] => self.end(at, PathEnd::Missing),
                _ => self.end(at, PathEnd::Loop),
            }
        } else {
            let given = self.self_signed(&next)?;
            for root in known_roots {
                let imitation = given.filter(|given| self.imitates(*given, root));
                if given.is_some() && imitation.is_none() {
                    continue;
                }
                let signature = self.signed_by(root, step.certificate)?;
                self.end_below(at, root, signature, imitation);
            }
        }
        if !next.is_empty() && step.depth >= LONGEST {
            return Err(Stop { work: Work::PathLength, limit: LONGEST.into() });
        }
        for link in next.iter().rev() {
            self.open.push(self.steps.len());
            self.steps.push(Step {
                certificate: link.issuer,
                below: Some(at),
                signature: link.signature,
                depth: step.depth.saturating_add(1),
                wrong: step.wrong.saturating_add(usize::from(link.signature == Verification::Invalid)),
                unsure: step.unsure.saturating_add(usize::from(link.signature == Verification::NotChecked)),
            });
        }
        Ok(())
    }

    /// The root among these issuers: one that signed what is below it, and itself.
    fn self_signed(&mut self, links: &[Link]) -> Result<Option<usize>, Stop> {
        for link in links {
            if link.signature == Verification::Valid && self.links.is_self_signed(link.issuer)? {
                return Ok(Some(link.issuer));
            }
        }
        Ok(None)
    }

    /// Whether a root that was given passes for a known one, by its name and key id, and is none. It may be another
    /// certificate for the same key.
    fn imitates(&self, given: usize, root: &KnownRoot) -> bool {
        self.links.certificate(given).is_some_and(|given| {
            trust::known_root(given).is_none()
                && given.subject_key_identifier().is_some_and(|key_id| key_id.starts_with(&root.key_id))
        })
    }

    /// The certificates from the leaf up to a step.
    fn trail(&self, at: usize) -> Vec<usize> {
        let mut trail = Vec::new();
        let mut next = Some(at);
        while let Some(step) = next.and_then(|at| self.steps.get(at)) {
            trail.push(step.certificate);
            next = step.below;
        }
        trail.reverse();
        trail
    }

    /// What came of the signatures of all but the last of them.
    fn signatures(&self, at: usize) -> Vec<Verification> {
        let mut signatures = Vec::new();
        let mut next = self.steps.get(at);
        while let Some((step, below)) = next.and_then(|step| Some((step, self.steps.get(step.below?)?))) {
            signatures.push(step.signature);
            next = Some(below);
        }
        signatures.reverse();
        signatures
    }

    /// Whether a certificate, or another one for the same name and key, is on the way already: it leads nowhere new.
    fn is_on(&self, trail: &[usize], index: usize) -> bool {
        let bearer = |index| self.links.certificate(index).map(|it| (it.spki_sha256, it.subject.raw.as_slice()));
        trail.iter().any(|&other| other == index || bearer(other) == bearer(index))
    }

    /// Whether the key of a root made a signature; not known while its certificate is not at hand.
    fn signed_by(&mut self, root: &KnownRoot, subject: usize) -> Result<Verification, Stop> {
        let Some(name) = self.links.certificate(subject).map(|it| it.issuer.raw.as_slice()) else {
            return Ok(Verification::NotChecked);
        };
        match self.supply.named(name).find(|it| root.twins().any(|twin| twin.sha256 == it.sha256)) {
            Some(root) => self.links.verify_by(subject, root),
            None => Ok(Verification::NotChecked),
        }
    }

    fn end(&mut self, at: usize, end: PathEnd) {
        let path = Path {
            certificates: self.trail(at),
            end,
            root_signature: Verification::Valid,
            imitation: None,
            faults: Vec::new(),
            reasons: Vec::new(),
        };
        self.add(at, path);
    }

    /// Ends a way below a root that is not on it, and that did or did not sign its last certificate.
    fn end_below(
        &mut self,
        at: usize,
        root: &'static KnownRoot,
        root_signature: Verification,
        imitation: Option<usize>,
    ) {
        let path = Path {
            certificates: self.trail(at),
            end: PathEnd::KnownRoot(root),
            root_signature,
            imitation,
            faults: Vec::new(),
            reasons: Vec::new(),
        };
        self.add(at, path);
    }

    fn add(&mut self, at: usize, path: Path) {
        let Some(step) = self.steps.get(at) else { return };
        let wrong = step.wrong.saturating_add(usize::from(path.root_signature == Verification::Invalid));
        let unsure = step.unsure.saturating_add(usize::from(path.is_doubtful()));
        let signatures = path.certificates.iter().copied().zip(self.signatures(at)).collect();
        let way = Way { path, wrong, unsure, lapsed: 0, refused: false, signatures };
        sorted::insert_ranked(&mut self.found.ways, way, |one, other| one.rank() > other.rank());
        self.found.ways.truncate(KEPT);
    }
}

/// The issuers worth following, from links that stand best first: those whose signature is right; else those where it
/// could not be verified; else, to have something to point at, the one that comes nearest, unless a known root fits.
fn plausible(links: &[Link], known_root: bool) -> &[Link] {
    let Some(best) = links.first().map(|link| link.signature) else { return links };
    let count = match best {
        Verification::Invalid => usize::from(!known_root),
        _ => links.partition_point(|link| link.signature == best),
    };
    links.get(..count).unwrap_or(links)
}
