use super::{
    copy_button::CopyButton,
    field_tree::FieldTree,
    icon::{Sign, icon},
    show_more::{ROWS, ShowMore},
    untrusted::untrusted,
};
use crate::app::{
    browser,
    context::{Shared, use_door, use_engine, use_words},
    route::Route,
    state::Action,
};
use crate::report::{
    Report,
    field::CertificateDetail,
    wire::{Reply, Request},
};
use crate::text::page::details as words;
use std::rc::Rc;
use web_sys::HtmlInputElement;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct DetailsTabProps {
    pub report: Shared<Report>,
    pub route: Route,
}

/// Every field of a certificate.
#[component]
pub fn DetailsTab(props: &DetailsTabProps) -> Html {
    let say = use_words();
    let wanted = use_state(String::new);
    let report = &props.report;
    let index = props.route.certificate.filter(|index| *index < report.certificates.len());
    let index = index.or(report.chain.leaf).unwrap_or(0);
    let detail = use_detail(report, index);
    let oninput = {
        let wanted = wanted.clone();
        Callback::from(move |event: InputEvent| wanted.set(event.target_unchecked_into::<HtmlInputElement>().value()))
    };
    html! {
        <>
            <Picker report={report.clone()} {index} />
            <div class="cl-details__tools">
                <label class="cl-search">
                    <span>{ say.text(words::SEARCH) }</span>
                    <input type="search" data-test="search" value={(*wanted).clone()} {oninput} placeholder={say.text(words::SEARCH_HINT)} />
                </label>
                if let Some(detail) = &detail { <Take detail={detail.clone()} /> }
            </div>
            if let Some(detail) = detail {
                <FieldTree
                    key={format!("{index}")}
                    {detail}
                    wanted={wanted.trim().to_ascii_lowercase()}
                    target={props.route.path.clone().filter(|_| props.route.certificate == Some(index))}
                />
            } else {
                <p class="cl-hint">{ say.text(words::WAITING) }</p>
            }
        </>
    }
}

/// Asks for the details of a certificate; an old answer does not stay for another one.
#[hook]
fn use_detail(report: &Shared<Report>, index: usize) -> Option<Shared<CertificateDetail>> {
    let engine = use_engine();
    let answer = use_state(|| None::<(Shared<Report>, Shared<CertificateDetail>)>);
    {
        let answer = answer.clone();
        use_effect_with((report.clone(), index), move |(report, index)| {
            let (report, certificate) = (report.clone(), *index);
            if let Some(engine) = engine {
                engine.ask(
                    Request::Detail { certificate },
                    Callback::from(move |reply| {
                        if let Reply::Detail(detail) = reply {
                            answer.set(Some((report.clone(), Shared(Rc::from(detail)))));
                        }
                    }),
                );
            }
        });
    }
    let fits =
        |(of, detail): &&(Shared<Report>, Shared<CertificateDetail>)| of == report && detail.certificate == index;
    answer.as_ref().filter(fits).map(|(_, detail)| detail.clone())
}

#[derive(PartialEq, Properties)]
struct PickerProps {
    report: Shared<Report>,
    index: usize,
}

/// Which certificate; nothing to pick where there is one.
#[component]
fn Picker(props: &PickerProps) -> Html {
    let say = use_words();
    let act = use_door();
    let shown = use_state(|| 12_usize);
    let certificates = &props.report.certificates;
    if certificates.len() < 2 {
        return Html::default();
    }
    let more = {
        let shown = shown.clone();
        Callback::from(move |count: usize| shown.set(count.max(ROWS)))
    };
    html! {
        <div class="cl-picker" role="group" aria-label={say.text(words::PICK)}>
            for (index, certificate) in certificates.iter().take(*shown).enumerate() {
                <button
                    key={index}
                    type="button"
                    aria-pressed={(index == props.index).to_string()}
                    onclick={act.reform(move |_| {
                        let route = Route::field(index, "");
                        browser::show_hash(&route.hash());
                        Action::Went(route)
                    })}
                >{ untrusted(&certificate.label) }</button>
            }
            <ShowMore shown={*shown} of={certificates.len()} {more} />
        </div>
    }
}

#[derive(PartialEq, Properties)]
struct TakeProps {
    detail: Shared<CertificateDetail>,
}

/// The certificate to take away.
#[component]
fn Take(props: &TakeProps) -> Html {
    let say = use_words();
    let detail = props.detail.clone();
    let download = Callback::from(move |_: MouseEvent| browser::download("certificate.der", &detail.der));
    html! {
        <span class="cl-details__take">
            <CopyButton text={props.detail.pem.clone()} of={say.text(words::PEM)} label="PEM" />
            <button type="button" class="cl-button" onclick={download}>{ icon(Sign::Download) }{ "DER" }</button>
        </span>
    }
}
