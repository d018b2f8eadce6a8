use crate::app::context::Words;
use crate::text::page::shell as words;
use yew::prelude::*;

/// Rows that a list shows before it asks: more of them make the page slow and help nobody.
pub const ROWS: usize = 200;

/// How much of a long list is shown.
pub struct Rows {
    shown: UseStateHandle<usize>,
    step: usize,
}

/// Shows `first` rows, and `step` more whenever somebody asks.
#[hook]
pub fn use_rows(first: usize, step: usize) -> Rows {
    Rows { shown: use_state(|| first), step }
}

impl Rows {
    /// Rows shown now.
    pub fn shown(&self) -> usize {
        *self.shown
    }

    /// "200 of 5,000 shown" with a button for more; nothing when all are shown.
    pub fn more(&self, of: usize, say: Words) -> Html {
        if self.shown() >= of {
            return Html::default();
        }
        let (shown, next) = (self.shown.clone(), self.shown().saturating_add(self.step));
        html! {
            <p class="cl-more">
                <span>{ say.fill(words::SHOWN, [("shown", self.shown().into()), ("count", of.into())]) }</span>
                <button type="button" class="cl-button" onclick={Callback::from(move |_| shown.set(next))}>
                    { say.text(words::SHOW_MORE) }
                </button>
            </p>
        }
    }
}
