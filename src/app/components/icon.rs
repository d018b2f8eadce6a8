use crate::report::{InputKind, Severity};
use yew::prelude::*;

/// The page's signs: drawn with the text's colour, always beside a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    Archive,
    Bad,
    Close,
    #[cfg(feature = "look")]
    Copy,
    Document,
    Download,
    Good,
    Info,
    Key,
    Lock,
    Loupe,
    Theme,
    Warning,
}

impl Sign {
    /// The sign of a severity; none means that all is well.
    pub const fn of(severity: Option<Severity>) -> Self {
        match severity {
            Some(Severity::Error) => Self::Bad,
            Some(Severity::Warning) => Self::Warning,
            Some(Severity::Info) => Self::Info,
            None => Self::Good,
        }
    }

    /// The sign of an input.
    pub const fn input(kind: InputKind) -> Self {
        match kind {
            InputKind::PrivateKey | InputKind::PublicKey | InputKind::Parameters | InputKind::Password => Self::Key,
            InputKind::Archive | InputKind::Jks | InputKind::Pkcs7 | InputKind::Pkcs12 => Self::Archive,
            InputKind::Unknown | InputKind::ErrorText => Self::Warning,
            InputKind::Certificate | InputKind::Csr | InputKind::Crl | InputKind::Ocsp | InputKind::Article => {
                Self::Document
            }
        }
    }

    /// Strokes on a field of 20 × 20.
    const fn strokes(self) -> &'static str {
        match self {
            Self::Archive => "M3.5 5.5h13v11h-13zM3.5 9h13M8.5 12h3",
            Self::Bad => "M10 2.2 17.8 10 10 17.8 2.2 10zM10 6.4v4.3M10 13.4v.1",
            Self::Close => "m5.5 5.5 9 9m0-9-9 9",
            #[cfg(feature = "look")]
            Self::Copy => "M7 7h9.5v9.5H7zM13 7V3.5H3.5V13H7",
            Self::Document => "M5 2.5h6.5L15.5 6v11.5H5zM11.3 2.6v3.7h4",
            Self::Download => "M10 3v9.5m-4-4 4 4 4-4M3.5 16.5h13",
            Self::Good => "m4 10.5 4 4 8-9",
            Self::Info => "M10 2.5a7.5 7.5 0 1 1 0 15 7.5 7.5 0 0 1 0-15M10 9v4.4M10 6.5v.1",
            Self::Key => "M6.9 9.2a3.2 3.2 0 1 0 0 1.6M7 10h10v2.6M13.4 10v2.2",
            Self::Lock => "M4.5 9h11v8h-11zM7 9V6.4a3 3 0 0 1 6 0V9",
            Self::Loupe => {
                "M8.7 2.9a5.8 5.8 0 1 1 0 11.6 5.8 5.8 0 0 1 0-11.6M13.1 13.1l4.4 4.4M6.3 8.8l1.8 1.8 3.2-3.7"
            }
            Self::Theme => "M10 2.8a7.2 7.2 0 1 0 0 14.4zM10 2.8a7.2 7.2 0 0 1 0 14.4",
            Self::Warning => "M10 3 18 17H2zM10 8.4v3.8M10 14.6v.1",
        }
    }
}

/// A sign. Decoration: the word beside it says the same. A function, for it holds no state and stands everywhere.
pub fn icon(sign: Sign) -> Html {
    icon_with(sign, "")
}

/// A sign with a class of its own.
pub fn icon_with(sign: Sign, class: &'static str) -> Html {
    html! {
        <svg class={classes!("cl-icon", class)} viewBox="0 0 20 20" aria-hidden="true" focusable="false">
            <path d={sign.strokes()} />
        </svg>
    }
}

/// The class that colours a severity.
pub const fn severity_class(severity: Option<Severity>) -> &'static str {
    match severity {
        Some(Severity::Error) => "cl-is-bad",
        Some(Severity::Warning) => "cl-is-warning",
        Some(Severity::Info) => "cl-is-info",
        None => "cl-is-good",
    }
}
