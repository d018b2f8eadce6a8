//! What consoles and CAs give: their packs with the names that they really have, minted anew.
//! One file a vendor; sources stand in `src/engine/rules/input/file_name.rs` and `src/engine/packs.rs`.

use super::CaseFile;
use super::issued::{good, intermediate, root};
use crate::support::{
    case_file::Case,
    der::{bits, integer, oid, sequence},
    jks::jks,
    mint::{Cert, Key, Minted, Signing, bundle, pem_block},
    pfx::pfx,
    zip::Zip,
};

/// The case files of this family.
pub fn files() -> Vec<CaseFile> {
    vec![
        ("tencent", tencent()),
        ("tencent_old", tencent_old()),
        ("alibaba", alibaba()),
        ("huawei", huawei()),
        ("others_in_china", others_in_china()),
        ("clients", clients()),
        ("certificate_authorities", certificate_authorities()),
    ]
}

const PASSWORD: &str = "k3y-5tore";

/// What a console has to pack.
struct Pack {
    leaf: Minted,
    issuer: Minted,
}

impl Pack {
    fn new() -> Self {
        let issuer = intermediate();
        Self { leaf: good().key(Key::Rsa2048(1)).issued_by(&issuer), issuer }
    }

    fn full(&self) -> String {
        bundle(&[&self.leaf, &self.issuer])
    }

    fn leaf(&self) -> String {
        self.leaf.pem()
    }

    fn chain(&self) -> String {
        self.issuer.pem()
    }

    fn key(&self) -> String {
        self.leaf.key_pem()
    }

    fn csr(&self) -> String {
        let key = self.leaf.key;
        let info = sequence([integer(0), sequence([]), key.spki(), vec![0xa0, 0]]);
        let signature = bits(key.sign(Signing::Usual, &info));
        let algorithm = sequence([oid("1.2.840.113549.1.1.11"), vec![5, 0]]);
        pem_block("CERTIFICATE REQUEST", &sequence([info, algorithm, signature]))
    }

    fn pfx(&self) -> Vec<u8> {
        pfx(PASSWORD, &self.leaf, &[&self.issuer])
    }

    fn jks(&self) -> Vec<u8> {
        jks(PASSWORD, "shop.example.com", &self.leaf, &[&self.issuer])
    }
}

fn case(name: &str) -> Case {
    Case::empty(name).understood()
}

/// One zip a kind of server, each with one folder.
fn tencent() -> Vec<Case> {
    let pack = Pack::new();
    let nginx = Zip::default()
        .folder("shop.example.com_nginx")
        .file("shop.example.com_nginx/shop.example.com_bundle.crt", pack.full())
        .file("shop.example.com_nginx/shop.example.com_bundle.pem", pack.full())
        .file("shop.example.com_nginx/shop.example.com.key", pack.key())
        .file("shop.example.com_nginx/shop.example.com.csr", pack.csr())
        .bytes();
    let apache = Zip::default()
        .file("shop.example.com_apache/root_bundle.crt", pack.chain())
        .file("shop.example.com_apache/shop.example.com.crt", pack.leaf())
        .file("shop.example.com_apache/shop.example.com.key", pack.key())
        .file("shop.example.com_apache/shop.example.com.csr", pack.csr())
        .bytes();
    let tomcat = Zip::default()
        .file("shop.example.com_tomcat/shop.example.com.jks", pack.jks())
        .file("shop.example.com_tomcat/keystorePass.txt", PASSWORD)
        .bytes();
    let iis = Zip::default()
        .file("shop.example.com_iis/shop.example.com.pfx", pack.pfx())
        .file("shop.example.com_iis/keystorePass.txt", format!("\u{feff}{PASSWORD}\r\n"))
        .bytes();
    let named = |kind: &str| format!("shop.example.com_{kind}.zip");
    vec![
        case("nginx").file(&named("nginx"), &nginx),
        case("Apache").file(&named("apache"), &apache),
        case("Tomcat").file(&named("tomcat"), &tomcat),
        case("IIS").file(&named("iis"), &iis),
        case("all four")
            .file(&named("apache"), &apache)
            .file(&named("iis"), &iis)
            .file(&named("nginx"), &nginx)
            .file(&named("tomcat"), &tomcat),
    ]
}

/// One zip with four folders.
fn tencent_old() -> Vec<Case> {
    let pack = Pack::new();
    let zip = |certificate: &str| {
        Zip::default()
            .file("Apache/1_root_bundle.crt", pack.chain())
            .file(certificate, pack.leaf())
            .file("Apache/3_shop.example.com.key", pack.key())
            .file("IIS/keystorePass.txt", PASSWORD)
            .file("IIS/shop.example.com.pfx", pack.pfx())
            .file("Nginx/1_shop.example.com_bundle.crt", pack.full())
            .file("Nginx/2_shop.example.com.key", pack.key())
            .file("Tomcat/keystorePass.txt", PASSWORD)
            .file("Tomcat/shop.example.com.jks", pack.jks())
            .file("shop.example.com.csr", pack.csr())
            .bytes()
    };
    let usual = zip("Apache/2_shop.example.com.crt");
    let name = "shop.example.com.zip";
    vec![
        case("nothing chosen").file(name, &usual),
        case("for Apache").file(name, &usual).target("apache"),
        case("for nginx").file(name, &usual).target("nginx"),
        case("the user's folder").file(name, &usual).target("nginx").folder("shop.example.com.zip/Apache"),
        case("a folder that is not there").file(name, &usual).folder("shop.example.com.zip/Lighttpd"),
        case("as of 2018").file(name, zip("Apache/2_shop.example.com_cert.crt")),
        case("the file of Apache alone, as people give it to nginx").file("2_shop.example.com.crt", pack.leaf()),
        case("unpacked and dropped as a folder")
            .file("shop/Apache/1_root_bundle.crt", pack.chain())
            .file("shop/Apache/2_shop.example.com.crt", pack.leaf())
            .file("shop/Apache/3_shop.example.com.key", pack.key())
            .file("shop/Nginx/1_shop.example.com_bundle.crt", pack.full())
            .file("shop/Nginx/2_shop.example.com.key", pack.key()),
    ]
}

fn alibaba() -> Vec<Case> {
    let pack = Pack::new();
    let named = |kind: &str| format!("3924292_shop.example.com_{kind}.zip");
    vec![
        case("nginx").file(
            &named("nginx"),
            Zip::default().file("shop.example.com.pem", pack.full()).file("shop.example.com.key", pack.key()).bytes(),
        ),
        case("Apache").file(
            &named("apache"),
            Zip::default()
                .file("3924292_shop.example.com_public.crt", pack.leaf())
                .file("3924292_shop.example.com_chain.crt", pack.chain())
                .file("3924292_shop.example.com.key", pack.key())
                .bytes(),
        ),
        case("Apache, the key without an ending").file(
            &named("apache"),
            Zip::default()
                .file("shop.example.com_chain.crt", pack.chain())
                .file("shop.example.com_key", pack.key())
                .file("shop.example.com_public.crt", pack.leaf())
                .bytes(),
        ),
        case("Tomcat").file(
            &named("tomcat"),
            Zip::default().file("shop.example.com.pfx", pack.pfx()).file("pfx-password.txt", PASSWORD).bytes(),
        ),
        case("JKS").file(
            &named("jks"),
            Zip::default().file("shop.example.com.jks", pack.jks()).file("jks-password.txt", PASSWORD).bytes(),
        ),
        case("IIS, renamed").file(
            &named("iis"),
            Zip::default().file("iis-shop.example.com.pfx", pack.pfx()).file("iis-pfx-password.txt", PASSWORD).bytes(),
        ),
        case("the root beside it")
            .file("shop.example.com.pem", pack.full())
            .file("shop.example.com.key", pack.key())
            .file("root.crt", root().pem()),
    ]
}

/// `server.crt` is a full chain in one pack and the certificate alone in another.
fn huawei() -> Vec<Case> {
    let pack = Pack::new();
    let nginx = Zip::default().file("server.crt", pack.full()).file("server.key", pack.key()).bytes();
    let apache = Zip::default()
        .file("server.crt", pack.leaf())
        .file("chain.crt", pack.chain())
        .file("server.key", pack.key())
        .bytes();
    let tomcat = Zip::default().file("server.jks", pack.jks()).file("keystorePass.txt", PASSWORD).bytes();
    let iis = Zip::default().file("server.pfx", pack.pfx()).file("keystorePass.txt", PASSWORD).bytes();
    let other = Zip::default()
        .file("server.pem", pack.leaf())
        .file("chain.pem", pack.chain())
        .file("server.key", pack.key())
        .bytes();
    let own = |files: &[(&str, String)]| {
        files.iter().fold(Zip::default(), |zip, (name, content)| zip.file(name, content)).bytes()
    };
    vec![
        case("nginx").file("scs1_nginx.zip", &nginx),
        case("Apache").file("scs1_apache.zip", &apache),
        case("Tomcat").file("scs1_tomcat.zip", &tomcat),
        case("IIS").file("scs1_iis.zip", &iis),
        case("other").file("scs1_other.zip", &other),
        case("a pack of packs").file(
            "scs1.zip",
            Zip::default()
                .stored("scs1_apache.zip", &apache)
                .stored("scs1_iis.zip", &iis)
                .stored("scs1_nginx.zip", &nginx)
                .stored("scs1_other.zip", &other)
                .stored("scs1_tomcat.zip", &tomcat)
                .bytes(),
        ),
        case("own request, nginx").file("scs1_nginx.zip", own(&[("server.crt", pack.full())])),
        case("own request, Apache")
            .file("scs1_apache.zip", own(&[("server.crt", pack.leaf()), ("chain.crt", pack.chain())])),
        case("own request, other")
            .file("scs1_other.zip", own(&[("cert.pem", pack.leaf()), ("chain.pem", pack.chain())])),
    ]
}

fn others_in_china() -> Vec<Case> {
    let pack = Pack::new();
    vec![
        case("Baidu Cloud").file(
            "shop.zip",
            Zip::default()
                .file("Apache/shop.crt", pack.leaf())
                .file("Apache/shop_chain.crt", pack.chain())
                .file("Apache/shop.key", pack.key())
                .file("Nginx/shop.crt", pack.full())
                .file("Nginx/shop.key", pack.key())
                .bytes(),
        ),
        case("FreeSSL").file(
            "shop.zip",
            Zip::default().file("full_chain.pem", pack.full()).file("private.key", pack.key()).bytes(),
        ),
        case("PandaSSL").file(
            "shop.zip",
            Zip::default().file("fullchain.pem", pack.full()).file("private.key", pack.key()).bytes(),
        ),
        case("certimate")
            .file("shop.zip", Zip::default().file("cert.pfx", pack.pfx()).file("pfx-password.txt", PASSWORD).bytes()),
        case("certimate, JKS")
            .file("shop.zip", Zip::default().file("cert.jks", pack.jks()).file("jks-password.txt", PASSWORD).bytes()),
    ]
}

fn clients() -> Vec<Case> {
    let pack = Pack::new();
    let certbot = |folder: &str| {
        case("certbot")
            .file(&format!("{folder}README"), "This directory contains your keys and certificates.\n")
            .file(&format!("{folder}cert.pem"), pack.leaf())
            .file(&format!("{folder}chain.pem"), pack.chain())
            .file(&format!("{folder}fullchain.pem"), pack.full())
            .file(&format!("{folder}privkey.pem"), pack.key())
    };
    let acme = |folder: &str| {
        case("acme.sh")
            .file(&format!("{folder}ca.cer"), pack.chain())
            .file(&format!("{folder}fullchain.cer"), pack.full())
            .file(&format!("{folder}shop.example.com.cer"), pack.leaf())
            .file(&format!("{folder}shop.example.com.conf"), "Le_Domain='shop.example.com'\n")
            .file(&format!("{folder}shop.example.com.csr"), pack.csr())
            .file(&format!("{folder}shop.example.com.key"), pack.key())
    };
    vec![
        certbot("shop.example.com/"),
        Case { name: "certbot, the classic mistake".to_owned(), ..case("").file("cert.pem", pack.leaf()) },
        acme("shop.example.com_ecc/"),
        case("acme.sh, the classic mistake").file("shop.example.com.cer", pack.leaf()),
    ]
}

fn certificate_authorities() -> Vec<Case> {
    let pack = Pack::new();
    // A root that an older one has signed: it stands in bundles as if it were an intermediate.
    let older = Cert::ca("Example Old Root").key(Key::P256(93)).valid("2000-01-01", "2038-12-31").self_signed();
    let crossed = Cert::ca("Example Root").key(Key::P256(91)).valid("2019-03-12", "2028-12-31").issued_by(&older);
    let zip = |files: &[(&str, String)]| {
        files.iter().fold(Zip::default(), |zip, (name, content)| zip.file(name, content)).bytes()
    };
    vec![
        case("ZeroSSL").file(
            "shop.example.com.zip",
            zip(&[("ca_bundle.crt", pack.chain()), ("certificate.crt", pack.leaf()), ("private.key", pack.key())]),
        ),
        case("GoDaddy, the bundle with a cross-signed root").file(
            "shop.example.com.zip",
            zip(&[
                ("4eb4c878bb5f36c1.crt", pack.leaf()),
                ("4eb4c878bb5f36c1.pem", pack.leaf()),
                ("gd_bundle-g2-g1.crt", pack.chain() + &crossed.pem()),
            ]),
        ),
        case("DigiCert").file(
            "shop_example_com.zip",
            zip(&[
                ("DigiCertCA.crt", pack.chain()),
                ("TrustedRoot.crt", root().pem()),
                ("star_shop_example_com.crt", pack.leaf()),
            ]),
        ),
        case("Sectigo, one file each").file(
            "shop.example.com.zip",
            zip(&[
                ("AAACertificateServices.crt", older.pem()),
                ("SectigoRSADomainValidationSecureServerCA.crt", pack.chain()),
                ("USERTrustRSAAAACA.crt", crossed.pem()),
                ("shop_example_com.crt", pack.leaf()),
            ]),
        ),
        case("Sectigo by a reseller")
            .file("shop.example.com.ca-bundle", pack.chain())
            .file("shop.example.com.crt", pack.leaf())
            .file("shop.example.com.key", pack.key()),
    ]
}
