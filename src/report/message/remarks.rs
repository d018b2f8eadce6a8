super::messages! {
    /// What is to be known of one server, beyond what holds for every server.
    RemarkMessage {
        PythonAlone,
        TraefikSharedOptions,
        EnvoyRestart,
        JavaOldProtocols,
        TomcatWholeFile,
        SpringLocation,
        KestrelProgram,
        WindowsSite,
        WindowsWholeServer,
        WindowsRewrite,
        WholeConfiguration,
        StapleFile,
        BehindHitch,
        SquidWithOpenSsl,
        BaotaBoxes,
        BaotaRewrites,
        OraclePorts,
        LiteSpeedMerge,
        LiteSpeedListeners,
    }
}
