use super::action::Refused;
use std::rc::Rc;

/// Something went wrong outside of the certificates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The engine crashed and was started again.
    Crashed(Rc<str>),
    /// The user stopped the work.
    Stopped,
    /// The engine can not be started.
    NoEngine,
    /// The part that writes configurations can not be started.
    NoDeployer,
    /// What stands behind the tabs can not be had.
    NoLook,
    /// Files that were not read.
    Refused(Rc<Refused>),
    /// An example could not be loaded.
    NoExample,
    /// The address carries certificates that can not be read.
    BadLink,
    /// The words of another language could not be had.
    NoWords,
}
