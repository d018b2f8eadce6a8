//! Texts that differ little as one, which shows where they do.
//!
//! Each line has a margin with the marks of the texts that have it there, and a blank one if all do. What one text says
//! is in it to the letter: its lines are those with its mark and those without any.

/// A line, with a bit for each text that has it there.
type Line<'a> = (&'a str, u32);

/// One text of several; each has a mark, and ends its last line.
pub fn woven(texts: &[String], marks: &str) -> String {
    let mut lines = Vec::new();
    for (place, text) in texts.iter().enumerate() {
        assert!(text.ends_with('\n'), "{text}");
        lines = with(&lines, &text.split_terminator('\n').collect::<Vec<_>>(), 1 << place);
    }
    let everywhere: u32 = (1 << texts.len()) - 1;
    let margin = |bits: u32| -> String {
        let mark = |(place, mark): (usize, char)| if bits != everywhere && bits & 1 << place != 0 { mark } else { ' ' };
        marks.chars().enumerate().map(mark).collect()
    };
    lines.into_iter().map(|(line, bits)| format!("{}|{line}\n", margin(bits))).collect()
}

/// What the text with a mark was.
pub fn unwoven(woven: &str, mark: char) -> String {
    let lines = woven.split_terminator('\n').map(|line| line.split_once('|').expect("a margin"));
    let own = lines.filter(|(margin, _)| margin.trim().is_empty() || margin.contains(mark));
    own.map(|(_, line)| line.to_owned() + "\n").collect()
}

/// The lines with those of one more text, of which as many as possible (the longest common subsequence) are shared.
fn with<'a>(lines: &[Line<'a>], text: &[&'a str], bit: u32) -> Vec<Line<'a>> {
    // How many lines can be shared from a line of the one and of the other on.
    let mut shared = vec![vec![0_usize; text.len() + 1]; lines.len() + 1];
    for (at, (line, _)) in lines.iter().enumerate().rev() {
        for (own, new) in text.iter().enumerate().rev() {
            shared[at][own] =
                if line == new { shared[at + 1][own + 1] + 1 } else { shared[at + 1][own].max(shared[at][own + 1]) };
        }
    }
    let (mut at, mut own, mut all) = (0, 0, Vec::new());
    loop {
        match (lines.get(at), text.get(own)) {
            (Some((line, bits)), Some(new)) if line == new => {
                all.push((*line, bits | bit));
                (at, own) = (at + 1, own + 1);
            }
            (Some(old), new) if new.is_none() || shared[at + 1][own] >= shared[at][own + 1] => {
                all.push(*old);
                at += 1;
            }
            (_, Some(new)) => {
                all.push((*new, bit));
                own += 1;
            }
            (_, None) => return all,
        }
    }
}
