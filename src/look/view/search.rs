//! Looking for words in rows: every word has to stand in the row, whatever its letters wear.

/// A text as it is compared: small letters without accents, narrow characters, straight quotes.
pub fn folded(text: &str) -> String {
    text.chars().map(bare).flat_map(char::to_lowercase).collect()
}

/// Whether a folded text has every word of what is looked for; nothing is in every text.
pub fn has_all(text: &str, wanted: &str) -> bool {
    folded(wanted).split_whitespace().all(|word| text.contains(word))
}

/// A letter without its accent (Latin-1 and Latin Extended-A, as people type them), a full-width character as ASCII.
fn bare(character: char) -> char {
    match character {
        'à'..='å' | 'ā' | 'ă' | 'ą' => 'a',
        'À'..='Å' | 'Ā' | 'Ă' | 'Ą' => 'A',
        'ç' | 'ć' | 'č' | 'Ç' | 'Ć' | 'Č' => 'c',
        'è'..='ë' | 'ē' | 'ę' | 'ě' | 'È'..='Ë' | 'Ē' | 'Ę' | 'Ě' => 'e',
        'ì'..='ï' | 'ī' | 'Ì'..='Ï' | 'Ī' => 'i',
        'ñ' | 'ń' | 'ň' | 'Ñ' | 'Ń' | 'Ň' => 'n',
        'ò'..='ö' | 'ø' | 'ō' | 'ő' | 'Ò'..='Ö' | 'Ø' | 'Ō' | 'Ő' => 'o',
        'ś' | 'š' | 'Ś' | 'Š' => 's',
        'ù'..='ü' | 'ū' | 'ů' | 'ű' | 'Ù'..='Ü' | 'Ū' | 'Ů' | 'Ű' => 'u',
        'ý' | 'ÿ' | 'Ý' => 'y',
        'ź' | 'ż' | 'ž' | 'Ź' | 'Ż' | 'Ž' => 'z',
        '‘' | '’' => '\'',
        '“' | '”' => '"',
        '\u{3000}' => ' ',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(character) - 0xfee0).unwrap_or(character),
        _ => character,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_counts_and_no_dress_does() {
        let row = folded("errno：600001 — Ärger mit “fullchain.pem”, 证书链不完整");
        for wanted in
            ["", "  ", "600001", "ERRNO:600001", "arger FULLCHAIN", "证书链", "\"fullchain", "６００００１", "ärger"]
        {
            assert!(has_all(&row, wanted), "{wanted}");
        }
        for wanted in ["600002", "arger nichts", "域名"] {
            assert!(!has_all(&row, wanted), "{wanted}");
        }
    }
}
