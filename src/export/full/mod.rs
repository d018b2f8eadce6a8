//! Every format in which what was inspected can be written, one file a format; and new keys with their requests.
//!
//! Structure is written with the engine's own DER writer, every hash, cipher and derivation is RustCrypto's. Random
//! bytes come in as a source, so that a test can repeat what it writes.

mod armour;
mod asn1;
mod bundle;
mod consoles;
mod create;
mod dane;
mod hosts;
mod html;
mod jks;
mod json;
mod key;
mod kubernetes;
mod lock;
mod markdown;
mod order;
mod pfx;
mod pin;
mod pkcs7;
mod refusal;
mod request;
mod text;
mod zip;

pub use bundle::bundle;
pub use create::create;

use super::pem::chain_files;
use crate::engine::Analysis;
use crate::report::{
    Cite, FileFormat, Finding, Message,
    message::ExportMessage,
    wire::{ConvertOptions, File},
};
use crate::text::Lang;
use getrandom::SysRng;
use key::Key;
use order::{Asked, Order};
use rand_core::{CryptoRng, UnwrapErr};

/// Where random bytes come from.
type Random<'a> = &'a mut dyn CryptoRng;
/// A file or its parts as bytes, or why not. Boxed, because a refusal is rare and large.
type Made<T> = Result<T, Box<Finding>>;
/// Makes the files of one format.
type Write = fn(&Order<'_>, Random<'_>) -> Made<Vec<File>>;
/// The same of a key, which may have no certificate.
type WriteKey = fn(&Asked<'_>, &Key<'_>, Random<'_>) -> Made<Vec<File>>;

/// Makes the report in one format; none where it can not be written.
type WriteReport = fn(&Analysis, Lang) -> Option<Vec<u8>>;

/// Writes what was inspected in another format, for the server certificate and with the key that belongs to it.
///
/// # Errors
/// Why the format can not be written: no server certificate, no key or a locked one, a key of a kind that the format
/// has no place for, no password where there must be one.
pub fn convert(analysis: &Analysis, options: &ConvertOptions, random: Random<'_>) -> Result<Vec<File>, Vec<Finding>> {
    if let Some(write) = reporter(options.format) {
        return report(analysis, options, write).map(|file| vec![file]).map_err(|refused| vec![*refused]);
    }
    let alone = key_writer(options.format).and_then(|write| Some((write, Asked::of_key(analysis, options)?)));
    let made = match alone {
        Some((write, asked)) => asked.and_then(|(asked, key)| write(&asked, &key, random)),
        None => Order::new(analysis, options).and_then(|order| write(&order, random)),
    };
    made.map_err(|refused| vec![*refused])
}

/// The random source of the system, in a browser `crypto.getRandomValues`. A system without one can make no key at
/// all: that ends the program, for there is nothing that could be done in its place.
pub fn randomness() -> impl CryptoRng {
    UnwrapErr(SysRng)
}

fn write(order: &Order<'_>, random: Random<'_>) -> Made<Vec<File>> {
    match key_writer(order.format()) {
        Some(write) => write(order, &order.key()?, random),
        None => writer(order.format())(order, random),
    }
}

/// Who writes a key by itself.
const fn key_writer(format: FileFormat) -> Option<WriteKey> {
    Some(match format {
        FileFormat::Pkcs8 | FileFormat::Pkcs8Scrypt => key::pkcs8_text,
        FileFormat::Pkcs8Der => key::pkcs8_binary,
        FileFormat::Pkcs1 => key::pkcs1,
        FileFormat::Sec1 => key::sec1,
        _ => return None,
    })
}

/// Who writes a format.
const fn writer(format: FileFormat) -> Write {
    match format {
        FileFormat::Pem | FileFormat::Chain | FileFormat::Certificate => certificates,
        FileFormat::Der => der,
        FileFormat::P7b => pkcs7::binary,
        FileFormat::P7bPem => pkcs7::text,
        FileFormat::Pkcs8 | FileFormat::Pkcs8Scrypt | FileFormat::Pkcs8Der | FileFormat::Pkcs1 | FileFormat::Sec1 => {
            write
        }
        FileFormat::Pfx => pfx::modern,
        FileFormat::PfxLegacy => pfx::legacy,
        FileFormat::Jks => jks::write,
        FileFormat::KubernetesSecret => kubernetes::write,
        FileFormat::Aws => consoles::aws,
        FileFormat::Tencent | FileFormat::Alibaba | FileFormat::Huawei => consoles::two_fields,
        FileFormat::SpkiPin => pin::write,
        FileFormat::Tlsa => dane::write,
        FileFormat::Json | FileFormat::Markdown | FileFormat::Html => |order, _| {
            let write = reporter(order.format()).ok_or_else(|| order.refuse(ExportMessage::NotWritten))?;
            Ok(vec![report(order.analysis, order.options, write)?])
        },
        FileFormat::Text => text::write,
        FileFormat::Zip => zip::write,
    }
}

/// One of the files that the base engine makes too. A chain of the server certificate alone has no `chain.pem`.
fn certificates(order: &Order<'_>, _: Random<'_>) -> Made<Vec<File>> {
    let wanted = order.format().file_name();
    let files: Vec<_> = chain_files(order.analysis).into_iter().filter(|file| file.name == wanted).collect();
    if files.is_empty() { Err(order.refuse(ExportMessage::NoIssuer)) } else { Ok(files) }
}

/// Who writes the report in a format of reports. There is one of whatever was given.
const fn reporter(format: FileFormat) -> Option<WriteReport> {
    Some(match format {
        FileFormat::Json => json::write,
        FileFormat::Markdown => markdown::write,
        FileFormat::Html => html::write,
        _ => return None,
    })
}

fn report(analysis: &Analysis, options: &ConvertOptions, write: WriteReport) -> Made<File> {
    let name = options.format.file_name();
    match write(analysis, Lang::from_tag(&options.lang)) {
        Some(bytes) => Ok(File { name: name.to_owned(), bytes }),
        None => {
            Err(refusal::refused(Message::new(ExportMessage::NotWritten).with("file", name), &[Cite::rfc(8259, "")]))
        }
    }
}

fn der(order: &Order<'_>, _: Random<'_>) -> Made<Vec<File>> {
    Ok(vec![order.file(order.leaf.der.to_vec())])
}
