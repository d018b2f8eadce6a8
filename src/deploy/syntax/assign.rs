//! A name, a sign, a value to the end of the line, and no quotes: what can not stand plainly is refused.

use super::lines::{self, Rules};
use super::{Syntax, USUAL};
use std::borrow::Cow;

/// `name = value`, perhaps below a `[section]`: Postfix, Dovecot, Exim, RabbitMQ, stunnel, MySQL, MariaDB.
pub static EQUALS: Syntax = Syntax { assign: " = ", quote, read: |text| lines::read(text, &PLAIN), ..USUAL };

/// `name=value`, without spaces: vsftpd, coturn.
pub static TIGHT: Syntax = Syntax { assign: "=", ..EQUALS };

/// `attribute: value`: LDIF (RFC 2849).
pub static LDIF: Syntax =
    Syntax { assign: ": ", read: |text| lines::read(text, &Rules { assign: Some(':'), ..PLAIN }), ..EQUALS };

const PLAIN: Rules = Rules { remarks: &['#', ';'], assign: Some('='), has_sections: true, ..lines::RULES };

/// Cipher strings have `=` (`@SECLEVEL=0`), priority strings `%` (`%SERVER_PRECEDENCE`), lists `,`.
fn quote(value: &str) -> Result<Cow<'_, str>, char> {
    lines::bare(value, "=%,")
}
