super::messages! {
    /// KEY: keys.
    KeyMessage {
        BelongsToNone,
        BelongsElsewhere,
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
        NoKey,
        SharedKey,
        NationalAlgorithm,
        PostQuantumAlgorithm,
        RequestForOtherKey,
        RequestForUnknownKey,
        RequestSignatureWrong,
    }
}
