//! A root, an intermediate and server certificates, minted by the real `openssl`.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

/// The folder of this run.
pub fn scratch() -> &'static Path {
    static FOLDER: OnceLock<PathBuf> = OnceLock::new();
    FOLDER.get_or_init(|| {
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(env!("CARGO_CRATE_NAME"));
        // Servers started by root read pages as another user: a checkout below /root is closed to them.
        let folder = if is_open(&folder) {
            folder
        } else {
            std::env::temp_dir().join(concat!("certloupe-", env!("CARGO_CRATE_NAME")))
        };
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(&folder).expect("the test's folder can be made");
        folder
    })
}

fn is_open(folder: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    folder.ancestors().filter_map(|part| part.metadata().ok()).all(|part| part.permissions().mode() & 0o001 != 0)
}

/// Runs a program in a folder; panics with its words when it fails.
pub fn run(folder: &Path, program: &str, arguments: &[&str]) -> String {
    let output = Command::new(program).args(arguments).current_dir(folder).output();
    let output =
        output.unwrap_or_else(|error| panic!("{program}: {error}; install it with `apt-get install {program}`"));
    let said = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{program} {arguments:?}: {said}");
    said
}

/// The kinds of key that configurations differ by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    Rsa,
    Ecdsa,
}

impl Key {
    pub const ALL: [Self; 2] = [Self::Rsa, Self::Ecdsa];
}

/// The authorities, and the two keys that every server certificate of the run is for.
pub struct Pki {
    folder: PathBuf,
}

/// A server certificate with its chain and key as files of a folder: `fullchain.pem`, `cert.pem`, `chain.pem`,
/// `privkey.pem`.
pub struct Leaf {
    pub folder: PathBuf,
    pub key: Key,
}

const AUTHORITY: &str =
    "basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign,cRLSign\nsubjectKeyIdentifier=hash\n";

impl Pki {
    /// The one of this run.
    pub fn get() -> &'static Self {
        static PKI: OnceLock<Pki> = OnceLock::new();
        PKI.get_or_init(Self::mint)
    }

    fn mint() -> Self {
        let folder = scratch().join("pki");
        std::fs::create_dir_all(&folder).expect("a folder");
        let openssl = |line: &str| run(&folder, "openssl", &line.split(' ').collect::<Vec<_>>());
        std::fs::write(folder.join("authority.cnf"), AUTHORITY).expect("written");
        for name in ["root", "intermediate", "rsa"] {
            openssl(&format!("genpkey -quiet -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out {name}.key"));
        }
        openssl("genpkey -quiet -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out ecdsa.key");
        openssl("req -new -key root.key -subj /CN=Root -out root.csr");
        openssl("x509 -req -in root.csr -signkey root.key -days 30 -extfile authority.cnf -out root.pem");
        openssl("req -new -key intermediate.key -subj /CN=Intermediate -out intermediate.csr");
        openssl(
            "x509 -req -in intermediate.csr -CA root.pem -CAkey root.key -CAcreateserial -days 30 -extfile authority.cnf -out intermediate.pem",
        );
        Self { folder }
    }

    /// The root, which clients trust.
    pub fn root(&self) -> PathBuf {
        self.folder.join("root.pem")
    }

    /// The intermediate's certificate and key, for who answers for it.
    pub fn intermediate(&self) -> (PathBuf, PathBuf) {
        (self.folder.join("intermediate.pem"), self.folder.join("intermediate.key"))
    }

    /// A client's certificate and key, signed by the root itself.
    pub fn client(&self, certificate: &Path, key: &Path) {
        std::fs::copy(self.folder.join("ecdsa.key"), key).expect("copied");
        let (key, certificate) = (key.display(), certificate.display());
        let openssl = |line: &str| run(&self.folder, "openssl", &line.split(' ').collect::<Vec<_>>());
        openssl(&format!("req -new -key {key} -subj /CN=client -out {certificate}.csr"));
        openssl(&format!("x509 -req -in {certificate}.csr -CA root.pem -CAkey root.key -days 20 -out {certificate}"));
    }

    /// A server certificate. The names go in as they are, whatever bytes they hold.
    pub fn leaf(&self, label: &str, key: Key, names: &[&str], ocsp: &[&str]) -> Leaf {
        self.leaf_for(20, label, key, names, ocsp)
    }

    /// The same for so many days; it has expired where they are below zero.
    pub fn leaf_for(&self, days: i32, label: &str, key: Key, names: &[&str], ocsp: &[&str]) -> Leaf {
        let folder = self.folder.join(format!("{label}-{key:?}"));
        std::fs::create_dir_all(&folder).expect("a folder");
        let mut extensions = format!(
            "basicConstraints=critical,CA:FALSE\nkeyUsage=critical,digitalSignature,keyEncipherment\n\
             extendedKeyUsage=serverAuth\nsubjectAltName=DER:{}\n",
            alternative_names(names)
        );
        for address in ocsp {
            let _ = writeln!(extensions, "authorityInfoAccess=OCSP;URI:{address}");
        }
        std::fs::write(folder.join("leaf.cnf"), extensions).expect("written");
        let key_file = if key == Key::Rsa { "rsa.key" } else { "ecdsa.key" };
        std::fs::copy(self.folder.join(key_file), folder.join("privkey.pem")).expect("copied");
        std::fs::copy(self.folder.join("intermediate.pem"), folder.join("chain.pem")).expect("copied");
        let openssl = |line: &str| run(&folder, "openssl", &line.split(' ').collect::<Vec<_>>());
        openssl("req -new -key privkey.pem -subj /CN=leaf -out leaf.csr");
        openssl(&format!(
            "x509 -req -in leaf.csr -CA ../intermediate.pem -CAkey ../intermediate.key -days {days} -extfile leaf.cnf -out cert.pem",
        ));
        let read = |name: &str| std::fs::read_to_string(folder.join(name)).expect("just written");
        std::fs::write(folder.join("fullchain.pem"), read("cert.pem") + &read("chain.pem")).expect("written");
        Leaf { folder, key }
    }
}

/// The value of the extension as hex: a sequence of dNSName [2] and iPAddress [7]. `openssl` can not be told to put
/// any byte into a name except in this way.
fn alternative_names(names: &[&str]) -> String {
    let mut entries = Vec::new();
    for name in names {
        let (tag, bytes) = match name.parse() {
            Ok(std::net::IpAddr::V4(address)) => (0x87, address.octets().to_vec()),
            Ok(std::net::IpAddr::V6(address)) => (0x87, address.octets().to_vec()),
            Err(_) => (0x82, name.as_bytes().to_vec()),
        };
        entries.extend(tlv(tag, &bytes));
    }
    tlv(0x30, &entries).iter().map(|byte| format!("{byte:02x}")).collect()
}

fn tlv(tag: u8, value: &[u8]) -> Vec<u8> {
    let length = value.len();
    let mut out = match length {
        0..=127 => vec![tag, length as u8],
        128..=255 => vec![tag, 0x81, length as u8],
        _ => vec![tag, 0x82, (length >> 8) as u8, length as u8],
    };
    out.extend_from_slice(value);
    out
}

/// The certificates of a PEM text, as base64 without line ends: equal exactly when the DER is equal.
pub fn certificates(pem: &str) -> Vec<String> {
    let blocks = pem.split("-----BEGIN CERTIFICATE-----").skip(1);
    blocks.filter_map(|block| Some(block.split_once("-----END")?.0.split_whitespace().collect())).collect()
}
