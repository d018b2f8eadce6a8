use crate::{
    deploy,
    engine::{self, Analysis, x509},
    export,
    report::{
        Report,
        wire::{Reply, Request, TargetChoice},
    },
};

/// What was inspected last, so that details, files and configurations can be asked for.
#[derive(Debug, Default)]
pub struct Session {
    last: Option<(Report, Analysis)>,
}

impl Session {
    /// Answers one request. Never fails: what can not be answered is [`Reply::Nothing`] or [`Reply::Refused`].
    pub fn answer(&mut self, request: Request) -> Reply {
        match request {
            Request::Inspect { sources, options } => {
                let (report, _) = self.last.insert(engine::inspect(&sources, &options));
                Reply::Report(Box::new(report.clone()))
            }
            Request::Detail { certificate } => self
                .analysis()
                .and_then(|analysis| analysis.certificate(certificate))
                .map_or(Reply::Nothing, |found| Reply::Detail(Box::new(x509::detail(found, certificate)))),
            Request::Deploy(options) => {
                self.last.as_ref().map_or(Reply::Nothing, |(report, analysis)| match deploy::deploy(report, &options) {
                    Ok(mut deployment) => {
                        deployment.files = export::chain_files(analysis);
                        Reply::Deployment(Box::new(deployment))
                    }
                    Err(refusals) => Reply::Refused(refusals),
                })
            }
            Request::Targets => Reply::Targets(deploy::TARGETS.iter().copied().map(choice).collect()),
            Request::Files => {
                self.analysis().map_or(Reply::Nothing, |analysis| Reply::Files(export::chain_files(analysis)))
            }
        }
    }

    /// The report and the analysis of the last inspection.
    pub fn last(&self) -> Option<&(Report, Analysis)> {
        self.last.as_ref()
    }

    fn analysis(&self) -> Option<&Analysis> {
        self.last.as_ref().map(|(_, analysis)| analysis)
    }
}

fn choice(target: &deploy::Target) -> TargetChoice {
    let presets = target.presets.iter().map(|preset| (preset.system.to_owned(), preset.version.to_string())).collect();
    TargetChoice {
        id: target.id.to_owned(),
        title: target.title.to_owned(),
        latest: target.latest.to_string(),
        presets,
    }
}
