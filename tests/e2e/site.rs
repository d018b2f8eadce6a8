//! The page's origin: the files of `dist/` on a loopback port, and a log of everything that is asked of it.

use super::http::{self, Request};
use std::{
    collections::HashMap,
    io,
    path::{Path, PathBuf},
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, Ordering},
    },
};
use tokio::net::{TcpListener, TcpStream};

/// What the test itself serves beside the site. The watcher stands in the page before everything else, even its
/// content security policy, and notes what would otherwise go unseen.
pub const WATCH: (&str, &str) = ("/__watch.js", include_str!("watch.js"));
/// A page that does what ours must never do: the proof that the recording records.
pub const CONTROL: (&str, &str) = ("/__control.html", include_str!("control.html"));

/// The script that hands the page over to a service worker. It is empty but for the flows that are about it: in all others
/// what a page is to ask for is counted, and what is served instead is not to be kept.
const OFFLINE: &str = "/offline.js";

/// A running site; ends with its runtime.
pub struct Site {
    pub port: u16,
    state: Arc<State>,
}

struct State {
    folder: Mutex<PathBuf>,
    log: Mutex<Vec<Request>>,
    instead: Mutex<Option<Instead>>,
    more: Mutex<HashMap<String, Vec<u8>>>,
    /// Nothing is answered any more.
    cut: AtomicBool,
    /// There is a service worker.
    kept: AtomicBool,
    /// What is done to the browser before the page begins.
    before: Mutex<&'static str>,
}

/// What is answered instead of some of the files: to which requests, with what status, and which script.
pub type Instead = (fn(&str) -> bool, &'static str, &'static str);

impl Site {
    /// Serves a folder on a free loopback port.
    pub async fn serve(folder: PathBuf) -> io::Result<Self> {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
        let port = listener.local_addr()?.port();
        let state = Arc::new(State {
            folder: Mutex::new(folder),
            log: Mutex::default(),
            instead: Mutex::default(),
            more: Mutex::default(),
            cut: AtomicBool::default(),
            kept: AtomicBool::default(),
            before: Mutex::default(),
        });
        let site = Self { port, state: Arc::clone(&state) };
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                // A browser that hangs up in the middle of a file is no failure of the site.
                tokio::spawn(answer(stream, Arc::clone(&state)));
            }
        });
        Ok(site)
    }

    pub fn address(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.port)
    }

    /// Answers something else for some of the files; none ends that.
    pub fn answer_instead(&self, instead: Option<Instead>) {
        *self.state.instead.lock().unwrap() = instead;
    }

    /// Serves files over those of the folder, by their paths.
    pub fn serve_too(&self, files: impl IntoIterator<Item = (String, Vec<u8>)>) {
        self.state.more.lock().unwrap().extend(files);
    }

    /// Serves another folder from now on, with its service worker.
    pub fn serve_kept(&self, folder: PathBuf) {
        *self.state.folder.lock().unwrap() = folder;
        self.state.kept.store(true, Ordering::Relaxed);
    }

    /// Serves another folder from now on.
    pub fn serve_folder(&self, folder: PathBuf) {
        *self.state.folder.lock().unwrap() = folder;
    }

    /// Has a script run in every page before everything else.
    pub fn begin_with(&self, script: &'static str) {
        *self.state.before.lock().unwrap() = script;
    }

    /// Hangs up on whoever asks, as a network does that is not there; what the test itself needs is still answered.
    pub fn cut(&self) {
        self.state.cut.store(true, Ordering::Relaxed);
    }

    /// Everything that was asked for, except what the test put there itself.
    pub fn requests(&self) -> Vec<Request> {
        let ours = ["/favicon.ico", WATCH.0, CONTROL.0];
        let log = self.state.log.lock().unwrap();
        log.iter().filter(|request| !ours.contains(&request.target.as_str())).cloned().collect()
    }
}

async fn answer(mut stream: TcpStream, state: Arc<State>) -> io::Result<()> {
    let Some(request) = http::read(&mut stream).await? else { return Ok(()) };
    state.log.lock().unwrap().push(request.clone());
    let path = request.target.split(['?', '#']).next().unwrap_or_default();
    let instead = state.instead.lock().unwrap().filter(|(concerns, ..)| concerns(&request.target));
    let own = state.more.lock().unwrap().get(path).cloned();
    let folder = state.folder.lock().unwrap().clone();
    let (status, kind, body) = match path {
        path if path == WATCH.0 => {
            ("200 OK", "text/javascript", [*state.before.lock().unwrap(), WATCH.1].concat().into_bytes())
        }
        _ if state.cut.load(Ordering::Relaxed) => return Ok(()),
        _ if let Some((_, status, script)) = instead => (status, "text/javascript", script.into()),
        path if path == CONTROL.0 => ("200 OK", "text/html", CONTROL.1.into()),
        OFFLINE if !state.kept.load(Ordering::Relaxed) => ("200 OK", kind(path), Vec::new()),
        path => match own {
            Some(bytes) => ("200 OK", kind(path), bytes),
            None => file(&folder, path).await,
        },
    };
    // Pages of other origins load the element from here.
    let more = if path.starts_with("/embed/") { "Access-Control-Allow-Origin: *\r\n" } else { "" };
    http::write(&mut stream, status, kind, more, &body).await
}

async fn file(folder: &Path, path: &str) -> (&'static str, &'static str, Vec<u8>) {
    let path = &if path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() };
    let outside = path.split('/').any(|part| part == "..");
    match tokio::fs::read(folder.join(path.trim_start_matches('/'))).await {
        Ok(bytes) if !outside => ("200 OK", kind(path), if is_watched(path) { watched(&bytes) } else { bytes }),
        _ => ("404 Not Found", "text/plain", b"not here".to_vec()),
    }
}

/// The page in one file lets no other script in.
fn is_watched(path: &str) -> bool {
    path.ends_with(".html") && !path.ends_with("/certloupe.html")
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
