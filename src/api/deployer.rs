use crate::{
    deploy,
    report::{
        Report, Sheet,
        wire::{Envelope, Reply, Request, TargetChoice},
    },
};

/// The answers about configurations, made from the facts of a report.
#[derive(Debug, Default)]
pub struct Deployer {
    basis: Option<Report>,
}

impl Deployer {
    /// Answers one request; [`Reply::Nothing`] to what is not ours to answer.
    pub fn answer(&mut self, request: Request) -> Reply {
        match request {
            Request::Basis(message) => {
                self.basis = match Envelope::from_bytes(&message) {
                    Some(Envelope { body: Reply::Report(report, sheets), .. }) => whole(*report, &sheets),
                    _ => None,
                };
                Reply::Nothing
            }
            Request::Deploy(options) => {
                self.basis.as_ref().map_or(Reply::Nothing, |report| match deploy::deploy(report, &options) {
                    Ok(deployment) => Reply::Deployment(Box::new(deployment)),
                    Err(refusals) => Reply::Refused(refusals),
                })
            }
            Request::Renewal(options) => {
                self.basis.as_ref().map_or(Reply::Nothing, |report| match deploy::renew::renew(report, &options) {
                    Ok(renewal) => Reply::Renewal(Box::new(renewal)),
                    Err(refusals) => Reply::Refused(refusals),
                })
            }
            Request::Checks(options) => {
                self.basis.as_ref().map_or(Reply::Nothing, |report| match deploy::checks(report, &options) {
                    Ok(checks) => Reply::Checks(Box::new(checks)),
                    Err(refusals) => Reply::Refused(refusals),
                })
            }
            Request::Hops(options) => self
                .basis
                .as_ref()
                .map_or(Reply::Nothing, |report| Reply::Hops(Box::new(deploy::hops(report, &options)))),
            Request::Targets => Reply::Targets(deploy::TARGETS.iter().copied().map(choice).collect()),
            _ => Reply::Nothing,
        }
    }

    /// Configurations are made from this report from now on.
    pub fn build_on(&mut self, report: Report) {
        self.basis = Some(report);
    }
}

/// A report with what stood beside it; none where that is something else.
fn whole(mut report: Report, sheets: &[Sheet]) -> Option<Report> {
    for sheet in sheets {
        match sheet {
            Sheet::Certificates(bytes) => report.certificates.extend(postcard::from_bytes::<Vec<_>>(bytes).ok()?),
            Sheet::Inputs(bytes) => report.inputs.extend(postcard::from_bytes::<Vec<_>>(bytes).ok()?),
        }
    }
    Some(report)
}

/// What there is to know of a server before a configuration is asked for.
pub(super) fn choice(target: &deploy::Target) -> TargetChoice {
    TargetChoice {
        id: target.id.to_owned(),
        title: target.title.to_owned(),
        also: target.also.iter().map(|&word| word.to_owned()).collect(),
        group: target.group,
        upstream: target.upstream.or(target.behind).map(str::to_owned),
        latest: if target.is_service() { String::new() } else { target.latest.to_string() },
        systems: deploy::systems_of(target),
        has_profiles: !target.protocols.is_empty(),
        switches: target.switches.iter().map(|(switch, _)| *switch).collect(),
        fields: target.fields.to_vec(),
    }
}
