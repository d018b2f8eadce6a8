use crate::deploy::guideline::Protocol;
use crate::report::wire::Profile;

/// A TLS policy of a service that lets people choose from a list: its owner decides what each of them is.
#[derive(Debug)]
pub struct Policy {
    /// The profile that it comes closest to.
    pub profile: Profile,
    /// Its name; empty where the service has one for everybody.
    pub name: &'static str,
    /// The name of its twin with the key exchange of tomorrow; empty where there is none.
    pub hybrid: &'static str,
    /// The versions of TLS that it speaks.
    pub protocols: &'static [Protocol],
    /// Whether it has suites for RSA keys only.
    pub rsa_only: bool,
}

impl Policy {
    /// Whether a server with this kind of key can use it.
    pub fn serves(&self, algorithm: &str) -> bool {
        !self.rsa_only || algorithm == "RSA"
    }
}
