//! Passwords to try on what is locked: those that lie beside it in files of their own, then those that the user gave.

use super::super::budget::LIMITS;
use super::collector::Collector;
use super::text::{Text, trim};
use crate::report::{InputKind, Password, Source};

/// Longer files hold no password.
pub(super) const LONGEST_FILE: usize = 256;

/// More files than these hold no passwords: packs have four.
const MOST_FILES: usize = 100;

/// What to try, in the order to try it.
pub(super) struct Passwords {
    candidates: Vec<Candidate>,
    /// Rounds of key derivation that may still be spent on them.
    pub(super) rounds_left: u64,
}

struct Candidate {
    password: Password,
    /// The file that it stands in, with the index of its source; none where the user gave it.
    file: Option<(usize, String)>,
    /// It is another reading of the file before.
    again: bool,
}

impl Passwords {
    /// The passwords of the user.
    pub(super) fn given(given: &[Password]) -> Self {
        let typed = |password: &Password| Candidate { password: password.clone(), file: None, again: false };
        Self { candidates: given.iter().map(typed).collect(), rounds_left: LIMITS.key_rounds }
    }

    /// How many the user gave: a lock that none of them opens has the wrong password, not none.
    pub(super) fn typed(&self) -> usize {
        self.candidates.iter().filter(|candidate| candidate.file.is_none()).count()
    }

    /// How many files held one.
    pub(super) fn files(&self) -> usize {
        self.candidates.iter().filter(|candidate| candidate.file.is_some() && !candidate.again).count()
    }

    /// What to try on a file, most likely first: what lies in its folder, what lies elsewhere, what the user gave. The
    /// empty password is the caller's business, since only some formats have it.
    pub(super) fn for_file(&self, name: &str) -> Vec<Password> {
        let rank = |candidate: &&Candidate| match &candidate.file {
            Some((_, file)) if folder(file) == folder(name) => 0,
            Some(_) => 1,
            None => 2,
        };
        let mut ranked: Vec<_> = self.candidates.iter().collect();
        ranked.sort_by_key(rank);
        ranked.into_iter().map(|candidate| candidate.password.clone()).collect()
    }

    /// Takes a file that holds a password, by its name and its form; false for any other.
    pub(super) fn take(&mut self, (source, name): (usize, &str), bytes: &[u8]) -> bool {
        let Some(text) = password_in(name, bytes).filter(|_| self.files() < MOST_FILES) else { return false };
        let readings = readings(text.reveal());
        self.candidates.extend(readings.into_iter().enumerate().map(|(index, password)| Candidate {
            password,
            file: Some((source, name.to_owned())),
            again: index > 0,
        }));
        true
    }

    /// Whether that very file was taken for one that holds a password.
    fn is_file(&self, source: usize, name: &str) -> bool {
        let mut files = self.candidates.iter().filter_map(|candidate| candidate.file.as_ref());
        files.any(|(index, file)| *index == source && file == name)
    }
}

impl Collector<'_> {
    /// Takes the passwords out of the files that hold nothing else (`keystorePass.txt`), before anything is read.
    pub(super) fn take_password_files(&mut self, sources: &[Source]) {
        for (index, source) in sources.iter().enumerate() {
            self.passwords.take((index, &source.name), &source.bytes);
        }
    }

    /// Whether the file at hand is one of those; then it is noted as such, and nothing of it is shown.
    pub(super) fn is_password_file(&mut self) -> bool {
        let is = self.passwords.is_file(self.source_index, &self.source);
        if is {
            self.input(InputKind::Password, super::collector::Place::default());
        }
        is
    }
}

/// The password in a file whose name says that it holds one: one short line (`keystorePass.txt`, `pfx-password.txt`,
/// `jks-password.txt`, as the consoles of Tencent, Alibaba and Huawei Cloud pack them; ca-archives.md A4).
fn password_in(name: &str, bytes: &[u8]) -> Option<Password> {
    if !may_hold_one(name) || bytes.len() > LONGEST_FILE {
        return None;
    }
    let text = Text::new(bytes);
    let line = std::str::from_utf8(trim(text.bytes())).ok()?;
    let lines = line.lines().count();
    // Tables of users (`/etc/passwd`) have several fields in every line.
    let is_table = || line.lines().any(|line| line.matches(':').count() > 1);
    let short = lines == 1 || (2..=MOST_LINES).contains(&lines) && !is_table();
    (short && !line.contains("-----BEGIN")).then(|| Password::new(line))
}

/// More lines are a text about passwords.
const MOST_LINES: usize = 3;

/// What the password may be, most likely first: all of a single line, what follows a label in it (`password: …`,
/// `证书密码：…`), and each line of several by itself.
fn readings(text: &str) -> Vec<Password> {
    let mut found: Vec<Password> = Vec::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let labelled = line.split_once([':', '：', '=']).map(|(_, value)| value.trim());
        for reading in [Some(line), labelled.filter(|value| !value.is_empty())].into_iter().flatten() {
            if !found.iter().any(|known| known.reveal() == reading) {
                found.push(Password::new(reading));
            }
        }
    }
    found
}

/// Whether the name of a file says that it holds a password.
pub(super) fn may_hold_one(name: &str) -> bool {
    let file = name.rsplit('/').next().unwrap_or_default().to_lowercase();
    ["pass", "pwd", "密码", "口令"].iter().any(|word| file.contains(word))
}

/// The folder of a file, with the archive that it lies in.
fn folder(name: &str) -> &str {
    name.rsplit_once('/').map_or("", |(folder, _)| folder)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_that_hold_a_password() {
        for (name, bytes, password) in [
            ("Tomcat/keystorePass.txt", "\u{feff}s3cret\r\n", Some("s3cret")),
            ("pfx-password.txt", "密码 1", Some("密码 1")),
            ("a/JKS-Password.TXT", "x\n\n", Some("x")),
            ("readme.txt", "x", None),
            ("password.txt", "one\ntwo\nthree\nlines", None),
            ("password.txt", "-----BEGIN X-----\nx", None),
            ("etc/passwd", "root:x:0:0:root:/root:/bin/sh\ndaemon:x:1:1::/:/bin/false", None),
            ("password.txt", "", None),
        ] {
            let found = password_in(name, bytes.as_bytes());
            assert_eq!(found.as_ref().map(Password::reveal), password, "{name}");
        }
    }

    #[test]
    fn what_stands_in_them() {
        for (text, passwords) in [
            ("s3cret", &["s3cret"][..]),
            ("a:b=c", &["a:b=c", "b=c"]),
            ("password: s3cret", &["password: s3cret", "s3cret"]),
            ("证书密码：s3cret", &["证书密码：s3cret", "s3cret"]),
            ("shop.example.com\r\n\r\npassword=s3cret", &["shop.example.com", "password=s3cret", "s3cret"]),
            ("s3cret:", &["s3cret:"]),
        ] {
            let found: Vec<_> = readings(text).iter().map(|one| one.reveal().to_owned()).collect();
            assert_eq!(found, passwords, "{text}");
        }
        let mut passwords = Passwords::given(&[]);
        assert!(passwords.take((0, "password.txt"), b"password: s3cret"));
        assert_eq!((passwords.files(), passwords.typed()), (1, 0));
    }

    #[test]
    fn the_nearest_comes_first() {
        let mut passwords = Passwords::given(&[Password::new("typed")]);
        assert!(passwords.take((0, "pack.zip/IIS/keystorePass.txt"), b"iis"));
        assert!(passwords.take((0, "pack.zip/Tomcat/keystorePass.txt"), b"tomcat"));
        let order = |name| passwords.for_file(name).iter().map(|one| one.reveal().to_owned()).collect::<Vec<_>>();
        assert_eq!(order("pack.zip/Tomcat/a.jks"), ["tomcat", "iis", "typed"]);
        assert_eq!(order("pack.zip/IIS/a.pfx"), ["iis", "tomcat", "typed"]);
    }
}
