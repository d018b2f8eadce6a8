//! A missing issuer, and what the supply has to say to it.

use crate::app::state::Stock;
use crate::report::{MissingIssuer, Repair, Report};

/// Whether the supply has a missing issuer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// It has: index into the report's certificates.
    Here(usize),
    /// Its files are on their way.
    Coming,
    /// Its files can not be had.
    Absent,
    /// It has not.
    Nowhere,
}

impl Place {
    /// The value of the hook.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Here(_) => "has",
            Self::Coming => "coming",
            Self::Absent => "absent",
            Self::Nowhere => "lacks",
        }
    }
}

/// Where a missing issuer can be had.
pub fn place(missing: &MissingIssuer, report: &Report, stock: Stock) -> Place {
    match (issuer_in_supply(missing.issued, report), stock) {
        (Some(index), _) => Place::Here(index),
        (None, Stock::Coming) => Place::Coming,
        (None, Stock::Absent) => Place::Absent,
        (None, Stock::Here) => Place::Nowhere,
    }
}

/// The certificate of the supply that stands above another one on some way upward.
pub fn issuer_in_supply(issued: usize, report: &Report) -> Option<usize> {
    let pairs = report.chain.paths.iter().flat_map(|path| path.certificates.windows(2));
    pairs
        .filter_map(|pair| <[usize; 2]>::try_from(pair).ok())
        .find_map(|[below, above]| (below == issued && report.chain.supplied.contains(&above)).then_some(above))
}

/// Whether a repair would close the gap.
pub fn can_be_closed(report: &Report) -> bool {
    report.findings.iter().any(|finding| finding.repair == Some(Repair::FullChain))
}
