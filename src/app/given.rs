use super::message::{Message, Put};
use crate::report::{Report, Secret, Source};
use serde::{Deserialize, Serialize};
use std::{mem::take, rc::Rc};

/// A file that was chosen or dropped.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct GivenFile {
    /// Tells files of the same name apart.
    pub id: u32,
    /// Name with its folder.
    pub name: Rc<str>,
    /// Content; it stays where it was read.
    #[serde(skip)]
    pub bytes: Rc<Secret>,
}

impl GivenFile {
    /// A file that was read.
    pub fn of(id: u32, mut source: Source) -> Self {
        Self { id, name: source.name.as_str().into(), bytes: Rc::new(take(&mut source.bytes).into()) }
    }

    /// As it is asked about.
    pub fn put(&self) -> Put<'_> {
        Put { name: &self.name, bytes: &self.bytes }
    }
}

/// Puts files that were read behind the others.
pub fn add(files: &mut Vec<GivenFile>, sources: Vec<Source>) {
    let first = files.last().map_or(0, |file| file.id.wrapping_add(1));
    files.extend((first..).zip(sources).map(|(id, source)| GivenFile::of(id, source)));
}

/// Where a source came from, so that it can be taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The box.
    Pasted,
    /// A file by its id.
    File(u32),
}

/// A report with what it was made of.
#[derive(Clone, Debug)]
pub struct Judged {
    /// The input that it is for.
    pub input: u32,
    /// The report.
    pub report: Rc<Report>,
    /// The same as it came; none for a glance, behind which nothing stands yet.
    pub message: Option<Message>,
    /// Where each source came from; [`crate::report::Input::source_index`] points here.
    pub origins: Rc<[Origin]>,
}
