//! Names of files in archives. They are shown, and never lead anywhere.

/// What systems put into archives and folders by themselves.
static LEFT_BEHIND: [&str; 3] = [".ds_store", "thumbs.db", "desktop.ini"];

/// Longer names are cut: 20,000 certificates each remember theirs. Windows ends at 260, Linux at 4,096.
const LONGEST: usize = 1024;

/// A name as text: UTF-8, or what can be shown of it. Chinese Windows writes GBK without saying so; the tables for
/// that are larger than all of this reader.
pub(super) fn text(bytes: &[u8]) -> String {
    match bytes.get(..LONGEST) {
        Some(start) => format!("{}…", String::from_utf8_lossy(start)),
        None => String::from_utf8_lossy(bytes).into_owned(),
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
    fn names_of_what_is_in_a_gzip() {
        let names = ["pack/chain.pem.gz", "CHAIN.PEM.GZ", "", ".gz", "密.gz", "x"].map(without_gz);
        assert_eq!(names, ["chain.pem", "CHAIN.PEM", "content", "content", "密", "content"]);
    }
}
