//! The systems that servers run on: `data/systems.tsv` as values.

use super::version::Version;

const ROWS: &str = include_str!("../../data/systems.tsv");

/// A system.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct System {
    /// Its identifier: `debian-12`.
    pub id: &'static str,
    /// The name that people know.
    pub title: &'static str,
    /// The version of OpenSSL that its servers are linked with, at least; none where that is anybody's guess.
    pub openssl: Option<Version>,
    /// The version of GnuTLS, likewise.
    pub gnutls: Option<Version>,
    /// How servers are started.
    pub manager: Manager,
}

/// What starts and reloads servers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Manager {
    /// `systemctl`.
    #[default]
    Systemd,
    /// `rc-service`.
    OpenRc,
    /// A container of the server's own image.
    Image,
    /// The panel 宝塔, which keeps servers below `/www/server`.
    Baota,
    /// Windows services.
    Windows,
}

/// The system of an identifier.
pub fn find(id: &str) -> Option<System> {
    all().find(|system| system.id == id)
}

/// Every system, in the order in which they are shown.
pub fn all() -> impl Iterator<Item = System> {
    ROWS.lines().filter(|row| !row.starts_with('#')).filter_map(|row| {
        let [id, title, openssl, gnutls, manager] = row.split('\t').collect::<Vec<_>>()[..] else { return None };
        let manager = match manager {
            "systemd" => Manager::Systemd,
            "openrc" => Manager::OpenRc,
            "image" => Manager::Image,
            "baota" => Manager::Baota,
            "windows" => Manager::Windows,
            _ => return None,
        };
        Some(System { id, title, openssl: Version::parse(openssl), gnutls: Version::parse(gnutls), manager })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_read() {
        assert_eq!(all().count(), ROWS.lines().filter(|row| !row.starts_with('#')).count());
        assert_eq!(find("debian-12").map(|system| system.manager), Some(Manager::Systemd));
        assert!(all().all(|system| all().filter(|other| other.id == system.id).count() == 1));
    }
}
