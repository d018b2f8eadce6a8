super::messages! {
    /// INP: what was put in.
    InputMessage {
        NothingReadable,
    }
}
