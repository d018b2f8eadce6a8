//! Units of systemd: `Name=value words` below a `[Section]`. `%` and `$` are replaced in values, and quotes hold only in
//! some of them: nothing but plain words is written.

use super::lines::{self, Rules};
use super::{Brackets, Breaks, Syntax};

const RULES: Rules = Rules {
    remarks: &['#', ';'],
    assign: Some('='),
    quote: None,
    has_sections: true,
    is_indented: false,
    has_blocks: false,
};

/// The syntax of systemd.
pub static SYSTEMD: Syntax = Syntax {
    indent: "",
    remark: "#",
    assign: "=",
    end: "",
    brackets: Brackets::Sections,
    separator: " ",
    breaks: Breaks::Nowhere,
    quote: |value| lines::bare(value, ""),
    read: |text| lines::read(text, &RULES),
};
