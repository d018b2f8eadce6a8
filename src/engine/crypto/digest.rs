use super::super::x509::HashAlgorithm;
use sha1::Sha1;
use sha2::{Digest, Sha224, Sha256, Sha384, Sha512};

/// The hash of a message; none for the broken ones, which nobody should be able to verify any more.
pub(crate) fn digest(hash: HashAlgorithm, message: &[u8]) -> Option<Vec<u8>> {
    Some(match hash {
        HashAlgorithm::Md2 | HashAlgorithm::Md5 => return None,
        HashAlgorithm::Sha1 => Sha1::digest(message).to_vec(),
        HashAlgorithm::Sha224 => Sha224::digest(message).to_vec(),
        HashAlgorithm::Sha256 => Sha256::digest(message).to_vec(),
        HashAlgorithm::Sha384 => Sha384::digest(message).to_vec(),
        HashAlgorithm::Sha512 => Sha512::digest(message).to_vec(),
    })
}
