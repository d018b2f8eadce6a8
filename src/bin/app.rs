//! The page.

/// The allocator of half the size: growing a block copies it, which a page can afford.
#[global_allocator]
static HEAP: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {
    certloupe::app::start();
}
