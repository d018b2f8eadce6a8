use crate::report::message::RemarkMessage;
use crate::text::Words;

/// The words of one remark.
pub const fn words(id: RemarkMessage) -> Words {
    match id {}
}
