/// A version as programs write them, made comparable: up to three numbers, whatever stands between them (`16-r4` is
/// 16.4). Dates compare as well: `2024.7`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Version([u16; 3]);

impl Version {
    /// Reads the numbers; what is missing or too large counts as the least or the most.
    pub fn parse(text: &str) -> Self {
        let mut version = [0; 3];
        let numbers = text.split(|character: char| !character.is_ascii_digit()).filter(|digits| !digits.is_empty());
        for (place, digits) in version.iter_mut().zip(numbers) {
            *place = digits.parse().unwrap_or(u16::MAX);
        }
        Self(version)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_compare_by_number() {
        let in_order = ["0", "4.4", "4.4.4", "7.1.1", "10", "10.9.2", "10.10", "14", "14-r61", "15", "16-r4", "17"];
        assert!(in_order.map(Version::parse).is_sorted());
        assert!(Version::parse("2018.9") < Version::parse("2018.12"));
    }
}
