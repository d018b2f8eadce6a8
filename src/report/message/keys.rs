super::messages! {
    /// KEY: keys.
    KeyMessage {
        BelongsToNone,
        BelongsElsewhere,
        BelongsToAuthority,
        PairUnchecked,
        ShortRsa,
        RefusedByChromium,
        RefusedByBrowsers,
        NationalOnly,
        PostQuantumOnly,
        UnknownAlgorithm,
        EncryptedKey,
        BadExponent,
        EvenModulus,
        RocaModulus,
        PointOffCurve,
        BrokenPrivateKey,
        NoKey,
        SharedKey,
        NationalAlgorithm,
        PostQuantumAlgorithm,
        RequestForOtherKey,
        RequestForUnknownKey,
        RequestSignatureWrong,
    }
}
