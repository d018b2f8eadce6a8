//! General names (RFC 5280 §4.2.1.6), one by one: a broken one does not hide its neighbours.

use super::super::der::{Element, Elements, Fault, dotted, tag};
use super::super::{Name, text};
use super::{GeneralName, GeneralNameKind};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// Where a general name stands decides how its addresses are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Use {
    /// An address has 4 or 16 octets.
    Name,
    /// Address and mask: 8 or 32 octets (RFC 5280 §4.2.1.10).
    Constraint,
}

impl GeneralName {
    /// Reads one general name, outside of constraints.
    pub(in super::super) fn decode(element: &Element<'_>) -> Self {
        decode(element, Use::Name)
    }
}

/// All general names of a list.
pub(super) fn list(elements: Elements<'_>) -> Result<Vec<GeneralName>, Fault> {
    elements.each(|element| Ok(decode(&element, Use::Name)))
}

/// One general name.
pub(super) fn decode(element: &Element<'_>, used: Use) -> GeneralName {
    let kind = kind(element, used).unwrap_or_else(|reason| GeneralNameKind::Malformed {
        reason: reason.to_owned(),
        value: element.content.to_vec(),
    });
    GeneralName { kind, bytes: element.content_place() }
}

fn kind(element: &Element<'_>, used: Use) -> Result<GeneralNameKind, &'static str> {
    let content = element.content;
    let number = (0..=8).find(|number| element.is_context(*number)).ok_or("none of the nine kinds of general name")?;
    Ok(match number {
        0 => other_name(element).ok_or("an otherName without a type")?,
        1 => GeneralNameKind::Email(text::readable(content)),
        2 => GeneralNameKind::Dns(text::readable(content)),
        4 => GeneralNameKind::Directory(directory_name(element).ok_or("no valid directory name")?),
        6 => GeneralNameKind::Uri(text::readable(content)),
        7 => address(content, used).ok_or("an IP address of the wrong length, or a mask with gaps")?,
        8 => GeneralNameKind::RegisteredId(dotted(content).ok_or("no valid object identifier")?),
        3 => GeneralNameKind::Rare { choice: "x400Address", value: content.to_vec() },
        _ => GeneralNameKind::Rare { choice: "ediPartyName", value: content.to_vec() },
    })
}

fn other_name(element: &Element<'_>) -> Option<GeneralNameKind> {
    let mut parts = element.children();
    let oid = parts.expect(tag::OID).ok()?.oid().ok()?;
    let value = if parts.is_empty() { Vec::new() } else { parts.next_element().ok()?.content.to_vec() };
    Some(GeneralNameKind::Other { oid, value })
}

/// `directoryName` is tagged explicitly, since `Name` is a choice.
fn directory_name(element: &Element<'_>) -> Option<String> {
    let mut parts = element.children();
    let name = Name::decode(&parts.next_element().ok()?).ok()?;
    parts.finish().ok()?;
    Some(name.to_string())
}

fn address(content: &[u8], used: Use) -> Option<GeneralNameKind> {
    if used == Use::Name {
        return Some(GeneralNameKind::Ip { address: ip(content)?, prefix: None });
    }
    let (address, mask) = content.split_at_checked(content.len().checked_div(2)?)?;
    let bits = |octets: &[u8]| octets.iter().fold(0_u128, |sum, octet| sum.wrapping_shl(8) | u128::from(*octet));
    let unused = 128_u32.saturating_sub(u32::try_from(mask.len()).ok()?.saturating_mul(8));
    let mask = bits(mask).checked_shl(unused).unwrap_or_default();
    let prefix = mask.leading_ones();
    if prefix != mask.count_ones() {
        return None;
    }
    Some(GeneralNameKind::Ip { address: ip(address)?, prefix: u8::try_from(prefix).ok() })
}

fn ip(octets: &[u8]) -> Option<IpAddr> {
    if let Ok(octets) = <[u8; 4]>::try_from(octets) {
        return Some(Ipv4Addr::from(octets).into());
    }
    Some(Ipv6Addr::from(<[u8; 16]>::try_from(octets).ok()?).into())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(der: &[u8], used: Use) -> GeneralNameKind {
        decode(&Element::read(der, 0).unwrap(), used).kind
    }

    fn is_malformed(der: &[u8], used: Use) -> bool {
        matches!(read(der, used), GeneralNameKind::Malformed { .. })
    }

    #[test]
    fn addresses_and_masks() {
        assert_eq!(
            read(&[0x87, 4, 192, 0, 2, 1], Use::Name),
            GeneralNameKind::Ip { address: Ipv4Addr::new(192, 0, 2, 1).into(), prefix: None }
        );
        assert_eq!(
            read(&[0x87, 8, 10, 0, 0, 0, 255, 128, 0, 0], Use::Constraint),
            GeneralNameKind::Ip { address: Ipv4Addr::new(10, 0, 0, 0).into(), prefix: Some(9) }
        );
        let everything: Vec<u8> = [0x87, 32].into_iter().chain([0; 32]).collect();
        assert_eq!(
            read(&everything, Use::Constraint),
            GeneralNameKind::Ip { address: Ipv6Addr::UNSPECIFIED.into(), prefix: Some(0) }
        );
        assert!(is_malformed(&[0x87, 5, 1, 2, 3, 4, 5], Use::Name));
        assert!(is_malformed(&[0x87, 8, 10, 0, 0, 0, 255, 0, 255, 0], Use::Constraint));
        assert!(is_malformed(&[0x87, 0], Use::Constraint));
    }

    #[test]
    fn text_is_kept_to_the_byte() {
        assert_eq!(read(&[0x82, 3, b'a', 0, b'b'], Use::Name), GeneralNameKind::Dns("a\0b".to_owned()));
        assert_eq!(read(&[0x82, 2, b'a', 0xe9], Use::Name), GeneralNameKind::Dns("a\\xE9".to_owned()));
        assert!(is_malformed(&[0x0c, 1, b'a'], Use::Name));
        assert!(is_malformed(&[0xa4, 1, 0x30], Use::Name));
        assert!(is_malformed(&[0x88, 1, 0x80], Use::Name));
        assert!(is_malformed(&[0xa0, 2, 0x0c, 0], Use::Name));
    }
}
