//! What stands behind the page's tabs.

fn main() {
    certloupe::look::start();
}
