use super::list_tab::{Asked, Kept};
use crate::app::{
    components::{
        icon::{Sign, icon_with, severity_class},
        untrusted::untrusted,
    },
    context::{Shared, Words},
    route::Route,
};
use crate::look::{
    browser,
    context::Page,
    view::list::{self, Column, Row, in_sight, step, top_for},
};
use crate::report::Report;
use crate::text::{
    Pair, day, headline,
    page::{list as words, severity},
};
use std::cell::RefCell;
use web_sys::Element;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct ListRowsProps {
    pub page: Page,
    pub report: Shared<Report>,
    pub rows: Shared<Vec<Row>>,
    /// The rows that are wanted, in order.
    pub chosen: Shared<Vec<usize>>,
    /// What they were chosen by.
    pub asked: Asked,
    /// Hears of a click on a column.
    pub on_order: Callback<Column>,
    pub kept: Shared<RefCell<Kept>>,
}

/// Finds nothing in the list.
const NOTHING: &str = "[data-row='none']";

/// What is seen of the rows, in pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Sight {
    top: f64,
    room: f64,
    height: f64,
}

impl Sight {
    /// As the browser has it; the head stays in place above the rows.
    fn of(scroller: &Element, before: Self) -> Self {
        let head = browser::height_in(scroller, ".cl-list__head").unwrap_or(0.0);
        let height = browser::height_in(scroller, ".cl-list__row").unwrap_or(before.height);
        let row = (f64::from(scroller.scroll_top()) / height).floor();
        Self { top: row * height, room: f64::from(scroller.client_height()) - head, height }
    }
}

/// The rows in sight, and room for the others: ten thousand rows are more than a page can hold.
#[component]
pub fn ListRows(props: &ListRowsProps) -> Html {
    let (say, of) = (props.page.say, props.chosen.len());
    let scroller = use_node_ref();
    let sight = use_state_eq(|| Sight { top: props.kept.borrow().top, room: 640.0, height: 44.0 });
    let at = use_state_eq(|| props.kept.borrow().at);
    let wants_focus = use_mut_ref(bool::default);
    let look = {
        let (scroller, sight) = (scroller.clone(), sight.clone());
        Callback::from(move |()| {
            if let Some(element) = scroller.cast::<Element>() {
                sight.set(Sight::of(&element, *sight));
            }
        })
    };
    {
        // What else is asked for is seen from its start; whoever comes back finds the rows where they were. A new report
        // moves nobody: what was scrolled a moment ago, `kept` does not know yet.
        let (scroller, kept, at) = (scroller.clone(), props.kept.clone(), at.clone());
        use_effect_with(props.asked.clone(), move |_| {
            if let Some(element) = scroller.cast::<Element>() {
                element.set_scroll_top(kept.borrow().top as i32);
            }
            at.set(kept.borrow().at);
        });
    }
    {
        let look = look.clone();
        use_effect_with(props.chosen.clone(), move |_| look.emit(()));
    }
    {
        let look = look.clone();
        use_effect_with(look.clone(), move |_| {
            let resized = browser::on_resize(move || look.emit(()));
            move || drop(resized)
        });
    }
    {
        let (scroller, wants_focus, at) = (scroller.clone(), wants_focus.clone(), *at);
        use_effect(move || {
            if std::mem::take(&mut *wants_focus.borrow_mut())
                && let Some(element) = scroller.cast::<Element>()
            {
                browser::focus_in(&element, &format!("[data-row='{at}'] a"));
            }
        });
    }
    let range = in_sight(sight.top, sight.room, sight.height, of);
    let onscroll = {
        let (scroller, kept, look, at) = (scroller.clone(), props.kept.clone(), look, *at);
        let range = range.clone();
        Callback::from(move |_: Event| {
            let Some(element) = scroller.cast::<Element>() else { return };
            kept.borrow_mut().top = element.scroll_top().into();
            // A row that leaves takes the keyboard's focus with it, unless that goes to what holds the rows.
            if !range.contains(&at) && element.matches(":focus-within").unwrap_or(false) {
                browser::focus_in(&element, NOTHING);
            }
            look.emit(());
        })
    };
    let onkeydown = {
        let (scroller, kept, sight, at) = (scroller.clone(), props.kept.clone(), sight.clone(), at.clone());
        Callback::from(move |event: KeyboardEvent| {
            let page = (sight.room / sight.height) as usize;
            let next = step(&event.key(), *at, page, of).filter(|_| browser::is_plain(&event));
            let (Some(next), Some(element)) = (next, scroller.cast::<Element>()) else { return };
            event.prevent_default();
            let top = top_for(next, element.scroll_top().into(), sight.room, sight.height);
            element.set_scroll_top(top.ceil() as i32);
            (kept.borrow_mut().top, kept.borrow_mut().at) = (top, next);
            *wants_focus.borrow_mut() = true;
            at.set(next);
            sight.set(Sight::of(&element, *sight));
        })
    };
    let first_seen = ((sight.top / sight.height).ceil() as usize).min(of.saturating_sub(1));
    let stop = if range.contains(&at) { *at } else { first_seen };
    let room = |rows: usize| (rows as f64 * sight.height).to_string();
    html! {
        <div
            ref={scroller}
            class="cl-list__rows"
            role="grid"
            tabindex="-1"
            aria-label={say.text(words::TABLE)}
            aria-rowcount={(of + 1).to_string()}
            data-test="list-rows"
            {onscroll}
            {onkeydown}
        >
            { head(props) }
            <div role="rowgroup">
                <svg key="above" class="cl-list__room" width="1" height={room(range.start)} aria-hidden="true" />
                for (place, index) in range.clone().zip(props.chosen.iter().skip(range.start)) {
                    { row(props, *index, place, place == stop, &at) }
                }
                <svg key="below" class="cl-list__room" width="1" height={room(of - range.end)} aria-hidden="true" />
            </div>
        </div>
    }
}

const fn title(column: Column) -> Pair {
    match column {
        Column::Name => words::NAME,
        Column::Issuer => words::ISSUER,
        Column::Expiry => words::EXPIRY,
        Column::Key => words::KEY,
        Column::Findings => words::FINDINGS,
    }
}

fn head(props: &ListRowsProps) -> Html {
    let sorted = |column| match (props.asked.order.by == column, props.asked.order.reversed) {
        (false, _) => "none",
        (true, false) => "ascending",
        (true, true) => "descending",
    };
    html! {
        <div class="cl-list__head" role="rowgroup">
            <div class="cl-list__line" role="row" aria-rowindex="1">
                for column in Column::ALL {
                    <span key={column.id()} class={format!("cl-list__{}", column.id())} role="columnheader" aria-sort={sorted(column)}>
                        <button
                            type="button"
                            data-test="list-sort"
                            data-column={column.id()}
                            onclick={props.on_order.reform(move |_: MouseEvent| column)}
                        >{ props.page.say.text(title(column)) }</button>
                    </span>
                }
            </div>
        </div>
    }
}

/// A certificate. The link on its name reaches over the whole row.
fn row(props: &ListRowsProps, index: usize, place: usize, is_stop: bool, at: &UseStateHandle<usize>) -> Html {
    let (page, say) = (&props.page, props.page.say);
    let (Some(row), Some(it)) = (props.rows.get(index), props.report.certificates.get(index)) else {
        return Html::default();
    };
    let route = Route::field(index, "");
    let others = it.names.iter().filter(|name| **name != it.label).count();
    let onfocus = {
        let (at, kept) = (at.clone(), props.kept.clone());
        Callback::from(move |_: FocusEvent| {
            kept.borrow_mut().at = place;
            at.set(place);
        })
    };
    html! {
        <div
            key={index}
            class="cl-list__row cl-list__line"
            role="row"
            aria-rowindex={(place + 2).to_string()}
            data-test="list-row"
            data-row={place.to_string()}
            data-certificate={index.to_string()}
        >
            <span class="cl-list__name" role="gridcell">
                <a
                    href={route.hash()}
                    tabindex={if is_stop { "0" } else { "-1" }}
                    {onfocus}
                    onclick={page.leads_out(route)}
                >{ untrusted(&it.label) }</a>
                if others > 0 { <small>{ format!(" +{others}") }</small> }
            </span>
            <span class="cl-list__issuer" role="gridcell">{ untrusted(list::called(&it.issuer)) }</span>
            <span class={classes!("cl-list__expiry", ends_class(row.days))} role="gridcell">
                <time datetime={it.not_after.to_string()}>{ day(it.not_after, say.0) }</time>
                <small>{ headline::days_left(row.days, say.0) }</small>
            </span>
            <span class="cl-list__key" role="gridcell">{ headline::key(&it.key) }</span>
            <span class="cl-list__findings" role="gridcell">{ found(row, say) }</span>
        </div>
    }
}

const fn ends_class(days: i64) -> &'static str {
    match days {
        ..0 => "cl-is-bad",
        0..=list::SOON => "cl-is-warning",
        _ => "",
    }
}

/// How much was found, with the sign of the worst.
fn found(row: &Row, say: Words) -> Html {
    let Some(worst) = row.worst else { return Html::default() };
    html! {
        <>
            { icon_with(Sign::of(Some(worst)), severity_class(Some(worst))) }
            <span class="cl-offscreen">{ say.text(severity::of(worst)) }{ ": " }</span>
            { row.findings.len() }
        </>
    }
}
