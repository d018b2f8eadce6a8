//! zlint as an outside judge: where one of its lints asks what one of our rules asks, the answers agree on its own
//! test certificates, or the difference stands here with its reason.
#![allow(clippy::print_stdout, reason = "a test that could not compare says so")]

use certloupe::{
    engine::{self, x509},
    report::{Code, Options, Source},
};
use std::{collections::BTreeSet, fs, path::Path};

/// Lints that ask what one of our rules asks, of server certificates.
const SAME_QUESTION: &[(&str, Code)] = &[
    ("e_basic_constraints_not_critical", Code::CRT012),
    ("e_dnsname_bad_character_in_label", Code::NAM006),
    ("e_dnsname_empty_label", Code::NAM006),
    ("e_dnsname_label_too_long", Code::NAM006),
    ("e_dnsname_wildcard_only_in_left_label", Code::NAM008),
    ("e_empty_sct_list", Code::CRT012),
    ("e_ext_aia_marked_critical", Code::CRT012),
    ("e_ext_authority_key_identifier_critical", Code::CRT012),
    ("e_ext_cannot_be_empty_sequence", Code::CRT012),
    ("e_ext_key_usage_without_bits", Code::CRT012),
    ("e_ext_san_contains_reserved_ip", Code::NAM007),
    ("e_ext_san_dns_name_too_long", Code::NAM006),
    ("e_ext_san_missing", Code::NAM002),
    ("e_ext_san_no_entries", Code::CRT012),
    ("e_ext_san_not_critical_without_subject", Code::CRT012),
    ("e_ext_san_space_dns_name", Code::NAM006),
    ("e_ext_subject_key_identifier_critical", Code::CRT012),
    ("e_inhibit_any_policy_not_critical", Code::CRT012),
    ("e_invalid_certificate_version", Code::CRT001),
    ("e_name_constraint_empty", Code::CRT012),
    ("e_public_key_type_not_allowed", Code::KEY003),
    ("e_rfc_dnsname_empty_label", Code::NAM006),
    ("e_rfc_dnsname_label_too_long", Code::NAM006),
    ("e_rsa_mod_less_than_2048_bits", Code::KEY002),
    ("e_rsa_public_exponent_too_small", Code::KEY005),
    ("e_san_bare_wildcard", Code::NAM008),
    ("e_san_dns_name_includes_null_char", Code::NAM006),
    ("e_san_dns_name_starts_with_period", Code::NAM006),
    ("e_serial_number_longer_than_20_octets", Code::CRT005),
    ("e_serial_number_not_positive", Code::CRT005),
    ("e_server_cert_valid_time_longer_than_100_days", Code::VAL004),
    ("e_server_cert_valid_time_longer_than_200_days", Code::VAL004),
    ("e_server_cert_valid_time_longer_than_47_days", Code::VAL004),
    ("e_sub_cert_aia_marked_critical", Code::CRT012),
    ("e_sub_cert_key_usage_cert_sign_bit_set", Code::CRT013),
    ("e_sub_cert_key_usage_crl_sign_bit_set", Code::CRT013),
    ("e_sub_cert_or_sub_ca_using_sha1", Code::CRT004),
    ("e_sub_cert_valid_time_longer_than_39_months", Code::VAL004),
    ("e_sub_cert_valid_time_longer_than_825_days", Code::VAL004),
    ("e_subject_common_name_not_from_san", Code::NAM009),
    ("e_tls_server_cert_valid_time_longer_than_398_days", Code::VAL004),
    ("e_utc_time_does_not_include_seconds", Code::VAL006),
    ("e_utc_time_not_in_zulu", Code::VAL006),
    ("e_validity_time_not_positive", Code::VAL006),
    ("e_wrong_time_format_pre2050", Code::VAL006),
    ("n_dnsname_wildcard_left_of_public_suffix", Code::NAM008),
    ("w_rsa_mod_not_odd", Code::KEY005),
];

/// Where we answer otherwise: file, lint, why. One that agrees after all fails too.
const DIFFERENT: &[(&str, &str, &str)] = &[
    ("subKeyUsageValid.pem", "e_sub_cert_key_usage_cert_sign_bit_set", NO_SIGNATURE),
    ("subKeyUsageValid.pem", "e_sub_cert_key_usage_crl_sign_bit_set", NO_SIGNATURE),
];

/// Our rule looks at the whole of keyUsage, and this one lacks digitalSignature.
const NO_SIGNATURE: &str = "the key may not sign";

#[test]
fn zlint_and_we_agree() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/zlint");
    let Ok(expected) = fs::read_to_string(folder.join("EXPECTED.tsv")) else {
        println!("zlint's certificates are not here: only the table of questions is checked");
        let lints: BTreeSet<_> = SAME_QUESTION.iter().map(|(lint, _)| lint).collect();
        assert_eq!(lints.len(), SAME_QUESTION.len());
        return;
    };
    let (mut agreed, mut wrong) = (0, Vec::new());
    for line in expected.lines().skip(1) {
        let [file, lint, result] = line.split('\t').collect::<Vec<_>>()[..] else { panic!("{line}") };
        let Some((_, code)) = SAME_QUESTION.iter().find(|(known, _)| *known == lint) else { continue };
        let wanted = match result {
            "Error" | "Warn" | "Notice" => true,
            "Pass" => false,
            // Not applicable, not in force: zlint judges by its own notion of a server certificate.
            _ => continue,
        };
        let known = DIFFERENT.iter().any(|(known_file, known_lint, _)| (*known_file, *known_lint) == (file, lint));
        let bytes = fs::read(folder.join(file)).expect("a certificate of the list");
        match findings(bytes) {
            Some(found) if (found.contains(code) == wanted) != known => agreed += 1,
            Some(found) => wrong.push(format!("{file} {lint} {result}: {code} in {found:?}")),
            None => wrong.push(format!("{file} {lint}: not read")),
        }
    }
    println!("{agreed} answers agree");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(agreed > 50, "only {agreed} answers were compared");
}

/// What we find in a certificate alone, the day after it was issued.
fn findings(bytes: Vec<u8>) -> Option<BTreeSet<Code>> {
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let start = text.find("-----BEGIN")?;
    let block = pem::parse(&text[start..]).ok()?;
    let issued = x509::parse(block.contents()).ok()?.not_before.at;
    let sources = [Source { name: String::new(), bytes: text.as_bytes()[start..].to_vec() }];
    let (report, _) = engine::inspect(&sources, &Options::at(issued.plus_days(1)));
    Some(report.findings.into_iter().map(|finding| finding.code).collect())
}
