super::messages! {
    /// DEP: deployment.
    DeployMessage {
        NoResponder,
    }
}
