//! A small application behind the servers: says what it was asked, and echoes whatever follows an upgrade.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};

/// Starts it on a port of its own and gives the address. It ends with the test.
pub fn start() -> String {
    start_at(0)
}

/// The same on this port.
pub fn start_at(port: u16) -> String {
    let listener = TcpListener::bind(("127.0.0.1", port)).expect("a port");
    let address = format!("http://{}", listener.local_addr().expect("an address"));
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            std::thread::spawn(move || serve(stream));
        }
    });
    address
}

fn read_head(stream: &mut TcpStream) -> Option<String> {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        let mut byte = [0];
        stream.read_exact(&mut byte).ok()?;
        head.push(byte[0]);
    }
    Some(String::from_utf8_lossy(&head).into_owned())
}

fn serve(mut stream: TcpStream) -> Option<()> {
    let mut head = read_head(&mut stream)?;
    let mut proxied = String::new();
    if head == "\r\n\r\n" {
        // Version 2 of the PROXY protocol begins with an empty head (its specification, section 2.2).
        let mut rest = [0; 12];
        stream.read_exact(&mut rest).ok()?;
        let mut addresses = vec![0; usize::from(u16::from_be_bytes([rest[10], rest[11]]))];
        stream.read_exact(&mut addresses).ok()?;
        let source = addresses.get(..4)?.iter().map(u8::to_string).collect::<Vec<_>>().join(".");
        proxied = format!("Proxied: {source}\r\n");
        head = read_head(&mut stream)?;
    }
    let head = format!("{head}{proxied}");
    if !head.to_ascii_lowercase().contains("\r\nupgrade: websocket\r\n") {
        // Its own HSTS header must not reach the client beside the server's.
        let answer = format!(
            "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: {}\r\nConnection: close\r\n\
             Strict-Transport-Security: max-age=1\r\nX-Answered-By: {}\r\n\r\n{head}",
            head.len(),
            stream.local_addr().ok()?
        );
        return stream.write_all(answer.as_bytes()).ok();
    }
    // The accept value of RFC 6455 §1.3's sample key, which the test sends.
    stream
        .write_all(
            b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\
              Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n\r\n",
        )
        .ok()?;
    let mut buffer = [0; 256];
    loop {
        let count = stream.read(&mut buffer).ok()?;
        stream.write_all(buffer.get(..count).filter(|read| !read.is_empty())?).ok()?;
    }
}
