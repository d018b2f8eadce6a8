//! The page.

fn main() {
    certloupe::app::start();
}
