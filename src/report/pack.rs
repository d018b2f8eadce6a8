use serde::{Deserialize, Serialize};

/// A folder of a pack that has one for each kind of server: an archive, or a folder that was dropped.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PackFolder {
    /// Its path, with the archive that it lies in: what [`super::Options::folder`] takes.
    pub path: String,
    /// The server that its name speaks of, by its identifier; names only hint.
    pub server: Option<String>,
    /// What it holds.
    pub has: Vec<PackItem>,
    /// Whether its files count as the chain that was given.
    pub chosen: bool,
}

impl PackFolder {
    /// The last part of the path.
    pub fn name(&self) -> &str {
        self.path.rsplit(['/', '\\']).next().unwrap_or_default()
    }
}

/// What a folder of a pack may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PackItem {
    /// Server certificate and issuers in one file.
    FullChain,
    /// The server certificate by itself.
    Certificate,
    /// Issuers in a file of their own.
    Chain,
    /// A private key.
    PrivateKey,
    /// A certificate signing request.
    Csr,
    /// A PKCS#12 file.
    Pkcs12,
    /// A Java key store.
    Jks,
    /// The password of one of them.
    Password,
}
