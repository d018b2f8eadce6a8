//! Configurations that no server here can run, judged by who knows their format: `Judge::Program` of a target.

#[path = "judges/applications.rs"]
mod applications;
#[path = "support/facts.rs"]
mod facts;
#[path = "judges/plans.rs"]
mod plans;
#[path = "support/tools.rs"]
mod tools;
#[path = "judges/windows.rs"]
mod windows;
