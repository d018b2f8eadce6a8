//! The chain and the report as files.
