use super::{
    picture::Picture,
    time_line_svg::{spoken, time_line_svg},
};
use crate::app::{
    components::{long_list::LongList, untrusted::untrusted},
    context::{Shared, Words},
};
use crate::look::{context::Page, view::time_line::time_line};
use crate::report::{CertificateSummary, Report};
use crate::text::{self, headline, page::dates as words};
use yew::prelude::*;

/// Bars in the picture; the table below has them all.
const BARS: usize = 12;

/// From when to when each certificate is good.
pub fn dates_tab(page: &Page, report: &Shared<Report>) -> Html {
    let say = page.say;
    let draw = {
        let report = report.clone();
        move |shown| table(&report, shown, say)
    };
    html! {
        <>
            if let Some(sentence) = spoken(report, say) { <p class="cl-lead">{ sentence }</p> }
            if let Some(line) = time_line(report, BARS) {
                <Picture {say} name="dates" hint={words::POINT}>{ time_line_svg(&line, report, say) }</Picture>
            }
            <LongList key="dates" {say} of={report.certificates.len()} {draw} />
            if let Some(days) = report.validity.and_then(|validity| validity.allowed_days) {
                <p class="cl-hint">{ say.fill(words::ALLOWED, [("days", days.into())]) }</p>
                <p class="cl-hint">{ say.text(words::SHRINKS) }</p>
            }
        </>
    }
}

fn table(report: &Report, shown: usize, say: Words) -> Html {
    html! {
        <div class="cl-scroll" tabindex="0" role="region" aria-label={say.text(words::TABLE)}>
            <table role="table" class="cl-table">
                <thead role="rowgroup">
                    <tr role="row">
                        for title in [words::CERTIFICATE, words::FROM, words::TO, words::LEFT, words::LIFETIME] {
                            <th key={title.key()} scope="col" role="columnheader">{ say.text(title) }</th>
                        }
                    </tr>
                </thead>
                <tbody role="rowgroup">
                    for (index, certificate) in report.certificates.iter().take(shown).enumerate() {
                        <tr role="row" key={index}>{ row(certificate, report, say) }</tr>
                    }
                </tbody>
            </table>
        </div>
    }
}

fn row(certificate: &CertificateSummary, report: &Report, say: Words) -> Html {
    let (from, to) = (certificate.not_before, certificate.not_after);
    let days = report.now.days_until(to);
    let lifetime = certificate.lifetime_days();
    html! {
        <>
            <th scope="row" role="rowheader">{ untrusted(&certificate.label) }</th>
            <td role="cell" data-label={say.text(words::FROM)}><time datetime={from.to_string()} title={from.to_string()}>{ text::day(from, say.0) }</time></td>
            <td role="cell" data-label={say.text(words::TO)}><time datetime={to.to_string()} title={to.to_string()}>{ text::day(to, say.0) }</time></td>
            <td role="cell">{ headline::days_left(days, say.0) }</td>
            <td role="cell" data-label={say.text(words::LIFETIME)}>{ say.fill(words::DAYS, [("days", lifetime.into())]) }</td>
        </>
    }
}
