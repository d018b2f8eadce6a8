use crate::engine::Analysis;
use crate::report::{Cause, Code, Finding, Purpose, Severity};

/// Where a cause shows in what was given.
#[derive(Clone, Copy, Debug)]
pub struct Clue {
    /// The entries of the catalogue that speak of it; none where only the server, the network or the platform can tell.
    pub codes: &'static [Code],
    /// What it means that none of them was found.
    pub silence: Silence,
}

/// Notes that explain an error: what they speak of is nothing bad by itself, and clients refuse it all the same. Of a root
/// that was named as trusted here, phones know nothing.
const NOTES: [Code; 4] = [Code::CRT006, Code::CRT007, Code::CRT010, Code::TRU002];

/// What must be there for silence to say that all is right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Silence {
    /// Nothing: it tells nothing in any case.
    Mute,
    /// A server certificate.
    Certificate,
    /// A server certificate that some client's roots vouch for.
    Trusted,
    /// A server certificate, and the hosts that it is wanted for.
    Hosts,
    /// The server certificate's private key.
    Key,
}

impl Clue {
    /// Whether a finding shows the cause.
    pub fn speaks_of(&self, finding: &Finding) -> bool {
        let counts = finding.severity <= Severity::Warning || NOTES.contains(&finding.code);
        counts && self.codes.contains(&finding.code)
    }
}

impl Silence {
    /// Whether silence says here that all is right. After a repair it would speak of what was repaired, and for clients
    /// half of the rules are not asked. Of names it tells something where hosts were asked for.
    pub(super) fn means_right(self, analysis: &Analysis, hosts_asked: bool) -> bool {
        let Some((leaf, _)) = analysis.leaf() else { return false };
        let as_given = analysis.options.repairs.is_empty() && analysis.options.purpose == Purpose::Server;
        as_given
            && match self {
                Self::Mute => false,
                Self::Certificate => true,
                Self::Trusted => analysis.trust.clients.iter().any(|client| client.trusted),
                Self::Hosts => hosts_asked,
                Self::Key => analysis.keys.iter().any(|key| key.matches.contains(&leaf)),
            }
    }
}

/// Whether a certificate would tell more of a cause. Who staples nothing needs none looked at.
pub fn needs_certificate(cause: Cause) -> bool {
    cause != Cause::Stapling && !clue(cause).codes.is_empty()
}

/// Where a cause shows.
pub const fn clue(cause: Cause) -> Clue {
    use Code::*;
    let (codes, silence): (&[Code], _) = match cause {
        Cause::Chain => (&[CHN003, CHN006, CHN008, CHN009, CHN011, CHN013, CHN019, CHN020], Silence::Certificate),
        Cause::Order => (&[CHN002], Silence::Certificate),
        Cause::Name => (&[NAM001, NAM002, NAM003, NAM004, NAM005, NAM006, NAM008, NAM009], Silence::Hosts),
        Cause::InternalName => (&[NAM007], Silence::Certificate),
        Cause::Date => (&[VAL001, VAL002, VAL006], Silence::Certificate),
        Cause::Trust => (&[CHN014, TRU001, TRU002, TRU003], Silence::Trusted),
        Cause::Root => (&[CHN018, TRU004], Silence::Trusted),
        // That nothing was found says nothing: lists are seldom given.
        Cause::Revoked => (&[TRU005, TRU006], Silence::Mute),
        Cause::Transparency => (&[CRT014], Silence::Certificate),
        Cause::Lifetime => (&[VAL004], Silence::Certificate),
        Cause::Profile => (
            &[CRT001, CRT002, CRT003, CRT005, CRT011, CRT012, CRT013, CRT015, CRT016, CRT017, CHN013, INP003, VAL006],
            Silence::Certificate,
        ),
        Cause::ClientPurpose => (&[CRT010], Silence::Certificate),
        Cause::Signature => (&[CRT004, CHN016], Silence::Certificate),
        Cause::WeakKey => (&[KEY002, KEY003, KEY005, CHN016], Silence::Certificate),
        Cause::Constraints => (&[CHN010], Silence::Certificate),
        Cause::Key => (&[KEY001], Silence::Key),
        Cause::KeyLocked => (&[INP006, KEY004], Silence::Key),
        Cause::KeyFile => (&[INP002, INP003, INP005, INP007, INP010, INP011, KEY005], Silence::Key),
        Cause::Encoding => (&[INP002, INP003, INP005, INP007, INP010, INP011], Silence::Certificate),
        Cause::Stapling => (&[CRT006, CRT007], Silence::Certificate),
        Cause::Clock
        | Cause::OldContainer
        | Cause::Protocol
        | Cause::NoTls
        | Cause::Endpoint
        | Cause::Configuration
        | Cause::ClientCertificate
        | Cause::List
        | Cause::Port
        | Cause::Scheme
        | Cause::Redirect
        | Cause::Address
        | Cause::VerificationFile
        | Cause::ForeignHost
        | Cause::Account
        | Cause::Interception
        | Cause::Network
        | Cause::Filing => (&[], Silence::Mute),
    };
    Clue { codes, silence }
}
