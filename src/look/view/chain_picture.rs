//! The chain as a picture: boxes and the lines between them, on a grid of columns (distance from the server
//! certificate) and rows.

use super::gap;
use crate::app::view::signatures_hold;
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
    /// One that was not, from the supply: the same.
    Supplied(usize),
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
    /// The signature holds, and a certificate of the supply is at one of its ends.
    Supplied,
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
    /// The boxes on each way that is drawn, by its index among the chain's paths.
    pub ways: Vec<(usize, Vec<usize>)>,
}

/// Ways upward through what was given that are drawn; more of them would say less.
const PATHS: usize = 6;

/// Ways through certificates of the supply that are drawn.
const SUPPLIED_PATHS: usize = 3;

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

    /// The boxes of a way.
    pub fn way(&self, path: usize) -> &[usize] {
        self.ways.iter().find(|(index, _)| *index == path).map_or(&[], |(_, nodes)| nodes)
    }
}

impl Link {
    /// Whether a way leads along it.
    pub fn is_on(&self, way: &[usize]) -> bool {
        way.windows(2).any(|pair| pair == [self.from, self.to])
    }
}

/// The picture of a report.
pub fn picture(report: &Report) -> Picture {
    let mut builder = Builder::default();
    for index in drawn(report) {
        builder.path(index, report);
    }
    if let Some(leaf) = report.chain.leaf {
        builder.node(What::Given(leaf), 0);
    }
    for (index, missing) in report.chain.missing.iter().enumerate() {
        builder.missing(index, missing.issued, report);
    }
    builder.strangers(report);
    builder.picture
}

/// The ways that are drawn: the best, and whatever way some client takes.
fn drawn(report: &Report) -> Vec<usize> {
    let supplied =
        |path: &ChainPath| path.certificates.iter().any(|certificate| report.chain.supplied.contains(certificate));
    let taken = |index| report.trust.clients.iter().any(|client| client.way() == Some(index));
    let (mut given, mut more) = (0, 0);
    let mut draw = |index, path: &ChainPath| {
        let (count, limit) = if supplied(path) { (&mut more, SUPPLIED_PATHS) } else { (&mut given, PATHS) };
        *count += 1;
        *count <= limit || taken(index)
    };
    report.chain.paths.iter().enumerate().filter(|(index, path)| draw(*index, path)).map(|(index, _)| index).collect()
}

#[derive(Default)]
struct Builder {
    picture: Picture,
    used: Vec<usize>,
}

impl Builder {
    fn path(&mut self, index: usize, report: &Report) {
        let Some(path) = report.chain.paths.get(index) else { return };
        let mut below = None;
        let mut way = Vec::new();
        for (column, what) in boxes(path, report).into_iter().enumerate() {
            let node = self.node(what, column);
            self.link(below, node, self.kind(path, below, node));
            way.push(node);
            below = Some(node);
        }
        self.picture.ways.push((index, way));
    }

    /// How the line between two boxes on a path is drawn.
    fn kind(&self, path: &ChainPath, from: Option<usize>, to: usize) -> LinkKind {
        let supplied =
            |node: usize| self.picture.nodes.get(node).is_some_and(|node| matches!(node.what, What::Supplied(_)));
        match () {
            () if !signatures_hold(path) => LinkKind::Bad,
            () if supplied(to) || from.is_some_and(supplied) => LinkKind::Supplied,
            () => LinkKind::Good,
        }
    }

    /// A missing issuer, unless the supply has it and its box stands there.
    fn missing(&mut self, index: usize, issued: usize, report: &Report) {
        if gap::issuer_in_supply(issued, report).is_some() {
            return;
        }
        let below = self.place(&What::Given(issued));
        let column =
            below.and_then(|below| self.picture.nodes.get(below)).map_or(0, |node| node.column.saturating_add(1));
        let node = self.node(What::Missing(index), column);
        self.link(below, node, LinkKind::Missing);
    }

    fn strangers(&mut self, report: &Report) {
        let is_stranger =
            |index: &usize| !report.chain.supplied.contains(index) && self.place(&What::Given(*index)).is_none();
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
            Some(link) if kind == LinkKind::Good || link.kind == LinkKind::Bad => link.kind = kind,
            Some(_) => {}
            None => self.picture.links.push(Link { from, to, kind }),
        }
    }
}

/// The boxes of a path, with the root that it ends below.
fn boxes(path: &ChainPath, report: &Report) -> Vec<What> {
    let certificate = |index: &usize| match report.chain.supplied.contains(index) {
        true => What::Supplied(*index),
        false => What::Given(*index),
    };
    let mut boxes: Vec<_> = path.certificates.iter().map(certificate).collect();
    let last = path.certificates.last().and_then(|last| report.certificates.get(*last));
    let is_last = |sha256: &str| last.is_some_and(|last| last.sha256 == sha256);
    let above = path.root.as_ref().filter(|root| !is_last(&root.sha256));
    boxes.extend(above.map(|root| What::Known(root.sha256.clone(), root.name.clone())));
    boxes
}
