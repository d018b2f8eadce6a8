mod support;
use certloupe::{
    engine::{crypto, read::read},
    report::Source,
};
use support::mint::*;
#[test]
fn smoke() {
    let root = Cert::ca("R").key(Key::Rsa2048(1)).self_signed();
    let leaf = Cert::server(&["a.example.com"]).key(Key::P256(9)).issued_by(&root);
    let m = read(&[Source {
        name: String::new(),
        bytes: format!("{}{}", bundle(&[&leaf, &root]), leaf.key_pem()).into_bytes(),
    }]);
    println!("{m:#?}");
    let (l, r) = (&m.certificates[0], &m.certificates[1]);
    assert_eq!(
        crypto::verify(
            l.signature_algorithm.scheme,
            &r.public_key,
            r.bytes(&r.public_key.spki),
            l.bytes(&l.tbs),
            l.bytes(&l.signature)
        ),
        crypto::Verification::Valid
    );
    println!("{:?}", certloupe::engine::keys::summaries(&m));
}
