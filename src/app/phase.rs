//! Where the work stands.

/// The contract's `data-state`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Phase {
    /// Nothing was put in.
    #[default]
    Empty,
    /// The input has changed since the last answer.
    Working,
    /// The answer is for the input.
    Done,
    /// There is no answer: stopped or crashed.
    Failed,
}

impl Phase {
    /// The value of the attribute.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::Working => "working",
            Self::Done => "done",
            Self::Failed => "failed",
        }
    }
}
