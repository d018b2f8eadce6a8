//! Where TLS ends on the way to the server, and what each place needs.

mod clouds;
mod judge;

use super::allow::Host;
use super::endpoint::endpoints;
use super::syntax::{Plain, Word, shell, text};
use crate::report::{Cloud, Hop, HopAnswer, HopCommand, HopTls, Hops, HopsOptions, Report, Value};
use crate::text::{Lang, Pair, hops as words, page};

/// Places on one way; more is a mistake.
const PLACES: usize = 12;

/// What each place needs, and what is wrong between them.
pub fn hops(report: &Report, options: &HopsOptions) -> Hops {
    let way = options.hops.get(..PLACES).unwrap_or(&options.hops);
    let hosts: Vec<Host> = endpoints(report).endpoints.into_iter().map(|endpoint| endpoint.host).collect();
    let words = Words { lang: Lang::from_tag(&options.lang), hosts: &hosts };
    let answers = way.iter().enumerate().map(|(index, hop)| words.answer(way, index, hop)).collect();
    Hops { hops: answers, findings: judge::judge(report, way, &hosts) }
}

/// The answer in one language.
struct Words<'a> {
    lang: Lang,
    hosts: &'a [Host],
}

impl Words<'_> {
    fn answer(&self, way: &[Hop], index: usize, hop: &Hop) -> HopAnswer {
        let facts = clouds::facts(hop.cloud, hop.kind);
        let before = way.get(..index).unwrap_or_default();
        // The one whose handshake is answered here: the nearest place in front that opens one, else the client.
        let asking = before.iter().rev().find(|place| place.tls.ends());
        let whom = asking.map_or_else(|| words::CLIENTS.lang(self.lang).to_owned(), |place| self.title(place));
        let next = way.get(index + 1);
        HopAnswer {
            title: self.title(hop),
            files: if hop.tls.ends() { facts.files.to_vec() } else { Vec::new() },
            shows: match hop.tls {
                HopTls::Ends | HopTls::Reencrypts => {
                    self.fill(words::SHOWS, [("whom", whom.into()), ("names", self.names())])
                }
                HopTls::Passes => self.fill(words::SHOWS_NONE, [("whom", whom.into())]),
                HopTls::Plain => self.text(words::SHOWS_PLAIN),
            },
            onward: next
                .map(|next| self.onward(hop, way.get(index + 1..).unwrap_or_default(), next))
                .unwrap_or_default(),
            trap: match hop.tls {
                HopTls::Passes => self.text(words::TRAP_PASSES),
                HopTls::Plain => String::new(),
                _ if asking.is_none() => self.text(words::TRAP_ENDS),
                _ => self.text(words::TRAP_BEHIND),
            },
            known: facts.known.iter().map(|pair| self.text(*pair)).collect(),
            commands: if hop.tls.ends() { self.commands(asking.is_none() && index == 0) } else { Vec::new() },
            sources: facts.sources.iter().map(|source| (*source).to_owned()).collect(),
        }
    }

    /// How it goes on. Over TLS it is the next place that ends it whose names count.
    fn onward(&self, hop: &Hop, behind: &[Hop], next: &Hop) -> String {
        let ends = behind.iter().find(|place| place.tls.ends()).unwrap_or(next);
        match hop.tls {
            HopTls::Reencrypts => {
                self.fill(words::ONWARD_TLS, [("next", self.title(ends).into()), ("names", self.names())])
            }
            HopTls::Passes => self.fill(words::ONWARD_PASSES, [("next", self.title(next).into())]),
            HopTls::Ends | HopTls::Plain => self.fill(words::ONWARD_PLAIN, [("next", self.title(next).into())]),
        }
    }

    /// What sees the certificate of a place. DNS leads to the first one; any other is asked at its own address.
    fn commands(&self, first: bool) -> Vec<HopCommand> {
        let Some(host) = self.hosts.first() else { return Vec::new() };
        let at = format!("{}:443", host.in_url());
        let url = text(format!("https://{}/", host.in_url()));
        let mut asked = vec![Plain(r"curl -sS --max-time 20 -o /dev/null -w '%{http_code} %{ssl_verify_result}\n'")];
        let mut shown = vec![Plain("openssl s_client -showcerts")];
        if first {
            shown.extend([Plain("-connect"), text(&at)]);
        } else {
            asked.extend([Plain("--resolve"), text(format!("{at}:ADDRESS"))]);
            shown.push(Plain("-connect ADDRESS:443"));
        }
        asked.push(url);
        match host {
            Host::Ip(_) => shown.push(Plain("-noservername")),
            host => shown.extend([Plain("-servername"), text(host)]),
        }
        shown.push(Plain("</dev/null"));
        let expect = if first { words::EXPECT_HTTP_FIRST } else { words::EXPECT_HTTP };
        let line = |command: Vec<Word>, expect| {
            let command = shell::command(command).ok()?;
            Some(HopCommand { command, expect: self.text(expect) })
        };
        [line(asked, expect), line(shown, words::EXPECT_SHOWN)].into_iter().flatten().collect()
    }

    fn names(&self) -> Value {
        if self.hosts.is_empty() {
            return words::NO_NAMES.lang(self.lang).into();
        }
        let names: Vec<String> = self.hosts.iter().map(ToString::to_string).collect();
        names.into()
    }

    fn title(&self, hop: &Hop) -> String {
        let kind = words::kind(hop.kind).lang(self.lang);
        match hop.cloud {
            Cloud::Other => kind.to_owned(),
            cloud => {
                let cloud = words::cloud(cloud).lang(self.lang);
                self.fill(words::NAMED, [("kind", kind.into()), ("cloud", cloud.into())])
            }
        }
    }

    fn text(&self, pair: Pair) -> String {
        pair.lang(self.lang).to_owned()
    }

    fn fill<const N: usize>(&self, pair: Pair, holes: [(&'static str, Value); N]) -> String {
        page::fill(pair, &holes, self.lang)
    }
}
