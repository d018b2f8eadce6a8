//! What servers written in Java share: the names of JSSE, key stores, and how the old versions of TLS come back
//! (<https://docs.oracle.com/en/java/javase/17/security/java-secure-socket-extension-jsse-reference-guide.html>).

use crate::deploy::commands::{Access, Script};
use crate::deploy::files::Files;
use crate::deploy::guideline::Protocol;
use crate::deploy::plan::Plan;
use crate::deploy::syntax::{Plain, Word, properties, text};
use crate::report::message::RemarkMessage;

/// The password of key stores. Java wants one; who may read the file decides who has the key.
pub const PASSWORD: &str = "certloupe";
/// The entry in key stores.
pub const ALIAS: &str = "certloupe";
/// The key store.
pub const KEYSTORE: &str = "keystore.p12";
/// What gives Java the old versions back.
pub const SECURITY: &str = "legacy.security";

/// Java 17's own list less TLSv1 and TLSv1.1, and less what newer ones add against their suites.
const STILL_DISABLED: [&str; 12] = [
    "SSLv3,",
    "DTLSv1.0,",
    "RC4,",
    "DES,",
    "MD5withRSA,",
    "DH",
    "keySize",
    "<",
    "2048,",
    "3DES_EDE_CBC,",
    "anon,",
    "NULL",
];

/// Whether the plan asks for what Java has switched off for all its programs.
pub fn is_old(plan: &Plan) -> bool {
    plan.protocols.iter().any(|protocol| *protocol < Protocol::Tls12)
}

/// What is to be known of any server in Java.
pub fn remarks(plan: &Plan) -> Vec<RemarkMessage> {
    is_old(plan).then_some(RemarkMessage::JavaOldProtocols).into_iter().collect()
}

/// The file that gives Java the old versions back, where the plan asks for them.
pub fn security(plan: &Plan, files: &mut Files) {
    if is_old(plan) {
        files.conf(SECURITY.to_owned(), &properties::PROPERTIES, |conf| {
            conf.comment("Java's own list, less TLSv1 and TLSv1.1. It takes effect with this option of Java:");
            conf.comment("-Djava.security.properties= and the path of this file");
            conf.set("jdk.tls.disabledAlgorithms", STILL_DISABLED.map(Plain));
        });
    }
}

/// Puts that file beside the certificate.
pub fn install_security(plan: &Plan, script: &mut Script) {
    if is_old(plan) {
        script.put(SECURITY, text(plan.file(SECURITY)), Access::ALL);
    }
}

/// Makes the key store of the chain and the key, and puts it into the site's folder.
pub fn install_keystore(plan: &Plan, script: &mut Script, access: Access) {
    let (certificate, key) = match &plan.own_files {
        Some(own) => (text(&own.certificate), text(&own.key)),
        None => (text("fullchain.pem"), text("privkey.pem")),
    };
    let mut words: Vec<Word> = vec![Plain("openssl pkcs12 -export -in"), certificate, Plain("-inkey"), key];
    words.extend([Plain("-name"), Plain(ALIAS), Plain("-passout pass:certloupe -out"), Plain(KEYSTORE)]);
    script.renewing(|script| {
        script.install(words);
        script.folder(&plan.folder());
        script.put(KEYSTORE, text(plan.file(KEYSTORE)), access);
    });
}
