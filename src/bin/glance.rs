//! The glance: it speaks first, in the page itself, until the engine is up in its worker.

use certloupe::{api, report::wire::PROTOCOL};
use wasm_bindgen::prelude::*;

#[global_allocator]
static HEAP: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// Which messages it understands.
#[wasm_bindgen]
pub fn protocol() -> u32 {
    PROTOCOL
}

/// Answers a request; nothing where it is none.
#[wasm_bindgen]
pub fn glimpse(request: Vec<u8>) -> Option<Vec<u8>> {
    api::glimpse(&zeroize::Zeroizing::new(request))
}

fn main() {}
