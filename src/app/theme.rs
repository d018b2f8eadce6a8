//! Light or dark.

/// Colours of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the system has it.
    #[default]
    Auto,
    /// Dark ink on light paper.
    Light,
    /// The reverse.
    Dark,
}

impl Theme {
    /// The value of `data-theme`.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The theme of a remembered value.
    pub fn from_id(id: &str) -> Self {
        [Self::Light, Self::Dark].into_iter().find(|theme| theme.id() == id).unwrap_or_default()
    }

    /// What the switch goes to next.
    pub const fn next(self) -> Self {
        match self {
            Self::Auto => Self::Light,
            Self::Light => Self::Dark,
            Self::Dark => Self::Auto,
        }
    }
}
