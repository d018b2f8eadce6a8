use super::{action::Refused, calls::Change, route::Route};
use crate::report::{Password, Repair};
use serde::{Deserialize, Serialize};
use std::rc::Rc;

/// What people can do behind the tabs, and some of it before them; from there it comes as bytes.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum Deed {
    /// What the program calls changed, or who is asked about it.
    CallsChanged(Change),
    /// Files were chosen that can not be read.
    Refused(Refused),
    /// A password was typed, for whatever is locked.
    PasswordTyped(Password),
    /// A repair was asked for.
    Repaired(Repair),
    /// What could not be had of the supply should be tried again.
    SupplyRetried,
    /// Words of the page could not be had.
    WordsMissing,
    /// The address changed.
    Went(Route),
    /// The configuration should be another one, as the address says it.
    Configured(Rc<str>),
}
