//! The programs that get certificates: each a row of data with pure writers. One file a program.

mod acme_sh;
mod caddy;
mod certbot;
mod lego;

use super::providers::Provider;
use crate::deploy::plan::Plan;
use crate::deploy::syntax::{Plain, Unwritable, Word, text};
use crate::report::{AcmeClient, Challenge, KeyChoice, wire::File};
use crate::text::Pair;

/// One command, word by word.
pub type Line = Vec<Word>;

/// What is to be got, every choice made.
#[derive(Debug)]
pub struct Job<'a> {
    /// The names, as a certificate has them; no addresses, and never empty.
    pub names: Vec<String>,
    /// How control is proved.
    pub challenge: Challenge,
    /// Who writes the TXT record; a person where none.
    pub provider: Option<&'static Provider>,
    /// The kind of key.
    pub key: KeyChoice,
    /// Where the account's mail goes, where a client insists on one.
    pub mail: String,
    /// How many days before its end the certificate is renewed.
    pub days_before: u32,
    /// The script that takes a new certificate into use.
    pub hook: String,
    /// How the server is configured.
    pub plan: &'a Plan,
}

impl Job<'_> {
    /// The first name: clients file the certificate under it.
    pub fn first(&self) -> &str {
        self.names.first().map_or("", String::as_str)
    }

    /// An option for each name.
    fn each(&self, option: &'static str) -> impl Iterator<Item = Word> {
        self.names.iter().flat_map(move |name| [Plain(option), text(name)])
    }
}

/// A program that gets certificates.
#[derive(Debug)]
pub struct Client {
    /// Which.
    pub id: AcmeClient,
    /// What its makers say about the options used here.
    pub documentation: (&'static str, &'static str),
    /// How its hook finds the new files; none where no hook is needed.
    pub hook: Option<Hook>,
    /// Files that the commands put in place.
    pub files: fn(&Job) -> Result<Vec<File>, Unwritable>,
    /// What comes before.
    pub prepare: fn(&Job) -> Vec<Line>,
    /// A try that changes nothing and counts against no limit.
    pub test: fn(&Job) -> Vec<Line>,
    /// Gets the certificate, and takes it into use.
    pub issue: fn(&Job) -> Vec<Line>,
    /// Renews, or shows that renewing by itself works.
    pub renew: fn(&Job) -> Vec<Line>,
    /// Takes the certificate back because its key leaked.
    pub revoke: fn(&Job) -> Vec<Line>,
    /// Where the files come to lie; `{name}` is the certificate's name for the client.
    pub place: Pair,
    /// What it does where a person writes the TXT record.
    pub by_hand: ByHand,
    /// What to know about it.
    pub notes: &'static [Pair],
    /// What to know where it renews by itself.
    pub by_itself: &'static [Pair],
}

/// What a program does where a person writes the TXT record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ByHand {
    /// Prints the values and waits for a key to be pressed.
    Waits,
    /// Prints the values and ends with an error; the second command goes on.
    Stops,
    /// It writes records itself or takes another way.
    Never,
}

/// How the files reach the hook.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hook {
    /// A folder with `fullchain.pem`, `cert.pem`, `chain.pem` and `privkey.pem`, in this variable.
    Folder(&'static str),
    /// Expansions that give the chain and the key.
    Files(&'static str, &'static str),
}

static CLIENTS: [&Client; 4] = [&certbot::CERTBOT, &acme_sh::ACME_SH, &lego::LEGO, &caddy::CADDY];

/// The row of a choice.
pub fn find(id: AcmeClient) -> &'static Client {
    CLIENTS.into_iter().find(|client| client.id == id).unwrap_or(&certbot::CERTBOT)
}

/// Puts the hook where the client finds it.
fn install_hook(job: &Job) -> Line {
    vec![Plain("install -m 755"), text(super::hook::NAME), text(&job.hook)]
}

/// Makes the folder of the answers to HTTP challenges.
fn make_pages(job: &Job) -> Option<Line> {
    (job.challenge == Challenge::Http && job.plan.challenge_port().is_none())
        .then(|| vec![Plain("install -d -m 755"), text(job.plan.pages())])
}
