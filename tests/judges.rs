//! Targets that can not be run here, by what knows their formats: schemas, grammars and models of their makers
//! (`Judge::Program` of a target).

#[path = "judges/applications.rs"]
mod applications;
#[path = "support/facts.rs"]
mod facts;
#[path = "judges/plans.rs"]
mod plans;
#[path = "judges/platforms.rs"]
mod platforms;
#[path = "support/tools.rs"]
mod tools;
#[path = "judges/windows.rs"]
mod windows;
