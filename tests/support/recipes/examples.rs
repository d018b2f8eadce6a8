//! The examples that the page offers, `www/examples/<name>.pem`, and the root that it trusts for them.

use crate::support::mint::{Cert, Key, Minted, bundle};

/// File names without ending, and contents.
pub fn all() -> Vec<(&'static str, String)> {
    let house = House::new();
    let shop = Cert::server(&["shop.example.com", "www.shop.example.com"]).key(Key::Rsa2048(1));
    let good = shop.clone().issued_by(&house.issuer);
    let expired = shop.valid("2026-05-01", "2026-07-29T23:59:59Z").issued_by(&house.issuer);
    vec![
        ("good", house.chain(&good) + &good.key_pem()),
        ("wrong-order", bundle(&[&house.root, &house.issuer, &good])),
        ("leaf-only", good.pem()),
        ("wrong-file", bundle(&[&house.issuer, &house.root]) + &good.key_pem()),
        ("expired", house.chain(&expired)),
        ("foreign-key", house.chain(&good) + &house.stranger.key_pem()),
        ("hostile", house.chain(&hostile(&house))),
        ("root", house.root.pem()),
    ]
}

/// Names that would like to be markup, commands, or somebody else.
fn hostile(house: &House) -> Minted {
    let names = [
        "shop.example.com",
        "<img src=x onerror=alert(1)>.example.com",
        "\u{202e}moc.elpmaxe.pohs",
        "shop\u{200b}.example.com",
        "a\";} location / { return 200 pwned; } #.example.com",
        "${jndi}.example.com",
        "line\nbreak.example.com",
    ];
    Cert::server(&names)
        .subject(&[("2.5.4.3", "<script>alert('shop')</script>"), ("2.5.4.10", "\u{202e}detimiL elpmaxE")])
        .key(Key::P256(23))
        .issued_by(&house.issuer)
}

/// An invented CA.
struct House {
    root: Minted,
    issuer: Minted,
    stranger: Minted,
}

impl House {
    fn new() -> Self {
        let root = Cert::ca("Example Root X1").key(Key::Rsa2048(2)).self_signed();
        let issuer = Cert::ca("Example TLS CA 3")
            .valid("2024-01-01", "2029-12-31")
            .key(Key::P256(21))
            .path_length(0)
            .issued_by(&root);
        let stranger = Cert::server(&["other.example.com"]).key(Key::P256(22)).issued_by(&issuer);
        Self { root, issuer, stranger }
    }

    /// The whole chain, with the root: nobody has it in a store.
    fn chain(&self, leaf: &Minted) -> String {
        bundle(&[leaf, &self.issuer, &self.root])
    }
}
