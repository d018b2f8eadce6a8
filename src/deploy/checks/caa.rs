//! Which domain stands in a CAA record for a CA (RFC 8659 §4.2), by the organisation in the issuer's name.

/// An organisation and the domains that it takes for its own.
struct Row(&'static str, &'static [&'static str]);

/// What CAs disclose in the CCADB, report "All CAA Identifiers", copy of 2025-06-27
/// (<https://ccadb.my.salesforce-sites.com/ccadb/AllCAAIdentifiersReport>), as tables made from it repeat it; looked up
/// on 2026-11-22. Domains that a CA keeps for brands of the past are left out. An organisation is matched from its start:
/// `DigiCert` is also `DigiCert, Inc.`
const TABLE: &[Row] = &[
    Row("Actalis", &["actalis.it"]),
    Row("Amazon", &["amazon.com", "amazontrust.com", "awstrust.com", "amazonaws.com"]),
    Row("Apple Inc.", &["pki.apple.com"]),
    Row("Asseco Data Systems", &["certum.pl", "certum.eu"]),
    Row("BEIJING CERTIFICATE AUTHORITY", &["bjca.cn"]),
    Row("Buypass", &["buypass.com", "buypass.no"]),
    Row("China Financial Certification Authority", &["cfca.com.cn"]),
    Row("COMODO CA Limited", &["sectigo.com", "comodoca.com"]),
    Row("DigiCert", &["digicert.com", "www.digicert.com"]),
    Row("Entrust", &["entrust.net"]),
    Row("GlobalSign", &["globalsign.com"]),
    Row("GoDaddy.com", &["godaddy.com", "starfieldtech.com"]),
    Row("Google Trust Services", &["pki.goog"]),
    Row("Hellenic Academic and Research Institutions", &["harica.gr"]),
    Row("IdenTrust", &["identrust.com"]),
    Row("Internet Security Research Group", &["letsencrypt.org"]),
    Row("Let's Encrypt", &["letsencrypt.org"]),
    Row("SSL Corp", &["ssl.com"]),
    Row("Sectigo", &["sectigo.com", "usertrust.com", "trust-provider.com"]),
    Row("Starfield Technologies", &["starfieldtech.com"]),
    Row("SwissSign", &["swisssign.com"]),
    Row("TAIWAN-CA", &["twca.com.tw"]),
    Row("TrustAsia Technologies", &["trustasia.com"]),
    Row("UniTrust", &["sheca.com"]),
    Row("WoTrus CA Limited", &["wotrust.com"]),
    Row("ZeroSSL", &["zerossl.com", "sectigo.com"]),
];

/// The organisation in a name of RFC 4514 form, without its escapes; the whole name where there is none.
pub fn organisation(issuer: &str) -> String {
    let mut parts = vec![String::new()];
    let mut characters = issuer.chars();
    while let Some(character) = characters.next() {
        match (character, parts.last_mut()) {
            (',' | '+', _) => parts.push(String::new()),
            ('\\', Some(part)) => part.extend(characters.next()),
            (_, Some(part)) => part.push(character),
            (_, None) => {}
        }
    }
    let named = parts.iter().find_map(|part| part.trim_start().strip_prefix("O="));
    named.map_or_else(|| issuer.to_owned(), str::to_owned)
}

/// The domains of an organisation; none where it is not known.
pub fn domains(organisation: &str) -> Option<&'static [&'static str]> {
    TABLE.iter().find(|row| organisation.starts_with(row.0)).map(|row| row.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn organisations_lead_to_domains() {
        for (issuer, known) in [
            ("CN=R10,O=Let's Encrypt,C=US", Some("letsencrypt.org")),
            (r"CN=DigiCert TLS RSA,O=DigiCert\, Inc.,C=US", Some("digicert.com")),
            ("CN=TrustAsia DV TLS,O=TrustAsia Technologies\\, Inc.,C=CN", Some("trustasia.com")),
            ("CN=O=DigiCert,C=US", None),
            (r"CN=\,O=DigiCert,C=US", None),
            ("CN=Own,O=Example Corp", None),
            ("", None),
            ("\\", None),
        ] {
            let domain = domains(&organisation(issuer)).and_then(|domains| domains.first().copied());
            assert_eq!(domain, known, "{issuer}");
        }
    }
}
