//! Targets that can not be run here, by what knows their formats: schemas and models of their makers.

#[path = "support/facts.rs"]
mod facts;
#[path = "judges/platforms.rs"]
mod platforms;
#[path = "support/tools.rs"]
mod tools;
