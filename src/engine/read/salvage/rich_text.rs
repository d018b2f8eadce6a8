//! Rich Text Format: WordPad and TextEdit save it under any name.

/// Control words: `\par` and the like. Each ends its line, whatever it means.
pub(super) fn step(rest: &[u8]) -> Option<(Option<char>, usize)> {
    match rest {
        [b'\\', word @ ..] => {
            let letters = word.iter().take_while(|byte| byte.is_ascii_lowercase()).count();
            let digits = word.iter().skip(letters).take_while(|byte| byte.is_ascii_digit()).count();
            (letters > 1).then_some((Some('\n'), letters.saturating_add(digits).saturating_add(1)))
        }
        [b'{' | b'}', ..] => Some((None, 1)),
        _ => None,
    }
}
