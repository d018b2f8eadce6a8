//! Report facts → server configurations.

use crate::report::{
    Finding, Report,
    wire::{DeployOptions, Deployment},
};

/// x
pub fn deploy(_report: &Report, _options: &DeployOptions) -> Result<Deployment, Vec<Finding>> {
    Err(Vec::new())
}
