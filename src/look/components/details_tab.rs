use super::{copy_button::CopyButton, field_tree::field_tree};
use crate::app::{
    browser,
    components::{
        icon::{Sign, icon},
        long_list::LongList,
        untrusted::untrusted,
    },
    context::Shared,
    route::Route,
};
use crate::look::context::Page;
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
    pub page: Page,
    pub report: Shared<Report>,
    pub route: Route,
}

/// Every field of a certificate.
#[component]
pub fn DetailsTab(props: &DetailsTabProps) -> Html {
    let (page, say) = (&props.page, props.page.say);
    let wanted = use_state(String::new);
    let report = &props.report;
    let index = props.route.certificate.filter(|index| *index < report.certificates.len());
    let index = index.or(report.chain.leaf).unwrap_or(0);
    let detail = use_detail(page, report, index);
    let target = props.route.path.clone().filter(|_| props.route.certificate == Some(index)).map(AttrValue::from);
    let oninput = {
        let wanted = wanted.clone();
        Callback::from(move |event: InputEvent| wanted.set(event.target_unchecked_into::<HtmlInputElement>().value()))
    };
    html! {
        <>
            { picker(page, report, index) }
            <div class="cl-details__tools">
                <label class="cl-search">
                    <span>{ say.text(words::SEARCH) }</span>
                    <input type="search" data-test="search" value={(*wanted).clone()} {oninput} placeholder={say.text(words::SEARCH_HINT)} />
                </label>
                if let Some(detail) = &detail { { take(page, detail) } }
            </div>
            if let Some(detail) = &detail {
                { field_tree(page, detail, wanted.trim().to_owned().into(), target) }
            } else {
                <p class="cl-hint">{ say.text(words::WAITING) }</p>
            }
        </>
    }
}

/// Asks for the details of a certificate; an old answer does not stay for another one.
#[hook]
fn use_detail(page: &Page, report: &Shared<Report>, index: usize) -> Option<Shared<CertificateDetail>> {
    let answer = use_state(|| None::<(Shared<Report>, Shared<CertificateDetail>)>);
    {
        let (engine, answer) = (page.engine, answer.clone());
        use_effect_with((report.clone(), index), move |(report, index)| {
            let (report, certificate) = (report.clone(), *index);
            engine.ask(
                Request::Detail { certificate },
                Callback::from(move |reply| {
                    if let Reply::Detail(detail) = reply {
                        answer.set(Some((report.clone(), Shared(Rc::from(detail)))));
                    }
                }),
            );
        });
    }
    let fits =
        |(of, detail): &&(Shared<Report>, Shared<CertificateDetail>)| of == report && detail.certificate == index;
    answer.as_ref().filter(fits).map(|(_, detail)| detail.clone())
}

/// Certificates to pick from at first.
const PICKS: usize = 12;

/// Which certificate; nothing to pick where there is one.
fn picker(page: &Page, report: &Shared<Report>, open: usize) -> Html {
    let (say, of) = (page.say, report.certificates.len());
    if of < 2 {
        return Html::default();
    }
    let draw = {
        let (page, report) = (page.clone(), report.clone());
        move |shown| {
            report
                .certificates
                .iter()
                .take(shown)
                .enumerate()
                .map(|(index, certificate)| {
                    html! {
                        <button
                            key={index}
                            type="button"
                            aria-pressed={(index == open).to_string()}
                            onclick={page.leads(Some(Route::field(index, "")), None)}
                        >{ untrusted(&certificate.label) }</button>
                    }
                })
                .collect::<Html>()
        }
    };
    html! {
        <div class="cl-picker" role="group" aria-label={say.text(words::PICK)}>
            <LongList {say} {of} {draw} first={PICKS} />
        </div>
    }
}

/// The certificate to take away.
fn take(page: &Page, detail: &Shared<CertificateDetail>) -> Html {
    let der = detail.clone();
    let download = Callback::from(move |_: MouseEvent| browser::download("certificate.der", &der.der));
    html! {
        <span class="cl-details__take">
            <CopyButton page={page.clone()} text={detail.pem.clone()} of={page.say.text(words::PEM)} label="PEM" />
            <button type="button" class="cl-button" onclick={download}>{ icon(Sign::Download) }{ "DER" }</button>
        </span>
    }
}
