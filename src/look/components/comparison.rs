use super::field_value;
use crate::app::{
    components::{
        finding::severity_id,
        icon::{Sign, icon, icon_with, severity_class},
        long_list::LongList,
        untrusted::untrusted,
    },
    context::{Shared, Words},
};
use crate::look::context::Page;
use crate::report::{
    CertificateSummary, Change, Comparison, Effect, FieldChange, NameChange, Report, Severity, Verdict,
};
use crate::text::{self, Pair, day, page::compare as words, page::severity};
use yew::prelude::*;

/// The answer: a verdict, what follows, and what differs.
pub fn comparison(page: &Page, report: &Shared<Report>, made: &Shared<Comparison>) -> Html {
    let say = page.say;
    let (usual, telling): (Vec<_>, Vec<_>) = made.fields.iter().partition(|field| field.usual);
    html! {
        <>
            { verdict(say, report, made) }
            <section aria-labelledby="cl-effects">
                <h3 id="cl-effects">{ say.text(words::EFFECTS) }</h3>
                <ul>for (index, effect) in made.effects.iter().enumerate() { <li key={index}>{ told(say, effect) }</li> }</ul>
            </section>
            { names(say, made) }
            { side_by_side(say, report, made) }
            <section class="cl-facts">
                <h3>{ say.text(words::FIELDS) }</h3>
                if telling.is_empty() { <p class="cl-hint">{ say.text(words::NO_FIELDS) }</p> } else { { fields(say, &telling) } }
                if !usual.is_empty() {
                    <details class="cl-compare__usual">
                        <summary>{ say.fill(words::USUAL, [("count", usual.len().into())]) }</summary>
                        { fields(say, &usual) }
                    </details>
                }
            </section>
        </>
    }
}

fn verdict(say: Words, report: &Report, made: &Comparison) -> Html {
    let (severity, id, sentence) = match made.verdict {
        Verdict::Broken => (Some(Severity::Error), "broken", words::DO_NOT),
        Verdict::Attention => (Some(Severity::Warning), "attention", words::LOOK),
        Verdict::Ready => (None, "ready", words::SAFE),
    };
    let name = |index: usize| report.certificates.get(index).map(|one| text::escape(&one.label)).unwrap_or_default();
    let until = |index: usize| report.certificates.get(index).map(|one| day(one.not_after, say.0)).unwrap_or_default();
    html! {
        <section
            class={classes!("cl-verdict", severity_class(severity))}
            role="status"
            data-test="compare-verdict"
            data-verdict={id}
        >
            <p class="cl-verdict__state">{ icon(Sign::of(severity)) }{ say.text(sentence) }</p>
            <p class="cl-verdict__facts">
                <span><bdi>{ name(made.old) }</bdi>{ " " }{ until(made.old) }{ " → " }<bdi>{ name(made.new) }</bdi>{ " " }{ until(made.new) }</span>
            </p>
        </section>
    }
}

/// Something that follows: what, why, what to do.
fn told(say: Words, effect: &Effect) -> Html {
    let told = text::worded_effect(effect, say.0);
    html! {
        <div class="cl-finding" data-test="effect" data-effect={effect.id.name()} data-severity={severity_id(effect.severity)}>
            { icon_with(Sign::of(Some(effect.severity)), severity_class(Some(effect.severity))) }
            <div class="cl-finding__text">
                <h4><span class="cl-offscreen">{ say.text(severity::of(effect.severity)) }{ ": " }</span><bdi>{ told.title }</bdi></h4>
                <p><bdi>{ told.why }</bdi></p>
                <p class="cl-finding__fix"><bdi>{ told.fix }</bdi></p>
            </div>
        </div>
    }
}

/// The names of both; those that are lost stand first.
fn names(say: Words, made: &Shared<Comparison>) -> Html {
    let of = made.names.len();
    let draw = {
        let made = made.clone();
        move |shown| {
            html! {
                <ul class="cl-names cl-compare__names">
                    for (index, name) in made.names.iter().take(shown).enumerate() { <li key={index}>{ named(say, name) }</li> }
                </ul>
            }
        }
    };
    html! {
        if of > 0 {
            <section class="cl-facts" aria-label={say.text(words::NAMES_TABLE)}>
                <h3>{ say.text(words::NAMES) }</h3>
                <LongList {say} {of} {draw} />
            </section>
        }
    }
}

fn named(say: Words, name: &NameChange) -> Html {
    let (severity, sign) = match name.change {
        Change::Lost => (Some(Severity::Error), Sign::of(Some(Severity::Error))),
        Change::Gained | Change::Changed => (Some(Severity::Info), Sign::of(Some(Severity::Info))),
        Change::Kept => (None, Sign::Good),
    };
    let said = match &name.by {
        Some(by) => say.fill(words::KEPT_BY, [("by", text::escape(by).into())]),
        None => say.text(change(name.change)).to_owned(),
    };
    html! {
        <span data-test="compare-name" data-change={change_id(name.change)}>
            { icon_with(sign, severity_class(severity)) }
            { untrusted(&name.name) }
            { " " }
            <small>{ said }</small>
        </span>
    }
}

/// A row of the two: what it is, and how one certificate has it.
type Fact = (Pair, fn(Words, &Report, &Comparison, bool) -> Html);

/// What people look for first.
const FACTS: &[Fact] = &[
    (words::SUBJECT, |_, report, made, new| of(report, made, new, |one| untrusted(&one.label))),
    (words::ISSUER, |_, report, made, new| of(report, made, new, |one| untrusted(&one.issuer))),
    (words::CHAIN, |say, report, made, new| {
        let [old, renewed] = &made.served;
        let behind = if new { renewed } else { old }.iter().skip(1);
        let labels = behind.filter_map(|index| report.certificates.get(*index)).map(|one| text::escape(&one.label));
        let said = labels.collect::<Vec<_>>().join(" → ");
        html! { <bdi>{ if said.is_empty() { say.text(words::ALONE).to_owned() } else { said } }</bdi> }
    }),
    (words::ROOT, |say, _, made, new| {
        let [old, renewed] = &made.roots;
        let root = if new { renewed } else { old }.as_deref();
        root.map_or_else(|| html! { say.text(words::NO_ROOT) }, untrusted)
    }),
    (words::KEY, |say, report, made, new| {
        if new && made.same_key {
            return html! { say.text(words::SAME_KEY) };
        }
        of(report, made, new, |one| html! { text::headline::key(&one.key) })
    }),
    (words::FROM, |say, report, made, new| of(report, made, new, |one| html! { day(one.not_before, say.0) })),
    (words::UNTIL, |say, report, made, new| of(report, made, new, |one| html! { day(one.not_after, say.0) })),
    (words::LIFETIME, |say, _, made, new| {
        let [old, renewed] = made.lifetimes;
        html! { say.fill(words::DAYS, [("count", (if new { renewed } else { old }).into())]) }
    }),
    (words::FINGERPRINT, |_, report, made, new| {
        of(report, made, new, |one| html! { <code class="cl-hex">{ &one.sha256 }</code> })
    }),
];

fn of(report: &Report, made: &Comparison, new: bool, draw: impl Fn(&CertificateSummary) -> Html) -> Html {
    report.certificates.get(if new { made.new } else { made.old }).map(draw).unwrap_or_default()
}

fn side_by_side(say: Words, report: &Report, made: &Comparison) -> Html {
    let rows = FACTS.iter().map(|(title, cell)| {
        (html! { say.text(*title) }, cell(say, report, made, false), cell(say, report, made, true))
    });
    html! {
        <section class="cl-facts">
            <h3>{ say.text(words::SIDE_BY_SIDE) }</h3>
            { table(say, words::FACT, rows) }
        </section>
    }
}

fn fields(say: Words, fields: &[&FieldChange]) -> Html {
    let value = |value: &Option<crate::report::field::FieldValue>| {
        value.as_ref().map_or_else(|| html! { "—" }, |value| field_value::shown(value, say))
    };
    let rows = fields.iter().map(|field| {
        let head = html! {
            <span data-test="compare-field" data-path={field.path.clone()}>
                <code>{ &field.name }</code>{ " " }<small>{ say.text(change(field.change)) }</small>
            </span>
        };
        (head, value(&field.old), value(&field.new))
    });
    table(say, words::FIELD, rows)
}

/// Rows of the two beside each other; on a phone below each other.
fn table(say: Words, what: Pair, rows: impl Iterator<Item = (Html, Html, Html)>) -> Html {
    html! {
        <table role="table" class="cl-table cl-compare__table">
            <thead role="rowgroup">
                <tr role="row">
                    for title in [what, words::OLD, words::NEW] {
                        <th key={title.lang(say.0)} scope="col" role="columnheader">{ say.text(title) }</th>
                    }
                </tr>
            </thead>
            <tbody role="rowgroup">
                for (index, (head, old, new)) in rows.enumerate() {
                    <tr role="row" key={index}>
                        <th scope="row" role="rowheader">{ head }</th>
                        <td role="cell" data-label={say.text(words::OLD)}>{ old }</td>
                        <td role="cell" data-label={say.text(words::NEW)}>{ new }</td>
                    </tr>
                }
            </tbody>
        </table>
    }
}

const fn change(change: Change) -> Pair {
    match change {
        Change::Lost => words::LOST,
        Change::Changed => words::CHANGED,
        Change::Gained => words::GAINED,
        Change::Kept => words::KEPT,
    }
}

const fn change_id(change: Change) -> &'static str {
    match change {
        Change::Lost => "lost",
        Change::Changed => "changed",
        Change::Gained => "gained",
        Change::Kept => "kept",
    }
}
