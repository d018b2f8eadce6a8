//! Certificate signing requests (PKCS#10, RFC 2986).

use super::super::super::x509::{CertificateRequest, ParseError};
use super::super::collector::Collector;
use super::super::format::Block;

pub(in super::super) fn read(collector: &mut Collector<'_>, block: &Block) -> Result<usize, ParseError> {
    let request = CertificateRequest::parse(&block.bytes)?;
    let length = request.signed.der.len();
    collector.request(block.place, request);
    Ok(length)
}
