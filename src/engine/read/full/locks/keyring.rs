use super::super::super::super::budget::LIMITS;
use super::super::super::collector::{Collector, Place};
use super::super::super::material::ProblemKind;
use super::{Encoding, Refusal, Scheme};
use crate::report::{InputKind, Password, Progress, Step};
use zeroize::Zeroizing;

/// More rounds than these take long enough to say so: 30 ms here, a tenth of a second in a browser.
const WORTH_SAYING: u64 = 100_000;

/// What one try of a password costs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in super::super) struct Cost {
    /// Rounds of PBKDF2, or what takes as long.
    pub(in super::super) rounds: u64,
    /// Bytes of memory.
    pub(in super::super) memory: u64,
}

/// The passwords to try on one file, most likely first. Whichever fitted comes first from then on.
pub(in super::super) struct Keyring {
    passwords: Vec<Password>,
}

/// Why something stays shut.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in super::super) enum Shut {
    /// None of the passwords fits.
    Locked,
    /// One try costs more than may be spent.
    TooCostly(Cost),
    /// How it is locked can not be understood.
    Refused(Refusal),
}

impl From<Refusal> for Shut {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl Keyring {
    /// The passwords for the file at hand.
    pub(in super::super) fn new(collector: &Collector<'_>) -> Self {
        Self { passwords: collector.passwords.for_file(&collector.source) }
    }

    /// Tries the empty password too, where a format has it: last, since somebody who has typed one means that.
    pub(in super::super) fn with_empty(mut self) -> Self {
        if !self.passwords.iter().any(Password::is_empty) {
            self.passwords.push(Password::default());
        }
        self
    }

    /// Tries one after the other; `attempt` gets it in the wanted encoding.
    pub(in super::super) fn find<T>(
        &mut self,
        collector: &mut Collector<'_>,
        encoding: Encoding,
        cost: Cost,
        attempt: &dyn Fn(&[u8]) -> Option<T>,
    ) -> Result<T, Shut> {
        for index in 0..self.passwords.len() {
            let Some(password) = self.passwords.get(index) else { break };
            for bytes in encoding.bytes(password) {
                spend(collector, cost)?;
                if let Some(found) = attempt(&bytes) {
                    if let Some(front) = self.passwords.get_mut(..=index) {
                        front.rotate_right(1);
                    }
                    return Ok(found);
                }
            }
        }
        Err(Shut::Locked)
    }

    /// Decrypts with the password that makes sense of it.
    pub(in super::super) fn open(
        &mut self,
        collector: &mut Collector<'_>,
        scheme: &Scheme,
        data: &[u8],
        makes_sense: fn(&[u8]) -> bool,
    ) -> Result<Zeroizing<Vec<u8>>, Shut> {
        self.find(collector, scheme.encoding(), scheme.cost(), &|password| {
            scheme.open(password, data).filter(|plain| makes_sense(plain))
        })
    }
}

/// Pays for one try, and says so where it takes long.
fn spend(collector: &mut Collector<'_>, cost: Cost) -> Result<(), Shut> {
    let left = collector.passwords.rounds_left.checked_sub(cost.rounds);
    let Some(left) = left.filter(|_| cost.memory <= LIMITS.key_memory) else { return Err(Shut::TooCostly(cost)) };
    collector.passwords.rounds_left = left;
    if cost.rounds > WORTH_SAYING {
        let source = collector.source.clone();
        (collector.watch)(Progress { step: Step::Unlocking, source, done: 0, total: cost.rounds });
    }
    Ok(())
}

impl Shut {
    /// Reports it; `what` is locked.
    pub(in super::super) fn report(self, collector: &mut Collector<'_>, what: InputKind, place: Place) {
        let problem = match self {
            Self::Locked => {
                let (typed, files) = (collector.options.passwords.len(), collector.passwords.files());
                ProblemKind::Locked { kind: what, typed, files }
            }
            Self::TooCostly(Cost { memory, .. }) if memory > LIMITS.key_memory => {
                ProblemKind::CostlyMemory { kind: what, bytes: memory }
            }
            Self::TooCostly(Cost { rounds, .. }) => ProblemKind::CostlyRounds { kind: what, rounds },
            Self::Refused(Refusal::Unknown(scheme)) => ProblemKind::UnknownLock { kind: what, scheme },
            Self::Refused(Refusal::Broken(fault)) => {
                ProblemKind::BadDer { kind: what, error: fault.within("EncryptionAlgorithm") }
            }
        };
        collector.problem(place, problem);
    }
}
