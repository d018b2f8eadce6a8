use super::RuleId;
use crate::engine::x509::Certificate;
use crate::report::Code;

/// What a CA says of all that it issues: the organisation in the issuer's name, the finding that it explains, the rule.
static AUTHORITIES: [(&str, Code, RuleId); 2] =
    [("Let's Encrypt", Code::CRT007, "le.ocsp"), ("Let's Encrypt", Code::CRT010, "le.clientauth")];

/// The rule of its CA that a finding of a certificate goes back to, where there is one.
pub fn of_authority(certificate: &Certificate, code: Code) -> Option<RuleId> {
    let organization = certificate.issuer.organization()?;
    AUTHORITIES.iter().find(|(own, of, _)| *own == organization && *of == code).map(|(_, _, rule)| *rule)
}
