//! Messages between the page and its workers, as far as the page itself writes and reads them. What `look` asks and is
//! answered passes through as it is.

use super::unpack::unpack;
use crate::report::{
    Options, Progress, Report, Secret,
    wire::{Envelope, File, Request},
};
use js_sys::Uint8Array;
use serde::{Deserialize, Serialize};
use std::rc::Rc;

/// A question as bytes, without its number.
pub type Question = Rc<Secret>;

/// A message as it came: with ten thousand certificates in it some fifteen megabytes, so that nobody copies it.
pub type Message = Rc<Vec<u8>>;

/// The question in bytes.
pub fn question(request: &Request) -> Question {
    Rc::new(postcard::to_allocvec(request).unwrap_or_default().into())
}

/// What was put in, and what to judge it by: a [`Request::Inspect`] without a copy of everything.
#[derive(Serialize)]
pub struct Inspection<'s> {
    /// The first of the requests.
    request: u8,
    sources: Vec<Put<'s>>,
    options: Options,
}

/// A [`crate::report::Source`] that is somebody else's.
#[derive(Serialize)]
pub struct Put<'s> {
    /// File name with its folder as given; empty for pasted text.
    pub name: &'s str,
    /// The bytes as they came.
    #[serde(with = "serde_bytes")]
    pub bytes: &'s [u8],
}

impl<'s> Inspection<'s> {
    /// An inspection of what was put in.
    pub const fn of(sources: Vec<Put<'s>>, options: Options) -> Self {
        Self { request: 0, sources, options }
    }

    /// The question in bytes, written where they stay: nothing of it is left elsewhere.
    pub fn question(&self) -> Question {
        let mut bytes = vec![0; postcard::experimental::serialized_size(self).unwrap_or_default()];
        let _ = postcard::to_slice(self, &mut bytes); // which fits
        Rc::new(bytes.into())
    }
}

/// What stands before a question in the bytes of its [`Envelope`].
fn number(id: u32) -> Vec<u8> {
    postcard::to_allocvec(&id).unwrap_or_default()
}

/// A question in its envelope. It is put together over there, for it can be as large as everything that was put in, and
/// copies of it here would have to be wiped.
pub fn numbered(id: u32, question: &Question) -> Uint8Array {
    let number = number(id);
    let start = number.len() as u32;
    let bytes = Uint8Array::new_with_length(start + question.len() as u32);
    bytes.set(&Uint8Array::from(number.as_slice()), 0);
    bytes.subarray(start, bytes.length()).copy_from(question);
    bytes
}

/// The variants of [`crate::report::wire::Reply`] in their order, with what the page itself wants to know of them.
#[derive(Debug, Deserialize)]
pub enum Head {
    Ready {
        protocol: u32,
    },
    /// With where in the message its sheets stand: [`super::sheets`] reads them, in their own time.
    Report(Box<Report>, #[serde(skip)] usize),
    Detail,
    Deployment,
    Files(Vec<File>),
    Targets,
    Handbook,
    Renewal,
    Checks,
    Hops,
    Refused,
    NeedsFull,
    Progress(Progress),
    Nothing,
    Glance(Box<Report>),
    NeedsEngine,
    Comparison,
}

impl Head {
    /// The number and the head of a reply; none for bytes that begin like no reply.
    pub fn read(message: &[u8]) -> Option<(u32, Self)> {
        let (mut envelope, rest) = unpack::<Envelope<Self>>(message)?;
        if let Self::Report(_, sheets) = &mut envelope.body {
            *sheets = message.len() - rest.len();
        }
        let whole = matches!(
            envelope.body,
            Self::Ready { .. }
                | Self::Files(_)
                | Self::NeedsFull
                | Self::Progress(_)
                | Self::Nothing
                | Self::Glance(_)
                | Self::NeedsEngine
        );
        (rest.is_empty() || !whole).then_some((envelope.id, envelope.body))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::state_tests::report;
    use crate::report::{
        Handbook, Sheet, Source, Step, Timestamp,
        wire::{PROTOCOL, Reply},
    };

    /// Whether a head is that of a reply. A new variant of either does not compile before it stands here.
    fn fits(reply: &Reply, head: &Head, message: &[u8]) -> bool {
        match (reply, head) {
            (Reply::Ready { protocol }, Head::Ready { protocol: read }) => protocol == read,
            (Reply::Report(report, sheets), Head::Report(read, at)) => {
                report == read && unpack(&message[*at..]).is_some_and(|(beside, _): (Vec<Sheet>, _)| beside == *sheets)
            }
            (Reply::Glance(report), Head::Glance(read)) => report == read,
            (Reply::Files(files), Head::Files(read)) => files == read,
            (Reply::Progress(progress), Head::Progress(read)) => progress == read,
            (Reply::Detail(_), Head::Detail)
            | (Reply::Deployment(_), Head::Deployment)
            | (Reply::Targets(_), Head::Targets)
            | (Reply::Handbook(_), Head::Handbook)
            | (Reply::Renewal(_), Head::Renewal)
            | (Reply::Checks(_), Head::Checks)
            | (Reply::Hops(_), Head::Hops)
            | (Reply::Comparison(_), Head::Comparison)
            | (Reply::Refused(_), Head::Refused)
            | (Reply::NeedsFull, Head::NeedsFull)
            | (Reply::NeedsEngine, Head::NeedsEngine)
            | (Reply::Nothing, Head::Nothing) => true,
            (
                Reply::Ready { .. }
                | Reply::Report(..)
                | Reply::Files(_)
                | Reply::Progress(_)
                | Reply::Detail(_)
                | Reply::Deployment(_)
                | Reply::Targets(_)
                | Reply::Handbook(_)
                | Reply::Renewal(_)
                | Reply::Checks(_)
                | Reply::Hops(_)
                | Reply::Comparison(_)
                | Reply::Refused(_)
                | Reply::NeedsFull
                | Reply::Glance(_)
                | Reply::NeedsEngine
                | Reply::Nothing,
                _,
            ) => false,
        }
    }

    #[test]
    fn a_head_is_read_of_every_reply() {
        let progress = Progress { step: Step::Unlocking, source: "a.pfx".to_owned(), done: 1, total: 2 };
        let file = File { name: "chain.pem".to_owned(), bytes: vec![1, 2, 3] };
        for reply in [
            Reply::Ready { protocol: PROTOCOL },
            Reply::Report(Box::new((*report()).clone()), vec![Sheet::Inputs(vec![0])]),
            Reply::Files(vec![file]),
            Reply::Targets(Vec::new()),
            Reply::Handbook(Box::new(Handbook { symptoms: Vec::new(), claims: Vec::new() })),
            Reply::Refused(Vec::new()),
            Reply::NeedsFull,
            Reply::Glance(Box::new((*report()).clone())),
            Reply::NeedsEngine,
            Reply::Progress(progress),
            Reply::Nothing,
        ] {
            let message = Envelope { id: 300, body: reply.clone() }.to_bytes().unwrap();
            let (id, head) = Head::read(&message).unwrap();
            assert!(id == 300 && fits(&reply, &head, &message), "{reply:?}: {head:?}");
            let longer = Head::read(&[message, vec![0]].concat());
            let passed_on =
                matches!(reply, Reply::Report(..) | Reply::Targets(_) | Reply::Handbook(_) | Reply::Refused(_));
            assert_eq!(longer.is_some(), passed_on, "{reply:?}");
        }
        assert!(Head::read(&[200, 200]).is_none() && Head::read(&[]).is_none());
        assert_eq!(Envelope { id: 0, body: Reply::Nothing }.to_bytes(), Some(Reply::NOTHING.to_vec()));
    }

    #[test]
    fn a_numbered_question_is_an_envelope() {
        let body = Request::Handbook { lang: "zh".to_owned() };
        let message = [number(70_000), question(&body).to_vec()].concat();
        assert_eq!(Some(message), Envelope { id: 70_000, body }.to_bytes());
    }

    #[test]
    fn an_inspection_is_a_request_for_one() {
        let options = Options { hosts: vec!["example.com".to_owned()], ..Options::at(Timestamp::day(2026, 11, 21)) };
        let put = [("", "pasted"), ("a/b.pem", "\0\u{ff}")];
        let borrowed = put.iter().map(|(name, text)| Put { name, bytes: text.as_bytes() });
        let owned = put.iter().map(|(name, text)| Source { name: (*name).to_owned(), bytes: text.as_bytes().to_vec() });
        let request = Request::Inspect { sources: owned.collect(), options: Box::new(options.clone()) };
        assert_eq!(**Inspection::of(borrowed.collect(), options).question(), **question(&request));
    }
}
