//! The engine as the page's web worker.

use certloupe::api::{Inspector, worker};

fn main() {
    let mut inspector = Inspector::default();
    worker::serve(move |request, watch| inspector.answer(request, watch));
}
