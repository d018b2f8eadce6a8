//! The full engine as the page's web worker, in place of the one that the page starts with.

use certloupe::api::{Inspector, worker};

fn main() {
    let mut inspector = Inspector::default();
    worker::serve(move |request, watch| inspector.answer(request, watch));
}
