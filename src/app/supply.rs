//! What the page knows of the supply: public CA certificates that lie beside it, in files that are fetched when an answer
//! asks for them.

use crate::report::SupplyFile;
use serde::{Deserialize, Serialize};
use std::rc::Rc;

/// Files asked for that stay in use when other material comes: what a site and its CA take, several times over.
const KEPT: usize = 16;

/// Files of the supply: what was asked for, what came, and what the engine is given.
#[derive(Clone, Debug, Default)]
pub struct Supply {
    /// What came, or did not.
    shelf: Vec<Stocked>,
    /// What answers asked for, the latest last.
    wanted: Vec<Rc<str>>,
    /// What goes with the question on its way.
    sent: Vec<Rc<str>>,
}

/// A file that was fetched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stocked {
    /// Its name.
    pub name: Rc<str>,
    /// Its content; none where it can not be had.
    pub bytes: Option<Rc<[u8]>>,
}

/// How the supply can be spoken of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Stock {
    /// Everything asked for is here.
    #[default]
    Here,
    /// Something is on its way.
    Coming,
    /// Something can not be had.
    Absent,
}

impl Supply {
    /// Notes what an answer asked for, and says whether that is anything which its question did not have.
    pub fn want(&mut self, names: &[String]) -> bool {
        let mut more = false;
        for name in names {
            if self.sent.iter().all(|sent| **sent != **name) {
                self.wanted.retain(|wanted| **wanted != **name);
                self.wanted.push(name.as_str().into());
                more = true;
            }
        }
        more
    }

    /// Puts files on the shelf.
    pub fn stock(&mut self, files: Vec<Stocked>) {
        self.shelf.retain(|known| files.iter().all(|file| file.name != known.name));
        self.shelf.extend(files);
    }

    /// Takes note of a question that goes out with all that is here.
    pub fn send(&mut self) {
        self.sent.clone_from(&self.wanted);
        self.sent.retain(|name| self.shelf.iter().any(|stocked| stocked.name == *name));
    }

    /// What goes with the question. A file that can not be had goes as an empty one: then nobody asks for it again.
    pub fn files(&self) -> Vec<SupplyFile> {
        let file = |stocked: &Stocked| SupplyFile {
            name: stocked.name.to_string(),
            bytes: stocked.bytes.as_deref().unwrap_or_default().to_vec(),
        };
        self.shelf.iter().filter(|stocked| self.sent.contains(&stocked.name)).map(file).collect()
    }

    /// What is to be fetched.
    pub fn lacking(&self) -> Vec<Rc<str>> {
        let mut names = self.wanted.clone();
        names.retain(|name| !self.has(name));
        names
    }

    /// Other material has come: what was asked for long ago need not be read for it.
    pub fn turn_over(&mut self) {
        let old = self.wanted.len().saturating_sub(KEPT);
        self.wanted.drain(..old);
    }

    /// Nothing is asked any more. What came is kept.
    pub fn rest(&mut self) {
        self.wanted.clear();
        self.sent.clear();
    }

    /// What could not be had may be tried again.
    pub fn forget_failures(&mut self) {
        self.shelf.retain(|stocked| stocked.bytes.is_some());
    }

    /// How it can be spoken of.
    pub fn stock_now(&self) -> Stock {
        let failed = |stocked: &Stocked| stocked.bytes.is_none() && self.wanted.contains(&stocked.name);
        match () {
            () if self.wanted.iter().any(|name| !self.has(name)) => Stock::Coming,
            () if self.shelf.iter().any(failed) => Stock::Absent,
            () => Stock::Here,
        }
    }

    fn has(&self, name: &str) -> bool {
        self.shelf.iter().any(|stocked| *stocked.name == *name)
    }
}
