//! What of a report is shown behind the tabs, and where: no browser, so that it can be tested on the host.

pub mod chain_picture;
pub mod chain_words;
pub mod compare;
pub mod gap;
pub mod list;
pub mod list_files;
pub mod offers;
pub mod platforms;
pub mod search;
pub mod structure;
pub mod time_line;
pub mod trust_grid;
pub mod trust_words;

/// As much of a text as fits into `room` units when a Latin letter takes `letter` of them and a Chinese one twice that.
pub fn fit(text: &str, room: usize, letter: f64) -> String {
    let wide = |character: char| if u32::from(character) > 0x2e7f { 1.8 } else { 1.0 };
    let mut left = room as f64 / letter;
    let whole: f64 = text.chars().map(wide).sum();
    if whole <= left {
        return text.to_owned();
    }
    left -= 1.0;
    let kept: String = text
        .chars()
        .take_while(|character| {
            left -= wide(*character);
            left >= 0.0
        })
        .collect();
    format!("{}…", kept.trim_end())
}

#[cfg(test)]
mod list_tests;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod trust_tests;
