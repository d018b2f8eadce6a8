super::messages! {
    /// What is to be known of one server, beyond what holds for every server.
    RemarkMessage {
        UpstreamAssumed,
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
    }
}
