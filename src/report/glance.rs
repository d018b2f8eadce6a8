use super::{CertificateSummary, Chain, Finding, Input, Names, Order, Report, Tally, Timestamp, Validity, Verdict};

/// As much of a [`Report`] as can be known at a glance.
#[derive(Clone, Debug, PartialEq)]
pub struct Glance {
    /// The moment the certificates were judged at.
    pub now: Timestamp,
    /// The worst severity among the findings, as one word.
    pub verdict: Verdict,
    /// Each stands in the engine's report, too.
    pub findings: Vec<Finding>,
    /// How many checks were made, and how they ended.
    pub tally: Tally,
    /// What each file and block was understood to be.
    pub inputs: Vec<Input>,
    /// Every distinct certificate.
    pub certificates: Vec<CertificateSummary>,
    /// The server certificate that the verdict is about.
    pub leaf: Option<usize>,
    /// The certificates in the order given.
    pub given: Vec<usize>,
    /// What a server ought to send, in order, unless a signature is wrong.
    pub served: Vec<usize>,
    /// Whether the order given can be served as it is.
    pub order: Order,
    /// Nothing is missing on the way to a root that is known or given.
    pub complete: bool,
    /// The wanted hosts and what covers them.
    pub names: Names,
    /// The dates of the server certificate and its chain.
    pub validity: Option<Validity>,
}

impl From<Glance> for Report {
    fn from(glance: Glance) -> Self {
        Self {
            verdict: glance.verdict,
            findings: glance.findings,
            tally: glance.tally,
            inputs: glance.inputs,
            certificates: glance.certificates,
            chain: Chain {
                leaf: glance.leaf,
                given: glance.given,
                served: glance.served,
                order: glance.order,
                complete: glance.complete,
                ..Chain::default()
            },
            names: glance.names,
            validity: glance.validity,
            ..Self::empty(glance.now)
        }
    }
}
