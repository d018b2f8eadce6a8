//! The page's origin: the files of `dist/` on a loopback port, and a log of everything that is asked of it.

use super::http::{self, Request};
use std::{
    collections::HashMap,
    io,
    path::{Path, PathBuf},
    sync::{Arc, Mutex},
};
use tokio::net::{TcpListener, TcpStream};

/// What the test itself serves beside the site. The watcher stands in the page before everything else, even its
/// content security policy, and notes what would otherwise go unseen.
pub const WATCH: (&str, &str) = ("/__watch.js", include_str!("watch.js"));
/// A page that does what ours must never do: the proof that the recording records.
pub const CONTROL: (&str, &str) = ("/__control.html", include_str!("control.html"));

/// A running site; ends with its runtime.
pub struct Site {
    pub port: u16,
    log: Arc<Mutex<Vec<Request>>>,
    instead: Arc<Mutex<Option<Instead>>>,
    more: Arc<Mutex<HashMap<String, Vec<u8>>>>,
}

/// What is answered instead of some of the files: to which requests, with what status, and which script.
pub type Instead = (fn(&str) -> bool, &'static str, &'static str);

impl Site {
    /// Serves a folder on a free loopback port.
    pub async fn serve(folder: PathBuf) -> io::Result<Self> {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
        let port = listener.local_addr()?.port();
        let (log, instead, more) = (Arc::default(), Arc::default(), Arc::default());
        let site = Self { port, log, instead, more };
        let (seen, other, more) = (Arc::clone(&site.log), Arc::clone(&site.instead), Arc::clone(&site.more));
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                // A browser that hangs up in the middle of a file is no failure of the site.
                tokio::spawn(answer(stream, folder.clone(), seen.clone(), other.clone(), more.clone()));
            }
        });
        Ok(site)
    }

    pub fn address(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.port)
    }

    /// Answers something else for some of the files; none ends that.
    pub fn answer_instead(&self, instead: Option<Instead>) {
        *self.instead.lock().unwrap() = instead;
    }

    /// Serves files over those of the folder, by their paths.
    pub fn serve_too(&self, files: impl IntoIterator<Item = (String, Vec<u8>)>) {
        self.more.lock().unwrap().extend(files);
    }

    /// Everything that was asked for, except what the test put there itself.
    pub fn requests(&self) -> Vec<Request> {
        let ours = ["/favicon.ico", WATCH.0, CONTROL.0];
        self.log.lock().unwrap().iter().filter(|request| !ours.contains(&request.target.as_str())).cloned().collect()
    }
}

async fn answer(
    mut stream: TcpStream,
    folder: PathBuf,
    log: Arc<Mutex<Vec<Request>>>,
    instead: Arc<Mutex<Option<Instead>>>,
    more: Arc<Mutex<HashMap<String, Vec<u8>>>>,
) -> io::Result<()> {
    let Some(request) = http::read(&mut stream).await? else { return Ok(()) };
    log.lock().unwrap().push(request.clone());
    let path = request.target.split(['?', '#']).next().unwrap_or_default();
    let instead = instead.lock().unwrap().filter(|(concerns, ..)| concerns(&request.target));
    let own = more.lock().unwrap().get(path).cloned();
    let (status, kind, body) = match path {
        _ if let Some((_, status, script)) = instead => (status, "text/javascript", script.into()),
        path if path == WATCH.0 => ("200 OK", "text/javascript", WATCH.1.into()),
        path if path == CONTROL.0 => ("200 OK", "text/html", CONTROL.1.into()),
        path => match own {
            Some(bytes) => ("200 OK", kind(path), bytes),
            None => file(&folder, path).await,
        },
    };
    http::write(&mut stream, status, kind, &body).await
}

async fn file(folder: &Path, path: &str) -> (&'static str, &'static str, Vec<u8>) {
    let path = if path == "/" { "/index.html" } else { path };
    let outside = path.split('/').any(|part| part == "..");
    match tokio::fs::read(folder.join(path.trim_start_matches('/'))).await {
        Ok(bytes) if !outside => {
            ("200 OK", kind(path), if path.ends_with("/index.html") { watched(&bytes) } else { bytes })
        }
        _ => ("404 Not Found", "text/plain", b"not here".to_vec()),
    }
}

/// The page with the watcher as its very first script.
fn watched(page: &[u8]) -> Vec<u8> {
    first_in_head(page, &format!("<script src=\"{}\"></script>", WATCH.0))
}

/// The same for a page that has no server behind it.
pub fn watched_inside(page: &[u8]) -> Vec<u8> {
    first_in_head(page, &format!("<script>{}</script>", WATCH.1))
}

fn first_in_head(page: &[u8], element: &str) -> Vec<u8> {
    let page = String::from_utf8(page.to_vec()).expect("a page is UTF-8");
    let head = page.find("<head>").expect("a page has a head") + "<head>".len();
    [&page[..head], element, &page[head..]].concat().into_bytes()
}

fn kind(path: &str) -> &'static str {
    match path.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "json" | "webmanifest" => "application/json",
        "pem" | "crt" | "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}
