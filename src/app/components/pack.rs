use crate::app::{context::Words, desk::Desk, state::Action};
use crate::report::{PackFolder, PackItem};
use crate::text::{Pair, escape, page::pack as words};
use yew::prelude::*;

/// The folders of a pack that has one for each kind of server: one of them counts, and another can be chosen.
pub fn pack(page: &Desk, folders: &[PackFolder]) -> Html {
    let say = page.say;
    if folders.is_empty() {
        return Html::default();
    }
    html! {
        <fieldset class="cl-pack" data-test="pack">
            <legend>{ say.text(words::TITLE) }</legend>
            for folder in folders { { choice(page, folder) } }
        </fieldset>
    }
}

fn choice(page: &Desk, folder: &PackFolder) -> Html {
    let path = folder.path.clone();
    html! {
        <label key={path.clone()} class="cl-check">
            <input
                type="radio"
                name="cl-pack"
                data-test="folder-choice"
                value={path.clone()}
                checked={folder.chosen}
                onchange={page.does_on_change(Action::FolderChosen(path))}
            />
            <span><bdi class="cl-name">{ escape(folder.name()) }</bdi><small>{ contents(folder, page.say) }</small></span>
        </label>
    }
}

fn contents(folder: &PackFolder, say: Words) -> String {
    let named: Vec<_> = folder.has.iter().map(|item| say.text(word(*item))).collect();
    named.join(say.text(words::AND))
}

const fn word(item: PackItem) -> Pair {
    match item {
        PackItem::FullChain => words::FULL_CHAIN,
        PackItem::Certificate => words::CERTIFICATE,
        PackItem::Chain => words::CHAIN,
        PackItem::PrivateKey => words::PRIVATE_KEY,
        PackItem::Csr => words::CSR,
        PackItem::Pkcs12 => words::PKCS12,
        PackItem::Jks => words::JKS,
        PackItem::Password => words::PASSWORD,
    }
}
