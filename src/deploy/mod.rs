//! Report facts → server configurations.
//!
//! [`plan`] makes every choice from the certificate's facts, [`guideline`] says what a profile asks for, a
//! [`targets::Target`] writes the plan down, [`syntax`] does the quoting, [`commands`] says how to install and
//! prove it; [`checks()`] says what to look at before a program is submitted, [`hops()`] where TLS ends on the way to the
//! server. Nothing here sees a byte of X.509, and nothing gets out that the server would read otherwise than
//! it was meant.

pub mod allow;
mod checks;
pub mod commands;
mod endpoint;
mod files;
pub mod gnutls;
pub mod guideline;
mod hops;
mod hsts;
mod kept;
mod notes;
pub mod plan;
pub mod renew;
pub mod syntax;
mod systems;
pub mod targets;
mod verify;
mod version;

pub use checks::checks;
pub use hops::hops;
pub use plan::{Place, Plan};
pub use targets::{TARGETS, Target};
pub use version::Version;

use crate::report::wire::{DeployOptions, Deployment, SystemChoice};
use crate::report::{Finding, Report};
use files::Files;

/// The systems that a server comes with, and in which version.
pub fn systems_of(target: &Target) -> Vec<SystemChoice> {
    let known = target.systems.iter().filter_map(|(id, version)| Some((systems::find(id)?, version)));
    let choice = |(system, version): (systems::System, &Version)| SystemChoice {
        id: system.id.to_owned(),
        title: system.title.to_owned(),
        version: version.to_string(),
    };
    known.map(choice).collect()
}

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
    let mut files = Files::default();
    (plan.target.render)(&plan, &mut files);
    let configs = files.finish().map_err(refuse)?;
    let commands = commands::commands(&plan).map_err(refuse)?;
    Ok(Deployment {
        options: DeployOptions {
            target: plan.target.id.to_owned(),
            system: plan.system.map(|system| system.id.to_owned()),
            version: (!plan.target.is_service()).then(|| plan.version.to_string()),
            library: plan.library.map(|library| library.to_string()),
            profile: options.profile,
            names: plan.hosts.iter().map(ToString::to_string).collect(),
            certificate: plan.own_files.as_ref().map(|own| own.certificate.to_string()),
            key: plan.own_files.as_ref().map(|own| own.key.to_string()),
            client_ca: plan.client_ca.as_ref().map(ToString::to_string),
            upstream: plan.upstream.as_ref().map(ToString::to_string),
            with: options.with.clone(),
            without: options.without.clone(),
        },
        title: plan.target.title.to_owned(),
        configs,
        files: Vec::new(),
        key_file: (plan.target.key_file)(plan.version),
        commands,
        notes,
    })
}
