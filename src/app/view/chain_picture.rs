//! The chain as a picture: boxes and the lines between them, on a grid of columns (distance from the server
//! certificate) and rows.

use super::signatures_hold;
use crate::report::{ChainPath, Report};

/// One box.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// What it stands for.
    pub what: What,
    /// Steps from the server certificate.
    pub column: usize,
    /// Row.
    pub row: usize,
}

/// What a box stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// A certificate that was given: index into the report's list.
    Given(usize),
    /// An issuer that is missing: index into the chain's missing ones.
    Missing(usize),
    /// A root that clients have, and that is not sent: its hash and name.
    Known(String, String),
    /// A certificate that was given and belongs to no path.
    Stranger(usize),
}

/// A line from a certificate to its issuer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Index of the certificate's box.
    pub from: usize,
    /// Index of the issuer's box.
    pub to: usize,
    /// How it is drawn.
    pub kind: LinkKind,
}

/// How a line is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkKind {
    /// The signature holds, as far as we know.
    Good,
    /// The path through it is not valid.
    Bad,
    /// The issuer is missing.
    Missing,
}

/// Boxes and lines.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Picture {
    /// The boxes, the server certificate first, strangers last.
    pub nodes: Vec<Node>,
    /// The lines.
    pub links: Vec<Link>,
    /// Strangers that are not drawn.
    pub left_out: usize,
}

/// Ways upward that are drawn; more of them would say less.
const PATHS: usize = 6;

/// Strangers that are drawn.
const STRANGERS: usize = 12;

impl Picture {
    /// Number of columns.
    pub fn columns(&self) -> usize {
        self.nodes.iter().map(|node| node.column.saturating_add(1)).max().unwrap_or(0)
    }

    /// Number of rows.
    pub fn rows(&self) -> usize {
        self.nodes.iter().map(|node| node.row.saturating_add(1)).max().unwrap_or(0)
    }
}

/// The picture of a report.
pub fn picture(report: &Report) -> Picture {
    let mut builder = Builder::default();
    for path in report.chain.paths.iter().take(PATHS) {
        builder.path(path, report);
    }
    if let Some(leaf) = report.chain.leaf {
        builder.node(What::Given(leaf), 0);
    }
    for (index, missing) in report.chain.missing.iter().enumerate() {
        builder.missing(index, missing.issued);
    }
    builder.strangers(report);
    builder.picture
}

#[derive(Default)]
struct Builder {
    picture: Picture,
    used: Vec<usize>,
}

impl Builder {
    fn path(&mut self, path: &ChainPath, report: &Report) {
        let kind = if signatures_hold(path) { LinkKind::Good } else { LinkKind::Bad };
        let mut below = None;
        for (column, index) in path.certificates.iter().enumerate() {
            let node = self.node(What::Given(*index), column);
            self.link(below, node, kind);
            below = Some(node);
        }
        let root_given = path
            .certificates
            .last()
            .and_then(|last| report.certificates.get(*last))
            .is_some_and(|last| path.root.as_ref().is_some_and(|root| root.sha256 == last.sha256));
        if let Some(root) = path.root.as_ref().filter(|_| !root_given) {
            let what = What::Known(root.sha256.clone(), root.name.clone());
            let node = self.node(what, path.certificates.len());
            self.link(below, node, kind);
        }
    }

    fn missing(&mut self, index: usize, issued: usize) {
        let below = self.place(&What::Given(issued));
        let column =
            below.and_then(|below| self.picture.nodes.get(below)).map_or(0, |node| node.column.saturating_add(1));
        let node = self.node(What::Missing(index), column);
        self.link(below, node, LinkKind::Missing);
    }

    fn strangers(&mut self, report: &Report) {
        let is_stranger = |index: &usize| self.place(&What::Given(*index)).is_none();
        let mut strangers = (0..report.certificates.len()).filter(is_stranger);
        let drawn: Vec<_> = strangers.by_ref().take(STRANGERS).collect();
        self.picture.left_out = strangers.count();
        let row = self.picture.rows();
        for (at, index) in drawn.into_iter().enumerate() {
            self.picture.nodes.push(Node { what: What::Stranger(index), column: at % 3, row: row + at / 3 });
        }
    }

    /// The box of a thing. There are few, so looking at each is as fast as a map.
    fn place(&self, what: &What) -> Option<usize> {
        self.picture.nodes.iter().position(|node| node.what == *what)
    }

    /// The box of a thing, placed in the first free row of its column where it is new.
    fn node(&mut self, what: What, column: usize) -> usize {
        if let Some(place) = self.place(&what) {
            return place;
        }
        if self.used.len() <= column {
            self.used.resize(column + 1, 0);
        }
        let row = self.used.get(column).copied().unwrap_or(0);
        if let Some(used) = self.used.get_mut(column) {
            *used = row + 1;
        }
        self.picture.nodes.push(Node { what, column, row });
        self.picture.nodes.len() - 1
    }

    fn link(&mut self, from: Option<usize>, to: usize, kind: LinkKind) {
        let Some(from) = from else { return };
        match self.picture.links.iter_mut().find(|link| link.from == from && link.to == to) {
            // One valid path is enough to call a shared line good.
            Some(link) if kind == LinkKind::Good => link.kind = kind,
            Some(_) => {}
            None => self.picture.links.push(Link { from, to, kind }),
        }
    }
}
