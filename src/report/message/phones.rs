super::messages! {
    /// PLT008, PLT011 and PLT012: what phones say in the handshake and of the certificate.
    PhoneMessage {
        TlsVersions,
        TlsVersionsNewPhones,
        TlsOnly13,
        TlsTooOld,
        TlsOldOn,
        CurveShutsOut,
        TransportKey,
        TransportHash,
        TransportTimestamps,
        TransportSuites,
        TransportVersion,
        NoFetching,
        OneCurve,
        LogsWanted,
        UserAuthorities,
        RootSince,
    }
}
