super::messages! {
    /// VAL: dates.
    ValidityMessage {
        Expired,
        ExpiredIssuer,
        NotYetValid,
        NotYetValidIssuer,
        RenewNow,
        TooLong,
        TooLongPrivate,
        TooLongForApple,
        ChainEndsFirst,
        DateEncoding,
        EndsBeforeStart,
        NextRenewal,
    }
}
