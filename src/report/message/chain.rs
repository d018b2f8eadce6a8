super::messages! {
    /// CHN: the chain.
    ChainMessage {
        NoServerCertificate, OnlyARoot,
        LeafNotFirst, WrongOrder,
        MissingIssuer, MissingIssuerWithoutAddress, MissingAbove, MissingAboveWithoutAddress, MissingRoot, Circle,
        RootIncluded,
        Stranger, StrangerBesideGap, ExpiredAlternative,
        WrongKey, BrokenSignature,
        SeveralSites, SeveralKeys, SeveralIssues,
        NotCa, NoBasicConstraints, NoCertSign,
        PathTooLong,
        OutsideConstraints, BrokenConstraints,
        KeyIdsDisagree, SerialsDisagree,
        SeveralPaths,
        IssuerNotForServers,
        SelfSigned, SelfSignedLocally,
        KeepCrossSigned,
        WeakSignature, WeakKey,
        TooManySignatures, TooManyPaths, PathTooDeep, TooManyNames,
    }
}
