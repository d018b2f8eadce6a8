//! Which two certificates are compared before anybody chooses.

use crate::report::Report;

/// Server certificates to choose from: more of them make a list that nobody reads.
pub const CHOICES: usize = 200;

/// The certificate in use and the one to take its place, as they most likely are: the two that began last among those
/// that share a name with the one the verdict is about, else among all.
pub fn likely(report: &Report, servers: &[usize]) -> Option<(usize, usize)> {
    let names = report.leaf().map(|leaf| leaf.names.as_slice()).unwrap_or_default();
    let certificate = |index: &usize| report.certificates.get(*index);
    let shares =
        |index: &usize| certificate(index).is_some_and(|one| one.names.iter().any(|name| names.contains(name)));
    let mut akin: Vec<usize> = servers.iter().copied().filter(shares).collect();
    if akin.len() < 2 {
        akin = servers.to_vec();
    }
    akin.sort_by_key(|index| certificate(index).map(|one| (one.not_before, one.not_after)));
    let new = akin.pop()?;
    Some((akin.pop()?, new))
}

#[cfg(test)]
mod tests {
    use super::likely;
    use crate::app::view::tests::{NOW, certificate};
    use crate::report::{Chain, Report, Role};

    fn report(certificates: &[(&str, i64)]) -> Report {
        let begins = |days| NOW.plus_days(days);
        Report {
            certificates: certificates
                .iter()
                .map(|(name, days)| certificate(name, Role::Leaf, begins(*days), begins(*days + 90)))
                .collect(),
            chain: Chain { leaf: Some(0), ..Chain::default() },
            ..Report::empty(NOW)
        }
    }

    #[test]
    fn the_later_one_takes_the_place_of_its_namesake() {
        let three = report(&[("a.example", -10), ("b.example", -1), ("a.example", -80)]);
        assert_eq!(likely(&three, &[0, 1, 2]), Some((2, 0)));
        assert_eq!(likely(&report(&[("a.example", -80), ("b.example", -10)]), &[0, 1]), Some((0, 1)));
        assert_eq!(likely(&three, &[0]), None);
    }
}
