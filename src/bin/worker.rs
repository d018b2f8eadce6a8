//! The engine as the page's web worker.

fn main() {
    certloupe::api::worker::serve();
}
