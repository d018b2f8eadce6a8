//! The outline of a DER structure: what its parts are, as far as the bytes are there. Enough to tell formats apart.

use super::super::x509::der::{Element, Elements, tag};

/// The outermost SEQUENCE of some bytes.
pub(super) struct Shape<'a> {
    /// Its parts.
    parts: Vec<Element<'a>>,
    /// Bytes that its header claims and that are not there.
    cut: bool,
}

/// No format needs to see more parts.
const ENOUGH: usize = 10;

impl<'a> Shape<'a> {
    /// The outline of what `bytes` begin with; without parts where that is no SEQUENCE.
    pub(super) fn of(bytes: &'a [u8]) -> Self {
        let cut = Elements::new(bytes, 0).next_element().is_err();
        match Elements::new(bytes, 0).next_cut() {
            Ok(outer) if outer.is(tag::SEQUENCE) => Self { parts: parts(&outer), cut },
            _ => Self { parts: Vec::new(), cut: false },
        }
    }

    /// Whether bytes are missing at the end.
    pub(super) fn is_cut(&self) -> bool {
        self.cut
    }

    /// The parts.
    pub(super) fn parts(&self) -> &[Element<'a>] {
        &self.parts
    }

    /// The parts of the first part, where that is a SEQUENCE.
    pub(super) fn first(&self) -> Vec<Element<'a>> {
        self.parts.first().filter(|first| first.is(tag::SEQUENCE)).map(parts).unwrap_or_default()
    }

    /// The first element inside a part.
    pub(super) fn first_of(&self, index: usize) -> Option<Element<'a>> {
        self.parts.get(index)?.children().next_cut().ok()
    }

    /// Whether the parts have these universal tags, as far as they are there: at least one.
    pub(super) fn starts_with(&self, tags: &[u32]) -> bool {
        starts_with(&self.parts, tags)
    }
}

/// Whether elements have these universal tags, as far as they are there: at least one.
pub(super) fn starts_with(elements: &[Element<'_>], tags: &[u32]) -> bool {
    !elements.is_empty() && elements.iter().zip(tags).all(|(element, tag)| element.is(*tag))
}

fn parts<'a>(outer: &Element<'a>) -> Vec<Element<'a>> {
    let mut elements = outer.children();
    std::iter::from_fn(|| elements.next_cut().ok()).take(ENOUGH).collect()
}
