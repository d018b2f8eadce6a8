super::messages! {
    /// NAM: names.
    NameMessage {
        NotCovered,
    }
}
