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
        NothingToLookUp,
        OnlySome,
        UnknownCritical,
        WithoutEnd,
        TooOld,
        NoAnswer,
        UnknownToResponder,
        ListLacks,
        ListCriticality,
    }
}
