//! Certificates that claim to come from public roots: their names and key ids are facts, the signatures are the mint's
//! own. Nothing but a root's certificate could tell, and none is at hand where these are judged.

use crate::support::{
    der::{oid, sequence, set, tlv},
    mint::{Cert, Key, Minted},
};

/// Something that signs under a public root's name.
pub fn root(name: &str) -> Minted {
    let (_, attributes, key_id) =
        PUBLIC_ROOTS.iter().find(|(own, ..)| *own == name).unwrap_or_else(|| panic!("{name} is not in the list"));
    let mut bearer = Cert::ca("bearer").key(Key::P256(120)).self_signed();
    bearer.name = sequence(attributes.iter().map(|(id, tag, text)| set([sequence([oid(id), tlv(*tag, text)])])));
    bearer.key_id = key_id.to_be_bytes().to_vec();
    bearer
}

/// An intermediate below a public root.
pub fn intermediate(root_name: &str) -> Minted {
    Cert::ca("Public TLS CA").key(Key::P256(121)).valid("2020-01-01", "2035-12-31").issued_by(&root(root_name))
}

/// Object identifier, tag of the string, text.
type Attribute = (&'static str, u8, &'static str);

const COUNTRY: &str = "2.5.4.6";
const ORGANIZATION: &str = "2.5.4.10";
const UNIT: &str = "2.5.4.11";
const LOCALITY: &str = "2.5.4.7";
const SERIAL_NUMBER: &str = "2.5.4.5";
const COMMON_NAME: &str = "2.5.4.3";
const PRINTABLE: u8 = 0x13;
const UTF8: u8 = 0x0c;

/// Name, subject, first eight bytes of the subject key identifier (from the certificates themselves, 2026-10).
const PUBLIC_ROOTS: &[(&str, &[Attribute], u64)] = &[
    (
        "BJCA Global Root CA1",
        &[
            (COUNTRY, PRINTABLE, "CN"),
            (ORGANIZATION, UTF8, "BEIJING CERTIFICATE AUTHORITY"),
            (COMMON_NAME, UTF8, "BJCA Global Root CA1"),
        ],
        0xc5ef_edcc_d88d_21c6,
    ),
    (
        "CFCA EV ROOT",
        &[
            (COUNTRY, PRINTABLE, "CN"),
            (ORGANIZATION, UTF8, "China Financial Certification Authority"),
            (COMMON_NAME, UTF8, "CFCA EV ROOT"),
        ],
        0xe3fe_2dfd_28d0_0bb5,
    ),
    (
        "Chambers of Commerce Root - 2008",
        &[
            (COUNTRY, PRINTABLE, "EU"),
            (LOCALITY, PRINTABLE, "Madrid (see current address at www.camerfirma.com/address)"),
            (SERIAL_NUMBER, PRINTABLE, "A82743287"),
            (ORGANIZATION, PRINTABLE, "AC Camerfirma S.A."),
            (COMMON_NAME, PRINTABLE, "Chambers of Commerce Root - 2008"),
        ],
        0xf924_ac0f_b2b5_f879,
    ),
    (
        "DigiCert Global Root CA",
        &[
            (COUNTRY, PRINTABLE, "US"),
            (ORGANIZATION, PRINTABLE, "DigiCert Inc"),
            (UNIT, PRINTABLE, "www.digicert.com"),
            (COMMON_NAME, PRINTABLE, "DigiCert Global Root CA"),
        ],
        0x03de_5035_56d1_4cbb,
    ),
    (
        "DigiCert Global Root G2",
        &[
            (COUNTRY, PRINTABLE, "US"),
            (ORGANIZATION, PRINTABLE, "DigiCert Inc"),
            (UNIT, PRINTABLE, "www.digicert.com"),
            (COMMON_NAME, PRINTABLE, "DigiCert Global Root G2"),
        ],
        0x4e22_5420_1895_e6e3,
    ),
    (
        "emSign Root CA - G1",
        &[
            (COUNTRY, PRINTABLE, "IN"),
            (UNIT, PRINTABLE, "emSign PKI"),
            (ORGANIZATION, PRINTABLE, "eMudhra Technologies Limited"),
            (COMMON_NAME, PRINTABLE, "emSign Root CA - G1"),
        ],
        0xfbef_0d86_9eb0_e3dd,
    ),
    (
        "Entrust Root Certification Authority - G2",
        &[
            (COUNTRY, PRINTABLE, "US"),
            (ORGANIZATION, PRINTABLE, "Entrust, Inc."),
            (UNIT, PRINTABLE, "See www.entrust.net/legal-terms"),
            (UNIT, PRINTABLE, "(c) 2009 Entrust, Inc. - for authorized use only"),
            (COMMON_NAME, PRINTABLE, "Entrust Root Certification Authority - G2"),
        ],
        0x6a72_267a_d01e_ef7d,
    ),
    (
        "ePKI Root Certification Authority",
        &[
            (COUNTRY, PRINTABLE, "TW"),
            (ORGANIZATION, UTF8, "Chunghwa Telecom Co., Ltd."),
            (UNIT, UTF8, "ePKI Root Certification Authority"),
        ],
        0x1e0c_f7b6_67f2_e192,
    ),
    (
        "GDCA TrustAUTH R5 ROOT",
        &[
            (COUNTRY, PRINTABLE, "CN"),
            (ORGANIZATION, UTF8, "GUANG DONG CERTIFICATE AUTHORITY CO.,LTD."),
            (COMMON_NAME, UTF8, "GDCA TrustAUTH R5 ROOT"),
        ],
        0xe2c9_409f_4dce_e89a,
    ),
    (
        "GeoTrust Primary Certification Authority",
        &[
            (COUNTRY, PRINTABLE, "US"),
            (ORGANIZATION, PRINTABLE, "GeoTrust Inc."),
            (COMMON_NAME, PRINTABLE, "GeoTrust Primary Certification Authority"),
        ],
        0x2cd5_5041_9715_8bf0,
    ),
    (
        "GlobalSign Root CA",
        &[
            (COUNTRY, PRINTABLE, "BE"),
            (ORGANIZATION, PRINTABLE, "GlobalSign nv-sa"),
            (UNIT, PRINTABLE, "Root CA"),
            (COMMON_NAME, PRINTABLE, "GlobalSign Root CA"),
        ],
        0x607b_661a_450d_97ca,
    ),
    (
        "GlobalSign Root CA - R3",
        &[
            (UNIT, PRINTABLE, "GlobalSign Root CA - R3"),
            (ORGANIZATION, PRINTABLE, "GlobalSign"),
            (COMMON_NAME, PRINTABLE, "GlobalSign"),
        ],
        0x8ff0_4b7f_a82e_4524,
    ),
    (
        "ISRG Root X1",
        &[
            (COUNTRY, PRINTABLE, "US"),
            (ORGANIZATION, PRINTABLE, "Internet Security Research Group"),
            (COMMON_NAME, PRINTABLE, "ISRG Root X1"),
        ],
        0x79b4_59e6_7bb6_e5e4,
    ),
    (
        "ISRG Root X2",
        &[
            (COUNTRY, PRINTABLE, "US"),
            (ORGANIZATION, PRINTABLE, "Internet Security Research Group"),
            (COMMON_NAME, PRINTABLE, "ISRG Root X2"),
        ],
        0x7c42_96ae_de4b_483b,
    ),
    (
        "TrustAsia Global Root CA G3",
        &[
            (COUNTRY, PRINTABLE, "CN"),
            (ORGANIZATION, UTF8, "TrustAsia Technologies, Inc."),
            (COMMON_NAME, UTF8, "TrustAsia Global Root CA G3"),
        ],
        0x40e4_e4f2_23ef_38ca,
    ),
    (
        "TrustAsia TLS RSA Root CA",
        &[
            (COUNTRY, PRINTABLE, "CN"),
            (ORGANIZATION, PRINTABLE, "TrustAsia Technologies, Inc."),
            (COMMON_NAME, PRINTABLE, "TrustAsia TLS RSA Root CA"),
        ],
        0xb807_9179_5c06_f446,
    ),
    (
        "TUBITAK Kamu SM SSL Kok Sertifikasi - Surum 1",
        &[
            (COUNTRY, PRINTABLE, "TR"),
            (LOCALITY, PRINTABLE, "Gebze - Kocaeli"),
            (ORGANIZATION, PRINTABLE, "Turkiye Bilimsel ve Teknolojik Arastirma Kurumu - TUBITAK"),
            (UNIT, PRINTABLE, "Kamu Sertifikasyon Merkezi - Kamu SM"),
            (COMMON_NAME, PRINTABLE, "TUBITAK Kamu SM SSL Kok Sertifikasi - Surum 1"),
        ],
        0x653f_c78a_86c6_3cdd,
    ),
    (
        "UCA Global G2 Root",
        &[(COUNTRY, PRINTABLE, "CN"), (ORGANIZATION, UTF8, "UniTrust"), (COMMON_NAME, UTF8, "UCA Global G2 Root")],
        0x81c4_8ccc_f5e4_30ff,
    ),
    (
        "vTrus Root CA",
        &[
            (COUNTRY, PRINTABLE, "CN"),
            (ORGANIZATION, PRINTABLE, "iTrusChina Co.,Ltd."),
            (COMMON_NAME, PRINTABLE, "vTrus Root CA"),
        ],
        0x5462_7063_f175_8443,
    ),
];
