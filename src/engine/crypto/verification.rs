/// What came of a verification.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verification {
    /// The signature is right.
    Valid,
    /// The signature is wrong for this key.
    Invalid,
    /// We lack the mathematics, or the budget ran out: nothing was learnt.
    NotChecked,
}

impl From<bool> for Verification {
    fn from(valid: bool) -> Self {
        if valid { Self::Valid } else { Self::Invalid }
    }
}
