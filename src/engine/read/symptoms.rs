//! Error messages of phones, mini-programs and servers, recognised by their words; `engine/symptoms` tells what causes them.
//!
//! A long file for the sake of one table: a hundred messages, a line each.

use super::collector::Collector;
use super::text::{LineCounter, first_character};
use crate::engine::names::{Wanted, wanted};

/// What a message says, and which one that is: the row in the table of symptoms, or the code that the platform itself
/// gives it. In small letters; a blank stands for any, a `*` for up to three characters (`errno":600001`). Sorted, so
/// that those with the same first byte stand together.
static PATTERNS: &[(&str, i16)] = &[
    ("(self*signed certificate", 51),
    ("-2:net::err_failed", 8),
    ("0308010c", 52),
    ("05800074", 39),
    ("0a000076", 47),
    ("0b080074", 39),
    ("alert certificate unknown", 15),
    ("alert protocol version", 48),
    ("asn1 encoding routines", 44),
    ("asn1_check_tlen", 44),
    ("bad decrypt", 46),
    ("bad end line", 43),
    ("bad password read", 46),
    ("cert_has_expired", -201),
    ("certificate has expired", -201),
    ("certificate is not yet valid", -201),
    ("certificate revoked", -206),
    ("certificate signed by unknown authority", 50),
    ("certificate verify failed", 37),
    ("certificate_unknown", 15),
    ("certificate_verify_failed", 37),
    ("certificateexpiredexception", -201),
    ("cleartext communication", 38),
    ("cleartext http traffic", 38),
    ("code*40024", 26),
    ("code*40025", 59),
    ("code*40027", 26),
    ("could not read certificate", 42),
    ("could not read key", 45),
    ("could not read private key", 45),
    ("createrequesttask:fail", 27),
    ("decoder routines::unsupported", 45),
    ("depth_zero_self_signed_cert", 51),
    ("digital envelope routines::unsupported", 52),
    ("does not match certificate's altnames", -200),
    ("downloadfile:fail error: unable to verify the first certificate", 14),
    ("ee key too small", -211),
    ("err_address_unreachable", -109),
    ("err_bad_ssl_client_auth_cert", -117),
    ("err_cert_authority_invalid", -202),
    ("err_cert_common_name_invalid", -200),
    ("err_cert_contains_errors", -203),
    ("err_cert_date_invalid", -201),
    ("err_cert_invalid", -207),
    ("err_cert_known_interception_blocked", -217),
    ("err_cert_name_constraint_violation", -212),
    ("err_cert_no_revocation_mechanism", -204),
    ("err_cert_non_unique_name", -210),
    ("err_cert_revoked", -206),
    ("err_cert_symantec_legacy", -215),
    ("err_cert_unable_to_check_revocation", -205),
    ("err_cert_validity_too_long", -213),
    ("err_cert_weak_key", -211),
    ("err_cert_weak_signature_algorithm", -208),
    ("err_certificate_transparency_required", -214),
    ("err_cleartext_not_permitted", 38),
    ("err_connection_aborted", -103),
    ("err_connection_closed", -100),
    ("err_connection_failed", -104),
    ("err_connection_refused", -102),
    ("err_connection_reset", -101),
    ("err_connection_timed_out", -118),
    ("err_internet_disconnected", -106),
    ("err_name_not_resolved", -105),
    ("err_no*40024", 26),
    ("err_no*40025", 59),
    ("err_no*40027", 26),
    ("err_ssl_protocol_error", -107),
    ("err_ssl_version_or_cipher_mismatch", -113),
    ("err_tls_cert_altname_invalid", -200),
    ("errno*600001", 1),
    ("errno*600002", 9),
    ("errno*600009", 27),
    ("error during websocket handshake", 19),
    ("error: self*signed certificate", 51),
    ("error:self*signed certificate", 51),
    ("expecting: any private key", 45),
    ("expecting: certificate", 42),
    ("expecting: trusted certificate", 42),
    ("hostname mismatch", -200),
    ("https 证书无效", 23),
    ("https证书无效", 23),
    ("issued by an authority that is not trusted", -202),
    ("key values mismatch", 39),
    ("keystore password was incorrect", 46),
    ("keystore was tampered with, or password was incorrect", 46),
    ("lookup: self*signed certificate", 51),
    ("mac verify error: invalid password", 46),
    ("mac verify failure", 46),
    ("maybe wrong password", 46),
    ("mozilla_pkix_error_self_signed_cert", 51),
    ("no alternative certificate subject name matches", -200),
    ("no ocsp responder url in the certificate", 57),
    ("no shared cipher", 41),
    ("no subject alternative dns name matching", -200),
    ("no suitable signature algorithm", 47),
    ("num=18:self*signed certificate", 51),
    ("num=19:self*signed certificate in certificate chain", 51),
    ("onreceivedsslerror", 36),
    ("pem routines::no start line", 42),
    ("pem routines:get_name:no start line", 42),
    ("pem_read_bio:no start line", 42),
    ("pkix path building failed", 49),
    ("private key does not match public key", 39),
    ("problem: self*signed certificate", 51),
    ("problems getting password", 46),
    ("rc2-40-cbc", 52),
    ("remotecertificatechainerrors", -202),
    ("remotecertificatenamemismatch", -200),
    ("request:fail timeout", 17),
    ("sec_e_untrusted_root", -202),
    ("sec_error_expired_certificate", -201),
    ("sec_error_unknown_issuer", -202),
    ("self_signed_cert_in_chain", 51),
    ("ssl hand shake error", 4),
    ("ssl_error_bad_cert_domain", -200),
    ("ssl_untrusted", 36),
    ("sslhandshakeexception", 4),
    ("trust anchor for certification path not found", 28),
    ("unable to find valid certification path", 49),
    ("unable to get issuer certificate", 50),
    ("unable to get local issuer certificate", 50),
    ("unable to load certificate", 42),
    ("unable to load private key", 45),
    ("unable to verify the first certificate", 50),
    ("unable_to_get_issuer_cert", 50),
    ("unable_to_verify_leaf_signature", 50),
    ("unsuitable certificate purpose", 56),
    ("unsupported certificate purpose", 56),
    ("unsupported protocol", 48),
    ("uploadfile:fail ssl hand shake error", 5),
    ("url not in domain list", 9),
    ("wrong version number", -107),
    ("不支持打开非业务域名", 20),
    ("不校验合法域名", 12),
    ("合法域名列表", 10),
    ("小程序报错", 58),
    ("开发者工具正常", 13),
    ("校验文件检查失败", 21),
    ("测试版正常", 25),
    ("私钥不匹配", 53),
    ("私钥与证书不匹配", 53),
    ("证书与私钥不匹配", 53),
    ("证书和私钥不匹配", 53),
    ("证书格式错误", 53),
    ("证书验证失败", 3),
    ("请求 url 不支持", 24),
    ("请求url不支持", 24),
];

/// Codes that mean the same wherever they stand behind one of [`CODE_WORDS`]: Chromium's network errors, Apple's
/// `NSURLError` and Secure Transport.
static CODES: &[i16] = &[
    -100, -101, -102, -103, -104, -105, -106, -107, -109, -113, -117, -118, -200, -201, -202, -203, -204, -205, -206,
    -207, -208, -210, -211, -212, -213, -214, -215, -217, -1200, -1201, -1202, -1203, -1204, -1205, -9801, -9802,
    -9807, -9808, -9809, -9812, -9813, -9814, -9815, -9824, -9836, -9843, -9850, -9880, -9881, -9882, -9883, -9884,
    -9885, -9886,
];

/// What stands in front of a code, at most [`CODE_REACH`] bytes before it.
static CODE_WORDS: [&[u8]; 3] = [b"code", b"err", b"fail"];
const CODE_REACH: usize = 24;
/// What platforms and programs say whatever the reason is: 600001, a failed handshake or verification, `NSURLError`'s.
static GENERAL: [i16; 7] = [1, 4, 5, 8, 37, -1200, -1202];
/// What a host stands behind, in small letters.
static HOST_WORDS: [&str; 4] = ["://", "host: ", "host name ", "dns name matching "];
/// What a host ends before.
const HOST_ENDS: &str = "\"'`<>(){}|,;，；：、（）“”‘’";
/// How far a line is looked at for a host.
const HOST_REACH: usize = 1000;
/// How far back a line is looked at for the sign of a comment.
const LOOK_BACK: usize = 200;
/// How many different messages of one source are remembered.
const MOST: usize = 16;
/// What a `*` stands for at most.
const WILDEST: usize = 3;

/// Every id that a message may be known by.
pub fn known() -> impl Iterator<Item = i16> {
    PATTERNS.iter().map(|(_, id)| *id).chain(CODES.iter().copied())
}

/// Remembers every message in a text, each kind once; `first_line` is the line that the text begins on.
pub(super) fn read(collector: &mut Collector<'_>, text: &[u8], first_line: u32) {
    let mut teller = Teller { collector, text, first_line, lines: LineCounter::new(text), told: Vec::new() };
    let starts = Starts::of_patterns();
    let mut message: Vec<Hit> = Vec::new();
    let (mut at, mut read_to) = (0_usize, 0_usize);
    while let Some(start) = starts.next(text, at).filter(|_| teller.told.len() < MOST) {
        let (id, length) = words(text, start).unwrap_or_default();
        at = start.saturating_add(length.max(1));
        if length == 0 || is_comment(text, start) {
            continue;
        }
        if !goes_on(text.get(read_to..start).unwrap_or_default()) {
            teller.tell(&message);
            message.clear();
        }
        read_to = at;
        if message.iter().all(|hit| hit.id != id) {
            message.push(Hit { id, start, end: at });
        }
    }
    teller.tell(&message);
}

/// Words that were recognised in a message.
struct Hit {
    id: i16,
    start: usize,
    end: usize,
}

/// What takes the messages of one text.
struct Teller<'t, 'c, 'd> {
    collector: &'c mut Collector<'d>,
    text: &'t [u8],
    first_line: u32,
    lines: LineCounter<'t>,
    told: Vec<i16>,
}

impl Teller<'_, '_, '_> {
    /// Remembers what is new in a message. Where it gives its reason, the words that it gives with every reason say nothing.
    fn tell(&mut self, message: &[Hit]) {
        let gives_reason = message.iter().any(|hit| !GENERAL.contains(&hit.id));
        for hit in message.iter().filter(|hit| !gives_reason || !GENERAL.contains(&hit.id)) {
            if self.told.contains(&hit.id) || self.told.len() >= MOST {
                continue;
            }
            self.told.push(hit.id);
            let line = self.first_line.saturating_add(self.lines.line_of(hit.start)).saturating_sub(1);
            let quote = String::from_utf8_lossy(self.text.get(hit.start..hit.end).unwrap_or_default());
            let quote = quote.split_whitespace().collect::<Vec<_>>().join(" ");
            self.collector.symptom(hit.id, line, quote, host(self.text, hit.start));
        }
    }
}

/// Whether the lines between two places belong to one message: they are indented, close a bracket, or name a cause.
fn goes_on(between: &[u8]) -> bool {
    let mut lines = between.split(|byte| *byte == b'\n').skip(1);
    lines.all(|line| matches!(line.first(), Some(b' ' | b'\t' | b')' | b']' | b'}')) || line.starts_with(b"Caused by"))
}

/// The host that the line of a place names: the last in front of it, else the first behind.
fn host(text: &[u8], at: usize) -> Option<String> {
    let is_end = |byte: &u8| *byte == b'\n';
    let before = text.get(at.saturating_sub(HOST_REACH)..at)?;
    let before = before.rsplit(is_end).next()?.to_ascii_lowercase();
    let behind = text.get(at..at.saturating_add(HOST_REACH).min(text.len()))?;
    let behind = behind.split(is_end).next()?.to_ascii_lowercase();
    let (before, behind) = (String::from_utf8_lossy(&before), String::from_utf8_lossy(&behind));
    let last = HOST_WORDS.iter().filter_map(|word| before.rfind(word)?.checked_add(word.len())).max();
    let first = || HOST_WORDS.iter().filter_map(|word| behind.find(word)?.checked_add(word.len())).min();
    let written = last.and_then(|at| before.get(at..)).or_else(|| behind.get(first()?..))?;
    let ends = |it: char| it.is_whitespace() || HOST_ENDS.contains(it);
    let written = written.trim_start_matches(['"', '\'']).split(ends).next()?;
    match wanted(written)? {
        Wanted::Name(name) => Some(name).filter(|name| name.contains('.')),
        Wanted::Address(address) => Some(address.to_string()),
        Wanted::Wildcard(_) => None,
    }
}

/// The bytes that a message may begin with: most places of a text are passed over by these alone.
struct Starts([bool; 256]);

impl Starts {
    fn of_patterns() -> Self {
        let firsts = PATTERNS.iter().filter_map(|(pattern, _)| pattern.bytes().next()).chain([b'-']);
        let mut starts = [false; 256];
        for first in firsts.flat_map(|first| [first, first.to_ascii_uppercase()]) {
            if let Some(start) = starts.get_mut(usize::from(first)) {
                *start = true;
            }
        }
        Self(starts)
    }

    /// The next place that may begin a message. Words are not looked for inside of words.
    fn next(&self, text: &[u8], from: usize) -> Option<usize> {
        let mut in_word =
            from.checked_sub(1).and_then(|before| text.get(before)).is_some_and(u8::is_ascii_alphanumeric);
        let found = text.get(from..)?.iter().position(|byte| {
            let is_word = byte.is_ascii_alphanumeric();
            let starts = !(in_word && is_word) && self.0.get(usize::from(*byte)) == Some(&true);
            in_word = is_word;
            starts
        });
        from.checked_add(found?)
    }
}

/// Whether a place stands in a comment: configurations speak of errors there without having any.
fn is_comment(text: &[u8], at: usize) -> bool {
    let before = text.get(at.saturating_sub(LOOK_BACK)..at).unwrap_or_default();
    let line = before.rsplit(|byte| *byte == b'\n').next().unwrap_or_default();
    line.trim_ascii_start().starts_with(b"#")
}

/// The longest words of a message that begin at `at`, and how many bytes they take.
fn words(text: &[u8], at: usize) -> Option<(i16, usize)> {
    let rest = text.get(at..)?;
    let first = rest.first()?.to_ascii_lowercase();
    let from = PATTERNS.partition_point(|(pattern, _)| pattern.as_bytes().first() < Some(&first));
    let same = PATTERNS.iter().skip(from).take_while(|(pattern, _)| pattern.as_bytes().first() == Some(&first));
    let found = same.filter_map(|(pattern, id)| Some((*id, length_of(rest, pattern.as_bytes())?)));
    found.max_by_key(|(_, length)| *length).or_else(|| if first == b'-' { code(text, at) } else { None })
}

/// How many bytes of a text a pattern takes at its start.
fn length_of(text: &[u8], pattern: &[u8]) -> Option<usize> {
    let mut at = 0_usize;
    let mut left = pattern;
    while let Some((wanted, behind)) = left.split_first() {
        let rest = text.get(at..)?;
        let first = *rest.first()?;
        let taken = match wanted {
            b'*' => {
                let ends = (0..=WILDEST).filter_map(|more| {
                    let start = at.saturating_add(more);
                    Some(start.saturating_add(length_of(text.get(start..)?, behind)?))
                });
                return ends.min();
            }
            b' ' => rest.iter().take_while(|byte| byte.is_ascii_whitespace()).count(),
            _ if first.to_ascii_lowercase() == *wanted => 1,
            // What an input method makes of them.
            b':' | b'\'' if !first.is_ascii() => match first_character(rest) {
                ('\u{ff1a}' | '‘' | '’', length) => length,
                _ => 0,
            },
            _ => 0,
        };
        if taken == 0 {
            return None;
        }
        at = at.saturating_add(taken);
        left = behind;
    }
    Some(at)
}

/// A code behind a word that says that it is one.
fn code(text: &[u8], at: usize) -> Option<(i16, usize)> {
    let digits = text.get(at.checked_add(1)?..)?.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let length = digits.checked_add(1).filter(|length| matches!(length, 4 | 5))?;
    let number = std::str::from_utf8(text.get(at..at.checked_add(length)?)?).ok()?.parse().ok()?;
    let before = text.get(at.saturating_sub(CODE_REACH)..at)?.to_ascii_lowercase();
    // The number of that word, not the next one.
    let near = before.rsplit(|byte| byte.is_ascii_digit() || *byte == b'\n').next().unwrap_or_default();
    let named = CODE_WORDS.iter().any(|word| near.windows(word.len()).any(|part| part == *word));
    (named && CODES.contains(&number)).then_some((number, length))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_patterns_are_sorted_and_can_match() {
        assert!(PATTERNS.is_sorted_by(|one, other| one.0 < other.0));
        for (pattern, _) in PATTERNS {
            assert!(!pattern.contains(|character: char| character.is_ascii_uppercase()), "{pattern}");
            let text = pattern.replace('*', "\": ");
            assert_eq!(length_of(text.as_bytes(), pattern.as_bytes()), Some(text.len()), "{pattern}");
        }
    }
}
