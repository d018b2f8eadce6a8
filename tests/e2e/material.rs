//! What is put in. The page judges by the real clock, so these certificates are valid around the day of the test.

use crate::support::mint::{Cert, Key, Minted, bundle, pem_block};
use certloupe::report::Timestamp;

/// The host that the chain is for.
pub const HOST: &str = "shop.example.com";

/// An invented CA and a certificate from it.
pub struct House {
    pub root: Minted,
    pub issuer: Minted,
    pub server: Minted,
}

impl House {
    pub fn new() -> Self {
        let root = Cert::ca("Example Root X1").key(Key::Rsa2048(2)).self_signed();
        let issuer = Cert::ca("Example TLS CA 3").key(Key::P256(21)).path_length(0).issued_by(&root);
        let (from, to) = (today().plus_days(-10), today().plus_days(79));
        let server = Cert::server(&[HOST, "www.shop.example.com"])
            .valid(&from.to_string(), &to.to_string())
            .key(Key::P256(22))
            .issued_by(&issuer);
        Self { root, issuer, server }
    }

    /// Everything that a CA sends, with the root first.
    pub fn wrong_order(&self) -> String {
        bundle(&[&self.root, &self.issuer, &self.server])
    }

    /// The renewal of the server's certificate for these names, and its chain.
    pub fn renewed(&self, names: &[&str]) -> String {
        let (from, to) = (today().plus_days(-1), today().plus_days(88));
        let server = Cert::server(names).key(Key::P256(22)).valid(&from.to_string(), &to.to_string());
        bundle(&[&server.issued_by(&self.issuer), &self.issuer])
    }

    /// A whole chain whose certificate is to be renewed now.
    pub fn ending(&self) -> String {
        let (from, to) = (today().plus_days(-85), today().plus_days(5));
        let server = Cert::server(&[HOST]).key(Key::P256(22)).valid(&from.to_string(), &to.to_string());
        bundle(&[&server.issued_by(&self.issuer), &self.issuer, &self.root])
    }

    /// What a server ought to send.
    pub fn chain(&self) -> String {
        bundle(&[&self.server, &self.issuer])
    }
}

/// Many certificates to be busy with. They differ in their serial number only, so their signatures are wrong.
pub fn many(count: u32) -> String {
    const SERIAL: [u8; 5] = [0x5a, 0, 0, 0, 0];
    let one = Cert::server(&[HOST]).serial(&SERIAL).issued_by(&House::new().issuer).der;
    let at = one.windows(SERIAL.len()).position(|window| window == SERIAL).expect("the serial number") + 1;
    let numbered = |number: u32| {
        let mut der = one.clone();
        der[at..at + 4].copy_from_slice(&number.to_be_bytes());
        pem_block("CERTIFICATE", &der)
    };
    (0..count).map(numbered).collect()
}

#[allow(clippy::disallowed_methods, reason = "the certificates must be valid when a real browser looks at them")]
pub fn today() -> Timestamp {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).expect("after 1970");
    Timestamp::from_unix(i64::try_from(since.as_secs() / 86_400 * 86_400).expect("before the end of time"))
}

/// A server certificate whose issuer nobody knows.
pub fn nobodys() -> Minted {
    let (from, to) = (today().plus_days(-10), today().plus_days(79));
    let server = Cert::server(&[HOST]).key(Key::P256(53)).valid(&from.to_string(), &to.to_string());
    server.issued_by(&Cert::ca("Nobody's CA").key(Key::P256(54)).self_signed())
}
