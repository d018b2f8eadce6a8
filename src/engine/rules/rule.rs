use crate::engine::{
    Analysis, Law,
    platforms::PlatformRule,
    profile::{self, Violation},
    x509::Certificate,
};
use crate::report::{
    Cite, Code, Evidence, Finding, HostCoverage, Judge, Message, MessageId, Platform, Repair, Role, Severity,
    Timestamp, Value,
};

/// One rule: what it looks at, what it rests on, since when, and how it looks.
#[derive(Debug)]
pub struct Rule {
    /// Its entry in the catalogue.
    pub code: Code,
    /// The paragraphs it rests on; the first is the one that decides.
    pub cites: &'static [Cite],
    /// When it judges: by a certificate's own notBefore.
    pub in_force: InForce,
    /// What it looks at, and how.
    pub check: Check,
}

/// The dates between which a rule judges certificates, by their notBefore.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InForce {
    /// It judges every certificate.
    Always,
    /// It judges certificates issued from this moment on.
    Since(Timestamp),
    /// It judges certificates issued in `[since, until)`.
    Between(Timestamp, Timestamp),
}

impl InForce {
    /// Whether the rule judges a certificate issued at this moment.
    pub fn covers(self, issued: Timestamp) -> bool {
        match self {
            Self::Always => true,
            Self::Since(since) => issued >= since,
            Self::Between(since, until) => (since..until).contains(&issued),
        }
    }
}

/// What a rule looks at. Each subject is one check in the tally.
#[derive(Clone, Copy)]
pub enum Check {
    /// The whole of what was given, once. `in_force` is asked with the leaf's notBefore, where there is a leaf.
    Once(fn(&Analysis, &mut Sink)),
    /// The server certificate, by its index.
    Leaf(fn(&Analysis, usize, &Certificate, &mut Sink)),
    /// Each certificate that plays one of these parts, by its index.
    Each(&'static [Role], fn(&Analysis, usize, &Certificate, &mut Sink)),
    /// Each wanted host.
    Host(fn(&Analysis, &Certificate, &HostCoverage, &mut Sink)),
    /// Each private key, by its index in the material.
    Key(fn(&Analysis, usize, &mut Sink)),
    /// What all other rules found, once.
    After(fn(&Analysis, &[Finding], &mut Sink)),
}

impl std::fmt::Debug for Check {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(match self {
            Self::Once(_) => "Once",
            Self::Leaf(_) => "Leaf",
            Self::Each(..) => "Each",
            Self::Host(_) => "Host",
            Self::Key(_) => "Key",
            Self::After(_) => "After",
        })
    }
}

/// Where a rule puts what it found.
#[derive(Debug)]
pub struct Sink {
    findings: Vec<Finding>,
    rule: Option<&'static Rule>,
    judge: Judge,
    of_platforms: OfPlatforms,
}

/// A row of the table of platforms by its identifier, where that table is at hand.
pub(super) type OfPlatforms = fn(&str) -> Option<&'static PlatformRule>;

impl Sink {
    /// An empty one, for this judge.
    pub(super) fn new(judge: Judge, of_platforms: OfPlatforms) -> Self {
        Self { findings: Vec::new(), rule: None, judge, of_platforms }
    }

    /// Sets the rule whose findings follow, and gives how many there were before.
    pub(super) fn begin(&mut self, rule: &'static Rule) -> usize {
        self.rule = Some(rule);
        self.findings.len()
    }

    /// How many findings there are.
    pub(super) fn count(&self) -> usize {
        self.findings.len()
    }

    /// Everything found so far.
    pub fn found(&self) -> &[Finding] {
        &self.findings
    }

    /// Everything found.
    pub(super) fn finish(self) -> Vec<Finding> {
        self.findings
    }

    /// Reports an error: a real client or server will refuse it.
    pub fn error(&mut self, id: impl Into<MessageId>) -> Found<'_> {
        self.add(Severity::Error, id)
    }

    /// Reports a warning: some clients, or soon.
    pub fn warning(&mut self, id: impl Into<MessageId>) -> Found<'_> {
        self.add(Severity::Warning, id)
    }

    /// Reports something worth knowing.
    pub fn info(&mut self, id: impl Into<MessageId>) -> Found<'_> {
        self.add(Severity::Info, id)
    }

    /// Reports with a severity that depends on the case.
    pub fn add(&mut self, severity: Severity, id: impl Into<MessageId>) -> Found<'_> {
        self.file(severity, id.into())
    }

    /// Reports what is an error for those whose law it is, and something else for all others.
    pub fn by(&mut self, law: Law, otherwise: Severity, id: impl Into<MessageId>) -> Found<'_> {
        self.add(if law.binds(self.judge) { Severity::Error } else { otherwise }, id)
    }

    /// How bad a violation of this law is here; none where nobody minds.
    pub fn severity(&self, law: Law) -> Option<Severity> {
        law.binds(self.judge).then_some(Severity::Error)
    }

    /// Reports what a check of single certificates finds. Nobody refuses a path for what lies beside it: there, what
    /// would be an error is a warning.
    pub fn check(&mut self, check: profile::Check, analysis: &Analysis, index: usize, certificate: &Certificate) {
        let (part, counts) = analysis.chain.part(index, certificate);
        for violation in profile::found(check, certificate, part) {
            let severity = match violation.otherwise {
                _ if violation.law.binds(self.judge) && counts => Severity::Error,
                _ if violation.law.binds(self.judge) && part != profile::Part::Root => Severity::Warning,
                Some(otherwise) => otherwise,
                None => continue,
            };
            self.violation(severity, violation, index, certificate);
        }
    }

    fn violation(&mut self, severity: Severity, violation: Violation, index: usize, certificate: &Certificate) {
        let evidence = violation.evidence(index, certificate);
        let name = Some(certificate.label()).filter(|label| !label.is_empty());
        let mut found = self.add(severity, violation.id).with("name", name.unwrap_or_else(|| "—".to_owned()));
        for (name, value) in violation.arguments {
            found = found.fill(name, value);
        }
        let found = found.at(evidence);
        if let Some(cite) = violation.cite {
            found.cite(cite);
        }
    }

    // One of each, not one for each kind of message or value: there are hundreds of calls.
    fn file(&mut self, severity: Severity, id: MessageId) -> Found<'_> {
        let (code, references) = self.rule.map_or((Code::INP001, Vec::new()), |rule| (rule.code, rule.cites.to_vec()));
        let finding = self.findings.push_mut(Finding {
            code,
            severity,
            message: Message::new(id),
            certificate: None,
            host: None,
            platform: None,
            rule: None,
            quote: None,
            evidence: Vec::new(),
            references,
            repair: None,
        });
        Found(finding, self.of_platforms)
    }
}

/// A finding that is filed already and still being written.
#[derive(Debug)]
pub struct Found<'a>(&'a mut Finding, OfPlatforms);

impl Found<'_> {
    /// Fills a hole of the message.
    pub fn with(self, name: &'static str, value: impl Into<Value>) -> Self {
        self.fill(name, value.into())
    }

    fn fill(self, name: &'static str, value: Value) -> Self {
        self.0.message.arguments.push((name.into(), value));
        self
    }

    /// Names the certificate it speaks of.
    pub fn certificate(self, index: usize) -> Self {
        self.0.certificate = Some(index);
        self
    }

    /// Names the host it speaks of.
    pub fn host(self, host: &str) -> Self {
        self.0.host = Some(host.to_owned());
        self
    }

    /// Names the platform it speaks of.
    pub fn on(self, platform: Platform) -> Self {
        self.0.platform = Some(platform.id().to_owned());
        self
    }

    /// Names the rule of the table of platforms, where it is an instance of one, with its source and its own words.
    pub fn rule(self, id: Option<&str>) -> Self {
        let Some(id) = id else { return self };
        self.0.rule = Some(id.to_owned());
        let rule = self.1(id);
        self.0.quote = rule.and_then(PlatformRule::quote);
        match rule.and_then(PlatformRule::cite) {
            Some(cite) => self.cite(cite),
            None => self,
        }
    }

    /// Names the row that it comes from, where that is of no single platform.
    pub fn row(self, id: &str) -> Self {
        self.0.rule = Some(id.to_owned());
        self
    }

    /// Says what this case rests on, in place of the rule's paragraphs.
    pub fn rests_on(self, cites: impl IntoIterator<Item = Cite>) -> Self {
        self.0.references = cites.into_iter().collect();
        self
    }

    /// Points at a place; the first place's certificate becomes the finding's, unless it has one.
    pub fn at(self, evidence: Evidence) -> Self {
        self.0.certificate = self.0.certificate.or(evidence.certificate);
        self.0.evidence.push(evidence);
        self
    }

    /// Adds a paragraph that this case rests on, beside those of the rule.
    pub fn cite(self, cite: Cite) -> Self {
        if !self.0.references.contains(&cite) {
            self.0.references.push(cite);
        }
        self
    }

    /// Offers a repair.
    pub fn repair(self, repair: Repair) -> Self {
        self.0.repair = Some(repair);
        self
    }
}
