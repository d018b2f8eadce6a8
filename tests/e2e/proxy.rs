//! Everything that a browser sends anywhere but to the page's origin ends here, is written down and refused.

use super::http;
use std::{
    io,
    sync::{Arc, Mutex},
};
use tokio::net::TcpListener;

/// A running recorder; ends with its runtime.
pub struct Proxy {
    pub port: u16,
    log: Arc<Mutex<Vec<String>>>,
}

/// What is written down for a connection that does not begin with a request.
pub const UNREADABLE: &str = "(encrypted)";

/// Where browsers go by themselves, whatever the page does, and no switch keeps them from it.
const ERRANDS: &[(&str, &str)] = &[
    ("start.duckduckgo.com", "Chromium as Debian packs it loads its start page's search engine"),
    ("update.googleapis.com", "Chromium looks for new components"),
    ("redirector.gvt1.com", "Chromium fetches a component"),
    ("clients2.google.com", "Chromium asks for the time"),
    ("accounts.google.com", "Chromium asks who is signed in"),
    ("content-autofill.googleapis.com", "Chromium asks what the fields of a form mean"),
];

impl Proxy {
    pub async fn record() -> io::Result<Self> {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
        let port = listener.local_addr()?.port();
        let log = Arc::new(Mutex::new(Vec::new()));
        let seen = log.clone();
        tokio::spawn(async move {
            while let Ok((mut stream, _)) = listener.accept().await {
                let seen = seen.clone();
                tokio::spawn(async move {
                    match http::read(&mut stream).await {
                        Ok(Some(request)) => seen.lock().unwrap().push(request.target),
                        Ok(None) => {}
                        // WebKit speaks TLS to the proxy itself, so that the host can not be read.
                        Err(_) => seen.lock().unwrap().push(UNREADABLE.to_owned()),
                    }
                    http::write(&mut stream, "502 Bad Gateway", "text/plain", "", b"recorded").await
                });
            }
        });
        Ok(Self { port, log })
    }

    /// Where the page wanted to go: addresses and, for TLS, hosts with their ports. Leaves out [`ERRANDS`].
    pub fn requests(&self) -> Vec<String> {
        self.log.lock().unwrap().iter().filter(|target| !is_errand(target)).cloned().collect()
    }
}

fn is_errand(target: &str) -> bool {
    let host = target.split_once("://").map_or(target, |(_, rest)| rest);
    let host = host.split(['/', ':']).next().unwrap_or_default();
    ERRANDS.iter().any(|(errand, _)| *errand == host)
}
