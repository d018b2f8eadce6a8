super::messages! {
    /// CHN: the chain.
    ChainMessage {
        NoServerCertificate,
    }
}
