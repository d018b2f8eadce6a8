use super::icon::{Sign, icon};
use crate::app::{
    desk::Desk,
    state::{Action, Theme},
};
use crate::text::{Lang, page::shell as words};
use yew::prelude::*;

/// Name, promise, language, colours.
pub fn header(page: &Desk, theme: Theme) -> Html {
    let say = page.say;
    let language = |lang: Lang, name: &'static str, tag: &'static str| {
        html! {
            <button
                type="button"
                lang={tag}
                data-test={format!("lang-{}", lang.tag())}
                aria-pressed={(say.0 == lang).to_string()}
                onclick={page.speaks(lang)}
            >{ name }</button>
        }
    };
    let name = say.text(match theme {
        Theme::Auto => words::THEME_AUTO,
        Theme::Light => words::THEME_LIGHT,
        Theme::Dark => words::THEME_DARK,
    });
    html! {
        <header class="cl-top">
            <a class="cl-brand" href="#">{ icon(Sign::Loupe) }{ "certloupe" }</a>
            <p class="cl-private">{ icon(Sign::Lock) }{ say.text(words::PRIVATE) }</p>
            <div class="cl-top__tools">
                <div class="cl-segments" role="group" aria-label={say.text(words::LANGUAGE)}>
                    { language(Lang::Zh, "中文", "zh-CN") }
                    { language(Lang::En, "English", "en") }
                </div>
                <button
                    type="button"
                    class="cl-theme"
                    data-test="theme"
                    aria-label={say.fill(words::THEME, [("name", name.into())])}
                    onclick={page.does(Action::Coloured(theme.next()))}
                >{ icon(Sign::Theme) }<span>{ name }</span></button>
            </div>
        </header>
    }
}
