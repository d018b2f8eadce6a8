//! What a program calls, and who is asked about it.

use super::given::{GivenFile, add};
use crate::report::{Options, Phone, Platform, Source};
use serde::{Deserialize, Serialize};
use std::rc::Rc;

/// The addresses that a program calls, where it runs, and what its platform's list holds.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Calls {
    /// What stands in the box: addresses, one a line, or code.
    pub text: Rc<str>,
    /// Files with code.
    pub files: Vec<GivenFile>,
    /// The entries that the platform's console has today, as they were pasted.
    pub listed: Rc<str>,
    /// The platforms that are asked, in the order of the catalogue.
    pub platforms: Vec<Platform>,
    /// The oldest phones that count.
    pub phones: Vec<Phone>,
    /// The platforms were chosen by hand: the code no longer tells them.
    chosen: bool,
}

/// A change of it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum Change {
    /// The box was edited.
    Typed(String),
    /// Files with code were chosen.
    FilesRead(Vec<Source>),
    /// One of them was taken back.
    FileRemoved(u32),
    /// The entries of the console were edited.
    Listed(String),
    /// A platform is to be asked, or no longer.
    Toggled(Platform),
    /// Another version of a phone's system is the oldest that counts; none of it where the version is empty.
    OldestPhone(Phone),
}

impl Change {
    /// Whether it comes from typing, and more of it is to be expected.
    pub const fn is_typing(&self) -> bool {
        matches!(self, Self::Typed(_) | Self::Listed(_))
    }
}

/// How much of the code is looked at for whose it is, in bytes.
const LOOKED_AT: usize = 100_000;

/// The object that each platform hands to its programs, and the calls by which it is known.
const OBJECTS: [(&str, Platform); 7] = [
    ("wx", Platform::WeChat),
    ("my", Platform::Alipay),
    ("tt", Platform::Douyin),
    ("swan", Platform::Baidu),
    ("qq", Platform::Qq),
    ("ks", Platform::Kuaishou),
    ("has", Platform::Huawei),
];
const FUNCTIONS: [&str; 4] = [".request", ".uploadFile", ".downloadFile", ".connectSocket"];

impl Calls {
    /// Makes a change.
    pub fn change(&mut self, change: Change) {
        match change {
            Change::Typed(text) => {
                self.text = text.into();
                self.guess();
            }
            Change::FilesRead(sources) => {
                add(&mut self.files, sources);
                self.guess();
            }
            Change::FileRemoved(id) => self.files.retain(|file| file.id != id),
            Change::Listed(text) => self.listed = text.into(),
            Change::Toggled(platform) => {
                let asked = |it: &Platform| self.platforms.contains(it) != (*it == platform);
                self.platforms = Platform::ALL.iter().copied().filter(asked).collect();
                self.chosen = true;
            }
            Change::OldestPhone(phone) => {
                self.phones.retain(|it| it.client != phone.client);
                if !phone.version.is_empty() {
                    self.phones.push(phone);
                }
            }
        }
    }

    /// Without what the user put in; whom to ask stays.
    pub fn cleared(&self) -> Self {
        Self { text: Rc::default(), files: Vec::new(), listed: Rc::default(), ..self.clone() }
    }

    /// The options that say it.
    pub fn options(&self, options: Options) -> Options {
        let files = self.files.iter().map(|file| Source { name: file.name.to_string(), bytes: file.bytes.to_vec() });
        let (urls, code) = if is_plain(&self.text) {
            (lines(&self.text).map(str::to_owned).collect(), None)
        } else {
            (Vec::new(), Some(Source { name: String::new(), bytes: self.text.as_bytes().to_vec() }))
        };
        Options {
            urls,
            code: code.into_iter().chain(files).collect(),
            listed: (!self.listed.trim().is_empty()).then(|| self.listed.to_string()).into_iter().collect(),
            platforms: self.platforms.to_vec(),
            phones: self.phones.to_vec(),
            ..options
        }
    }

    /// Asks those whose objects the code uses, else the one that most people mean.
    fn guess(&mut self) {
        let nothing = self.text.trim().is_empty() && self.files.is_empty();
        if self.chosen || nothing {
            return;
        }
        let texts = || self.files.iter().map(|file| &**file.bytes).chain([self.text.as_bytes()]).map(first);
        let used: Vec<_> =
            OBJECTS.iter().filter(|(object, _)| texts().any(|text| calls(text, object))).map(|(_, it)| *it).collect();
        if !used.is_empty() {
            self.platforms = used;
        } else if self.platforms.is_empty() {
            self.platforms.push(Platform::WeChat);
        }
    }
}

/// Whether code calls one of the functions of an object.
fn calls(code: &[u8], object: &str) -> bool {
    let is_call = |at: usize| {
        let (before, after) = code.split_at(at);
        before.ends_with(object.as_bytes()) && FUNCTIONS.iter().any(|function| after.starts_with(function.as_bytes()))
    };
    code.iter().enumerate().any(|(at, byte)| *byte == b'.' && is_call(at))
}

fn first(bytes: &[u8]) -> &[u8] {
    bytes.get(..LOOKED_AT).unwrap_or(bytes)
}

/// Whether a text is addresses, one a line, and nothing else.
fn is_plain(text: &str) -> bool {
    let foreign = |it: char| {
        it.is_whitespace() || matches!(it, '"' | '\'' | '`' | '(' | ')' | '{' | '}' | '<' | '>' | ';' | ',' | '#' | '*')
    };
    lines(text).all(|line| !line.contains(foreign) && !line.starts_with("//"))
}

fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Timestamp;

    impl Calls {
        fn after(mut self, change: Change) -> Self {
            self.change(change);
            self
        }
    }

    fn typed(text: &str) -> Calls {
        Calls::default().after(Change::Typed(text.to_owned()))
    }

    #[test]
    fn addresses_and_code_are_told_apart() {
        let options = |text: &str| typed(text).options(Options::at(Timestamp::from_unix(0)));
        let plain = options(" https://a.example.com/v1 \n\nupload=https://b.example.com\napi.example.com\n");
        assert_eq!(plain.urls, ["https://a.example.com/v1", "upload=https://b.example.com", "api.example.com"]);
        assert!(plain.code.is_empty());
        for code in
            ["wx.request({ url: 'https://a.example.com' })", "// https://a.example.com", "A = https://a.example.com"]
        {
            let read = options(code);
            assert!(read.urls.is_empty(), "{code}");
            assert_eq!(read.code.len(), 1, "{code}");
        }
        assert!(options("").urls.is_empty() && options("").code.is_empty());
    }

    #[test]
    fn the_code_tells_whom_to_ask_until_somebody_chooses() {
        assert_eq!(*typed("https://a.example.com").platforms, [Platform::WeChat]);
        let both = typed("my.request({}); tt.uploadFile({})");
        assert_eq!(*both.platforms, [Platform::Alipay, Platform::Douyin]);
        let chosen = both.after(Change::Toggled(Platform::Alipay)).after(Change::Toggled(Platform::Qq));
        assert_eq!(*chosen.platforms, [Platform::Douyin, Platform::Qq]);
        assert_eq!(*chosen.after(Change::Typed("wx.request()".to_owned())).platforms, [Platform::Douyin, Platform::Qq]);
        assert!(typed("  ").platforms.is_empty());
    }

    #[test]
    fn each_system_has_one_oldest_phone() {
        let phone = |client: &str, version: &str| {
            Change::OldestPhone(Phone { client: client.to_owned(), version: version.to_owned() })
        };
        let calls = [phone("android", "7.0"), phone("ios", "12"), phone("android", "9")];
        let calls = calls.into_iter().fold(Calls::default(), Calls::after);
        let versions = |calls: &Calls| calls.phones.iter().map(|it| it.version.clone()).collect::<Vec<_>>();
        assert_eq!(versions(&calls), ["12", "9"]);
        assert_eq!(versions(&calls.after(phone("ios", ""))), ["9"]);
    }

    #[test]
    fn a_pasted_list_goes_on_as_it_is() {
        let listed = |text: &str| {
            Calls::default().after(Change::Listed(text.to_owned())).options(Options::at(Timestamp::from_unix(0))).listed
        };
        assert_eq!(listed("https://a.example.com;b.example.com"), ["https://a.example.com;b.example.com"]);
        assert!(listed(" \n").is_empty());
    }
}
