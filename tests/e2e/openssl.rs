//! OpenSSL's opinion of what the page gave out.

use std::{fs, path::Path, process::Command};

/// Whether a file is a chain as a server must send it: the first certificate good for the host, each certificate issued
/// by the next one, the root not among them.
pub fn is_chain(fullchain: &[u8], root: &str, host: &str, folder: &Path) -> Result<(), String> {
    fs::write(folder.join("fullchain.pem"), fullchain).unwrap();
    fs::write(folder.join("root.pem"), root).unwrap();
    // `verify` judges the first certificate of the file, as a client does, and may use the others.
    let verify = ["verify", "-x509_strict", "-purpose", "sslserver", "-verify_hostname", host];
    openssl(&[&verify[..], &["-CAfile", "root.pem", "-untrusted", "fullchain.pem", "fullchain.pem"]].concat(), folder)?;

    // A collection of certificates keeps their order.
    openssl(&["crl2pkcs7", "-nocrl", "-certfile", "fullchain.pem", "-out", "chain.p7b"], folder)?;
    let names = openssl(&["pkcs7", "-in", "chain.p7b", "-print_certs", "-noout"], folder)?;
    let named = |what: &str| -> Vec<String> {
        names.lines().filter_map(|line| Some(line.strip_prefix(what)?.trim().to_owned())).collect()
    };
    let (subjects, issuers) = (named("subject="), named("issuer="));
    let ordered = subjects.len() > 1 && subjects[1..] == issuers[..issuers.len() - 1];
    let rootless = subjects.iter().zip(&issuers).all(|(subject, issuer)| subject != issuer);
    if ordered && rootless { Ok(()) } else { Err(names) }
}

fn openssl(arguments: &[&str], folder: &Path) -> Result<String, String> {
    run("openssl", arguments, folder)
}

/// What a program says when it runs in a folder.
pub fn run(program: &str, arguments: &[&str], folder: &Path) -> Result<String, String> {
    let done = Command::new(program).args(arguments).current_dir(folder).output();
    let done = done.unwrap_or_else(|error| panic!("{program}: {error}"));
    let said = String::from_utf8_lossy(&done.stdout).into_owned() + &String::from_utf8_lossy(&done.stderr);
    if done.status.success() { Ok(said) } else { Err(format!("{program} {arguments:?}: {said}")) }
}
