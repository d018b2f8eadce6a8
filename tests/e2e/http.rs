//! As much HTTP/1.1 as the site, the recording proxy and a driver's own commands need: one request a connection.

use serde_json::Value;
use std::{
    io::{self, Read, Write},
    net::{Ipv4Addr, TcpStream},
    time::Duration,
};
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWriteExt};

/// A request as it came in.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Request {
    pub method: String,
    /// Path, address or host, as the request line has it.
    pub target: String,
    /// Bytes of the body.
    pub body: usize,
}

/// Reads one request; none where the peer only connected.
pub async fn read(stream: &mut (impl AsyncRead + Unpin)) -> io::Result<Option<Request>> {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        match stream.read_u8().await {
            Ok(byte) if head.is_empty() && !byte.is_ascii_uppercase() => return Err(io::ErrorKind::InvalidData.into()),
            Ok(byte) => head.push(byte),
            Err(_) if head.is_empty() => return Ok(None),
            Err(error) => return Err(error),
        }
    }
    let head = String::from_utf8_lossy(&head).into_owned();
    let mut words = head.split(' ');
    let (method, target) = (words.next().unwrap_or_default().to_owned(), words.next().unwrap_or_default().to_owned());
    let length = head
        .lines()
        .filter_map(|line| line.split_once(':'))
        .find_map(|(name, value)| name.eq_ignore_ascii_case("content-length").then(|| value.trim().parse().ok())?);
    Ok(Some(Request { method, target, body: length.unwrap_or(0) }))
}

/// Writes one answer with these headers more, a line each, and says that the connection ends.
pub async fn write(
    stream: &mut tokio::net::TcpStream,
    status: &str,
    kind: &str,
    more: &str,
    body: &[u8],
) -> io::Result<()> {
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nCache-Control: no-store\r\n{more}Connection: close\r\n\r\n",
        body.len()
    );
    stream.write_all(head.as_bytes()).await?;
    stream.write_all(body).await?;
    stream.shutdown().await
}

/// Gives a driver a command of its own kind, one that the WebDriver client has no method for. Blocks, so that it
/// also serves in `drop`.
pub fn command(port: u16, method: &str, path: &str, body: &Value) -> io::Result<Value> {
    let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
    stream.set_read_timeout(Some(Duration::from_secs(30)))?;
    let body = if method == "POST" { body.to_string() } else { String::new() };
    write!(
        stream,
        "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\
         Connection: close\r\n\r\n{body}",
        body.len()
    )?;
    let mut answer = Vec::new();
    let mut piece = [0; 16_384];
    // Some drivers keep the connection open in spite of `Connection: close`: stop at the announced length.
    loop {
        let count = stream.read(&mut piece)?;
        answer.extend_from_slice(&piece[..count]);
        if count == 0 || complete(&answer) {
            break;
        }
    }
    let start = body_start(&answer).unwrap_or(answer.len());
    serde_json::from_slice(&answer[start..]).map_err(io::Error::other)
}

fn body_start(answer: &[u8]) -> Option<usize> {
    Some(answer.windows(4).position(|window| window == b"\r\n\r\n")? + 4)
}

fn complete(answer: &[u8]) -> bool {
    let Some(start) = body_start(answer) else { return false };
    let head = String::from_utf8_lossy(&answer[..start]).to_ascii_lowercase();
    let length = head.lines().find_map(|line| line.strip_prefix("content-length:")?.trim().parse::<usize>().ok());
    length.is_some_and(|length| answer.len() >= start + length)
}
