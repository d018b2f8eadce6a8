super::messages! {
    /// What is to be known of one server, beyond what holds for every server.
    RemarkMessage {
        JavaOldProtocols,
        TomcatWholeFile,
        SpringLocation,
        KestrelProgram,
        WindowsSite,
        WindowsWholeServer,
        WindowsRewrite,
    }
}
