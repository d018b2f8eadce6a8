//! The glance as a web worker: it speaks first, until the engine is up.

use certloupe::api::{glimpse, worker};

fn main() {
    worker::serve_bytes(|request, _| glimpse(request));
}
