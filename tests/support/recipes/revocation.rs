use super::CaseFile;
use super::issued::{complete, good, intermediate, root};
use crate::support::{
    case_file::Case,
    der::{explicit, implicit, octets, oid, sequence, set, tlv},
    mint::{AIA, Cert, EXTENDED_KEY_USAGE, KEY_USAGE, Key, Minted, Signing, bundle, key_usage, oids},
    objects::{Answer, Crl, Ocsp, no_answer},
};

/// The case files of this family.
pub fn files() -> Vec<CaseFile> {
    vec![
        ("tru006", revoked()),
        ("tru006-ocsp", revoked_by_answer()),
        ("tru008", list_flaws()),
        ("tru008-ocsp", answer_flaws()),
    ]
}

const CRL_DISTRIBUTION_POINTS: &str = "2.5.29.31";
const OCSP_SIGNING: &str = "1.3.6.1.5.5.7.3.9";
const ISSUING_DISTRIBUTION_POINT: &str = "2.5.29.28";

fn leaf() -> Minted {
    good().issued_by(&intermediate())
}

/// The chain of [`leaf`], and a list or an answer beside it.
fn with(name: &str, file: &str, bytes: impl AsRef<[u8]>) -> Case {
    Case::new(name, complete(good())).file(file, bytes)
}

fn list() -> Crl {
    Crl::of(&intermediate())
}

fn revoked() -> Vec<Case> {
    let other = Cert::server(&["other.example.com"]).issued_by(&intermediate());
    // `IssuingDistributionPoint { distributionPoint { fullName { URI } } }`
    let part = |address: &str| sequence([explicit(0, explicit(0, implicit(6, address)))]);
    let delta = || list().extension("2.5.29.27", true, tlv(0x02, [6]));
    let authorities_only = list().extension(ISSUING_DISTRIBUTION_POINT, true, sequence([implicit(2, [0xff])]));
    vec![
        with("not on the list", "ca.crl", list().revoking(&other, "2026-11-01", Some(1)).der()),
        with("an empty list, as text", "ca.crl", list().pem()),
        with("on the list", "ca.crl", list().revoking(&leaf(), "2026-11-02", Some(1)).der()),
        with("without a reason", "ca.crl", list().revoking(&leaf(), "2026-11-02", None).der()),
        with("on hold", "ca.crl", list().revoking(&leaf(), "2026-11-02", Some(6)).der()),
        with("off hold, in a delta", "delta.crl", delta().revoking(&leaf(), "2026-11-02", Some(8)).der()),
        with("a delta without it", "delta.crl", delta().der()),
        with("the intermediate", "root.crl", Crl::of(&root()).revoking(&intermediate(), "2026-11-03", Some(2)).der()),
        Case::new("the intermediate, which has a twin", twins()).file("root.crl", revoking_intermediate()),
        Case::new("repaired: the intermediate, which has a twin", twins())
            .file("root.crl", revoking_intermediate())
            .repaired(),
        with(
            "a list that has run out",
            "ca.crl",
            list().revoking(&leaf(), "2026-10-02", Some(4)).dated("2026-10-03", "2026-10-10").der(),
        ),
        with(
            "another part of the list",
            "ca.crl",
            list().extension(ISSUING_DISTRIBUTION_POINT, true, part("http://ca.example/2.crl")).der(),
        ),
        with(
            "this part of the list",
            "ca.crl",
            list().extension(ISSUING_DISTRIBUTION_POINT, true, part("http://ca.example/1.crl")).der(),
        ),
        with("a list for CA certificates only", "ca.crl", authorities_only.der()),
        Case::new("revoked, and the issuer is not here", leaf().pem())
            .file("ca.crl", list().revoking(&leaf(), "2026-11-02", Some(1)).der()),
        with(
            "on hold, and released by a newer list",
            "old.crl",
            list().revoking(&leaf(), "2026-11-02", Some(6)).dated("2026-11-03", "2026-11-30").der(),
        )
        .file("new.crl", list().der()),
        with(
            "on hold, and released by an older list",
            "new.crl",
            list().revoking(&leaf(), "2026-11-02", Some(6)).der(),
        )
        .file("old.crl", list().dated("2026-11-01", "2026-11-30").der()),
        with("on hold, and released by the changes", "ca.crl", list().revoking(&leaf(), "2026-11-02", Some(6)).der())
            .file("delta.crl", delta().revoking(&leaf(), "2026-11-02", Some(8)).der()),
        with(
            "revoked, and good in a newer answer",
            "old.crl",
            list().revoking(&leaf(), "2026-11-02", Some(1)).dated("2026-11-03", "2026-11-30").der(),
        )
        .file("ocsp.der", about(Answer::Good).der()),
        with(
            "by a list whose issuer is written in capitals and as PrintableString",
            "ca.crl",
            list().revoking(&leaf(), "2026-11-02", Some(1)).called(written_otherwise()).der(),
        ),
        with("revoked by a list and an answer", "ca.crl", list().revoking(&leaf(), "2026-11-02", Some(1)).der())
            .file("ocsp.der", about(Answer::Revoked("2026-11-02", Some(1))).der()),
    ]
}

/// The chain of [`leaf`], with another certificate for the intermediate's key behind it.
fn twins() -> String {
    let twin = Cert::ca("Example CA").serial(&[77]).key(intermediate().key).issued_by(&root());
    bundle(&[&leaf(), &intermediate(), &twin, &root()])
}

fn revoking_intermediate() -> Vec<u8> {
    Crl::of(&root()).revoking(&intermediate(), "2026-11-03", Some(2)).der()
}

/// The name of the intermediate in another string type, with other letters and spaces.
fn written_otherwise() -> Vec<u8> {
    let name = intermediate().name;
    let text = String::from_utf8_lossy(&name).into_owned();
    assert!(text.contains("Example CA"), "{text}");
    let attribute = |id: &str, text: &str| set([sequence([oid(id), tlv(0x13, text)])]);
    sequence([attribute("2.5.4.3", " EXAMPLE  CA ")])
}

fn about(answer: Answer) -> Ocsp {
    Ocsp::by(&intermediate()).about(&leaf(), &intermediate(), answer)
}

fn responder(purposes: &[&str], to: &str) -> Minted {
    let cert = Cert::bare("Example Responder").key(Key::P384(3)).valid("2026-10-01", to);
    let cert = cert.extension(KEY_USAGE, true, key_usage(crate::support::mint::DIGITAL_SIGNATURE)).without(AIA);
    let cert = if purposes.is_empty() { cert } else { cert.extension(EXTENDED_KEY_USAGE, false, oids(purposes)) };
    cert.issued_by(&intermediate())
}

fn delegated(by: &Minted, answer: Answer) -> Ocsp {
    Ocsp::by(by).about(&leaf(), &intermediate(), answer).with(by)
}

fn revoked_by_answer() -> Vec<Case> {
    let by = responder(&[OCSP_SIGNING], "2026-12-31");
    vec![
        with("good", "ocsp.der", about(Answer::Good).der()),
        with("good, by key hash and SHA-256", "ocsp.der", about(Answer::Good).by_key().sha256().der()),
        with("revoked", "ocsp.der", about(Answer::Revoked("2026-11-02", Some(4))).der()),
        with("revoked without a reason", "ocsp.der", about(Answer::Revoked("2026-11-02", None)).der()),
        with("good, by a responder of the CA", "ocsp.der", delegated(&by, Answer::Good).der()),
        with(
            "revoked, by a responder of the CA",
            "ocsp.der",
            delegated(&by, Answer::Revoked("2026-11-02", Some(1))).by_key().der(),
        ),
    ]
}

/// A list of other CAs' certificates, and the leaf is on it.
fn indirect(by: &Minted) -> Vec<u8> {
    let of_issuer = sequence([sequence([
        oid("2.5.29.29"),
        tlv(0x01, [0xff]),
        octets(sequence([explicit(4, &intermediate().name)])),
    ])]);
    let serial = tlv(0x02, crate::support::objects::serial(&leaf()));
    Crl::of(by)
        .extension(ISSUING_DISTRIBUTION_POINT, true, sequence([implicit(4, [0xff])]))
        .with_raw_entry(sequence([serial, crate::support::mint::time("2026-11-01"), of_issuer]))
        .der()
}

fn list_flaws() -> Vec<Case> {
    let stranger = Cert::ca("Other CA").key(Key::P256(50)).self_signed();
    let namesake = Cert::ca("Example CA").key(Key::P256(51)).self_signed();
    let no_lists = Cert::ca("Example CA").key(Key::P256(92)).valid("2005-01-01", "2039-12-31T23:59:59Z");
    let no_lists = no_lists.extension(KEY_USAGE, true, key_usage(crate::support::mint::KEY_CERT_SIGN));
    let no_lists = no_lists.issued_by(&root());
    let chain = bundle(&[&good().issued_by(&no_lists), &no_lists, &root()]);
    let rsa =
        Cert::ca("Example CA").key(Key::Rsa2048(2)).valid("2005-01-01", "2039-12-31T23:59:59Z").issued_by(&root());
    let md5_chain = bundle(&[&good().issued_by(&rsa), &rsa, &root()]);
    let server = Cert::bare("Example CA").key(Key::P256(52)).issued_by(&stranger);
    vec![
        with("run out", "ca.crl", list().dated("2026-10-01", "2026-10-08").der()),
        with("from the future", "ca.crl", list().dated("2026-12-24", "2026-12-31").der()),
        with("of another CA", "ca.crl", Crl::of(&stranger).der()),
        with("of another CA with the same name", "ca.crl", Crl::of(&namesake).der()),
        with("a turned bit", "ca.crl", list().spoil().der()),
        with(
            "revoked by a list with a turned bit",
            "ca.crl",
            list().revoking(&leaf(), "2026-11-02", Some(1)).spoil().der(),
        ),
        Case::new("signed with MD5", md5_chain).file("ca.crl", Crl::of(&rsa).signing(Signing::Md5).der()),
        Case::new("by a CA that may not sign lists", chain).file("ca.crl", Crl::of(&no_lists).der()),
        Case::new("the issuer is not here", leaf().pem()).file("ca.crl", list().der()),
        Case::empty("alone").file("ca.crl", list().der()),
        // Three that bear the right name, or none at all: nothing is proved by them.
        with(
            "revoked by a CA of the same name",
            "ca.crl",
            Crl::of(&namesake).revoking(&leaf(), "2026-11-02", Some(1)).der(),
        )
        .file("namesake.pem", namesake.pem()),
        with("good by a CA of the same name", "ca.crl", Crl::of(&namesake).der()).file("namesake.pem", namesake.pem()),
        with(
            "revoked by a server of the same name",
            "ca.crl",
            Crl::of(&server).revoking(&leaf(), "2026-11-02", Some(1)).der(),
        )
        .file("server.pem", server.pem()),
        with("revoked by a stranger's indirect list", "evil.crl", indirect(&stranger))
            .file("stranger.pem", stranger.pem()),
        Case::new("revoked by the indirect list that the certificate names", {
            let point = sequence([explicit(2, explicit(4, &stranger.name))]);
            let leaf = good().extension(CRL_DISTRIBUTION_POINTS, false, sequence([point])).issued_by(&intermediate());
            bundle(&[&leaf, &intermediate(), &root()])
        })
        .file("indirect.crl", indirect(&stranger))
        .file("stranger.pem", stranger.pem()),
        with(
            "an unknown critical extension",
            "ca.crl",
            list().revoking(&leaf(), "2026-11-02", Some(1)).extension("1.2.3.4", true, octets("?")).der(),
        ),
        with("an entry with an unknown critical extension", "ca.crl", {
            let unknown = sequence([sequence([oid("1.2.3.5"), tlv(0x01, [0xff]), octets("?")])]);
            let entry = sequence([tlv(0x02, [0x77]), crate::support::mint::time("2026-11-01"), unknown]);
            list().with_raw_entry(entry).der()
        }),
        with("without an end", "ca.crl", list().without_end().der()),
        with("some reasons only", "ca.crl", {
            list().extension(ISSUING_DISTRIBUTION_POINT, true, sequence([implicit(3, [6, 0x40])])).der()
        }),
        with("cut off", "ca.crl", &list().revoking(&leaf(), "2026-11-02", Some(1)).der()[..200]),
    ]
}

fn answer_flaws() -> Vec<Case> {
    let other = Cert::server(&["other.example.com"]).issued_by(&intermediate());
    let no_purpose = responder(&[], "2026-12-31");
    let run_out = responder(&[OCSP_SIGNING], "2026-10-31");
    let stranger = Cert::bare("Example Responder")
        .key(Key::P384(4))
        .extension(EXTENDED_KEY_USAGE, false, oids(&[OCSP_SIGNING]))
        .self_signed();
    vec![
        with("run out", "ocsp.der", about(Answer::Good).dated("2026-10-01", "2026-10-08").der()),
        with("from the future", "ocsp.der", about(Answer::Good).dated("2026-12-24", "2026-12-31").der()),
        with(
            "about another certificate",
            "ocsp.der",
            Ocsp::by(&intermediate()).about(&other, &intermediate(), Answer::Good).der(),
        ),
        with(
            "an answer about another certificate has run out",
            "ocsp.der",
            about(Answer::Good)
                .and(
                    &Ocsp::by(&intermediate())
                        .about(&other, &intermediate(), Answer::Good)
                        .dated("2026-10-01", "2026-10-08"),
                )
                .der(),
        ),
        with("revoked in the sixth answer", "ocsp.der", {
            let of_others = (0..5).fold(Ocsp::by(&intermediate()), |ocsp, number| {
                let other = Cert::server(&["other.example.com"]).serial(&[0x40 + number]).issued_by(&intermediate());
                ocsp.about(&other, &intermediate(), Answer::Good)
            });
            of_others.about(&leaf(), &intermediate(), Answer::Revoked("2026-11-02", Some(1))).der()
        }),
        with("eleven days old", "ocsp.der", about(Answer::Good).dated("2026-11-09", "2027-11-09").der()),
        with("of October, without an end", "ocsp.der", about(Answer::Good).dated("2026-10-09", "").der()),
        with("unknown", "ocsp.der", about(Answer::Unknown).der()),
        with("a turned bit", "ocsp.der", about(Answer::Good).spoil().der()),
        with("a responder without the purpose", "ocsp.der", delegated(&no_purpose, Answer::Good).der()),
        with("a responder whose certificate has run out", "ocsp.der", delegated(&run_out, Answer::Good).der()),
        with(
            "a responder of its own making",
            "ocsp.der",
            delegated(&stranger, Answer::Revoked("2026-11-02", None)).der(),
        ),
        with(
            "a responder that is not here",
            "ocsp.der",
            Ocsp::by(&stranger).about(&leaf(), &intermediate(), Answer::Good).der(),
        ),
        with("no answer: try later", "ocsp.der", no_answer(3)),
        with("no answer: unauthorized", "ocsp.der", no_answer(6)),
        Case::new("the issuer is not here", leaf().pem()).file("ocsp.der", about(Answer::Good).der()),
    ]
}
