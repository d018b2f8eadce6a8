//! What a server says behind the handshake: WebSockets, redirects, the file that proves a domain.

use super::step::{Group, Proof, Test, Writer};
use crate::deploy::endpoint::Endpoint;
use crate::deploy::syntax::{Plain, text};
use crate::report::CheckTopic;
use crate::text::checks as words;

/// What stands for the name of a file that nobody named.
const PLACEHOLDER: &str = "FILENAME.txt";

/// The key is RFC 6455's own sample (§1.3); `--max-time` ends what would stay open.
const UPGRADE: &str = "-H 'Connection: Upgrade' -H 'Upgrade: websocket' -H 'Sec-WebSocket-Version: 13' \
                       -H 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=='";

/// The handshake of each WebSocket that is opened.
pub fn sockets(endpoints: &[Endpoint], writer: &mut Writer) -> Group {
    let mut group = writer.group(CheckTopic::Sockets);
    for endpoint in endpoints {
        for path in &endpoint.sockets {
            let title = writer.fill(words::SOCKET, [("at", endpoint.url("wss", path).into())]);
            let flags = [Plain("curl -sSi -N --http1.1 --max-time 5"), Plain(UPGRADE)];
            let command = writer.command(flags.into_iter().chain([text(endpoint.url("https", path))]));
            let answers = ["101", "401", "403"].map(|status| format!("HTTP/1.1 {status}"));
            let proof = Proof::needs([Test::Shows(answers.to_vec())]);
            group.command(title, command, vec![writer.text(words::EXPECT_SOCKET)], proof);
        }
    }
    group
}

/// Where pages lead, and what plain HTTP gives.
pub fn redirects(endpoints: &[Endpoint], writer: &mut Writer) -> Group {
    let mut group = writer.group(CheckTopic::Redirects);
    for endpoint in endpoints {
        for path in &endpoint.pages {
            let url = endpoint.url("https", path);
            let title = writer.fill(words::REDIRECT, [("url", url.as_str().into())]);
            let followed = [
                Plain("curl -sSIL --max-redirs 5 --max-time 20 -o /dev/null"),
                Plain(r"-w '%{num_redirects} %{url_effective}\n'"),
                text(url),
            ];
            let command = writer.command(followed);
            let proof = Proof::notes([Test::Ends(0), Test::Begins("0 ")]);
            group.command(title, command, vec![writer.text(words::EXPECT_REDIRECT)], proof);
        }
    }
    let mut hosts: Vec<_> = endpoints.iter().map(|endpoint| endpoint.host.in_url()).collect();
    hosts.sort_unstable();
    hosts.dedup();
    for host in hosts {
        let title = writer.fill(words::PLAIN, [("host", host.as_str().into())]);
        let plain = [
            Plain("curl -sSI --max-time 20 -o /dev/null"),
            Plain(r"-w '%{http_code} %{redirect_url}\n'"),
            text(format!("http://{host}/")),
        ];
        let command = writer.command(plain);
        let proof = Proof::notes([Test::Lacks("200 ")]);
        group.command(title, command, vec![writer.text(words::EXPECT_PLAIN)], proof);
    }
    group
}

/// The file that proves each business domain: the hosts of web-views, where they are known.
pub fn verification(endpoints: &[Endpoint], file: Option<&str>, writer: &mut Writer) -> Group {
    let mut group = writer.group(CheckTopic::Verification);
    let shown = |endpoint: &&Endpoint| endpoint.web_view;
    let any = endpoints.iter().any(|endpoint| endpoint.web_view);
    for endpoint in endpoints.iter().filter(|endpoint| endpoint.name().is_some() && (!any || shown(endpoint))) {
        let name = file.unwrap_or(PLACEHOLDER);
        let pair = if file.is_some() { words::FILE } else { words::FILE_PLACEHOLDER };
        let title = writer.fill(pair, [("host", endpoint.at().into()), ("file", name.into())]);
        let url = text(endpoint.url("https", &format!("/{name}")));
        let command = writer.command([Plain("curl -sSi --max-time 20"), url]);
        let expect = vec![writer.text(words::EXPECT_FILE_STATUS), writer.text(words::EXPECT_FILE_BODY)];
        let proof = match file {
            None => Proof::by_hand(),
            Some(_) => {
                let right = ["HTTP/1.1 200", "HTTP/2 200"].map(str::to_owned).to_vec();
                Proof::needs([Test::Ends(0), Test::Shows(right), Test::Lacks("<html"), Test::Lacks("<!DOCTYPE")])
            }
        };
        group.command(title, command, expect, proof);
        if file.is_none() {
            break; // one shows how
        }
    }
    group
}
