//! The page.

use rlsf::{GlobalTlsf, GlobalTlsfOptions};

#[global_allocator]
static HEAP: GlobalTlsf<Lean> = GlobalTlsf::new();

/// Growing a block copies it; but what is left over between blocks is joined, for a page keeps large texts for long.
struct Lean;

impl GlobalTlsfOptions for Lean {
    const ENABLE_REALLOCATION: bool = false;
    const COALESCE_POOLS: bool = true;
}

fn main() {
    certloupe::app::start();
}
