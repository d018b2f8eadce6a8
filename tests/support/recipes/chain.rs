//! Chains, right and wrong in every way that the CHN rules speak of.

mod hostile;
mod issuers;
mod links;
mod members;
mod trusted;

use super::CaseFile;
use crate::support::mint::{Cert, Key, Minted, bundle};

/// The case files of this family.
pub fn files() -> Vec<CaseFile> {
    [members::files(), links::files(), issuers::files(), hostile::files(), trusted::files()].concat()
}

/// A private PKI of three, as most cases need it.
struct Pki {
    root: Minted,
    ca: Minted,
    leaf: Minted,
}

fn root() -> Cert {
    Cert::ca("Chain Root").key(Key::P256(10))
}

fn ca() -> Cert {
    Cert::ca("Chain CA").key(Key::P256(11))
}

fn leaf() -> Cert {
    Cert::server(&["www.example.com"]).key(Key::P256(12))
}

fn pki() -> Pki {
    pki_of(root(), ca(), leaf())
}

fn pki_of(root: Cert, ca: Cert, leaf: Cert) -> Pki {
    let root = root.self_signed();
    let ca = ca.issued_by(&root);
    let leaf = leaf.issued_by(&ca);
    Pki { root, ca, leaf }
}

/// As before 1996: no extensions.
fn version_1(cert: Cert) -> Cert {
    Cert { extensions: Vec::new(), ..cert.version(1) }
}

impl Pki {
    /// Leaf, CA, root, one after the other.
    fn text(&self) -> String {
        bundle(&[&self.leaf, &self.ca, &self.root])
    }
}

/// A bearer of a public root's name and key id, with a key of our own: chains can end below it by their claims, and
/// no signature of the real root is needed. Only its children are ever written.
fn in_the_name_of(common_name: &str) -> Minted {
    let parsed = webpki_root_certs::TLS_SERVER_ROOT_CERTS
        .iter()
        .map(|der| x509_parser::parse_x509_certificate(der).unwrap().1)
        .find(|root| root.subject().iter_common_name().any(|name| name.as_str() == Ok(common_name)))
        .unwrap_or_else(|| panic!("{common_name} is no public root"));
    let key_id = parsed.extensions().iter().find_map(|extension| match extension.parsed_extension() {
        x509_parser::extensions::ParsedExtension::SubjectKeyIdentifier(id) => Some(id.0.to_vec()),
        _ => None,
    });
    let mut bearer = Cert::ca(common_name).key(Key::P256(90)).self_signed();
    bearer.name = parsed.subject().as_raw().to_vec();
    bearer.key_id = key_id.expect("a public root has a key id");
    bearer
}
