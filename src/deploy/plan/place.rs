//! Where things are on the server: addresses, ports, folders and files.

use super::Plan;
use crate::deploy::allow::FilePath;
use crate::report::wire::Switch;
use std::net::IpAddr;

/// Where things are on the server. The default is what every package of the server expects.
#[derive(Clone, Debug)]
pub struct Place {
    /// The address to listen on; every address where none.
    pub address: Option<IpAddr>,
    /// The port of plain HTTP.
    pub http_port: u16,
    /// The port of TLS; the usual one of the target where none.
    pub tls_port: Option<u16>,
    /// The port on which a server hears from what ends TLS before it on the same machine.
    pub inner_port: u16,
    /// The port on which an ACME client itself answers a certificate authority, for servers that have no pages.
    pub challenge_port: u16,
    /// The folder that holds one folder a site with its certificate and key.
    pub certificates: FilePath,
    /// The folder that holds one folder a site with its pages.
    pub pages: FilePath,
}

impl Default for Place {
    fn default() -> Self {
        Self {
            address: None,
            http_port: 80,
            tls_port: None,
            inner_port: 6086,
            challenge_port: 8888,
            certificates: FilePath::own("/etc/ssl/certloupe"),
            pages: FilePath::own("/var/www"),
        }
    }
}

/// The files of a pair of certificate and key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// The chain, server certificate first.
    pub certificate: FilePath,
    /// The key.
    pub key: FilePath,
}

impl Plan {
    /// The port of TLS.
    pub fn tls_port(&self) -> u16 {
        self.place.tls_port.unwrap_or_else(|| self.target.reach.port())
    }

    /// The file with the chain.
    pub fn certificate(&self) -> FilePath {
        self.own_files.as_ref().map_or_else(|| self.file("fullchain.pem"), |own| own.certificate.clone())
    }

    /// The file with the private key.
    pub fn key(&self) -> FilePath {
        self.own_files.as_ref().map_or_else(|| self.file("privkey.pem"), |own| own.key.clone())
    }

    /// The files of the second certificate, whose key is of the other kind; none where there is no second.
    pub fn second(&self) -> Option<Pair> {
        let pair = || Pair { certificate: self.file("second/fullchain.pem"), key: self.file("second/privkey.pem") };
        self.on(Switch::BothKeys).then(pair)
    }

    /// The file with the chain and the private key in one, for servers that take no two.
    pub fn combined(&self) -> FilePath {
        self.file("combined.pem")
    }

    /// The port where an ACME client answers a certificate authority; none where that is done by the site's pages.
    pub fn challenge_port(&self) -> Option<u16> {
        let is_passed_on = self.target.upstream.is_some() && self.target.knows(Switch::Redirect);
        is_passed_on.then_some(self.place.challenge_port)
    }

    /// A file in the folder of the site's certificate and key.
    pub fn file(&self, name: &str) -> FilePath {
        self.folder().join(name)
    }

    /// The folder of the site's certificate and key.
    pub fn folder(&self) -> FilePath {
        self.place_or(|place| &place.certificates, |(certificates, _)| certificates).join(&self.stem)
    }

    /// The folder of the site's pages, and of the answers to a certificate authority's HTTP challenge.
    pub fn pages(&self) -> FilePath {
        self.place_or(|place| &place.pages, |(_, pages)| pages).join(&self.stem)
    }

    /// A folder of the place; the target's own where the place has the usual one.
    fn place_or(
        &self,
        of_place: fn(&Place) -> &FilePath,
        of_target: fn((&'static str, &'static str)) -> &'static str,
    ) -> FilePath {
        let asked = of_place(&self.place);
        let own = self.target.folders.filter(|_| asked == of_place(&Place::default()));
        own.map_or_else(|| asked.clone(), |folders| FilePath::own(of_target(folders)))
    }
}
