//! The commands around a configuration: install, check, reload, and prove it from outside.

use super::allow::Host;
use super::guideline::Protocol;
use super::plan::Plan;
use super::syntax::{Plain, Unwritable, Word, shell, text};
use crate::report::wire::{Commands, Expect, Probe};

/// Commands being written, one a line, to be run as root in the folder that holds the files.
#[derive(Debug, Default)]
pub struct Script {
    commands: Commands,
    unwritable: Option<Unwritable>,
}

impl Script {
    /// A command that puts files in place.
    pub fn install(&mut self, words: impl IntoIterator<Item = Word>) {
        let line = self.line(words);
        self.commands.install.push(line);
    }

    /// A command that lets the server check its configuration.
    pub fn check(&mut self, words: impl IntoIterator<Item = Word>) {
        let line = self.line(words);
        self.commands.check.push(line);
    }

    /// A command that takes the configuration into use.
    pub fn reload(&mut self, words: impl IntoIterator<Item = Word>) {
        let line = self.line(words);
        self.commands.reload.push(line);
    }

    fn probe(&mut self, words: impl IntoIterator<Item = Word>, expect: Expect) {
        let command = self.line(words);
        self.commands.verify.push(Probe { command, expect });
    }

    fn line(&mut self, words: impl IntoIterator<Item = Word>) -> String {
        shell::command(words).unwrap_or_else(|why| {
            self.unwritable.get_or_insert(why);
            String::new()
        })
    }
}

/// The commands of a plan.
///
/// # Errors
/// A value holds a character that has no place in a command line.
pub fn commands(plan: &Plan) -> Result<Commands, Unwritable> {
    let mut script = Script::default();
    (plan.target.script)(plan, &mut script);
    verify(plan, &mut script);
    script.unwritable.map_or(Ok(script.commands), Err)
}

/// Puts certificate files and the private key into the site's folder; `key` says who may read the key.
pub fn install_certificates(plan: &Plan, script: &mut Script, files: &[&'static str], key: &[Word]) {
    script.install([Plain("install -d -m 755"), text(plan.certificate_folder())]);
    for file in files {
        script.install([Plain("install -m 644"), Plain(file), text(plan.certificate_file(file))]);
    }
    let key = key.iter().cloned().chain([Plain("privkey.pem"), text(plan.certificate_file("privkey.pem"))]);
    script.install([Plain("install")].into_iter().chain(key));
}

/// Makes the folder of the site's pages.
pub fn install_pages(plan: &Plan, script: &mut Script) {
    script.install([Plain("install -d -m 755"), text(plan.pages())]);
}

/// Probes that tell the truth: `curl --tlsv1.0` only sets a minimum and succeeds over TLS 1.3, and `openssl`
/// itself refuses TLS 1.0 and 1.1 above security level 0, so each version is asked for alone.
fn verify(plan: &Plan, script: &mut Script) {
    let chain = client(plan, &[Plain("-showcerts")]).into_iter().chain(match &plan.example {
        Host::Ip(address) => [Plain("-verify_ip"), text(address)],
        host => [Plain("-verify_hostname"), text(host.example())],
    });
    script.probe(chain.chain([Plain("</dev/null")]), Expect::Chain { certificates: plan.served });
    for protocol in Protocol::ALL {
        let name = protocol.name().to_owned();
        let expect = if plan.protocols.contains(&protocol) { Expect::Negotiates(name) } else { Expect::Refuses(name) };
        let flags: &[Word] = match protocol {
            Protocol::Tls10 => &[Plain("-tls1"), Plain("-cipher"), Plain("DEFAULT@SECLEVEL=0")],
            Protocol::Tls11 => &[Plain("-tls1_1"), Plain("-cipher"), Plain("DEFAULT@SECLEVEL=0")],
            Protocol::Tls12 => &[Plain("-tls1_2")],
            Protocol::Tls13 => &[Plain("-tls1_3")],
        };
        script.probe(client(plan, flags).into_iter().chain([Plain("-brief </dev/null")]), expect);
    }
    if plan.stapling {
        script.probe(client(plan, &[Plain("-status </dev/null")]), Expect::Stapled);
    }
    script.probe([Plain("curl -sI"), text(address(plan, "http", plan.place.http_port, 80))], Expect::Redirect);
    if let Some(hsts) = &plan.hsts {
        let header = format!("Strict-Transport-Security: {hsts}");
        script.probe(
            [Plain("curl -sI"), text(address(plan, "https", plan.place.https_port, 443))],
            Expect::Header(header),
        );
    }
}

fn client(plan: &Plan, flags: &[Word]) -> Vec<Word> {
    let host = &plan.example;
    let at = text(format!("{}:{}", host.example(), plan.place.https_port));
    let mut words = vec![Plain("openssl s_client"), Plain("-connect"), at];
    match host {
        // An address is never sent as a server name (RFC 6066 §3).
        Host::Ip(_) => words.push(Plain("-noservername")),
        host => words.extend([Plain("-servername"), text(host.example())]),
    }
    words.extend_from_slice(flags);
    words
}

fn address(plan: &Plan, scheme: &str, port: u16, usual: u16) -> String {
    let host = plan.example.example();
    if port == usual { format!("{scheme}://{host}/") } else { format!("{scheme}://{host}:{port}/") }
}
