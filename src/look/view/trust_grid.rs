//! Clients and versions as a grid: one row a client, with equal answers of neighbouring versions in one cell.

use crate::report::{ClientTrust, Trust};

/// One client.
#[derive(Clone, Debug, PartialEq)]
pub struct Row<'a> {
    /// The contract's identifier.
    pub id: &'a str,
    /// Its cells, oldest version first.
    pub cells: Vec<Cell<'a>>,
}

/// Versions in a row that say the same for the same reason.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cell<'a> {
    /// The place of the first among all clients.
    pub place: usize,
    /// The versions.
    pub clients: &'a [ClientTrust],
}

impl<'a> Cell<'a> {
    /// The client that stands for all of them: they differ in nothing but their version.
    pub const fn client(&self) -> Option<&'a ClientTrust> {
        self.clients.first()
    }

    /// Whether a client is among them.
    pub fn has(&self, place: usize) -> bool {
        (self.place..self.place.saturating_add(self.clients.len())).contains(&place)
    }

    /// The first and, where there are several, the last version.
    pub fn versions(&self) -> (&'a str, Option<&'a str>) {
        let first = self.clients.first().map_or("", |client| client.version.as_str());
        let last = self.clients.last().filter(|_| self.clients.len() > 1);
        (first, last.map(|client| client.version.as_str()))
    }
}

/// The grid of a report, in its order of clients.
pub fn rows(trust: &Trust) -> Vec<Row<'_>> {
    let mut place = 0_usize;
    let mut cell = |clients| {
        let cell = Cell { place, clients };
        place = place.saturating_add(cell.clients.len());
        cell
    };
    let of_one = trust.clients.chunk_by(|one, next| one.id == next.id);
    of_one
        .map(|clients| Row {
            id: clients.first().map_or("", |client| client.id.as_str()),
            cells: clients.chunk_by(|one, next| says(one) == says(next)).map(&mut cell).collect(),
        })
        .collect()
}

/// Everything of an answer but the version.
fn says(client: &ClientTrust) -> impl PartialEq + '_ {
    (client.trusted, client.path, client.reason, &client.rule, client.with_repair)
}
