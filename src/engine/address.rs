//! IP addresses as text. Those of version 6 are read and written by the standard library, which takes six kilobytes: a
//! glance leaves them to the engine.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// The address that a text is.
pub fn read(text: &str) -> Option<IpAddr> {
    read_v4(text).map(IpAddr::V4).or_else(|| read_v6(text).map(IpAddr::V6))
}

/// Four numbers (RFC 6943 §3.1.1, the strict form).
fn read_v4(text: &str) -> Option<Ipv4Addr> {
    let mut numbers = text.split('.').map(octet);
    let mut next = || numbers.next()?;
    let octets = [next()?, next()?, next()?, next()?];
    numbers.next().is_none().then(|| octets.into())
}

/// A number up to 255, without zeros in front.
fn octet(text: &str) -> Option<u8> {
    let is_plain = (1..=3).contains(&text.len()) && (text.len() == 1 || !text.starts_with('0'));
    let digit = |sum: u16, byte: u8| {
        byte.is_ascii_digit().then(|| sum.saturating_mul(10).saturating_add(u16::from(byte.saturating_sub(b'0'))))
    };
    let number = text.bytes().filter(|_| is_plain).try_fold(0, digit)?;
    u8::try_from(number).ok().filter(|_| is_plain)
}

/// An address of version 6.
#[cfg(feature = "engine")]
pub fn read_v6(text: &str) -> Option<Ipv6Addr> {
    text.parse().ok()
}

#[cfg(not(feature = "engine"))]
pub fn read_v6(_: &str) -> Option<Ipv6Addr> {
    None
}

/// An address as text (RFC 5952).
pub fn written(address: IpAddr) -> String {
    match address {
        IpAddr::V4(v4) => {
            let [a, b, c, d] = v4.octets();
            format!("{a}.{b}.{c}.{d}")
        }
        IpAddr::V6(v6) => written_v6(v6),
    }
}

#[cfg(feature = "engine")]
fn written_v6(address: Ipv6Addr) -> String {
    address.to_string()
}

#[cfg(not(feature = "engine"))]
fn written_v6(_: Ipv6Addr) -> String {
    String::new()
}

/// Whether a text that may be an address can only be one of version 6.
pub fn may_be_v6(text: &str) -> bool {
    text.contains(':')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_the_standard_library_reads_them() {
        for text in [
            "",
            ".",
            "...",
            "1.2.3",
            "1.2.3.4",
            "1.2.3.4.",
            "1.2.3.4.5",
            "01.2.3.4",
            "0.0.0.0",
            "00.0.0.0",
            "255.255.255.255",
            "256.1.1.1",
            "1000.1.1.1",
            "+1.2.3.4",
            "1.2.3.x",
            " 1.2.3.4",
            "1..2.3",
            "٣.1.1.1",
            "1.2.3.4/8",
        ] {
            assert_eq!(read_v4(text), text.parse().ok(), "{text}");
        }
        for address in [Ipv4Addr::LOCALHOST, Ipv4Addr::BROADCAST, Ipv4Addr::new(203, 0, 113, 7)] {
            assert_eq!(
                (written(address.into()), read(&address.to_string())),
                (address.to_string(), Some(address.into()))
            );
        }
    }
}
