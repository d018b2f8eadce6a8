//! A name and its value on a line: Mosquitto's, Redis' and PostgreSQL's, which quote differently.

use super::lines::{self, Rules};
use super::{Syntax, USUAL};
use std::borrow::Cow;

/// `name value`, without quotes: Mosquitto.
pub static BARE: Syntax =
    Syntax { quote: |value| lines::bare(value, "="), read: |text| lines::read(text, &WORDS), ..USUAL };

/// `name "value"`: Redis.
pub static REDIS: Syntax = Syntax {
    quote: |value| lines::quoted(value, '"', ""),
    read: |text| lines::read(text, &Rules { quote: Some('"'), ..WORDS }),
    ..BARE
};

/// `name = 'value'`: PostgreSQL, whose paths need quotes.
pub static POSTGRESQL: Syntax = Syntax {
    assign: " = ",
    quote: always_quoted,
    read: |text| lines::read(text, &Rules { assign: Some('='), quote: Some('\''), ..WORDS }),
    ..BARE
};

const WORDS: Rules = Rules { has_sections: true, ..lines::RULES };

fn always_quoted(value: &str) -> Result<Cow<'_, str>, char> {
    match value.chars().find(|c| c.is_control()) {
        Some(character) => Err(character),
        None => Ok(Cow::Owned(lines::always_quoted(value, '\''))),
    }
}
