//! OpenLDAP, of Debian 12. What is written is a change to a configuration that is in the server already.

use super::*;

pub static PROGRAM: Program = Program {
    target: "openldap-gnutls",
    version: "2.5.13",
    library: "3.7.9",
    program: "slapd",
    package: "slapd",
    prepare,
    main,
    check: &["-Tt", "-u", "-F", "{folder}/slapd.d"],
    start: &["-d", "0", "-F", "{folder}/slapd.d", "-h", "ldap://127.0.0.1:{port}/"],
    ..PLAIN
};

fn prepare(folder: &Path) {
    std::fs::create_dir_all(folder.join("slapd.d")).expect("a folder");
    run(folder, "slapadd", &["-n", "0", "-F", "slapd.d", "-l", "main.conf"]);
    let ours = std::fs::read_dir(folder).expect("a folder").flatten().map(|entry| entry.path());
    for change in ours.filter(|path| path.extension().is_some_and(|end| end == "ldif")) {
        run(folder, "slapmodify", &["-n", "0", "-F", "slapd.d", "-l", change.to_str().expect("plain")]);
    }
}

fn main(_: &Main) -> String {
    "dn: cn=config\nobjectClass: olcGlobal\ncn: config\n\ndn: olcDatabase={0}config,cn=config\n\
     objectClass: olcDatabaseConfig\nolcDatabase: {0}config\n"
        .to_owned()
}
