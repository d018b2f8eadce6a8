use super::super::budget::Reached;
use super::super::x509::{Certificate, KeyAlgorithm, ParseError};
#[cfg(feature = "full")]
use super::super::x509::{CertificateRequest, OcspResponse, RevocationList};
use super::private_key::PrivateKey;
use super::settings::Setting;
use super::virtual_host::VirtualHost;
use crate::report::{Claim, Input, InputKind};

/// Everything that was read, before anyone judges it.
#[derive(Clone, Debug, Default)]
pub struct Material {
    /// What each block and file was understood to be, in the order given.
    pub inputs: Vec<Input>,
    /// Distinct certificates, in the order given.
    pub certificates: Vec<Certificate>,
    /// Every appearance of a certificate, in the order given: repeated ones appear again.
    pub given: Vec<Given>,
    /// Certificates that are trusted in this run: indexes into [`Material::certificates`], ascending. Only those that
    /// were among the sources too stand in [`Material::given`].
    pub anchors: Vec<usize>,
    /// Certificates that came from the supply, not from the sources: indexes into [`Material::certificates`], ascending.
    pub supplied: Vec<usize>,
    /// Private keys, in the order given.
    pub keys: Vec<PrivateKey>,
    /// Public keys by themselves, in the order given.
    pub public_keys: Vec<PublicKeyGiven>,
    /// Certificate signing requests, in the order given, each with the index of its input.
    #[cfg(feature = "full")]
    pub requests: Vec<(usize, CertificateRequest)>,
    /// Revocation lists and OCSP responses, in the order given, each with the index of its input.
    #[cfg(feature = "full")]
    pub revocation: Vec<(usize, Revocation)>,
    /// What could not be read, or not as it stands.
    pub problems: Vec<Problem>,
    /// Error messages that were recognised, in the order given.
    pub symptoms: Vec<Symptom>,
    /// What configurations of servers say of the handshake, in the order given.
    pub settings: Vec<Setting>,
    /// The virtual hosts of those configurations.
    pub virtual_hosts: Vec<VirtualHost>,
    /// What was told about certificates, in the order given: each claim once for each text.
    pub told: Vec<Told>,
    /// Something is here that only the full engine can read; never there.
    pub needs_full: bool,
}

/// One appearance of a certificate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Given {
    /// Index into [`Material::certificates`].
    pub certificate: usize,
    /// Index into [`Material::inputs`]; none for what a repair added.
    pub input: Option<usize>,
}

/// A public key by itself.
#[derive(Clone, Debug)]
pub struct PublicKeyGiven {
    /// Index into [`Material::inputs`].
    pub input: usize,
    /// What kind of key.
    pub algorithm: KeyAlgorithm,
    /// Its subject public key info (DER).
    pub spki: Vec<u8>,
}

/// What says which certificates are revoked.
#[cfg(feature = "full")]
#[derive(Clone, Debug)]
pub enum Revocation {
    /// A list of a CA.
    List(RevocationList),
    /// A responder's answer.
    Response(OcspResponse),
}

/// An error message that was recognised in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Symptom {
    /// Which: the row in the table of symptoms; a negative number is the code that the platform itself gives.
    pub id: i16,
    /// Index into [`Material::inputs`].
    pub input: usize,
    /// The line that it stands on, counted from 1.
    pub line: u32,
    /// The words that were recognised, as they stand there.
    pub quote: String,
    /// The host that the same line speaks of.
    pub host: Option<String>,
}

/// A claim that was recognised in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// Which.
    pub claim: Claim,
    /// Name of the source; empty for pasted text.
    pub source: String,
    /// The line that it stands on, counted from 1.
    pub line: u32,
    /// The sentence, or its beginning.
    pub words: String,
}

/// Something that could not be read, or not as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Index into the sources.
    pub source_index: usize,
    /// Name of the source; empty for pasted text.
    pub source: String,
    /// Line, counted from 1, for text.
    pub line: Option<u32>,
    /// Byte, counted from the start of the source.
    pub offset: Option<u32>,
    /// What is wrong.
    pub kind: ProblemKind,
}

impl Problem {
    /// A limit that everything together reached.
    pub const fn of_all(reached: Reached) -> Self {
        Self { source_index: 0, source: String::new(), line: None, offset: None, kind: ProblemKind::Limit(reached) }
    }
}

/// What is wrong with an input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProblemKind {
    /// A PEM block has a BEGIN line without its END line.
    MissingEnd {
        /// The label of the block.
        label: String,
    },
    /// A PEM block holds a character that is not base64.
    BadBase64 {
        /// The label of the block.
        label: String,
        /// The character.
        character: char,
    },
    /// A PEM block ends in the middle: its length is no multiple of four, or its DER is longer than its content.
    Truncated {
        /// The label of the block.
        label: String,
    },
    /// The DER inside does not parse.
    BadDer {
        /// What it claims to be.
        kind: InputKind,
        /// What is wrong and where.
        error: ParseError,
    },
    /// Text reads here, but real servers refuse it as it stands.
    Sloppy(Sloppiness),
    /// A format of a later age of this tool, or none at all: what it looks like.
    Unreadable(LooksLike),
    /// A configuration that names files and holds none of them.
    Configuration {
        /// The files that it names.
        files: Vec<String>,
    },
    /// A limit was reached; what came after it was not read.
    Limit(Reached),
    /// An archive, or a file in one, is not whole. What could be unpacked was read.
    Unpacking(Damage),
    /// None of the passwords fits.
    Locked {
        /// What is locked.
        kind: InputKind,
        /// How many passwords the user gave.
        typed: usize,
        /// How many lay in files beside it.
        files: usize,
    },
    /// The check value of a container is made with none of the passwords, though its contents could be read.
    Seal {
        /// One of the passwords opened them; else they lay open.
        opened: bool,
        /// There were passwords to try.
        tried: bool,
    },
    /// It is locked in a way that we do not know.
    UnknownLock {
        /// What is locked.
        kind: InputKind,
        /// The name of the scheme, or its object identifier.
        scheme: String,
    },
    /// Trying one password takes more rounds of key derivation than may be spent.
    CostlyRounds {
        /// What is locked.
        kind: InputKind,
        /// How many.
        rounds: u64,
    },
    /// Trying one password takes more memory than may be spent.
    CostlyMemory {
        /// What is locked.
        kind: InputKind,
        /// How many bytes.
        bytes: u64,
    },
}

/// What is wrong with an archive or a file in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Damage {
    /// The archive's list of files is missing or broken: its files were looked for without it.
    Directory,
    /// A file breaks off, or does not unpack.
    File,
    /// A file unpacked to something else than what was packed.
    Checksum,
}

/// PEM that tolerant readers accept and servers refuse. What the readers of OpenSSL and nginx put up with (spaces at
/// the ends of lines, indented base64, one blank line behind BEGIN, lines of any length) is not remembered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sloppiness {
    /// A byte order mark in front. OpenSSL 3 reads over it; older ones and Go do not.
    ByteOrderMark,
    /// Two blocks glued on one line (`-----END …----------BEGIN …`).
    GluedBlocks,
    /// Blank lines inside a block.
    BlankLineInside,
    /// Spaces in front of BEGIN or END.
    Indented,
    /// A line of base64 that is exactly 254, 508 … characters long: OpenSSL before 1.1.1h loses what follows
    /// (openssl/openssl#9187).
    LongLine,
    /// Old labels that servers do not all know (`X509 CERTIFICATE`, `TRUSTED CERTIFICATE`): OpenSSL does, Go does not.
    OldLabel,
    /// A label that says something else than the block holds (`RSA PRIVATE KEY` around PKCS#8), or END says something
    /// else than BEGIN.
    WrongLabel,
    /// UTF-16 text.
    Utf16,
    /// `\n` written as two characters, as in JSON or environment variables.
    EscapedNewlines,
    /// Lines end in a carriage return alone, as on old Macs, or in two and a line feed, as after a second conversion
    /// (OpenSSL reads that, Go does not).
    LoneCarriageReturn,
    /// A BEGIN or END line that is not written to the letter: long dashes from a chat program, not five hyphens, small
    /// letters, odd spaces.
    MarkerLine,
    /// BEGIN or END shares its line with something else: the whole block on one line, a name in front, a remark behind.
    SharedLine,
    /// Quotes around the text or its lines, or `>` of a mail in front of them.
    Quoted,
    /// A character inside the base64 that can not be seen: a no-break space, a zero-width space.
    InvisibleCharacter,
    /// Base64 without BEGIN and END.
    NoMarkers,
    /// PEM packed into base64 once more, and nothing around it.
    Packed,
    /// The same as a value inside something, as Kubernetes Secrets and CI variables hold it: right where it is.
    PackedValue,
    /// Something in front of every line: line numbers, marks of `diff`, comment signs.
    Decorated,
    /// Control sequences of a terminal, as `grep --color` and `bat` write them.
    TerminalColours,
    /// The source of a web page: tags and character references.
    Html,
    /// Characters written as `%2B`.
    PercentEncoded,
    /// Characters written as `=3D`, as in the source of a mail.
    QuotedPrintable,
    /// Rich text, as WordPad and TextEdit save it.
    RichText,
    /// Full-width letters or curved quotes.
    FullWidth,
    /// The base64 of URLs, with `-` and `_`.
    UrlSafe,
    /// Hexadecimal digits.
    Hexadecimal,
}

/// A key for SSH, which no TLS server reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct SshKey {
    /// How it is written down.
    pub form: SshForm,
    /// What kind of key, in the words of SSH (RFC 4253 §6.6: `ssh-rsa`); none where that is locked or unknown.
    pub algorithm: Option<&'static str>,
    /// A passphrase stands in front of it.
    pub encrypted: bool,
}

/// The ways of writing a key for SSH down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SshForm {
    /// `OPENSSH PRIVATE KEY`.
    OpenSshPrivate,
    /// A line of `authorized_keys` or an `id_….pub`.
    OpenSshPublic,
    /// `SSH2 PUBLIC KEY` (RFC 4716).
    Ssh2Public,
    /// `SSH2 ENCRYPTED PRIVATE KEY`, of ssh.com.
    Ssh2Private,
    /// PuTTY's `.ppk`, version 2.
    Putty2,
    /// PuTTY's `.ppk`, version 3.
    Putty3,
}

impl SshForm {
    /// Its name as its programs have it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::OpenSshPrivate | Self::OpenSshPublic => "OpenSSH",
            Self::Ssh2Public | Self::Ssh2Private => "SSH2 (RFC 4716)",
            Self::Putty2 => "PuTTY (PPK 2)",
            Self::Putty3 => "PuTTY (PPK 3)",
        }
    }
}

/// What unreadable bytes look like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LooksLike {
    /// Nothing was there.
    Empty,
    /// An HTML page: a download that needed a login, or an error page.
    Html,
    /// JSON.
    Json,
    /// A picture.
    Picture,
    /// A key for SSH.
    Ssh(SshKey),
    /// A key or message of PGP.
    Pgp,
    /// A PDF.
    Pdf,
    /// An archive of a kind that is not opened: 7z, RAR.
    OtherArchive(&'static str),
    /// A file of an archive that is locked with a password.
    LockedFile,
    /// A file of an archive that is packed in a way that is not undone here: LZMA.
    PackedFile(&'static str),
    /// A message (CMS, S/MIME) that brings no certificates: the name of its content type.
    Message(&'static str),
    /// A key for symmetric encryption in a key store.
    SecretKey,
    /// A text document with type faces (RTF).
    RichText,
    /// A binary file that went through a text editor or a chat: its bytes are gone.
    MangledBinary,
    /// The pointer that Git LFS keeps in place of a file.
    GitLfsPointer,
    /// What `openssl x509 -text` prints, without the certificate itself.
    PrintedCertificate,
    /// Text of another kind.
    Text,
    /// Bytes of another kind.
    Binary,
}
