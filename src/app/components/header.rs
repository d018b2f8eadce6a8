use super::icon::{Sign, icon};
use crate::app::{
    context::{use_door, use_words},
    state::{Action, Theme},
};
use crate::text::{Lang, page::shell as words};
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct HeaderProps {
    pub theme: Theme,
}

/// Name, promise, language, colours.
#[component]
pub fn Header(props: &HeaderProps) -> Html {
    let say = use_words();
    let act = use_door();
    let language = |lang: Lang, name: &'static str, tag: &'static str| {
        let act = act.clone();
        html! {
            <button
                type="button"
                lang={tag}
                data-test={format!("lang-{}", lang.tag())}
                aria-pressed={(say.0 == lang).to_string()}
                onclick={Callback::from(move |_| act.emit(Action::Spoke(lang)))}
            >{ name }</button>
        }
    };
    let theme = props.theme;
    let name = say.text(match theme {
        Theme::Auto => words::THEME_AUTO,
        Theme::Light => words::THEME_LIGHT,
        Theme::Dark => words::THEME_DARK,
    });
    let switch = act.reform(move |_| Action::Coloured(theme.next()));
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
                    onclick={switch}
                >{ icon(Sign::Theme) }<span>{ name }</span></button>
            </div>
        </header>
    }
}
