//! What is this input? One file per format, one table that lists them; judgement happens elsewhere.
//!
//! A source is asked three questions: is it a binary structure (`format`); does it hold PEM
//! (`pem`); is it base64 without its BEGIN (`bare`). Where all fail, what was done to the text on its way is undone
//! (`salvage`). Error messages and what articles tell are remembered (`symptoms`, `claims`); what is none of these gets a
//! name (`other`).

#[cfg(feature = "engine")]
mod anchors;
#[cfg(feature = "engine")]
mod bare;
mod base64;
#[cfg(feature = "engine")]
mod body;
#[cfg(feature = "engine")]
mod claims;
mod clean;
#[cfg(feature = "engine")]
mod collector;
#[cfg(feature = "engine")]
mod configuration;
#[cfg(feature = "engine")]
mod format;
#[cfg(feature = "engine")]
mod formats;
#[cfg(feature = "full")]
mod full;
#[cfg(feature = "engine")]
mod marker;
mod material;
#[cfg(feature = "engine")]
mod other;
#[cfg(feature = "engine")]
mod pace;
#[cfg(feature = "full")]
mod passwords;
#[cfg(feature = "engine")]
mod pem;
mod private_key;
#[cfg(not(feature = "full"))]
mod rare;
#[cfg(feature = "engine")]
mod salvage;
mod settings;
#[cfg(feature = "engine")]
mod shape;
#[cfg(feature = "engine")]
mod sources;
#[cfg(feature = "engine")]
mod ssh;
#[cfg(feature = "engine")]
mod symptoms;
mod text;
#[cfg(feature = "engine")]
mod unmarked;
mod virtual_host;

pub(super) use clean::read_clean;
#[cfg(feature = "full")]
pub use material::Revocation;
pub use material::{
    Damage, Given, LooksLike, Material, Problem, ProblemKind, PublicKeyGiven, Sloppiness, SshForm, SshKey, Symptom,
    Told,
};
pub use private_key::{KeyKind, KeyMaterial, PrivateKey};
pub use settings::{Server, Setting, SettingKind};
#[cfg(feature = "engine")]
pub use sources::{read, read_with};
#[cfg(feature = "engine")]
pub use symptoms::known as known_symptoms;
pub(super) use text::Text;
pub use virtual_host::VirtualHost;
