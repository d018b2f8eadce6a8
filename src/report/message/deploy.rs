super::messages! {
    /// DEP: deployment.
    DeployMessage {
        SecurityLevel,
        OldProtocols,
        OnlyTls13,
        NoResponder,
        MustStapleWithoutResponder,
        NameCharacter,
        NameForm,
        NamesSkipped,
        NoUsableName,
        UpstreamCharacter,
        UpstreamForm,
        UnwritableCharacter,
        Misread,
        OptionsLeftOut,
        ProtocolsLeftOut,
        NoProtocol,
        VersionTooOld,
        AlsoInFront,
        SubdomainsLeftOut,
        UnknownTarget,
        UnknownVersion,
    }
}
