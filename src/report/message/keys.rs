super::messages! {
    /// KEY: keys.
    KeyMessage {
        NoKey,
    }
}
