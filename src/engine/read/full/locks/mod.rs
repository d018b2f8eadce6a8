//! What is locked with a password: how (`scheme`), the key from the password (`kdf`), the cipher (`cipher`), and which of
//! the passwords fits (`keyring`). The algorithms are RustCrypto's; their parameters are read here and not by `pkcs5`,
//! which knows neither PBES1 nor PKCS#12's own schemes, and spends the rounds before it tells how many there are.

mod cipher;
mod kdf;
mod keyring;
mod scheme;

pub(super) use cipher::Cipher;
pub(super) use kdf::{Encoding, Hash, Kdf, Usage};
pub(super) use keyring::{Cost, Keyring, Shut};
pub(super) use scheme::{Refusal, Scheme, mac_kdf};
