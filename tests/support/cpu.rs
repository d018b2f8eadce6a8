//! How long this thread has worked, whatever else the machine does meanwhile: what bounds on time are held against.

use std::{fs, time::Duration};

/// Counts the time that the thread was on a processor.
pub struct Stopwatch(Duration);

impl Stopwatch {
    /// Starts to count.
    pub fn start() -> Self {
        Self(worked())
    }

    /// The work since then.
    pub fn elapsed(&self) -> Duration {
        worked() - self.0
    }
}

/// The first figure of Linux's statistics of a thread: nanoseconds on a processor.
fn worked() -> Duration {
    let figures = fs::read_to_string("/proc/thread-self/schedstat").expect("Linux counts the work of threads");
    let nanoseconds = figures.split(' ').next().and_then(|figure| figure.parse().ok());
    Duration::from_nanos(nanoseconds.expect("nanoseconds"))
}
