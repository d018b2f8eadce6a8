use crate::app::context::Words;
use crate::look::view::time_line::{Bar, TimeLine};
use crate::report::Report;
use crate::text::{Lang, day, escape, headline, page::dates as words};
use yew::prelude::*;

/// Height of one row, in pixels: its name above its bar.
const ROW: usize = 48;

/// Room above the rows for the marks' names, and below for the axis.
const TOP: usize = 40;
const AXIS: usize = 26;

/// The time line. Across it is measured in percent, so that it takes the width there is and its text keeps its size.
pub fn time_line_svg(line: &TimeLine, report: &Report, say: Words) -> Html {
    let bottom = TOP + line.bars.len() * ROW;
    html! {
        <svg class="cl-time" role="group" aria-label={say.text(words::PICTURE)} width="100%" height={(bottom + AXIS).to_string()}>
            for (index, (x, at)) in line.ticks.iter().enumerate() {
                <g key={format!("tick-{index}")} class="cl-time__tick">
                    <line x1={percent(*x)} x2={percent(*x)} y1={TOP.to_string()} y2={bottom.to_string()} />
                    <text x={percent(*x)} y={(bottom + 18).to_string()}>{ month(at.civil(), say.0) }</text>
                </g>
            }
            for (row, bar) in line.bars.iter().enumerate() { { bar_of(row, bar, report, say) } }
            if let Some((x, validity)) = line.renew.zip(report.validity) {
                { mark(x, "cl-time__renew", say.text(words::RENEW), day(validity.renew_at, say.0), 14, bottom) }
            }
            if let Some((x, validity)) = line.chain_end.zip(report.validity) {
                { mark(x, "cl-time__end", say.text(words::CHAIN_END), day(validity.chain_not_after, say.0), 30, bottom) }
            }
            { mark(line.now, "cl-time__now", say.text(words::NOW), day(report.now, say.0), 30, bottom) }
            // Above the lines, which would cross them out.
            for (row, bar) in line.bars.iter().enumerate() { { name_of(row, bar, report) } }
        </svg>
    }
}

fn percent(x: f64) -> String {
    // By whole numbers: the formatting of fractions would weigh more than this file.
    let hundredths = (x * 100.0).round() as u32;
    format!("{}.{:02}%", hundredths / 100, hundredths % 100)
}

fn bar_of(row: usize, bar: &Bar, report: &Report, say: Words) -> Html {
    let y = TOP + row * ROW;
    let Some(certificate) = report.certificates.get(bar.certificate) else { return Html::default() };
    let leaf = report.chain.leaf == Some(bar.certificate);
    let past = certificate.not_after < report.now || certificate.not_before > report.now;
    let class = classes!("cl-time__bar", leaf.then_some("cl-time__bar--leaf"), past.then_some("cl-time__bar--past"));
    let (bar_y, middle) = ((y + 26).to_string(), (y + 31).to_string());
    let left = headline::days_left(report.now.days_until(certificate.not_after), say.0);
    let span = [
        ("name", certificate.label.as_str().into()),
        ("from", certificate.not_before.into()),
        ("to", certificate.not_after.into()),
        ("days", certificate.lifetime_days().into()),
    ];
    let said: AttrValue = format!("{} · {left}", say.fill(words::SPAN, span)).into();
    html! {
        <g key={format!("bar-{row}")} role="img" tabindex="0" aria-label={said.clone()} data-says={said}>
            // As much room as there is, to be pointed at.
            <rect class="cl-time__row" x="0" y={y.to_string()} width="100%" height={ROW.to_string()} />
            <rect {class} x={percent(bar.start)} y={bar_y} width={percent((bar.end - bar.start).max(0.4))} height="10" rx="3" />
            if bar.open_start { <circle class="cl-time__open" cx="4" cy={middle.clone()} r="2" /> }
            if bar.open_end { <circle class="cl-time__open" cx="99.4%" cy={middle} r="2" /> }
        </g>
    }
}

fn name_of(row: usize, bar: &Bar, report: &Report) -> Html {
    let Some(certificate) = report.certificates.get(bar.certificate) else { return Html::default() };
    let y = (TOP + row * ROW + 18).to_string();
    html! { <text key={format!("name-{row}")} class="cl-time__name" x="0" {y}>{ escape(&certificate.label) }</text> }
}

/// A moment across all rows with its name on top; near the right edge the name stands left of it.
fn mark(x: f64, class: &'static str, name: &str, date: String, y: usize, bottom: usize) -> Html {
    let anchor = match x {
        x if x > 80.0 => "end",
        x if x < 12.0 => "start",
        _ => "middle",
    };
    let said: AttrValue = format!("{name} · {date}").into();
    html! {
        <g class={classes!("cl-time__mark", class)} role="img" tabindex="0" aria-label={said.clone()} data-says={said}>
            <line x1={percent(x)} x2={percent(x)} y1={(y + 4).to_string()} y2={bottom.to_string()} />
            <text x={percent(x)} y={y.to_string()} text-anchor={anchor}>{ name }</text>
        </g>
    }
}

/// A month on the axis; January is the year.
fn month((year, month, _): (i32, u8, u8), lang: Lang) -> String {
    const NAMES: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    match (month, lang) {
        (1, Lang::En) => year.to_string(),
        (1, Lang::Zh) => format!("{year} 年"),
        (_, Lang::En) => NAMES.get(usize::from(month).saturating_sub(1)).copied().unwrap_or_default().to_owned(),
        (_, Lang::Zh) => format!("{month} 月"),
    }
}

/// What the picture says, in a sentence.
pub fn spoken(report: &Report, say: Words) -> Option<String> {
    let validity = report.validity?;
    Some(say.fill(
        if validity.days_left < 0 { words::SPOKEN_ENDED } else { words::SPOKEN },
        [
            ("from", validity.not_before.into()),
            ("to", validity.not_after.into()),
            ("renew", validity.renew_at.into()),
            ("chain", validity.chain_not_after.into()),
        ],
    ))
}
