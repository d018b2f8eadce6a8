use serde::{Deserialize, Serialize};

/// An error message that was recognised in what was given, with what may have caused it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SymptomSummary {
    /// Which: the row in the table of symptoms; a negative number is the code that the platform itself gives.
    pub id: i16,
    /// The words that were recognised, as they stand at the first place.
    pub quote: String,
    /// File name of that place, with the path inside its archive; empty for pasted text.
    pub source: String,
    /// Its line, counted from 1.
    pub line: u32,
    /// What was found here first, then the likeliest.
    pub causes: Vec<PossibleCause>,
}

/// Something that an error message may come from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PossibleCause {
    /// What.
    pub cause: Cause,
    /// What is known of it here.
    pub state: CauseState,
    /// The findings that speak of it, as indexes into the report's list.
    pub findings: Vec<usize>,
}

/// What is known of a cause.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum CauseState {
    /// What was given has it.
    Found,
    /// What was given was looked at, and does not have it.
    Right,
    /// Nothing that was given can tell.
    Unknown,
}

macro_rules! causes {
    ($($(#[$doc:meta])* $cause:ident),* $(,)?) => {
        /// What error messages come from.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "camelCase")]
        pub enum Cause { $($(#[$doc])* $cause),* }

        impl Cause {
            /// Every cause.
            pub const ALL: &'static [Self] = &[$(Self::$cause),*];
        }
    };
}

causes! {
    /// The server sends too few intermediates, or the wrong ones.
    Chain,
    /// The certificates stand in the wrong order.
    Order,
    /// The certificate is not for the host.
    Name,
    /// A name that is not unique on the internet.
    InternalName,
    /// Expired, or not valid yet.
    Date,
    /// The clock of the device is wrong.
    Clock,
    /// Nobody trusts where the chain ends.
    Trust,
    /// Old devices do not have the root.
    Root,
    /// The certificate was revoked.
    Revoked,
    /// Too few signed certificate timestamps.
    Transparency,
    /// Valid for longer than is allowed.
    Lifetime,
    /// The certificate breaks the rules for server certificates.
    Profile,
    /// The certificate is not for clients.
    ClientPurpose,
    /// Signed with a hash that can be forged.
    Signature,
    /// A key that is too weak.
    WeakKey,
    /// The CA may not issue for this name.
    Constraints,
    /// The key belongs to another certificate.
    Key,
    /// The key needs a password.
    KeyLocked,
    /// The key file holds no key that can be read.
    KeyFile,
    /// The certificate file is not written as servers read it.
    Encoding,
    /// The container was locked with an old algorithm.
    OldContainer,
    /// Stapling, where there is no responder.
    Stapling,
    /// The two sides have no TLS version or cipher suite in common.
    Protocol,
    /// Nothing speaks TLS on that port.
    NoTls,
    /// Another certificate is answered with on that port, host or node.
    Endpoint,
    /// The server is set up wrongly behind TLS.
    Configuration,
    /// The server asks for a certificate of the client.
    ClientCertificate,
    /// The host is not on the platform's list.
    List,
    /// The port is not the one on the list, or none is allowed.
    Port,
    /// Plain http or ws.
    Scheme,
    /// A redirect leads away from what is allowed.
    Redirect,
    /// The address is malformed.
    Address,
    /// The file that proves the domain can not be read as it should.
    VerificationFile,
    /// The host is somebody else's.
    ForeignHost,
    /// The platform does not let accounts of this kind do it.
    Account,
    /// Something on the way answers in the server's place.
    Interception,
    /// The connection itself: network, DNS, firewall.
    Network,
    /// The host has no ICP filing.
    Filing,
}
