//! What a server answers for each file of the page, and for what there is not.

use super::{Behind, SECRET};
use sha2::{Digest, Sha256};
use std::{
    collections::BTreeMap,
    fs,
    io::{Read, Write},
    net::{Ipv4Addr, TcpStream},
    path::Path,
};

/// Kinds of files by the ends of their names.
const KINDS: &[(&str, &str)] = &[
    ("bin", "application/octet-stream"),
    ("css", "text/css; charset=utf-8"),
    ("html", "text/html; charset=utf-8"),
    ("js", "text/javascript; charset=utf-8"),
    ("json", "application/json"),
    ("mjs", "text/javascript; charset=utf-8"),
    ("nojekyll", "application/octet-stream"),
    ("pem", "text/plain; charset=utf-8"),
    ("png", "image/png"),
    ("svg", "image/svg+xml"),
    ("txt", "text/plain; charset=utf-8"),
    ("wasm", "application/wasm"),
    ("webmanifest", "application/manifest+json; charset=utf-8"),
    ("woff2", "font/woff2"),
];

const FOR_EVER: &str = "public, max-age=31536000, immutable";
const ASKED_AFTER: &str = "no-cache";

/// A name that would have the hash of its content in it.
const MISSING: &str = "app-0123456789abcdef_bg.wasm";

/// An answer; names of headers in lower case.
struct Answer {
    status: u16,
    headers: BTreeMap<String, String>,
    body: Vec<u8>,
}

impl Answer {
    fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", String::as_str)
    }
}

/// Every file, packed and not; what is missing; what is not to be seen.
pub fn are_right(running: &Behind) {
    let files = files(running.folder);
    let own = files.iter().filter(|path| !path.ends_with(".br") && !path.ends_with(".gz")).collect::<Vec<_>>();
    assert!(own.len() > 100 && own.iter().filter(|path| path.ends_with(".wasm")).count() > 5, "{own:?}");
    for path in &own {
        file_is_right(running, path);
    }
    // A folder's address is that of its page.
    for folder in ["", "alike/", "mixed/"] {
        let (index, page) = (ask(running, &format!("{folder}index.html"), &[]), ask(running, folder, &[]));
        assert_eq!((page.status, &page.body, page.headers), (200, &index.body, index.headers));
    }
    names_are_right(running, &own.iter().map(|path| path.as_str()).collect::<Vec<_>>());
    what_is_missing_is_forgotten(running);
    nothing_else_is_seen(running, &own);
}

/// Asks for a file in every way that a browser may.
fn file_is_right(running: &Behind, path: &str) {
    let bytes = |end: &str| fs::read(running.folder.join(format!("{path}{end}"))).ok();
    let is_packed = bytes(".gz").is_some() || bytes(".br").is_some();
    let kind = KINDS.iter().find(|(end, _)| path.ends_with(&format!(".{end}"))).map(|(_, kind)| *kind);
    let kind = kind.unwrap_or_else(|| panic!("{path}: the recipes know no such kind"));
    let is_open = path.starts_with("embed/");
    for (accepted, wanted) in [("identity", ""), ("gzip", "gzip"), ("gzip, deflate, br, zstd", "br")] {
        // Without its module nginx has gzip in brotli's place.
        let wanted = if wanted == "br" && !running.brotli { "gzip" } else { wanted };
        let packed = bytes(match wanted {
            "br" => ".br",
            "gzip" => ".gz",
            _ => "/",
        });
        let wanted = if packed.is_some() { wanted } else { "" };
        let answer = ask(running, path, &[("Accept-Encoding", accepted)]);
        let said = |name: &str| answer.header(name);
        assert_eq!(answer.status, 200, "{path}");
        assert_eq!(said("content-type"), kind, "{path}");
        assert_eq!(said("content-encoding"), wanted, "{path}, {accepted}");
        assert!(answer.body == packed.or_else(|| bytes("")).expect("a file"), "{path}, {accepted}: another content");
        assert!(!is_packed || said("vary") == "Accept-Encoding" || wanted.is_empty(), "{path}: {}", said("vary"));
        assert_eq!(said("cache-control"), if is_lasting(path) { FOR_EVER } else { ASKED_AFTER }, "{path}");
        assert_eq!(said("content-security-policy"), policy(running.folder, path), "{path}");
        assert_eq!(said("access-control-allow-origin"), if is_open { "*" } else { "" }, "{path}");
        let resource = if is_open { "cross-origin" } else { "same-origin" };
        assert_eq!(said("cross-origin-resource-policy"), resource, "{path}");
        assert_eq!(said("cross-origin-opener-policy"), "same-origin", "{path}");
        assert_eq!(said("referrer-policy"), "no-referrer", "{path}");
        assert_eq!(said("x-content-type-options"), "nosniff", "{path}");

        // Who has it already is not sent it again.
        let again = [("Accept-Encoding", accepted), ("If-None-Match", said("etag"))];
        let again = ask(running, path, &again);
        assert_eq!((again.status, again.body.len()), (304, 0), "{path}");
        assert_eq!(again.header("cache-control"), said("cache-control"), "{path}");
    }
}

/// The page's policy, as it stands in the page, and who may show it in a frame.
fn policy(folder: &Path, path: &str) -> String {
    let page = fs::read_to_string(folder.join(if path.ends_with(".html") { path } else { "index.html" })).unwrap();
    let said = page
        .split_once("<meta http-equiv=\"Content-Security-Policy\" content=\"")
        .and_then(|(_, rest)| rest.split_once('"'));
    assert!(said.is_some() || path.contains('/'), "{path} has no policy");
    said.map(|(policy, _)| format!("{policy}; ")).unwrap_or_default() + "frame-ancestors 'self'"
}

/// Whether a name ends in a hash.
fn is_lasting(path: &str) -> bool {
    let (stem, end) = path.rsplit_once('.').expect("every file has an end");
    let hash = stem.trim_end_matches("_bg").rsplit_once('-').map_or("", |(_, hash)| hash);
    let is_hash = (9..=16).contains(&hash.len()) && hash.bytes().all(|byte| b"0123456789abcdef".contains(&byte));
    is_hash && ["css", "js", "svg", "wasm"].contains(&end)
}

/// What may be kept for ever is called after its content; what is asked for with the page's version is not kept for ever, for the
/// version is not made from all of it.
fn names_are_right(running: &Behind, files: &[&str]) {
    let lasting: Vec<_> = files.iter().filter(|path| is_lasting(path) && !path.contains('/')).collect();
    assert_eq!(lasting.len(), 4, "sheet, icon, module and glue, not {lasting:?}");
    let hash = |starts: &str, ends: &[&str]| {
        let named = |end: &&str| lasting.iter().find(|path| path.starts_with(starts) && path.ends_with(*end));
        let paths: Vec<_> = ends.iter().map(|end| named(end).expect("a file")).collect();
        let bytes: Vec<u8> = paths.iter().flat_map(|path| fs::read(running.folder.join(path)).unwrap()).collect();
        let hash: String = Sha256::digest(bytes).iter().take(8).map(|byte| format!("{byte:02x}")).collect();
        assert!(paths.iter().all(|path| path.contains(&hash)), "{paths:?} are not called {hash}");
    };
    hash("page-", &[".css"]);
    hash("app-", &["_bg.wasm", ".js"]);
    let index = fs::read_to_string(running.folder.join("index.html")).unwrap();
    let asked = index.split('"').filter_map(|part| part.strip_prefix("./")).filter(|address| address.contains("?v="));
    let asked: Vec<_> = asked.collect();
    assert!(asked.len() > 2, "{asked:?}");
    for address in asked {
        assert_eq!(ask(running, address, &[]).header("cache-control"), ASKED_AFTER, "{address}");
    }
}

/// A file that is still on its way is not remembered to be missing, and nothing is told of the server's folders.
fn what_is_missing_is_forgotten(running: &Behind) {
    for path in [MISSING, "embed/none.js", "none/", "index.html/", ".git/config"] {
        let answer = ask(running, path, &[]);
        assert_eq!(answer.status, 404, "{path}");
        assert_eq!(answer.header("cache-control"), ASKED_AFTER, "{path}");
        assert_eq!(answer.header("x-content-type-options"), "nosniff", "{path}");
        let body = String::from_utf8_lossy(&answer.body);
        let folder = running.folder.to_str().expect("a plain path");
        assert!(![folder, path, "nginx/", "Caddy/"].iter().any(|told| body.contains(told)), "{path}: {body}");
        assert!(!answer.header("server").contains('/'), "{}", answer.header("server"));
    }
}

/// Neither what is in a folder nor what is beside the page.
fn nothing_else_is_seen(running: &Behind, files: &[&String]) {
    let folders: Vec<_> = files.iter().filter_map(|path| path.split_once('/')).collect();
    assert!(!folders.is_empty(), "{files:?}");
    for (folder, file) in folders.iter().filter(|(_, file)| *file != "index.html") {
        let answer = ask(running, &format!("{folder}/"), &[]);
        let is_page = running.folder.join(folder).join("index.html").exists();
        assert!(is_page || [403, 404].contains(&answer.status), "{folder}/: {}", answer.status);
        assert!(is_page || !String::from_utf8_lossy(&answer.body).contains(file), "{folder}/ is listed");
    }
    let up = running.place.path.trim_end_matches('/');
    for path in [format!("{up}/../{SECRET}"), format!("{up}/%2e%2e/{SECRET}"), format!("{up}../{SECRET}")] {
        let answer = ask_for(running.port, &path, &[]);
        assert!(!String::from_utf8_lossy(&answer.body).contains("secret"), "{path}: {}", answer.status);
    }
    if !up.is_empty() {
        let answer = ask_for(running.port, up, &[]);
        assert_eq!((answer.status, answer.header("location")), (308, running.place.path));
    }
}

/// All files of a folder, by their paths from there.
pub fn files(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let name = entry.file_name().into_string().expect("a plain name");
        if entry.path().is_dir() {
            found.extend(files(&entry.path()).iter().map(|path| format!("{name}/{path}")));
        } else {
            found.push(name);
        }
    }
    found.sort();
    found
}

/// Asks for a file of the page.
fn ask(running: &Behind, path: &str, headers: &[(&str, &str)]) -> Answer {
    ask_for(running.port, &format!("{}{path}", running.place.path), headers)
}

/// One request, as it is written.
fn ask_for(port: u16, target: &str, headers: &[(&str, &str)]) -> Answer {
    let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port)).unwrap();
    let headers: String = headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
    let request = format!("GET {target} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n{headers}Connection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).unwrap();
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes).unwrap();
    let end = bytes.windows(4).position(|window| window == b"\r\n\r\n").expect("the end of a head");
    let (head, body) = (String::from_utf8_lossy(&bytes[..end]).into_owned(), &bytes[end + 4..]);
    let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).expect("a status");
    let fields = head.lines().skip(1).filter_map(|line| line.split_once(": "));
    let mut answer = Answer { status, headers: BTreeMap::new(), body: body.to_vec() };
    for (name, value) in fields {
        let twice = answer.headers.insert(name.to_ascii_lowercase(), value.to_owned());
        assert!(twice.is_none(), "{target}: {name} twice");
    }
    if answer.header("transfer-encoding") == "chunked" {
        answer.body = joined(body);
    }
    answer.headers.remove("date");
    answer
}

/// A body that came in pieces.
fn joined(mut body: &[u8]) -> Vec<u8> {
    let mut whole = Vec::new();
    loop {
        let end = body.windows(2).position(|window| window == b"\r\n").expect("the length of a piece");
        let length = usize::from_str_radix(&String::from_utf8_lossy(&body[..end]), 16).expect("a length");
        if length == 0 {
            return whole;
        }
        whole.extend_from_slice(&body[end + 2..end + 2 + length]);
        body = &body[end + 2 + length + 2..];
    }
}
