//! Reading a report of thousands without keeping anybody waiting: each sheet in a task of its own, and what is made of
//! them in another.

use super::{message::Message, unpack::unpack};
use crate::report::{Report, Sheet};
use gloo::timers::callback::Timeout;

/// What is left to read of a message: so many sheets, from there on.
struct Rest {
    message: Message,
    at: usize,
    sheets: u64,
}

impl Rest {
    fn of(message: Message, at: usize) -> Self {
        let mut rest = Self { message, at, sheets: 0 };
        rest.sheets = rest.take().unwrap_or_default();
        rest
    }

    fn take<T: for<'b> serde::Deserialize<'b>>(&mut self) -> Option<T> {
        let (taken, rest) = unpack(self.message.get(self.at..)?)?;
        self.at = self.message.len() - rest.len();
        Some(taken)
    }
}

/// Puts back what stands beside a report, there in its message, then hands it on.
pub fn put_back(report: Box<Report>, message: Message, at: usize, then: impl FnOnce(Box<Report>) + 'static) {
    match Rest::of(message, at) {
        Rest { sheets: 0, .. } => then(report),
        rest => go_on(report, rest, then),
    }
}

fn go_on(mut report: Box<Report>, mut rest: Rest, then: impl FnOnce(Box<Report>) + 'static) {
    let next = Timeout::new(0, move || match rest.sheets.checked_sub(1) {
        Some(left) => {
            rest.sheets = left;
            match rest.take() {
                Some(Sheet::Certificates(bytes)) => report.certificates.extend(list(&bytes)),
                Some(Sheet::Inputs(bytes)) => report.inputs.extend(list(&bytes)),
                None => {}
            }
            go_on(report, rest, then);
        }
        None => then(report),
    });
    next.forget();
}

fn list<T: for<'b> serde::Deserialize<'b>>(bytes: &[u8]) -> Vec<T> {
    unpack(bytes).unwrap_or_default().0
}
