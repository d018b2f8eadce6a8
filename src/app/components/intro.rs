use crate::app::context::Words;
use crate::text::page::intro as words;
use yew::prelude::*;

/// What this is, for people who see it for the first time.
pub fn intro(say: Words) -> Html {
    html! {
        <header class="cl-intro">
            <h1>{ say.text(words::TITLE) }</h1>
            <p>{ say.text(words::LEAD) }</p>
        </header>
    }
}

/// What comes out, under the box of the empty page.
pub fn outcomes(say: Words) -> Html {
    html! {
        <section class="cl-outcomes" aria-labelledby="cl-outcomes">
            <h2 id="cl-outcomes">{ say.text(words::OUTCOMES) }</h2>
            <ol>
                for (title, text) in words::STEPS {
                    <li key={title.key()}><b>{ say.text(title) }</b><span>{ say.text(text) }</span></li>
                }
            </ol>
            <p class="cl-outcomes__private">{ say.text(words::PRIVACY) }</p>
        </section>
    }
}
