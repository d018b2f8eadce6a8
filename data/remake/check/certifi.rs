//! certifi of the Python package index: Mozilla's roots for servers.

use super::Shipped;
use crate::{
    Outcome,
    registry::{certificates_in, python},
};

/// The newest one.
pub fn fetch() -> Outcome<Shipped> {
    let (wheel, version) = python::wheel("certifi")?;
    Ok(Shipped::new(version, certificates_in(&wheel)?))
}
