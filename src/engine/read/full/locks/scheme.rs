use super::super::super::super::x509::der::{Element, Fault, tag};
use super::keyring::Cost;
use super::{Cipher, Encoding, Hash, Kdf, Usage};
use zeroize::Zeroizing;

/// How something is locked: the key from the password, and the cipher.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in super::super) struct Scheme {
    pub(in super::super) kdf: Kdf,
    pub(in super::super) cipher: Cipher,
    /// Bytes of the key, where they are not the cipher's own.
    pub(in super::super) key_length: usize,
    /// The first block; none where it is derived together with the key.
    pub(in super::super) iv: Option<Vec<u8>>,
}

/// Why a scheme can not be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in super::super) enum Refusal {
    /// Its parameters do not parse.
    Broken(Fault),
    /// It is one that we do not know: its name or its object identifier.
    Unknown(String),
}

impl From<Fault> for Refusal {
    fn from(fault: Fault) -> Self {
        Self::Broken(fault)
    }
}

/// Schemes that make key and first block in one go (RFC 8018 §A.3, RFC 7292 §C, Sun's JCEKS).
static WHOLE: &[(&str, Made, Cipher, usize)] = &[
    ("1.2.840.113549.1.5.3", Made::Pbes1(Hash::Md5), Cipher::Des, 8),
    ("1.2.840.113549.1.5.6", Made::Pbes1(Hash::Md5), Cipher::Rc2(64), 8),
    ("1.2.840.113549.1.5.10", Made::Pbes1(Hash::Sha1), Cipher::Des, 8),
    ("1.2.840.113549.1.5.11", Made::Pbes1(Hash::Sha1), Cipher::Rc2(64), 8),
    ("1.2.840.113549.1.12.1.3", Made::Pkcs12, Cipher::TripleDes, 24),
    ("1.2.840.113549.1.12.1.4", Made::Pkcs12, Cipher::TripleDes, 16),
    ("1.2.840.113549.1.12.1.5", Made::Pkcs12, Cipher::Rc2(128), 16),
    ("1.2.840.113549.1.12.1.6", Made::Pkcs12, Cipher::Rc2(40), 5),
    ("1.3.6.1.4.1.42.2.19.1", Made::Jceks, Cipher::TripleDes, 24),
];

#[derive(Clone, Copy)]
enum Made {
    Pbes1(Hash),
    Pkcs12,
    Jceks,
}

/// Hash functions by their own identifier and by that of their HMAC (RFC 8018 §B, RFC 8017 §B.1).
static HASHES: &[(&str, &str, Hash)] = &[
    ("1.2.840.113549.2.5", "1.2.840.113549.2.6", Hash::Md5),
    ("1.3.14.3.2.26", "1.2.840.113549.2.7", Hash::Sha1),
    ("2.16.840.1.101.3.4.2.4", "1.2.840.113549.2.8", Hash::Sha224),
    ("2.16.840.1.101.3.4.2.1", "1.2.840.113549.2.9", Hash::Sha256),
    ("2.16.840.1.101.3.4.2.2", "1.2.840.113549.2.10", Hash::Sha384),
    ("2.16.840.1.101.3.4.2.3", "1.2.840.113549.2.11", Hash::Sha512),
    ("2.16.840.1.101.3.4.2.5", "1.2.840.113549.2.12", Hash::Sha512To224),
    ("2.16.840.1.101.3.4.2.6", "1.2.840.113549.2.13", Hash::Sha512To256),
];

/// Ciphers of PBES2 whose parameter is the first block.
static CIPHERS: &[(&str, Cipher)] = &[
    ("2.16.840.1.101.3.4.1.2", Cipher::Aes128),
    ("2.16.840.1.101.3.4.1.22", Cipher::Aes192),
    ("2.16.840.1.101.3.4.1.42", Cipher::Aes256),
    ("1.2.840.113549.3.7", Cipher::TripleDes),
    ("1.3.14.3.2.7", Cipher::Des),
];

/// What is known by name only.
static NAMES: &[(&str, &str)] = &[
    ("1.2.840.113549.1.5.1", "PBES1 with MD2 and DES"),
    ("1.2.840.113549.1.5.4", "PBES1 with MD2 and RC2"),
    ("1.2.840.113549.1.12.1.1", "RC4-128"),
    ("1.2.840.113549.1.12.1.2", "RC4-40"),
    ("2.16.840.1.101.3.4.1.3", "AES-128-OFB"),
    ("2.16.840.1.101.3.4.1.4", "AES-128-CFB"),
    ("2.16.840.1.101.3.4.1.23", "AES-192-OFB"),
    ("2.16.840.1.101.3.4.1.24", "AES-192-CFB"),
    ("2.16.840.1.101.3.4.1.43", "AES-256-OFB"),
    ("2.16.840.1.101.3.4.1.44", "AES-256-CFB"),
    ("2.16.840.1.101.3.4.1.6", "AES-128-GCM"),
    ("2.16.840.1.101.3.4.1.26", "AES-192-GCM"),
    ("2.16.840.1.101.3.4.1.46", "AES-256-GCM"),
    ("1.2.392.200011.61.1.1.1.2", "Camellia-128"),
    ("1.2.392.200011.61.1.1.1.3", "Camellia-192"),
    ("1.2.392.200011.61.1.1.1.4", "Camellia-256"),
    ("1.2.410.200046.1.1.2", "ARIA-128"),
    ("1.2.410.200046.1.1.7", "ARIA-192"),
    ("1.2.410.200046.1.1.12", "ARIA-256"),
    ("1.2.410.200004.1.4", "SEED"),
    ("1.2.156.10197.1.104.2", "SM4"),
    ("1.2.156.10197.1.401.2", "HMAC-SM3"),
    ("1.3.6.1.4.1.3029.1.2", "Blowfish"),
    ("1.2.840.113533.7.66.10", "CAST5"),
    ("1.3.6.1.4.1.188.7.1.1.2", "IDEA"),
];

const PBES2: &str = "1.2.840.113549.1.5.13";
const PBMAC1: &str = "1.2.840.113549.1.5.14";
const PBKDF2: &str = "1.2.840.113549.1.5.12";
const SCRYPT: &str = "1.3.6.1.4.1.11591.4.11";
const RC2: &str = "1.2.840.113549.3.2";

/// Bits of RC2's key by the numbers that stand for them (RFC 2268 §6).
const RC2_VERSIONS: [(u32, u16); 3] = [(160, 40), (120, 64), (58, 128)];

impl Scheme {
    /// Reads an `AlgorithmIdentifier` of encryption with a password.
    pub(in super::super) fn read(identifier: &Element<'_>) -> Result<Self, Refusal> {
        let (name, parameters) = named(identifier)?;
        if name == PBES2 {
            return pbes2(&parameters.ok_or(identifier.fault("no parameters"))?);
        }
        let (_, made, cipher, key_length) =
            WHOLE.iter().find(|(known, ..)| *known == name).ok_or_else(|| unknown(name))?;
        let mut parts = parameters.ok_or(identifier.fault("no parameters"))?.expect(tag::SEQUENCE)?.children();
        let given = parts.expect(tag::OCTET_STRING)?;
        let rounds = parts.expect(tag::INTEGER)?.unsigned()?;
        let kdf = match made {
            Made::Pbes1(hash) => Kdf::Pbkdf1 { hash: *hash, salt: salt(&given)?, rounds },
            Made::Pkcs12 => Kdf::Pkcs12 { hash: Hash::Sha1, salt: salt(&given)?, rounds, usage: Usage::Encryption },
            Made::Jceks => {
                let eight = given.content.try_into().map_err(|_| given.fault("a salt of another length than 8"))?;
                Kdf::Jceks { salt: eight, rounds }
            }
        };
        Ok(Self { kdf, cipher: *cipher, key_length: *key_length, iv: None })
    }

    /// How passwords are written for it.
    pub(in super::super) fn encoding(&self) -> Encoding {
        self.kdf.encoding()
    }

    /// What one try costs.
    pub(in super::super) fn cost(&self) -> Cost {
        // Key and first block are derived one after the other in PKCS#12's way.
        let block = if self.iv.is_none() && matches!(self.kdf, Kdf::Pkcs12 { .. }) { self.kdf.rounds(1) } else { 0 };
        Cost { rounds: self.kdf.rounds(self.key_length).saturating_add(block), memory: self.kdf.memory(), data: 0 }
    }

    /// Tries one password; what comes out with a wrong one is nothing, or nonsense.
    pub(in super::super) fn open(&self, password: &[u8], data: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
        let (key, derived) = self.kdf.derive(password, self.key_length, self.cipher.block_length())?;
        self.cipher.decrypt(&key, self.iv.as_deref().unwrap_or(&derived), data)
    }
}

/// RFC 8018 §A.4: a derivation and a cipher.
fn pbes2(parameters: &Element<'_>) -> Result<Scheme, Refusal> {
    let mut parts = parameters.expect(tag::SEQUENCE)?.children();
    let (kdf, asked) = derivation(&parts.next_element()?)?;
    let (name, parameters) = named(&parts.next_element()?)?;
    let parameters = parameters.ok_or(Fault::new(parts.position(), "no first block"))?;
    let (cipher, iv) = if name == RC2 {
        let mut parts = parameters.expect(tag::SEQUENCE)?.children();
        let version = parts.optional(&|part| part.is(tag::INTEGER))?.map(|it| it.unsigned()).transpose()?;
        let bits = version.map_or(Some(32), |version| {
            let short = RC2_VERSIONS.iter().find(|(known, _)| *known == version).map(|(_, bits)| *bits);
            short.or_else(|| u16::try_from(version).ok().filter(|bits| *bits >= 256))
        });
        let bits = bits.ok_or_else(|| parameters.fault("a number that stands for no length of RC2’s key"))?;
        (Cipher::Rc2(bits), parts.expect(tag::OCTET_STRING)?)
    } else {
        let (_, cipher) = CIPHERS.iter().find(|(known, _)| *known == name).ok_or_else(|| unknown(name))?;
        (*cipher, parameters.expect(tag::OCTET_STRING)?)
    };
    if iv.content.len() != cipher.block_length() {
        return Err(iv.fault("a first block of another length than the cipher’s").into());
    }
    let key_length = asked.map_or(Ok(cipher.key_length()), |asked| checked_length(asked, &parameters))?;
    if !cipher.takes_key(key_length) {
        return Err(parameters.fault("a key of another length than the cipher’s").into());
    }
    Ok(Scheme { kdf, cipher, key_length, iv: Some(iv.content.to_vec()) })
}

/// Ciphers have keys of 128 bytes at most; what asks for more wants memory.
fn checked_length(asked: u32, place: &Element<'_>) -> Result<usize, Fault> {
    usize::try_from(asked).ok().filter(|asked| *asked <= 128).ok_or(place.fault("a key longer than any cipher’s"))
}

/// Writers take 8 to 64 bytes. A salt is hashed anew for every password, so that a long one would be work that nobody
/// counts.
const LONGEST_SALT: usize = 1_024;

fn salt(given: &Element<'_>) -> Result<Vec<u8>, Fault> {
    if given.content.len() > LONGEST_SALT {
        return Err(given.fault("a salt longer than any program makes"));
    }
    Ok(given.content.to_vec())
}

/// PBKDF2 or scrypt, and the length of the key that it names.
fn derivation(identifier: &Element<'_>) -> Result<(Kdf, Option<u32>), Refusal> {
    let (name, parameters) = named(identifier)?;
    let mut parts = match name.as_str() {
        PBKDF2 | SCRYPT => parameters.ok_or(identifier.fault("no parameters"))?.expect(tag::SEQUENCE)?.children(),
        _ => return Err(unknown(name)),
    };
    let salt = salt(&parts.expect(tag::OCTET_STRING)?)?;
    let mut number = || parts.expect(tag::INTEGER)?.unsigned();
    if name == SCRYPT {
        let (n, r, p) = (number()?, number()?, number()?);
        if !n.is_power_of_two() || n < 2 || r == 0 || p == 0 {
            return Err(identifier.fault("no parameters of scrypt").into());
        }
        let log_n = u8::try_from(n.trailing_zeros()).unwrap_or(u8::MAX);
        let length = parts.optional(&|part| part.is(tag::INTEGER))?.map(|it| it.unsigned()).transpose()?;
        return Ok((Kdf::Scrypt { salt, log_n, r, p }, length));
    }
    let rounds = number()?;
    let length = parts.optional(&|part| part.is(tag::INTEGER))?.map(|it| it.unsigned()).transpose()?;
    let hash = match parts.optional(&|part| part.is(tag::SEQUENCE))? {
        Some(function) => hmac(&function)?,
        None => Hash::Sha1,
    };
    Ok((Kdf::Pbkdf2 { hash, salt, rounds }, length))
}

/// How the check value of a PKCS#12 file is made: derivation, hash function and length of its key (RFC 7292 §4, RFC
/// 9579 §3); the salt that is `given` and `rounds` stand beside it.
pub(in super::super) fn mac_kdf(
    identifier: &Element<'_>,
    given: &Element<'_>,
    rounds: u32,
) -> Result<(Kdf, Hash, usize), Refusal> {
    let (name, parameters) = named(identifier)?;
    if name == PBMAC1 {
        let mut parts = parameters.ok_or(identifier.fault("no parameters"))?.expect(tag::SEQUENCE)?.children();
        let (kdf, length) = derivation(&parts.next_element()?)?;
        let hash = hmac(&parts.next_element()?)?;
        let length = length.map_or(Ok(hash.length()), |length| checked_length(length, identifier))?;
        return Ok((kdf, hash, length));
    }
    let (.., hash) = HASHES.iter().find(|(known, ..)| *known == name).ok_or_else(|| unknown(name))?;
    Ok((Kdf::Pkcs12 { hash: *hash, salt: salt(given)?, rounds, usage: Usage::Mac }, *hash, hash.length()))
}

fn hmac(identifier: &Element<'_>) -> Result<Hash, Refusal> {
    let (name, _) = named(identifier)?;
    let found = HASHES.iter().find(|(_, known, _)| *known == name);
    found.map(|(.., hash)| *hash).ok_or_else(|| unknown(name))
}

/// The identifier and the parameters of an algorithm.
fn named<'a>(identifier: &Element<'a>) -> Result<(String, Option<Element<'a>>), Fault> {
    let mut parts = identifier.expect(tag::SEQUENCE)?.children();
    let name = parts.expect(tag::OID)?.oid()?;
    let parameters = if parts.is_empty() { None } else { Some(parts.next_element()?) };
    Ok((name, parameters))
}

fn unknown(oid: String) -> Refusal {
    let name = NAMES.iter().find(|(known, _)| *known == oid).map(|(_, name)| (*name).to_owned());
    Refusal::Unknown(name.unwrap_or(oid))
}
