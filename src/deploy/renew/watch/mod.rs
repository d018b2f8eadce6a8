//! Scripts and settings that tell in time. The script is the same for everybody; names stand only where each format
//! holds them: hosts are letters, digits, `-`, `_` and dots (or an address), which mean nothing to a shell, to systemd or
//! inside the quotes of YAML.

use super::order::Order;
use crate::deploy::allow::Host;
use crate::deploy::notes;
use crate::deploy::syntax::{Plain, Word, shell, text};
use crate::report::{Cite, Doc, Finding, Link, Part, Passage, wire::File};
use crate::text::renewal::watch as words;

/// What lies beside this file, with holes between `@`.
static FILES: [(&str, &str); 7] = [
    (SCRIPT_NAME, include_str!("check-certificate.sh")),
    ("check-certificate.service", include_str!("check-certificate.service")),
    ("check-certificate.timer", include_str!("check-certificate.timer")),
    ("check-certificate.yml", include_str!("check-certificate.yml")),
    ("blackbox.yml", include_str!("blackbox.yml")),
    ("prometheus.yml", include_str!("prometheus.yml")),
    ("certificate-rules.yml", include_str!("certificate-rules.yml")),
];

const SCRIPT_NAME: &str = "check-certificate.sh";

/// What GitHub's documentation says about workflows on a schedule.
const ACTIONS_SCHEDULE: &str =
    "https://docs.github.com/en/actions/using-workflows/events-that-trigger-workflows#schedule";

/// Where the script is put.
const PLACE: &str = "/usr/local/bin/check-certificate.sh";

/// Hosts that are watched; a certificate may hold thousands, and they share its dates.
const HOSTS: usize = 20;

/// Days that the client has for tries of its own before somebody is called.
const TRIES_DAYS: u32 = 3;

/// What to do and to know, and the files.
///
/// # Errors
/// A value holds a character that has no place in a command line.
pub fn write(order: &Order) -> Result<(Vec<Passage>, Vec<File>), Vec<Finding>> {
    let hosts = hosts(order);
    if hosts.is_empty() {
        return Ok((Vec::new(), Vec::new()));
    }
    let days = order.least_margin_days().saturating_sub(TRIES_DAYS).max(1);
    let command = |program: &'static str, end: &'static str| {
        let options = [Plain(program), Plain("-d"), text(days)];
        let end = [end].into_iter().filter(|end| !end.is_empty()).map(Plain);
        let words = options.into_iter().chain(hosts.iter().map(text)).chain(end);
        shell::command(words.collect::<Vec<Word>>()).map_err(|why| vec![notes::unwritable(SCRIPT_NAME, why)])
    };
    let (run, quiet) = (command("sh check-certificate.sh", "")?, command(PLACE, ">/dev/null")?);
    let holes = [
        ("@COMMAND@", command(PLACE, "")?),
        ("@DAYS@", days.to_string()),
        ("@HOSTS@", hosts.join(" ")),
        ("@TARGETS@", targets(&hosts)),
    ];
    let files = FILES.iter().map(|(name, content)| {
        let content = holes.iter().fold((*content).to_owned(), |content, (hole, value)| content.replace(hole, value));
        File { name: (*name).to_owned(), bytes: content.into_bytes() }
    });
    let number = [("days", days.into())];
    let line = |text: &str| [text.to_owned()];
    let passages = vec![
        Passage::new(Part::Watch, order.text(words::SCRIPT))
            .say(order.fill(words::SCRIPT_TEXT, number.clone()))
            .say(order.fill(words::SCRIPT_WHY, number))
            .run([run])
            .run(line("install -m 755 check-certificate.sh /usr/local/bin/")),
        Passage::new(Part::Watch, order.text(words::CRON))
            .run([format!("echo '17 4 * * * root {quiet}' > /etc/cron.d/check-certificate")]),
        Passage::new(Part::Watch, order.text(words::SYSTEMD))
            .run(line("install -m 644 check-certificate.service check-certificate.timer /etc/systemd/system/"))
            .run(line("systemctl daemon-reload"))
            .run(line("systemctl enable --now check-certificate.timer")),
        Passage::new(Part::Watch, order.text(words::ACTIONS))
            .say(order.text(words::ACTIONS_TEXT))
            .say(order.text(words::ACTIONS_SLEEP))
            .cite(&Cite::new(Doc::Page, ACTIONS_SCHEDULE)),
        with_link(
            Passage::new(Part::Watch, order.text(words::PROMETHEUS))
                .say(order.text(words::PROMETHEUS_TEXT))
                .run(line("promtool check rules certificate-rules.yml")),
        ),
    ];
    Ok((passages, files.collect()))
}

/// The names of their own, else one name for each wildcard.
fn hosts(order: &Order) -> Vec<String> {
    let named = |host: &&Host| !matches!(host, Host::Wildcard(_));
    let mut own: Vec<String> = order.hosts.iter().filter(named).map(ToString::to_string).take(HOSTS).collect();
    if own.is_empty() {
        own.extend(order.hosts.iter().map(Host::example).take(HOSTS));
    }
    own
}

fn with_link(mut passage: Passage) -> Passage {
    passage.links.push(Link {
        title: "blackbox_exporter".to_owned(),
        url: "https://github.com/prometheus/blackbox_exporter/blob/master/CONFIGURATION.md".to_owned(),
    });
    passage
}

/// A line of YAML for each host. An IPv6 address stands in brackets before a port.
fn targets(hosts: &[String]) -> String {
    let in_url = |host: &String| if host.contains(':') { format!("[{host}]") } else { host.clone() };
    hosts.iter().map(|host| format!("          - \"{}:443\"\n", in_url(host))).collect()
}
