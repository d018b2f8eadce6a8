//! The configurations as a worker of their own: most visitors never ask for one, and nobody before the first verdict.

use certloupe::api::{Deployer, worker};

fn main() {
    let mut deployer = Deployer::default();
    worker::serve(move |request, _| deployer.answer(request));
}
