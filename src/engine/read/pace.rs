//! How much of a text with many blocks is read, for whoever waits.

use super::collector::Collector;
use crate::report::{Progress, Step};

/// Blocks after which somebody who waits is told, each time.
const TOLD: u64 = 250;

impl Collector<'_> {
    /// Turns to a text: how many blocks it has, as far as a glance tells.
    pub(super) fn expect(&mut self, text: &[u8]) {
        let begins = text.split(|byte| *byte == b'\n').filter(|line| line.starts_with(b"-----BEGIN ")).count();
        self.expected = (begins as u64, self.count());
    }

    /// Says how much of it is read, now and then.
    pub(super) fn tell(&mut self) {
        let (total, before) = self.expected;
        let done = self.count().saturating_sub(before) as u64;
        if total >= TOLD && done.is_multiple_of(TOLD) && done <= total {
            (self.watch)(Progress { step: Step::Reading, source: self.source.clone(), done, total });
        }
    }
}
