super::messages! {
    /// CRT: one certificate.
    CertificateMessage {
        NotVersion3,
    }
}
