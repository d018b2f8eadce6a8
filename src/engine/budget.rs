//! Limits with a named origin. Running out is a finding, never a hang.

/// What may be spent on one inspection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of all sources together. 64 MiB: ten times the largest pack of CA files that we know
    /// (2,134 intermediates as PEM: 4.4 MB), and still read in about a second.
    pub input_bytes: usize,
    /// Certificates. 20,000: twice what the mass view promises.
    pub certificates: usize,
    /// Problems of the input. 1,000: each becomes a finding, and nobody reads more. What can be read still is.
    pub problems: usize,
    /// Requests, public keys, revocation lists and OCSP responses together. 1,000: a CA sends one of each, and each is
    /// compared with every certificate.
    pub objects: usize,
    /// Signature verifications of requests, lists and responses. 500: one each for half of those; the slowest kind of
    /// key takes two seconds for them.
    pub object_signatures: u32,
    /// Signature verifications. 10,000: one for each certificate of a very large drop; a path needs three. Go stops
    /// at 100 a chain since CVE-2018-16875; the chain search has its own, smaller share.
    pub signatures: u32,
    /// Steps of the path search: 10,000, far above any chain with cross-signs, far below what hangs.
    pub path_steps: u32,
}

/// The limits of the house.
pub const LIMITS: Limits = Limits {
    input_bytes: 64 << 20,
    certificates: 20_000,
    problems: 1_000,
    objects: 1_000,
    object_signatures: 500,
    signatures: 10_000,
    path_steps: 10_000,
};

/// A limit that was reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reached {
    /// What ran out, in the field's words: `bytes`, `certificates`, `problems`, `signatures`, `path steps`.
    pub what: &'static str,
    /// At which value.
    pub limit: u64,
}

/// A purse that is emptied step by step.
#[derive(Clone, Debug)]
pub struct Budget {
    what: &'static str,
    limit: u32,
    left: u32,
}

impl Budget {
    /// A full purse.
    pub const fn new(what: &'static str, limit: u32) -> Self {
        Self { what, limit, left: limit }
    }

    /// Spends one.
    ///
    /// # Errors
    /// The limit, once nothing is left.
    pub const fn spend(&mut self) -> Result<(), Reached> {
        match self.left.checked_sub(1) {
            Some(left) => {
                self.left = left;
                Ok(())
            }
            None => Err(Reached { what: self.what, limit: self.limit as u64 }),
        }
    }
}
