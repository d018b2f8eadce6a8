super::messages! {
    /// CHN: the chain.
    ChainMessage {
        NoServerCertificate, OnlyARoot,
        LeafNotFirst, WrongOrder,
        MissingIssuer, MissingIssuerWithoutAddress, MissingAbove, MissingAboveWithoutAddress, MissingRoot, MissingNamesake, MissingNamesakeAt, MissingSupplied, Circle,
        RootIncluded,
        Stranger, StrangerBesideGap, ExpiredAlternative,
        WrongKey, BrokenSignature, NotByKnownRoot, UnverifiedSignature,
        SeveralSites, SeveralKeys, SeveralIssues,
        NotCa, NoBasicConstraints, NoCertSign,
        PathTooLong, PathTooDeepForUser,
        OutsideConstraints, BrokenConstraints,
        KeyIdsDisagree, SerialsDisagree, NameDiffers,
        SeveralPaths, SeveralPrivatePaths,
        WiderReach, ShorterHandshake,
        IssuerNotForServers, IssuerNotForClients,
        SelfSigned, SelfSignedLocally,
        KeepCrossSigned,
        WeakSignature, WeakKey,
        TooManySignatures, TooManyPaths, PathTooDeep, TooManyNames,
        NoCommonPolicy, MapsAnyPolicy,
    }
}
