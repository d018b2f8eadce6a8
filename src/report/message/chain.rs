super::messages! {
    /// CHN: the chain.
    ChainMessage {
        NoServerCertificate, OnlyARoot,
        LeafNotFirst, WrongOrder,
        MissingIssuer, MissingIssuerWithoutAddress, MissingAbove, MissingAboveWithoutAddress, MissingRoot, MissingSupplied, Circle,
        RootIncluded,
        Stranger, StrangerBesideGap, ExpiredAlternative,
        WrongKey, BrokenSignature, NotByKnownRoot,
        SeveralSites, SeveralKeys, SeveralIssues,
        NotCa, NoBasicConstraints, NoCertSign,
        PathTooLong,
        OutsideConstraints, BrokenConstraints,
        KeyIdsDisagree, SerialsDisagree,
        SeveralPaths,
        WiderReach, ShorterHandshake,
        IssuerNotForServers,
        SelfSigned, SelfSignedLocally,
        KeepCrossSigned,
        WeakSignature, WeakKey,
        TooManySignatures, TooManyPaths, PathTooDeep, TooManyNames,
    }
}
