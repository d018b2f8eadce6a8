//! Names of files in archives. They are shown, and never lead anywhere.

use std::collections::BTreeMap;

/// What systems put into archives and folders by themselves.
static LEFT_BEHIND: [&str; 3] = [".ds_store", "thumbs.db", "desktop.ini"];

/// Longer names are cut: 20,000 certificates each remember theirs. Windows ends at 260, Linux at 4,096.
const LONGEST: usize = 1024;

/// The characters of GBK that the packs of Chinese consoles have in their names: 证书 and 密码 tell what a file is.
static GBK: &[([u8; 2], char)] = &[
    (*b"\xb8\xf9", '根'),
    (*b"\xb9\xab", '公'),
    (*b"\xbc\xe4", '间'),
    (*b"\xbf\xda", '口'),
    (*b"\xc1\xb4", '链'),
    (*b"\xc1\xee", '令'),
    (*b"\xc2\xeb", '码'),
    (*b"\xc3\xdc", '密'),
    (*b"\xc3\xfb", '名'),
    (*b"\xc3\xf7", '明'),
    (*b"\xca\xe9", '书'),
    (*b"\xcb\xb5", '说'),
    (*b"\xcb\xbd", '私'),
    (*b"\xd3\xf2", '域'),
    (*b"\xd4\xbf", '钥'),
    (*b"\xd6\xa4", '证'),
    (*b"\xd6\xd0", '中'),
];

/// A name as text: UTF-8, or what can be shown of it.
pub(super) fn text(bytes: &[u8]) -> String {
    let (start, end) = bytes.get(..LONGEST).map_or((bytes, ""), |start| (start, "…"));
    // An ending that was cut in the middle of a character is no other encoding.
    let text = if std::str::from_utf8(bytes).is_ok() { lossy(start) } else { gbk(start) };
    format!("{text}{end}")
}

fn lossy(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// Chinese Windows writes GBK without saying so. The tables for all of it are larger than this reader: what is not in
/// ours, and what is of another encoding, becomes U+FFFD.
fn gbk(mut rest: &[u8]) -> String {
    let mut text = String::new();
    loop {
        let plain = rest.iter().position(|byte| *byte >= FIRST_OF_GBK).unwrap_or(rest.len());
        let (before, behind) = rest.split_at_checked(plain).unwrap_or((rest, &[]));
        text.push_str(&String::from_utf8_lossy(before));
        let pair = behind.first_chunk::<2>().filter(|[_, second]| *second >= FIRST_OF_GBK);
        let known = pair.and_then(|pair| GBK.iter().find(|(bytes, _)| bytes == pair));
        if behind.is_empty() {
            return text;
        }
        text.push(known.map_or(char::REPLACEMENT_CHARACTER, |(_, character)| *character));
        rest = behind.get(if pair.is_some() { 2 } else { 1 }..).unwrap_or_default();
    }
}

/// Both bytes of a common character (GB 2312) are at least this.
const FIRST_OF_GBK: u8 = 0xa1;

/// The names that were given to files. What was read is kept apart by source and name, and archives may hold a name
/// twice, or two that can only be shown alike.
#[derive(Default)]
pub(super) struct Given(BTreeMap<(usize, String), u32>);

impl Given {
    /// A name that no other file of a source has: the second `a.crt` becomes `a (2).crt`.
    pub(super) fn unique(&mut self, source: usize, name: String) -> String {
        let mut wanted = (source, name);
        while let Some(times) = self.0.get_mut(&wanted) {
            *times = times.saturating_add(1);
            let file = wanted.1.rfind('/').map_or(0, |at| at.saturating_add(1));
            let dot = wanted.1.rfind('.').filter(|dot| *dot > file).unwrap_or(wanted.1.len());
            let (stem, ending) = wanted.1.split_at_checked(dot).unwrap_or((&wanted.1, ""));
            wanted.1 = format!("{stem} ({times}){ending}");
        }
        self.0.insert(wanted.clone(), 1);
        wanted.1
    }
}

/// The name of a file with the archive that it lies in.
pub(super) fn inside(archive: &str, name: &str) -> String {
    if archive.is_empty() { name.to_owned() } else { format!("{archive}/{name}") }
}

/// Whether it is a folder, or nothing that anybody put there on purpose: a Mac's second half of each file (`__MACOSX/`,
/// `._x`), the views of folders.
pub(super) fn is_left_behind(name: &str) -> bool {
    let mut parts = name.split(['/', '\\']);
    let file = name.rsplit(['/', '\\']).next().unwrap_or_default();
    file.is_empty()
        || file.starts_with("._")
        || LEFT_BEHIND.iter().any(|left| file.eq_ignore_ascii_case(left))
        || parts.any(|part| part == "__MACOSX")
}

/// The name of the file in a gzip that does not tell it: `chain.pem` of `pack/chain.pem.gz`.
pub(super) fn without_gz(archive: &str) -> String {
    let file = archive.rsplit('/').next().unwrap_or_default();
    let end = file.len().saturating_sub(3);
    match file.split_at_checked(end) {
        Some((stem, ending)) if ending.eq_ignore_ascii_case(".gz") && !stem.is_empty() => stem.to_owned(),
        _ => "content".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_systems_leave_behind() {
        for name in ["Nginx/", "a\\", "__MACOSX/._1.crt", "x/.DS_Store", "Thumbs.db", "x\\Desktop.ini", "._a.crt", ""] {
            assert!(is_left_behind(name), "{name}");
        }
        for name in ["a.crt", "../../etc/passwd", "C:\\x.key", "_.example.com.crt", ".env"] {
            assert!(!is_left_behind(name), "{name}");
        }
    }

    #[test]
    fn names_in_other_encodings() {
        let long = [b"x".repeat(LONGEST - 1), "密".as_bytes().to_vec()].concat();
        for (bytes, shown) in [
            (&b"\xd6\xa4\xca\xe9/shop.crt"[..], "证书/shop.crt"),
            (b"shop\xc3\xdc\xc2\xeb.txt", "shop密码.txt"),
            (b"\xb6\xa9\xb5\xa5\xd6\xa4\xca\xe9.pem", "\u{fffd}\u{fffd}证书.pem"),
            (b"caf\xe9.crt\xd6", "caf\u{fffd}.crt\u{fffd}"),
            ("密码.txt".as_bytes(), "密码.txt"),
            (&long, &format!("{}\u{fffd}…", "x".repeat(LONGEST - 1))),
        ] {
            assert_eq!(text(bytes), shown);
        }
    }

    #[test]
    fn names_that_come_twice() {
        let mut given = Given::default();
        let mut named = |name: &str| given.unique(0, name.to_owned());
        for (name, given) in [
            ("a/b.crt", "a/b.crt"),
            ("a/b.crt", "a/b (2).crt"),
            ("a/b (3).crt", "a/b (3).crt"),
            ("a/b.crt", "a/b (3) (2).crt"),
            ("a.b/c", "a.b/c"),
            ("a.b/c", "a.b/c (2)"),
            (".env", ".env"),
            (".env", ".env (2)"),
        ] {
            assert_eq!(named(name), given);
        }
        assert_eq!(given.unique(1, "a/b.crt".to_owned()), "a/b.crt");
    }

    #[test]
    fn names_of_what_is_in_a_gzip() {
        let names = ["pack/chain.pem.gz", "CHAIN.PEM.GZ", "", ".gz", "密.gz", "x"].map(without_gz);
        assert_eq!(names, ["chain.pem", "CHAIN.PEM", "content", "content", "密", "content"]);
    }
}
