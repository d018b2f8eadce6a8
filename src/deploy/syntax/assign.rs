//! A name, a sign, a value to the end of the line, and no quotes: what can not stand plainly is refused.

use super::lines::{self, Rules};
use super::{Brackets, Breaks, Syntax};
use std::borrow::Cow;

/// `name = value`, perhaps below a `[section]`: Postfix, Dovecot, Exim, RabbitMQ, stunnel, MySQL, MariaDB.
pub static EQUALS: Syntax = Syntax {
    indent: "",
    remark: "#",
    assign: " = ",
    end: "",
    brackets: Brackets::Sections,
    separator: " ",
    breaks: Breaks::Nowhere,
    quote,
    read: |text| lines::read(text, &PLAIN),
};

/// `name=value`, without spaces: vsftpd, coturn.
pub static TIGHT: Syntax = Syntax { assign: "=", ..EQUALS };

/// `attribute: value`: LDIF (RFC 2849).
pub static LDIF: Syntax =
    Syntax { assign: ": ", read: |text| lines::read(text, &Rules { assign: Some(':'), ..PLAIN }), ..EQUALS };

const PLAIN: Rules = Rules {
    remarks: &['#', ';'],
    assign: Some('='),
    quote: None,
    has_sections: true,
    is_indented: false,
    has_blocks: false,
};

/// Cipher strings have `=` (`@SECLEVEL=0`), priority strings `%` (`%SERVER_PRECEDENCE`), lists `,`.
fn quote(value: &str) -> Result<Cow<'_, str>, char> {
    lines::bare(value, "=%,")
}
