//! Report facts → server configurations.
//!
//! [`plan`] makes every choice from the certificate's facts, [`guideline`] says what a profile asks for, a
//! [`targets::Target`] writes the plan down, [`syntax`] does the quoting, [`commands`] says how to install and
//! prove it. Nothing here sees a byte of X.509, and nothing gets out that the server would read otherwise than
//! it was meant.

pub mod allow;
pub mod commands;
pub mod guideline;
mod notes;
pub mod plan;
pub mod syntax;
pub mod targets;
mod version;

pub use plan::{Place, Plan};
pub use targets::{TARGETS, Target};
pub use version::Version;

use crate::report::wire::{DeployOptions, Deployment, File};
use crate::report::{Finding, Report};
use syntax::Conf;

/// A configuration and its commands, made from the report of an inspection.
///
/// `files` stays empty: the report holds facts, and who holds the certificates adds `fullchain.pem`.
///
/// # Errors
/// Everything that stands in the way: no such server, no server certificate, a name or upstream that can not be
/// written (DEP004), a version that can not do what the profile asks (DEP005).
pub fn deploy(report: &Report, options: &DeployOptions) -> Result<Deployment, Vec<Finding>> {
    deploy_at(report, options, Place::default())
}

/// As [`deploy`], with ports and folders of one's own.
///
/// # Errors
/// As [`deploy`].
pub fn deploy_at(report: &Report, options: &DeployOptions, place: Place) -> Result<Deployment, Vec<Finding>> {
    let (plan, notes) = Plan::new(report, options, place)?;
    let refuse = |why| vec![notes::unwritable(plan.target.title, why)];
    let mut conf = Conf::new(plan.target.syntax);
    (plan.target.render)(&plan, &mut conf);
    let config = conf.finish().map_err(refuse)?;
    let commands = commands::commands(&plan).map_err(refuse)?;
    Ok(Deployment {
        options: DeployOptions {
            target: plan.target.id.to_owned(),
            version: Some(plan.version.to_string()),
            profile: options.profile,
            names: plan.hosts.iter().map(ToString::to_string).collect(),
            upstream: plan.upstream.as_ref().map(ToString::to_string),
            hsts: options.hsts,
        },
        config: File { name: format!("{}.{}", plan.stem, plan.target.extension), bytes: config.into_bytes() },
        files: Vec::new(),
        commands,
        notes,
    })
}
