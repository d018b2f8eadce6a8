super::messages! {
    /// What is to be known of one server, beyond what holds for every server.
    RemarkMessage {
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
