//! Certificates in clean files: PEM without anything around its blocks, or one DER structure. Everything else is for the
//! other readers.

use super::base64::Decoder;
use super::{Given, Material};
use crate::engine::x509::{self, der::Element};
use crate::report::{Input, InputKind, Source};

/// Bytes of all sources, and certificates: an ordinary chain and a bit. Whoever brings more waits for the engine.
const MOST_BYTES: usize = 128 << 10;
const MOST_CERTIFICATES: usize = 16;

/// The longest line of base64 that is read here. RFC 7468 writes 64, others 76.
const LONGEST_LINE: usize = 76;

const BEGIN: &[u8] = b"-----BEGIN CERTIFICATE-----";
const END: &[u8] = b"-----END CERTIFICATE-----";

/// The certificates of the sources; none where there is anything else, or nothing.
pub(in super::super) fn read_clean(sources: &[Source]) -> Option<Material> {
    let mut material = Material::default();
    let bytes = sources.iter().map(|source| source.bytes.len()).fold(0, usize::saturating_add);
    // Files in folders may be parts of a pack.
    if bytes > MOST_BYTES || sources.iter().any(|source| source.name.contains(['/', '\\'])) {
        return None;
    }
    for (index, source) in sources.iter().enumerate() {
        let before = material.given.len();
        let mut add = |der: &[u8], line| add(&mut material, (index, source), der, line);
        match source.bytes.first() {
            Some(0x30) => add(&source.bytes, None)?,
            _ => blocks(&source.bytes, &mut add)?,
        }
        if material.given.len() == before {
            return None;
        }
    }
    (!material.given.is_empty()).then_some(material)
}

/// Takes DER, and the line that it begins in; none ends the reading.
type Take<'a> = dyn FnMut(&[u8], Option<u32>) -> Option<()> + 'a;

/// Hands over what each block of a text holds.
fn blocks(text: &[u8], add: &mut Take<'_>) -> Option<()> {
    let mut block: Option<(u32, Decoder)> = None;
    let mut number = 0_u32;
    for line in text.split(|byte| *byte == b'\n') {
        number = number.saturating_add(1);
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        match block.take() {
            None if line == BEGIN => block = Some((number, Decoder::for_characters(text.len()))),
            None if line.is_empty() => {}
            None => return None,
            Some((begin, decoder)) if line == END => {
                let (der, whole) = decoder.finish();
                whole.then(|| add(&der, Some(begin)))??;
            }
            Some((begin, mut decoder)) => {
                let fits = (1..=LONGEST_LINE).contains(&line.len());
                if !fits || !line.iter().all(|byte| decoder.push(*byte)) {
                    return None;
                }
                block = Some((begin, decoder));
            }
        }
    }
    block.is_none().then_some(())
}

fn add(material: &mut Material, (source_index, source): (usize, &Source), der: &[u8], line: Option<u32>) -> Option<()> {
    let is_whole = Element::read(der, 0).is_ok_and(|element| element.raw.len() == der.len());
    if !is_whole || material.given.len() >= MOST_CERTIFICATES {
        return None;
    }
    let sha256 = x509::fingerprint(der);
    let known = material.certificates.iter().position(|known| known.sha256 == sha256);
    let certificate = known.unwrap_or(material.certificates.len());
    if known.is_none() {
        material.certificates.push(x509::read(der, &mut "").ok()?);
    }
    material.given.push(Given { certificate, input: Some(material.inputs.len()) });
    material.inputs.push(Input {
        source: source.name.clone(),
        source_index,
        kind: InputKind::Certificate,
        role: None,
        certificate: Some(certificate),
        key: None,
        public_key: None,
        request: None,
        revocation: None,
        line,
    });
    Some(())
}
