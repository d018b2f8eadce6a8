//! The report, as the contract has it. It knows facts of keys, never the keys.

use crate::engine::Analysis;
use crate::text::Lang;

/// None where it can not be written, which no report is known to bring about.
pub(super) fn write(analysis: &Analysis, lang: Lang) -> Option<Vec<u8>> {
    let mut json = serde_json::to_vec_pretty(&analysis.report().worded(lang)).ok()?;
    json.push(b'\n');
    Some(json)
}
