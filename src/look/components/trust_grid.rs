use super::{picture::Picture, trust_answer::trust_answer};
use crate::app::{
    components::icon::{Sign, icon, severity_class},
    context::Words,
    view::trust::Answer,
};
use crate::look::{
    context::Page,
    view::{
        trust_grid::{Cell, rows},
        trust_words::{answer, answer_id, date, versions},
    },
};
use crate::report::{Report, Severity};
use crate::text::{client_title, page::trust as words};
use yew::prelude::*;

/// Clients and their versions, with what each says to the chain; what decides in the chosen cell stands above.
pub fn trust_grid(page: &Page, report: &Report, chosen: Option<usize>, choose: &Callback<Option<usize>>) -> Html {
    let say = page.say;
    let rows = rows(&report.trust);
    let cells = || rows.iter().flat_map(|row| &row.cells);
    let told = chosen.and_then(|place| cells().find(|cell| cell.has(place)));
    html! {
        <section class="cl-facts cl-trust" data-test="trust" aria-labelledby="cl-trust">
            <h3 id="cl-trust">{ say.text(words::TITLE) }</h3>
            <p class="cl-hint">{ say.fill(words::AS_OF, [("date", date(&report.trust.as_of, say).into())]) }</p>
            { trust_answer(page, told, report) }
            <Picture {say} name="trust">
            <table role="table" class="cl-table cl-grid" aria-label={say.text(words::TABLE)}>
                <thead role="rowgroup">
                    <tr role="row">
                        <th scope="col" role="columnheader">{ say.text(words::CLIENT) }</th>
                        <th scope="col" role="columnheader">{ say.text(words::ANSWER) }</th>
                    </tr>
                </thead>
                <tbody role="rowgroup">
                    for row in &rows {
                        <tr role="row" key={row.id.to_owned()}>
                            <th scope="row" role="rowheader">{ client_title(row.id, say.0) }</th>
                            <td role="cell">
                                <div class="cl-grid__cells">
                                    for cell in &row.cells { { grid_cell(cell, chosen, choose, say) } }
                                </div>
                            </td>
                        </tr>
                    }
                </tbody>
            </table>
            </Picture>
        </section>
    }
}

/// Versions that say the same: a sign, the versions, a word.
fn grid_cell(cell: &Cell, chosen: Option<usize>, choose: &Callback<Option<usize>>, say: Words) -> Html {
    let Some(first) = cell.client() else { return Html::default() };
    let said = Answer::of(first);
    let severity = severity(said);
    let is_chosen = chosen.is_some_and(|place| cell.has(place));
    let onclick = {
        let (choose, next) = (choose.clone(), (!is_chosen).then_some(cell.place));
        Callback::from(move |_: MouseEvent| choose.emit(next))
    };
    let all: Vec<_> = cell.clients.iter().map(|client| client.version.replace(',', "")).collect();
    html! {
        <button
            type="button"
            key={cell.place}
            class={classes!("cl-grid__cell", severity_class(severity))}
            aria-pressed={is_chosen.to_string()}
            data-client={first.id.clone()}
            data-version={all.join(" ")}
            data-trusted={answer_id(said)}
            {onclick}
        >
            { icon(Sign::of(severity)) }
            // For those who come to the button without its row.
            <span class="cl-offscreen">{ client_title(&first.id, say.0) }{ " " }</span>
            <b>{ versions(cell) }</b>
            <span>{ say.text(answer(said)) }</span>
        </button>
    }
}

/// The colour and sign of an answer.
pub const fn severity(said: Answer) -> Option<Severity> {
    match said {
        Answer::Yes => None,
        Answer::Fetched => Some(Severity::Warning),
        Answer::No => Some(Severity::Error),
    }
}
