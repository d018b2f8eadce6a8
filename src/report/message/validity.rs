super::messages! {
    /// VAL: dates.
    ValidityMessage {
        Expired,
    }
}
