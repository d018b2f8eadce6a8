use aes::{Aes128, Aes192, Aes256};
use cbc::cipher::{BlockCipherDecrypt, BlockModeDecrypt, InnerIvInit, KeyInit, block_padding::Pkcs7};
use des::{Des, TdesEde3};
use rc2::Rc2;
use zeroize::Zeroizing;

/// A cipher in CBC mode with PKCS#7 padding: what locked keys and containers are in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum Cipher {
    Aes128,
    Aes192,
    Aes256,
    Des,
    /// With three keys, or with two of which the first comes again.
    TripleDes,
    /// With a key of so many effective bits (RFC 2268 §2).
    Rc2(u16),
}

impl Cipher {
    /// Bytes of its key, unless its parameters say otherwise.
    pub(in super::super) const fn key_length(self) -> usize {
        match self {
            Self::Des => 8,
            Self::Aes128 => 16,
            Self::Aes192 | Self::TripleDes => 24,
            Self::Aes256 => 32,
            Self::Rc2(bits) => (bits as usize).div_ceil(8),
        }
    }

    /// Whether it takes a key of so many bytes.
    pub(in super::super) const fn takes_key(self, length: usize) -> bool {
        match self {
            Self::TripleDes => matches!(length, 16 | 24),
            // More bits than RC2 has are no RC2.
            Self::Rc2(bits) => matches!(length, 1..=128) && matches!(bits, 1..=1024),
            _ => length == self.key_length(),
        }
    }

    /// Bytes of its first block.
    pub(in super::super) const fn block_length(self) -> usize {
        match self {
            Self::Aes128 | Self::Aes192 | Self::Aes256 => 16,
            Self::Des | Self::TripleDes | Self::Rc2(_) => 8,
        }
    }

    /// Decrypts; none where the padding is wrong, which a wrong key makes of it in 255 of 256 cases.
    pub(in super::super) fn decrypt(self, key: &[u8], iv: &[u8], data: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
        match self {
            Self::Aes128 => cbc(Aes128::new_from_slice(key).ok()?, iv, data),
            Self::Aes192 => cbc(Aes192::new_from_slice(key).ok()?, iv, data),
            Self::Aes256 => cbc(Aes256::new_from_slice(key).ok()?, iv, data),
            Self::Des => cbc(Des::new_from_slice(key).ok()?, iv, data),
            Self::TripleDes => {
                let twice = |two: &[u8]| Zeroizing::new([two, two.get(..8).unwrap_or_default()].concat());
                let key = if key.len() == 16 { twice(key) } else { Zeroizing::new(key.to_vec()) };
                cbc(TdesEde3::new_from_slice(&key).ok()?, iv, data)
            }
            // Longer keys and more bits than RC2 has are no RC2.
            Self::Rc2(bits) if (1..=128).contains(&key.len()) && (1..=1024).contains(&bits) => {
                cbc(Rc2::new_with_eff_key_len(key, usize::from(bits)), iv, data)
            }
            Self::Rc2(_) => None,
        }
    }
}

fn cbc<C: BlockCipherDecrypt>(cipher: C, iv: &[u8], data: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    let mut buffer = Zeroizing::new(data.to_vec());
    let mode = cbc::Decryptor::inner_iv_slice_init(cipher, iv).ok()?;
    let length = mode.decrypt_padded::<Pkcs7>(&mut buffer).ok()?.len();
    buffer.truncate(length);
    Some(buffer)
}
