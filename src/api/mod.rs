//! The doors: JavaScript API and worker loop.
