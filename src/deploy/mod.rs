//! Report facts → server configurations.
