//! Limits with a named origin. Running out is a finding, never a hang.

use crate::report::{FILES, INPUT_BYTES};

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
    /// What signature verifications may cost, in those of P-256 (`crypto::cost`): 64 for the chain, and as many for
    /// requests, lists and responses. A browser takes a tenth of a second for them. A real chain needs three to six, with
    /// its supply a dozen; Go stops at 100 a chain since CVE-2018-16875, whatever the key.
    pub signatures: u32,
    /// Steps of the path search: 10,000, far above any chain with cross-signs, far below what hangs.
    pub path_steps: u32,
    /// Certificates whose issuers are looked for in the supply: 64. The longest public chains have five, and a CA name
    /// has at most a dozen certificates.
    pub supplied: usize,
    /// Archives inside archives. 2: packs of packs are what consoles give; whoever nests deeper builds bombs.
    pub archive_depth: usize,
    /// Files in all archives together. 10,000: as many as the page takes from a dropped folder.
    pub archive_files: usize,
    /// Bytes of all unpacked files together. 64 MiB: unpacked or not, no more than that is read.
    pub archive_bytes: usize,
    /// How many times its packed size a file may have. 100: PEM shrinks to three quarters, and a file of one chain
    /// again and again to a hundredth; deflate reaches a thousandth.
    pub archive_ratio: usize,
    /// A file may have so many bytes whatever its ratio. 1 MiB: blank files and small logs are no bombs.
    pub archive_small: usize,
    /// Rounds of key derivation for all passwords together. 20,000,000: six tries of a PKCS#12 file whose three parts
    /// take a million each. OpenSSL writes 2,048, Java 10,000, and OWASP asks 600,000 of PBKDF2. Measured with SHA-256:
    /// 0.8 µs a round on a desktop, 1.7 µs without its SHA instructions, so that half a minute is the longest wait.
    pub key_rounds: u64,
    /// Addresses that are taken out of code. 5,000: a program calls a dozen hosts, and a platform lists a few hundred.
    pub addresses: usize,
    /// Bytes of text in which claims of articles are looked for. 1 MiB: the longest manuals on certificates have a tenth of
    /// that, and what is said further down in a log is no claim.
    pub prose: usize,
    /// Bytes of memory that a key derivation may take. 256 MiB: RFC 7914 and OpenSSL (`N` 16,384, `r` 8) take 16 MiB,
    /// hardened files 64 to 128; a wasm memory ends at 4 GiB, and phones stop a page long before.
    pub key_memory: u64,
}

/// The limits of the house.
pub const LIMITS: Limits = Limits {
    input_bytes: INPUT_BYTES,
    certificates: 20_000,
    problems: 1_000,
    objects: 1_000,
    signatures: 64,
    path_steps: 10_000,
    supplied: 64,
    archive_depth: 2,
    archive_files: FILES,
    archive_bytes: INPUT_BYTES,
    archive_ratio: 100,
    archive_small: 1 << 20,
    key_rounds: 20_000_000,
    addresses: 5_000,
    prose: 1 << 20,
    key_memory: 256 << 20,
};

/// A limit that was reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reached {
    /// What ran out, in the field's words: `bytes`, `certificates`, `problems`, `signatures`, `path steps`,
    /// `addresses`, and of archives
    /// `nesting`, `files`, `unpacked bytes`, `ratio`.
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
        self.pay(1)
    }

    /// Spends so many at once.
    ///
    /// # Errors
    /// The limit, where less is left.
    pub const fn pay(&mut self, cost: u32) -> Result<(), Reached> {
        match self.left.checked_sub(cost) {
            Some(left) => {
                self.left = left;
                Ok(())
            }
            None => Err(Reached { what: self.what, limit: self.limit as u64 }),
        }
    }
}
