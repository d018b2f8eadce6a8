//! The report, as the contract has it. It knows facts of keys, never the keys.

use super::{Made, Order, Random};
use crate::report::{message::ExportMessage, wire::File};
use crate::text::Lang;

pub(super) fn write(order: &Order<'_>, _: Random<'_>) -> Made<Vec<File>> {
    let report = order.analysis.report().worded(Lang::from_tag(&order.options.lang));
    let mut json = serde_json::to_vec_pretty(&report).map_err(|_| order.refuse(ExportMessage::NotWritten))?;
    json.push(b'\n');
    Ok(vec![order.file(json)])
}
