//! Node.js, without any package. Options: <https://nodejs.org/api/tls.html#tlscreatesecurecontextoptions>,
//! <https://nodejs.org/api/http2.html#http2createsecureserveroptions-onrequesthandler>.

use super::{ALWAYS, Target, USUAL, remark, unit};
use crate::deploy::commands::{Access, Script, install_certificates, install_pages};
use crate::deploy::files::Files;
use crate::deploy::guideline::{self, Protocol};
use crate::deploy::plan::{Pair, Plan};
use crate::deploy::syntax::code::{Code, JAVASCRIPT};
use crate::deploy::syntax::{Plain, text};
use crate::deploy::version::Version;
use crate::report::Doc;
use crate::report::wire::{Field, Switch, TargetGroup};

/// Node.js. Its makers link it with an OpenSSL of their own, Debian with Debian's.
pub static NODEJS: Target = Target {
    id: "nodejs",
    title: "Node.js",
    also: &["node", "express", "koa"],
    group: TargetGroup::Application,
    documentation: (Doc::Page, "https://nodejs.org/api/tls.html"),
    latest: Version(24, 19, 0),
    oldest: Version(14, 0, 0),
    systems: &[
        ("debian-13", Version(20, 19, 2)),
        ("debian-12", Version(18, 20, 4)),
        ("ubuntu-24.04", Version(18, 19, 1)),
    ],
    protocols: &[
        (Protocol::Tls10, ALWAYS),
        (Protocol::Tls11, ALWAYS),
        (Protocol::Tls12, ALWAYS),
        (Protocol::Tls13, Version(12, 0, 0)),
    ],
    switches: &[
        (Switch::Redirect, ALWAYS),
        (Switch::Hsts, ALWAYS),
        (Switch::Http2, ALWAYS),
        (Switch::WebSocket, ALWAYS),
        (Switch::Tickets, ALWAYS),
        (Switch::Hybrid, ALWAYS),
        (Switch::BothKeys, ALWAYS),
    ],
    fields: &[Field::Upstream, Field::Paths, Field::ClientCa, Field::Library],
    render,
    script,
    ..USUAL
};

/// From here on (measured with 20.20 and 24.19) a list without suites of TLS 1.3 leaves those as they are; before, it
/// switched TLS 1.3 off.
const LEAVES_TLS13: Version = Version(20, 0, 0);

const PAGE: &str = r#"
// Answers with a file of the folder, and with nothing from outside of it.
const types = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".jpg": "image/jpeg",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".woff2": "font/woff2",
};

function page(request, response) {
  const missing = () => {
    response.statusCode = 404;
    response.end("Not found");
  };
  let name;
  try {
    name = decodeURIComponent(request.url.split("?")[0]);
  } catch (error) {
    return missing();
  }
  const file = path.join(pages, name, name.endsWith("/") ? "index.html" : "");
  if (name.includes("\0") || !file.startsWith(pages + path.sep)) return missing();
  fs.stat(file, (error, found) => {
    if (error || !found.isFile()) return missing();
    response.setHeader("Content-Type", types[path.extname(file)] || "application/octet-stream");
    response.setHeader("Content-Length", found.size);
    if (request.method === "HEAD") return response.end();
    stream.pipeline(fs.createReadStream(file), response, () => {});
  });
}
"#;

const OUTWARD: &str = r#"
// These belong to one connection, and are not passed on.
const hops = ["connection", "keep-alive", "proxy-connection", "te", "trailer", "transfer-encoding", "upgrade"];

// What the application behind is told: what the client sent, and who the client is.
function outward(request) {
  const headers = {};
  for (const name of Object.keys(request.headers)) {
    if (!name.startsWith(":") && !hops.includes(name)) headers[name] = request.headers[name];
  }
  headers.host = request.headers[":authority"] || request.headers.host || "";
  headers["x-forwarded-for"] = (request.socket.remoteAddress || "").replace(/^::ffff:/, "");
  headers["x-forwarded-host"] = headers.host;
  headers["x-forwarded-proto"] = "https";
  return { method: request.method, path: request.url, headers };
}

function proxy(request, response) {
  const inner = client.request(upstream, outward(request), (answer) => {
    response.statusCode = answer.statusCode;
    for (const name of Object.keys(answer.headers)) {
      if (!hops.includes(name) && !response.hasHeader(name)) response.setHeader(name, answer.headers[name]);
    }
    stream.pipeline(answer, response, () => {});
  });
  inner.on("error", () => {
    if (!response.headersSent) response.statusCode = 502;
    response.end();
  });
  stream.pipeline(request, inner, () => {});
}
"#;

const SOCKETS: &str = r#"
server.on("upgrade", (request, socket, head) => {
  const wanted = outward(request);
  wanted.headers.connection = "Upgrade";
  wanted.headers.upgrade = request.headers.upgrade;
  const inner = client.request(upstream, wanted);
  socket.on("error", () => inner.destroy());
  inner.on("error", () => socket.destroy());
  inner.on("response", () => socket.destroy());
  inner.on("upgrade", (answer, behind, first) => {
    const lines = ["HTTP/1.1 101 Switching Protocols"];
    for (let at = 0; at < answer.rawHeaders.length; at += 2) {
      lines.push(answer.rawHeaders[at] + ": " + answer.rawHeaders[at + 1]);
    }
    socket.write(lines.join("\r\n") + "\r\n\r\n");
    socket.write(first);
    behind.write(head);
    behind.on("error", () => socket.destroy());
    socket.on("close", () => behind.destroy());
    socket.pipe(behind).pipe(socket);
  });
  inner.end();
});
"#;

const RELOAD: &str = r#"
// A renewed certificate is taken into use without a restart: systemctl reload, or kill -HUP.
process.on("SIGHUP", () => {
  try {
    server.setSecureContext(options());
  } catch (error) {
    console.error(error.message);
  }
});
"#;

const TICKETS: &str = r#"
// The key of session tickets is renewed every day: whoever has it opens what was sent.
setInterval(() => server.setTicketKeys(crypto.randomBytes(48)), 24 * 60 * 60 * 1000).unref();
"#;

fn render(plan: &Plan, files: &mut Files) {
    files.code("server.js".to_owned(), &JAVASCRIPT, |code| server(plan, code));
    unit::write(plan, files, [Plain("/usr/bin/node"), Plain("server.js")], true);
}

fn server(plan: &Plan, code: &mut Code) {
    code.own("\"use strict\";");
    code.blank();
    let has_pages = plan.upstream.is_none() || plan.on(Switch::Redirect);
    let has_http = plan.on(Switch::Redirect) || plan.upstream.as_ref().is_some_and(|upstream| !upstream.https);
    let has_https = !plan.on(Switch::Http2) || plan.upstream.as_ref().is_some_and(|upstream| upstream.https);
    for (line, needed) in [
        ("const crypto = require(\"crypto\");", true),
        ("const fs = require(\"fs\");", true),
        ("const http = require(\"http\");", has_http),
        ("const http2 = require(\"http2\");", plan.on(Switch::Http2)),
        ("const https = require(\"https\");", has_https),
        ("const path = require(\"path\");", has_pages),
        ("const stream = require(\"stream\");", true),
    ] {
        if needed {
            code.own(line);
        }
    }
    code.blank();
    if has_pages {
        code.line([Plain("const pages = "), text(plan.pages()), Plain(";")]);
    }
    if let Some(upstream) = &plan.upstream {
        code.line([Plain("const upstream = "), text(upstream), Plain(";")]);
        code.own(if upstream.https { "const client = https;" } else { "const client = http;" });
    }
    code.blank();
    options(plan, code);
    if has_pages {
        code.text(PAGE);
    }
    if plan.upstream.is_some() {
        code.text(OUTWARD);
    }
    code.blank();
    code.block([Plain("function answer(request, response) {")], "}", |code| {
        if let Some(hsts) = &plan.hsts {
            code.comment(remark::HSTS);
            code.line([Plain("response.setHeader(\"Strict-Transport-Security\", "), text(hsts), Plain(");")]);
        }
        code.own(if plan.upstream.is_some() { "proxy(request, response);" } else { "page(request, response);" });
    });
    code.blank();
    code.own(match plan.on(Switch::Http2) {
        true => "const server = http2.createSecureServer({ ...options(), allowHTTP1: true }, answer);",
        false => "const server = https.createServer(options(), answer);",
    });
    if plan.upstream.is_some() && plan.on(Switch::WebSocket) {
        code.text(SOCKETS);
    }
    code.text(RELOAD);
    if plan.on(Switch::Tickets) {
        code.text(TICKETS);
    }
    code.blank();
    code.block([Plain("server.listen({")], "});", |code| listen(plan, plan.tls_port(), code));
    if plan.on(Switch::Redirect) {
        redirect(plan, code);
    }
}

fn options(plan: &Plan, code: &mut Code) {
    code.block([Plain("const options = () => ({")], "});", |code| {
        let own = Pair { certificate: plan.certificate(), key: plan.key() };
        let read = |code: &mut Code, name: &'static str, own: String, second: Option<String>| match second {
            None => code.line([Plain(name), Plain(": fs.readFileSync("), text(own), Plain("),")]),
            Some(second) => code.block([Plain(name), Plain(": [")], "],", |code| {
                for file in [own, second] {
                    code.line([Plain("fs.readFileSync("), text(file), Plain("),")]);
                }
            }),
        };
        let second = plan.second();
        code.comment(remark::CHAIN);
        read(code, "cert", own.certificate.to_string(), second.as_ref().map(|second| second.certificate.to_string()));
        read(code, "key", own.key.to_string(), second.as_ref().map(|second| second.key.to_string()));
        if let Some(authorities) = &plan.client_ca {
            code.comment(remark::CLIENTS);
            code.line([Plain("ca: fs.readFileSync("), text(authorities), Plain("),")]);
            code.own("requestCert: true,");
            code.own("rejectUnauthorized: true,");
        }
        let (oldest, newest) = plan.range();
        code.line([Plain("minVersion: "), text(oldest.openssl()), Plain(",")]);
        code.line([Plain("maxVersion: "), text(newest.openssl()), Plain(",")]);
        let suites = plan.cipher_string();
        if !suites.is_empty() {
            let suites = if plan.version >= LEAVES_TLS13 {
                suites
            } else {
                code.comment("The suites of TLS 1.3 stand here too: without one of them this version switches it off.");
                format!("{}:{suites}", guideline::TLS13_SUITES.join(":"))
            };
            code.line([Plain("ciphers: "), text(suites), Plain(",")]);
        }
        code.own(if plan.server_order { "honorCipherOrder: true," } else { "honorCipherOrder: false," });
        let groups = plan.group_string();
        if !groups.is_empty() {
            code.line([Plain("ecdhCurve: "), text(groups), Plain(",")]);
        }
        if !plan.on(Switch::Tickets) {
            code.own("secureOptions: crypto.constants.SSL_OP_NO_TICKET,");
        }
    });
}

fn listen(plan: &Plan, port: u16, code: &mut Code) {
    if let Some(address) = plan.place.address {
        code.line([Plain("host: "), text(address), Plain(",")]);
    }
    code.number("port: ", port, ",");
}

fn redirect(plan: &Plan, code: &mut Code) {
    code.blank();
    code.comment("Everything goes to HTTPS, except what a certificate authority asks for (ACME http-01).");
    code.own("const plain = http.createServer((request, response) => {");
    code.own("  if (request.url.startsWith(\"/.well-known/acme-challenge/\")) return page(request, response);");
    let host = [Plain("  const host = (request.headers.host || "), text(plan.example.example())];
    code.line(host.into_iter().chain([Plain(").replace(/:\\d+$/, \"\");")]));
    match plan.tls_port() {
        443 => code.own("  response.writeHead(301, { Location: \"https://\" + host + request.url });"),
        port => code.number(
            "  response.writeHead(301, { Location: \"https://\" + host + \":\" + ",
            port,
            " + request.url });",
        ),
    }
    code.own("  response.end();");
    code.own("});");
    code.blank();
    code.block([Plain("plain.listen({")], "});", |code| listen(plan, plan.place.http_port, code));
}

fn script(plan: &Plan, script: &mut Script) {
    install_certificates(plan, script, Access::group(unit::USER));
    unit::install(plan, script, &["server.js"]);
    install_pages(plan, script);
    script.check([Plain("node --check"), text(unit::folder(plan).join("server.js"))]);
    unit::start(plan, script);
}
