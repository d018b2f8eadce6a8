use serde::{Deserialize, Serialize};

macro_rules! formats {
    ($($(#[$meaning:meta])* $name:ident = $id:literal, $file:literal, $key:literal, $password:ident;)*) => {
        /// A kind of file that can be made of what was inspected.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
        pub enum FileFormat { $($(#[$meaning])* #[serde(rename = $id)] $name),* }

        impl FileFormat {
            /// Every format, in the order in which they are offered.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// What a terminal and scripts call it.
            pub const fn id(self) -> &'static str {
                match self { $(Self::$name => $id),* }
            }

            /// The name of its file; where a format makes several, of the first.
            pub const fn file_name(self) -> &'static str {
                match self { $(Self::$name => $file),* }
            }

            /// Whether it holds the private key.
            pub const fn needs_key(self) -> bool {
                match self { $(Self::$name => $key),* }
            }

            /// What it does with a password.
            pub const fn password(self) -> PasswordUse {
                match self { $(Self::$name => PasswordUse::$password),* }
            }
        }
    };
}

/// What a format does with a password.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PasswordUse {
    /// Nothing.
    Never,
    /// Locks the private key, where one is given.
    Optional,
    /// It can not be without one.
    Required,
}

formats! {
    /// The server certificate and its issuers, as servers take them.
    Pem = "pem", "fullchain.pem", false, Never;
    /// The issuers alone.
    Chain = "chain", "chain.pem", false, Never;
    /// The server certificate alone.
    Certificate = "cert", "cert.pem", false, Never;
    /// The server certificate in binary.
    Der = "der", "cert.der", false, Never;
    /// All certificates, no key: Windows and Tomcat import it (RFC 2315).
    P7b = "p7b", "chain.p7b", false, Never;
    /// The same as text, which many CAs send.
    P7bPem = "p7b-pem", "chain.pem.p7b", false, Never;
    /// The key as PKCS#8.
    Pkcs8 = "pkcs8", "privkey.pem", true, Optional;
    /// The key as PKCS#8 in binary.
    Pkcs8Der = "pkcs8-der", "privkey.der", true, Optional;
    /// The key as PKCS#8, its password made costly to guess by scrypt in place of PBKDF2.
    Pkcs8Scrypt = "pkcs8-scrypt", "privkey.scrypt.pem", true, Required;
    /// An RSA key as PKCS#1, which several cloud consoles want. Its old encryption is weak, so it is never locked.
    Pkcs1 = "pkcs1", "privkey.rsa.pem", true, Never;
    /// An EC key as SEC 1; never locked, like PKCS#1.
    Sec1 = "sec1", "privkey.ec.pem", true, Never;
    /// Certificates and key in one file, AES-256 and SHA-256 (RFC 7292).
    Pfx = "pfx", "certificate.pfx", true, Required;
    /// The same with 3DES and SHA-1, which Windows Server 2016 and older read.
    PfxLegacy = "pfx-legacy", "certificate.legacy.pfx", true, Required;
    /// A Java key store.
    Jks = "jks", "keystore.jks", true, Required;
    /// A Kubernetes Secret of the type kubernetes.io/tls.
    KubernetesSecret = "k8s-secret", "tls-secret.yaml", true, Never;
    /// The fields of AWS Certificate Manager's import.
    Aws = "aws", "aws-certificate.pem", true, Never;
    /// The fields of Tencent Cloud's upload.
    Tencent = "tencent", "tencent-certificate.pem", true, Never;
    /// The fields of Alibaba Cloud's upload.
    Alibaba = "alibaba", "alibaba-certificate.pem", true, Never;
    /// The fields of Huawei Cloud's upload.
    Huawei = "huawei", "huawei-certificate.pem", true, Never;
    /// The public key's SHA-256 in base64, as apps pin it (RFC 7469 §2.4).
    SpkiPin = "spki-pin", "spki-pin.txt", false, Never;
    /// A DANE record (RFC 6698).
    Tlsa = "tlsa", "tlsa.txt", false, Never;
    /// The report.
    Json = "json", "report.json", false, Never;
    /// The report for a ticket or a wiki.
    Markdown = "markdown", "report.md", false, Never;
    /// The report for people, to be read, printed or passed on.
    Html = "html", "report.html", false, Never;
    /// Every field, as `openssl x509 -text` shows it.
    Text = "text", "certificate.txt", false, Never;
    /// All of it in one archive.
    Zip = "zip", "certificate.zip", false, Optional;
}

impl FileFormat {
    /// The format of an identifier.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|format| format.id() == id)
    }
}

/// A kind of key that can be made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "their names say it")]
pub enum KeyChoice {
    #[default]
    P256,
    P384,
    Ed25519,
    Rsa2048,
    Rsa3072,
    Rsa4096,
}

impl KeyChoice {
    /// Every kind, the best known first.
    pub const ALL: [Self; 6] = [Self::P256, Self::Rsa2048, Self::P384, Self::Rsa3072, Self::Rsa4096, Self::Ed25519];

    /// What a terminal and scripts call it.
    pub const fn id(self) -> &'static str {
        match self {
            Self::P256 => "p256",
            Self::P384 => "p384",
            Self::Ed25519 => "ed25519",
            Self::Rsa2048 => "rsa2048",
            Self::Rsa3072 => "rsa3072",
            Self::Rsa4096 => "rsa4096",
        }
    }

    /// What people call it.
    pub const fn title(self) -> &'static str {
        match self {
            Self::P256 => "EC P-256",
            Self::P384 => "EC P-384",
            Self::Ed25519 => "Ed25519",
            Self::Rsa2048 => "RSA 2048",
            Self::Rsa3072 => "RSA 3072",
            Self::Rsa4096 => "RSA 4096",
        }
    }

    /// The kind of an identifier.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.id() == id)
    }
}
