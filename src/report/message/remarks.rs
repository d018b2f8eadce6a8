super::messages! {
    /// What is to be known of one server, beyond what holds for every server.
    RemarkMessage {
        HostSsl,
        LeavesWaiting,
        OnlyNamedListeners,
        OpportunisticMail,
        PlainBehind,
        PlainPortStays,
        RequireTransport,
        SignedByOtherKind,
    }
}
