use std::fmt;

/// A server's version: up to three numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Version(pub u32, pub u32, pub u32);

impl Version {
    /// Reads what servers and packages write: `1.22.1`, `2.4`, `v2.6.2`, `nginx/1.22.1`, `2.4.71-1~deb12u1`.
    pub fn parse(text: &str) -> Option<Self> {
        let start = text.find(|c: char| c.is_ascii_digit())?;
        let plain = text.get(start..)?;
        let end = plain.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(plain.len());
        // `1.x` and `1.*` name many versions, and no one of them.
        if plain.get(..end)?.ends_with('.') && end < plain.len() {
            return None;
        }
        let mut numbers = plain.get(..end)?.trim_end_matches('.').split('.').map(str::parse);
        let mut next = || numbers.next().map_or(Some(0), Result::ok);
        Some(Self(next()?, next()?, next()?))
    }
}

impl fmt::Display for Version {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}.{}.{}", self.0, self.1, self.2)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions() {
        for text in ["1.22.1", "nginx/1.22.1", "v1.22.1", "1.22.1-9+deb12u10", "1.22.1 (Ubuntu)"] {
            assert_eq!(Version::parse(text), Some(Version(1, 22, 1)), "{text}");
        }
        assert_eq!(Version::parse("2.4"), Some(Version(2, 4, 0)));
        for text in ["", "latest", "1.x", "1.*", "1..2", "99999999999.1"] {
            assert_eq!(Version::parse(text), None, "{text}");
        }
        assert!(Version(1, 9, 5) < Version(1, 25, 1));
    }
}
