super::messages! {
    /// CHN: the chain.
    ChainMessage {
        NoServerCertificate, OnlyARoot,
        LeafNotFirst, WrongOrder,
        MissingIssuer, MissingIssuerWithoutAddress, MissingAbove, MissingAboveWithoutAddress, MissingRoot, Circle,
        RootIncluded,
        Stranger, StrangerBesideGap, ExpiredAlternative,
        WrongKey, BrokenSignature, UnverifiedSignature,
        SeveralSites, SeveralKeys, SeveralIssues,
        NotCa, NoBasicConstraints, NoCertSign,
        PathTooLong, PathTooDeepForUser,
        OutsideConstraints, BrokenConstraints,
        KeyIdsDisagree, SerialsDisagree,
        SeveralPaths,
        IssuerNotForServers, IssuerNotForClients,
        SelfSigned, SelfSignedLocally,
        KeepCrossSigned,
        WeakSignature, WeakKey,
        TooManySignatures, TooManyPaths, PathTooDeep, TooManyNames,
        NoCommonPolicy, MapsAnyPolicy,
    }
}
