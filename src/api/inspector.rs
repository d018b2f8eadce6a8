#[cfg(feature = "full")]
use crate::text::Lang;
use crate::{
    engine::{self, Analysis, x509},
    export,
    report::{
        Progress,
        wire::{File, Reply, Request},
    },
};

/// The engine's answers. Keeps what was inspected last, so that details and files can be asked for.
#[derive(Debug, Default)]
pub struct Inspector {
    analysis: Option<Analysis>,
}

impl Inspector {
    /// Answers one request; [`Reply::Nothing`] to what is not the engine's to answer.
    pub fn answer(&mut self, request: Request, watch: &mut dyn FnMut(Progress)) -> Reply {
        match request {
            Request::Inspect { sources, options } => {
                let (report, analysis) = engine::inspect_watched(&sources, &options, watch);
                let needs_full = analysis.material.needs_full;
                self.analysis = Some(analysis);
                if needs_full { Reply::NeedsFull } else { Reply::Report(Box::new(report), Vec::new()) }
            }
            Request::Detail { certificate } => self
                .analysis()
                .and_then(|analysis| analysis.certificate(certificate))
                .map_or(Reply::Nothing, |found| Reply::Detail(Box::new(x509::detail(found, certificate)))),
            #[cfg(not(feature = "full"))]
            Request::Convert(_)
            | Request::Create(_)
            | Request::Compare { .. }
            | Request::Handbook { .. }
            | Request::Printed { .. }
            | Request::Bundle { .. } => Reply::NeedsFull,
            #[cfg(feature = "full")]
            Request::Convert(options) => self.analysis().map_or(Reply::Nothing, |analysis| {
                files_or_refusal(export::convert(analysis, &options, &mut export::randomness()))
            }),
            #[cfg(feature = "full")]
            Request::Bundle { name, files } => self
                .analysis()
                .and_then(|analysis| export::bundle(analysis, name, &files))
                .map_or(Reply::Nothing, |archive| Reply::Files(vec![archive])),
            #[cfg(feature = "full")]
            Request::Create(options) => files_or_refusal(export::create(&options, watch, &mut export::randomness())),
            #[cfg(feature = "full")]
            Request::Printed { certificate } => self
                .analysis()
                .and_then(|analysis| analysis.certificate(certificate))
                .map_or(Reply::Nothing, |found| Reply::Files(vec![printed(found)])),
            #[cfg(feature = "full")]
            Request::Compare { old, new } => self
                .analysis()
                .and_then(|analysis| engine::compare(analysis, old, new))
                .map_or(Reply::Nothing, |comparison| Reply::Comparison(Box::new(comparison))),
            #[cfg(feature = "full")]
            Request::Handbook { lang } => Reply::Handbook(Box::new(super::handbook(Lang::from_tag(&lang)))),
            Request::Given => self
                .analysis()
                .map_or(Reply::Nothing, |analysis| Reply::Files(vec![export::given_certificates(analysis)])),
            Request::Files => self.files().map_or(Reply::Nothing, Reply::Files),
            _ => Reply::Nothing,
        }
    }

    /// The last analysis.
    pub fn analysis(&self) -> Option<&Analysis> {
        self.analysis.as_ref()
    }

    /// The chain last judged as files.
    pub fn files(&self) -> Option<Vec<File>> {
        self.analysis().map(export::chain_files)
    }
}

#[cfg(feature = "full")]
fn files_or_refusal(made: Result<Vec<File>, Vec<crate::report::Finding>>) -> Reply {
    made.map_or_else(Reply::Refused, Reply::Files)
}

#[cfg(feature = "full")]
fn printed(certificate: &x509::Certificate) -> File {
    File { name: "cert.txt".to_owned(), bytes: x509::printed(certificate).into_bytes() }
}
