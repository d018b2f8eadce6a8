//! An OCSP responder on loopback: takes the request over HTTP and lets `openssl ocsp` answer it. (Its own
//! `-port` would listen on every address.)

use crate::pki::{Leaf, Pki, run};
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};

/// A responder that has its address, and does not answer yet.
pub struct Responder {
    listener: TcpListener,
}

impl Responder {
    /// Takes a port, so that certificates can name it.
    pub fn bind() -> Self {
        Self { listener: TcpListener::bind(("127.0.0.1", 0)).expect("a port") }
    }

    /// What certificates name.
    pub fn address(&self) -> String {
        format!("http://{}/", self.listener.local_addr().expect("an address"))
    }

    /// Answers `good` for one certificate until the test ends.
    pub fn answer_for(self, leaf: &Leaf) {
        let folder = leaf.folder.clone();
        let serial = run(&folder, "openssl", &["x509", "-in", "cert.pem", "-noout", "-serial"]);
        let serial = serial.trim().trim_start_matches("serial=");
        std::fs::write(folder.join("index.txt"), format!("V\t491231235959Z\t\t{serial}\tunknown\t/CN=leaf\n"))
            .expect("written");
        std::thread::spawn(move || {
            for (number, stream) in self.listener.incoming().flatten().enumerate() {
                if serve(stream, &folder, number).is_none() {
                    return;
                }
            }
        });
    }
}

fn serve(mut stream: TcpStream, folder: &Path, number: usize) -> Option<()> {
    let request = request(&mut stream, folder)?;
    // The intermediate answers for itself; its certificate, put into the answer too, would count as a delegate's,
    // which it did not sign.
    let (asked, answered) = (folder.join(format!("{number}.req")), folder.join(format!("{number}.resp")));
    std::fs::write(&asked, request).ok()?;
    let (certificate, key): (PathBuf, PathBuf) = Pki::get().intermediate();
    let path = |path: &Path| path.to_string_lossy().into_owned();
    let arguments =
        ["ocsp", "-index", "index.txt", "-ndays", "1", "-resp_no_certs", "-CA"].map(str::to_owned).into_iter().chain([
            path(&certificate),
            "-rsigner".to_owned(),
            path(&certificate),
            "-rkey".to_owned(),
            path(&key),
            "-reqin".to_owned(),
            path(&asked),
            "-respout".to_owned(),
            path(&answered),
        ]);
    let arguments: Vec<String> = arguments.collect();
    run(folder, "openssl", &arguments.iter().map(String::as_str).collect::<Vec<_>>());
    let body = std::fs::read(answered).ok()?;
    let head = format!(
        "HTTP/1.1 200 OK\r\nContent-Type: application/ocsp-response\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
        body.len()
    );
    stream.write_all(head.as_bytes()).ok()?;
    stream.write_all(&body).ok()
}

/// The request: the body of a POST, or base64 in the path of a GET (RFC 6960 appendix A.1).
fn request(stream: &mut TcpStream, folder: &Path) -> Option<Vec<u8>> {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        let mut byte = [0];
        stream.read_exact(&mut byte).ok()?;
        head.push(byte[0]);
    }
    let head = String::from_utf8_lossy(&head).into_owned();
    if let Some(path) = head.strip_prefix("GET ").and_then(|rest| rest.split(' ').next()) {
        let base64 = path.trim_start_matches('/').replace("%2B", "+").replace("%2F", "/").replace("%3D", "=");
        std::fs::write(folder.join("get.b64"), base64).ok()?;
        run(folder, "openssl", &["base64", "-d", "-A", "-in", "get.b64", "-out", "get.der"]);
        return std::fs::read(folder.join("get.der")).ok();
    }
    let length =
        head.lines().find_map(|line| line.to_ascii_lowercase().strip_prefix("content-length:")?.trim().parse().ok())?;
    let mut body = vec![0; length];
    stream.read_exact(&mut body).ok()?;
    Some(body)
}
