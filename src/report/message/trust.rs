super::messages! {
    /// TRU: trust and revocation.
    TrustMessage {
        Revoked,
        AuthorityRevoked,
        OnHold,
        RevokedUnproved,
        Stale,
        NotYet,
        SignatureWrong,
        SignerMissing,
        SignerUnauthorised,
        SignatureNotChecked,
        AboutOthers,
        NoAnswer,
        UnknownToResponder,
    }
}
