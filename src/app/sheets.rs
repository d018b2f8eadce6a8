//! Reading a report of thousands without keeping anybody waiting: each sheet in a task of its own.

use super::unpack::unpack;
use crate::report::{Report, Sheet};
use gloo::timers::callback::Timeout;

/// Puts back what stands beside a report, then hands it on.
pub fn put_back(
    mut report: Box<Report>,
    mut sheets: std::vec::IntoIter<Sheet>,
    then: impl FnOnce(Box<Report>) + 'static,
) {
    let Some(sheet) = sheets.next() else { return then(report) };
    let next = Timeout::new(0, move || {
        put_one_back(&mut report, &sheet);
        put_back(report, sheets, then);
    });
    next.forget();
}

fn put_one_back(report: &mut Report, sheet: &Sheet) {
    match sheet {
        Sheet::Certificates(bytes) => report.certificates.extend(unpack::<Vec<_>>(bytes).unwrap_or_default().0),
        Sheet::Inputs(bytes) => report.inputs.extend(unpack::<Vec<_>>(bytes).unwrap_or_default().0),
    }
}
