use super::{
    asn1_view::Asn1View,
    copy_button::{CopyButton, copy_small},
    field_tree::{Target, field_tree},
    printed_text::PrintedText,
};
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
use crate::look::{
    context::Page,
    view::structure::{Span, field_at},
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
    pub page: Page,
    pub report: Shared<Report>,
    pub route: Route,
    /// How often the address was pointed somewhere.
    pub went: u32,
}

/// Every field of a certificate.
#[component]
pub fn DetailsTab(props: &DetailsTabProps) -> Html {
    let (page, say) = (&props.page, props.page.say);
    let typed = use_state(String::new);
    let report = &props.report;
    let index = props.route.certificate.filter(|index| *index < report.certificates.len());
    let index = index.or(report.chain.leaf).unwrap_or(0);
    let detail = use_detail(page, report, index);
    let path = props.route.path.as_deref().filter(|_| props.route.certificate == Some(index));
    let target = path.map(|path| Target { path: path.into(), went: props.went });
    let oninput = {
        let typed = typed.clone();
        Callback::from(move |event: InputEvent| typed.set(event.target_unchecked_into::<HtmlInputElement>().value()))
    };
    let view = use_state(|| View::Fields);
    let chosen = use_state(|| None::<Span>);
    {
        // A finding leads to its field, whatever was looked at and looked for before.
        let (view, typed) = (view.clone(), typed.clone());
        use_effect_with((index, target.clone()), move |(_, target)| {
            if target.is_some() {
                view.set(View::Fields);
                typed.set(String::new());
            }
        });
    }
    {
        // The same bytes are chosen in the tree; those of another certificate are not.
        let chosen = chosen.clone();
        let whose = report.certificates.get(index).map(|certificate| certificate.sha256.clone());
        let place =
            target.as_ref().zip(detail.as_ref()).and_then(|(target, detail)| field_at(&detail.fields, &target.path));
        let place = place.map(Span::field);
        use_effect_with((whose, target.clone(), place), move |(_, _, place)| chosen.set(*place));
    }
    let onchoose = {
        let chosen = chosen.clone();
        Callback::from(move |span| chosen.set(Some(span)))
    };
    let onplace = {
        let (view, onchoose) = (view.clone(), onchoose.clone());
        Callback::from(move |span| {
            onchoose.emit(span);
            view.set(View::Asn1);
        })
    };
    let wanted: AttrValue = typed.trim().to_owned().into();
    html! {
        <>
            { picker(page, report, index) }
            <div class="cl-details__tools">
                <label class="cl-search">
                    <span>{ say.text(words::SEARCH) }</span>
                    <input type="search" data-test="search" value={(*typed).clone()} {oninput} placeholder={say.text(words::SEARCH_HINT)} />
                </label>
                if let Some(detail) = &detail { { take(page, detail) } }
            </div>
            { public_logs(page, report, index) }
            { views(page, &view) }
            if let Some(detail) = &detail {
                { match *view {
                    View::Fields => field_tree(page, detail, wanted, target, onplace),
                    View::Asn1 => html! { <Asn1View key={index} page={page.clone()} detail={detail.clone()} {wanted} chosen={*chosen} {onchoose} /> },
                    View::Printed => html! { <PrintedText key={index} page={page.clone()} certificate={index} /> },
                } }
            } else {
                <p class="cl-hint">{ say.text(words::WAITING) }</p>
            }
        </>
    }
}

/// Ways to look at a certificate.
#[derive(Clone, Copy, PartialEq)]
enum View {
    Fields,
    Asn1,
    Printed,
}

fn views(page: &Page, view: &UseStateHandle<View>) -> Html {
    let say = page.say;
    let ways = [
        (View::Fields, "view-fields", words::FIELDS),
        (View::Asn1, "view-asn1", words::ASN1),
        (View::Printed, "view-text", words::PRINTED),
    ];
    html! {
        <div class="cl-picker" role="group" aria-label={say.text(words::VIEWS)}>
            for (way, hook, title) in ways {
                <button
                    key={hook}
                    type="button"
                    data-test={hook}
                    aria-pressed={(**view == way).to_string()}
                    onclick={let view = view.clone(); Callback::from(move |_: MouseEvent| view.set(way))}
                >{ say.text(title) }</button>
            }
        </div>
    }
}

/// The address at which public logs are searched, as text: following it would tell somebody else what is looked at.
fn public_logs(page: &Page, report: &Shared<Report>, index: usize) -> Html {
    let Some(certificate) = report.certificates.get(index) else { return Html::default() };
    let (say, address) = (page.say, format!("https://crt.sh/?q={}", certificate.sha256));
    html! {
        <p class="cl-logs">
            <span>{ say.text(words::CRT_SH) }</span>
            <code data-test="crt-sh">{ &address }</code>
            { copy_small(page, &address, "crt.sh") }
            <small>{ say.text(words::CRT_SH_HINT) }</small>
        </p>
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
                .enumerate()
                // The open one is always there: nothing else says whose details these are.
                .filter(|(index, _)| *index < shown || *index == open)
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
    let (der, pem) = (detail.clone(), detail.clone());
    let download = Callback::from(move |_: MouseEvent| browser::download("certificate.der", &der.der));
    html! {
        <span class="cl-details__take">
            <CopyButton page={page.clone()} text={move |()| pem.pem.clone()} of={page.say.text(words::PEM)} label="PEM" />
            <button type="button" class="cl-button" onclick={download}>{ icon(Sign::Download) }{ "DER" }</button>
        </span>
    }
}
