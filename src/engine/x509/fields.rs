use super::Certificate;
use crate::report::field::CertificateDetail;

/// Every field of a certificate, for the detail view.
pub fn detail(certificate: &Certificate, index: usize) -> CertificateDetail {
    CertificateDetail { certificate: index, fields: Vec::new(), der: certificate.der.to_vec(), pem: String::new() }
}
