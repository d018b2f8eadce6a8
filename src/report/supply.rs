use serde::{Deserialize, Serialize};

/// A file of the supply: certificates that come with the program and are loaded when they are needed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SupplyFile {
    /// Its name in the supply's folder, as [`Chain::wanted`](super::Chain::wanted) asks for it.
    pub name: String,
    /// Its content; empty where the supply has no such file.
    #[serde(with = "serde_bytes")]
    pub bytes: Vec<u8>,
}
