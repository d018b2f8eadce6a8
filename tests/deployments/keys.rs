//! The private key.

use super::*;

/// A private key is only ever named, or read by the command that hands it over: no file of ours has it.
#[test]
fn keys_stay_in_their_file() {
    for target in TARGETS {
        let deployment = plain(target, &report(Key::Rsa, &["a.test"], &[]));
        assert!(!config(&deployment).contains("PRIVATE KEY"), "{}", target.id);
        // Windows takes both in one file.
        let named = ["privkey.pem", "certificate.pfx"].iter().any(|name| whole(&deployment).contains(name));
        assert!(named, "{} never says where the key goes", target.id);
    }
}
