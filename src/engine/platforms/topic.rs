use crate::report::{Code, Finding, Platform, Severity};

/// What platforms ask of a certificate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topic {
    /// That the chain is complete and right.
    Chain,
    /// The same, where a gap may be filled by whoever connects.
    Gap,
    /// That it ends in a root of the system.
    Trust,
    /// That it names the hosts.
    Name,
    /// That it is valid now.
    Date,
    /// All else that phones refuse.
    Other,
}

impl Topic {
    /// How much it matters.
    pub const fn severity(self) -> Severity {
        match self {
            Self::Gap => Severity::Warning,
            Self::Chain | Self::Trust | Self::Name | Self::Date | Self::Other => Severity::Error,
        }
    }

    /// Whether a finding of the certificate gets it refused on a platform, for this reason.
    pub fn is_of(self, finding: &Finding, platform: Platform) -> bool {
        refused_for(finding, platform) == Some(self)
    }
}

/// Why a platform refuses the certificate for a finding; none where it does not.
pub fn refused_for(finding: &Finding, platform: Platform) -> Option<Topic> {
    // Mini-programs go by the roots of the system, whatever was installed or named.
    let private = finding.code == Code::TRU002 && is_mini_program(platform);
    if finding.severity != Severity::Error && !private {
        return None;
    }
    let code = finding.code.as_str();
    Some(match finding.code {
        Code::CHN014 => Topic::Trust,
        // iOS and Chrome for Android may fetch what is missing (APPLE-SRC, cert_verify_proc_android.cc; seen 2026-11-21).
        Code::CHN003 if matches!(platform, Platform::IosApp | Platform::MobileWeb) => Topic::Gap,
        // The server certificate is not there, or the key is not its own: nothing that a client sees.
        Code::CHN001 | Code::KEY001 | Code::KEY005 | Code::KEY006 => return None,
        _ => match code.get(..3)? {
            "CHN" => Topic::Chain,
            "TRU" => Topic::Trust,
            "NAM" => Topic::Name,
            "VAL" => Topic::Date,
            "CRT" | "KEY" => Topic::Other,
            _ => return None,
        },
    })
}

/// Whether programs on a platform can not choose whom they trust.
pub const fn is_mini_program(platform: Platform) -> bool {
    !matches!(platform, Platform::MobileWeb | Platform::IosApp | Platform::AndroidApp)
}
