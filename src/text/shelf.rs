//! Words beside the page: its modules hold keys in place of texts, and the texts of one language come in files.
//!
//! The page fetches the first shelf with itself, for that is what the first screen says, and the rest with what stands
//! behind it. `examples/words.rs` writes the files from this floor's own sources.

use super::Lang;
use crate::report::{Finding, MessageId};

/// Which texts come together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shelf {
    /// What the first screen says.
    First,
    /// Everything else.
    Rest,
}

impl Shelf {
    /// Every shelf.
    pub const ALL: [Self; 2] = [Self::First, Self::Rest];

    /// Its file in a language, as a path from the page.
    pub fn file(self, lang: Lang) -> String {
        let name = match self {
            Self::First => "first",
            Self::Rest => "rest",
        };
        format!("words/{name}-{}.bin", lang.tag())
    }
}

/// What a glance says often, as far as its sentences are concerned.
const OFTEN: [MessageId; 31] = {
    use crate::report::message::{
        CertificateMessage::{DomainValidated, ExtendedValidated, IndividualValidated, OrganizationValidated},
        ChainMessage::{
            LeafNotFirst, MissingAbove, MissingAboveWithoutAddress, MissingIssuer, MissingIssuerWithoutAddress,
            MissingRoot, NoServerCertificate, OnlyARoot, RootIncluded, SelfSigned, SelfSignedLocally, Stranger,
            WrongOrder,
        },
        KeyMessage::{NoKey, ShortRsa},
        NameMessage::{
            AddressNotCovered, BareDomain, NoAlternativeNames, NotCovered, OneFormOnly, OnlyWithWww, OnlyWithoutWww,
        },
        ValidityMessage::{Expired, ExpiredIssuer, NextRenewal, NotYetValid, RenewNow},
    };
    use MessageId::{Certificate, Chain, Keys, Names, Validity};
    [
        Certificate(DomainValidated),
        Certificate(OrganizationValidated),
        Certificate(ExtendedValidated),
        Certificate(IndividualValidated),
        Chain(NoServerCertificate),
        Chain(OnlyARoot),
        Chain(LeafNotFirst),
        Chain(WrongOrder),
        Chain(MissingIssuer),
        Chain(MissingIssuerWithoutAddress),
        Chain(MissingRoot),
        Chain(MissingAbove),
        Chain(MissingAboveWithoutAddress),
        Chain(RootIncluded),
        Chain(Stranger),
        Chain(SelfSigned),
        Chain(SelfSignedLocally),
        Names(NotCovered),
        Names(AddressNotCovered),
        Names(NoAlternativeNames),
        Names(BareDomain),
        Names(OnlyWithWww),
        Names(OnlyWithoutWww),
        Names(OneFormOnly),
        Validity(Expired),
        Validity(ExpiredIssuer),
        Validity(NotYetValid),
        Validity(RenewNow),
        Validity(NextRenewal),
        Keys(ShortRsa),
        Keys(NoKey),
    ]
};

/// Where the sentences of a message lie: with the first screen, where a glance says them often. What it says rarely would
/// keep everybody waiting.
pub fn of(message: MessageId) -> Shelf {
    if OFTEN.contains(&message) { Shelf::First } else { Shelf::Rest }
}

/// The shelves that a glance's findings need.
pub fn needed_by(findings: &[Finding]) -> &'static [Shelf] {
    let often = findings.iter().all(|finding| of(finding.message.id) == Shelf::First);
    if often { &[Shelf::First] } else { &Shelf::ALL }
}

/// Keys of messages' sentences have this bit: they count, in place of being made from the text.
const COUNTED: u32 = 1 << 31;

/// Bits of a key that is made from a text. Two texts may meet by chance; whoever writes the files refuses that.
const HASHED: u32 = (1 << 24) - 1;

/// The key of a text: FNV-1a over both languages, so that a changed translation never meets an old file's.
pub const fn key(en: &str, zh: &str) -> u32 {
    const fn add(mut hash: u32, text: &[u8]) -> u32 {
        let mut at = 0;
        while at < text.len() {
            hash = (hash ^ text[at] as u32).wrapping_mul(0x0100_0193);
            at += 1;
        }
        hash
    }
    let hash = add(add(add(0x811c_9dc5, en.as_bytes()), &[0]), zh.as_bytes());
    (hash ^ (hash >> 24)) & HASHED
}

/// The key of a message's sentence (title, why, fix), by the family, the message's place in it, and the sentence's.
pub const fn sentence_key(family: u32, message: u32, sentence: u32) -> u32 {
    COUNTED | family << 16 | message << 2 | sentence
}

/// A file of texts: how many runs of keys there are; for each run how far it starts behind the one before, and how many
/// keys it has; then the texts, each with a zero byte behind it. Numbers are LEB128.
///
/// The texts come in the order of their keys, and hold no zero byte.
pub fn write<'t>(texts: impl IntoIterator<Item = (u32, &'t str)>) -> Vec<u8> {
    let (mut runs, mut body): (Vec<(u32, u32)>, _) = (Vec::new(), Vec::new());
    for (key, text) in texts {
        match runs.last_mut() {
            Some((start, length)) if *start + *length == key => *length += 1,
            _ => runs.push((key, 1)),
        }
        body.extend(text.bytes().chain([0]));
    }
    let mut out = Vec::new();
    let mut number = |mut number: u32| {
        while number > 0x7f {
            out.push(number as u8 | 0x80);
            number >>= 7;
        }
        out.push(number as u8);
    };
    number(runs.len() as u32);
    let mut end = 0;
    for (start, length) in runs {
        number(start - end);
        number(length);
        end = start + length;
    }
    out.extend(body);
    out
}

/// The keys and texts of a file; none of one that is not whole.
pub fn read(file: &[u8]) -> Option<Vec<(u32, &str)>> {
    let mut rest = file;
    let mut keys = Vec::new();
    let mut end = 0_u32;
    for _ in 0..number(&mut rest)? {
        let start = end.checked_add(number(&mut rest)?)?;
        end = start.checked_add(number(&mut rest)?)?;
        if (end - start) as usize > rest.len() {
            return None; // more keys than there can be texts
        }
        keys.extend(start..end);
    }
    let texts: Vec<_> = str::from_utf8(rest).ok()?.strip_suffix('\0')?.split('\0').collect();
    (keys.len() == texts.len()).then(|| keys.into_iter().zip(texts).collect())
}

fn number(rest: &mut &[u8]) -> Option<u32> {
    let (mut number, mut shift) = (0_u32, 0_u32);
    loop {
        let (first, behind) = rest.split_first()?;
        *rest = behind;
        number |= u32::from(first & 0x7f).checked_shl(shift)?;
        if first & 0x80 == 0 {
            return Some(number);
        }
        shift += 7;
    }
}

/// What the page has fetched.
#[cfg(all(feature = "words-beside", target_family = "wasm"))]
mod stock {
    use super::{Lang, Shelf, read};
    use std::cell::RefCell;

    /// A file's texts, in the order of their keys.
    type Texts = Vec<(u32, &'static str)>;

    thread_local! {
        static STOCK: RefCell<Vec<((Lang, Shelf), Texts)>> = const { RefCell::new(Vec::new()) };
    }

    /// Puts a file's texts on its shelf; whether it is whole. They stay there as long as the page.
    pub fn stock(lang: Lang, shelf: Shelf, file: Vec<u8>) -> bool {
        let texts = read(file.leak());
        texts.map(|texts| STOCK.with_borrow_mut(|stock| stock.push(((lang, shelf), texts)))).is_some()
    }

    /// Whether a shelf is filled.
    pub fn has(lang: Lang, shelf: Shelf) -> bool {
        STOCK.with_borrow(|stock| stock.iter().any(|(of, _)| *of == (lang, shelf)))
    }

    /// A text; none while its shelf is empty.
    pub fn find(lang: Lang, key: u32) -> Option<&'static str> {
        STOCK.with_borrow(|stock| {
            stock.iter().filter(|((of, _), _)| *of == lang).find_map(|(_, texts)| {
                let at = texts.binary_search_by(|(known, _)| known.cmp(&key)).ok()?;
                Some(texts.get(at)?.1)
            })
        })
    }
}
#[cfg(all(feature = "words-beside", target_family = "wasm"))]
pub use stock::{find, has, stock};

#[cfg(test)]
mod tests {
    use super::{key, read, sentence_key, write};

    #[test]
    fn what_is_written_is_read() {
        let sentences = (0..3).map(|sentence| sentence_key(2, 7, sentence));
        let keys: Vec<_> = [key("a", "甲"), key("b", "乙")].into_iter().collect();
        let mut texts: Vec<_> = keys.into_iter().chain(sentences).zip(["一", "two", "", "four", "五"]).collect();
        texts.sort_unstable();
        let file = write(texts.iter().copied());
        assert_eq!(read(&file), Some(texts));
        for cut in 0..file.len() {
            assert_eq!(read(&file[..cut]), None, "cut at {cut}");
        }
    }

    #[test]
    fn a_translation_has_its_own_key() {
        assert_ne!(key("ready", "可用"), key("ready", "就绪"));
        assert_ne!(key("ab", "c"), key("a", "bc"));
    }
}
