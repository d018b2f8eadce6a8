//! The page for people who do not see it, or not as it was drawn: screen readers, keyboards, narrow windows, still pages.

use super::{
    containers, glance,
    material::{HOST, House},
    openssl,
    page::Page,
    size::LOST,
    states::{STATES, State, bring, speak},
    supply::Gap,
    tools::tools,
};
use base64::{Engine, engine::general_purpose::STANDARD as BASE64};
use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use serde_json::{Value, json};
use std::{fs, time::Duration};

const TAB: char = '\u{e004}';
const ENTER: char = '\u{e007}';
const CONTROL: char = '\u{e009}';

/// As narrow as the window of WCAG 2.2, 1.4.10: 1280 pixels at 400 %.
pub const NARROW: u32 = 320;

/// As wide as a desk's window at 200 %, and one of 1920 pixels.
const ENLARGED: [u32; 2] = [640, 960];

/// What axe-core has against the page, a line each.
pub const AXE: &str = "const done = arguments[0]; \
    axe.run(document, { resultTypes: ['violations'] }).then( \
        ({ violations }) => done(violations.flatMap(({ id, nodes }) => \
            nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`))), \
        (error) => done([String(error)]))";

/// axe-core as a script.
pub fn judge() -> String {
    let judge = tools("axe").expect("`scripts/setup.sh browsers` installs it").join("package/axe.min.js");
    fs::read_to_string(judge).unwrap()
}

/// axe-core finds nothing in any state.
pub async fn axe_finds_nothing(page: &Page) {
    let judge = judge();
    still(page).await; // or it judges colours on their way
    let mut found = Vec::new();
    for (name, state) in STATES {
        bring(page, state).await;
        found.extend(against(page, &judge, name).await);
    }
    // What has no picture: files that were made, and a page that says that it has stopped working.
    bring(page, &State::Tab("good", "files")).await;
    page.convert("zip").await;
    page.find_by("[data-test=made] [data-file]").await;
    page.run("document.querySelector('[data-test=trapped]').hidden = false", &[]).await;
    found.extend(against(page, &judge, "made").await);
    // Everything unfolded, on the empty page and behind the tabs.
    bring(page, &State::Empty).await;
    unfold(page).await;
    found.extend(against(page, &judge, "empty, unfolded").await);
    for (example, tab) in [("wrong-order", "chain"), ("good", "platforms"), ("good", "deploy"), ("good", "renew")] {
        bring(page, &State::Tab(example, tab)).await;
        unfold(page).await;
        found.extend(against(page, &judge, &format!("{tab}, unfolded")).await);
    }
    // A key that asks for its password, and a new build that waits.
    bring(page, &State::Empty).await;
    page.paste(&containers::a_locked_key(page)).await;
    page.find("password").await;
    page.run("dispatchEvent(new CustomEvent('certloupe-update', { detail: () => {} }))", &[]).await;
    page.find("update").await;
    found.extend(against(page, &judge, "locked, and an update").await);
    // And before the page is there.
    glance::hold_the_page(page).await;
    for told in [false, true] {
        if told {
            page.paste(&House::new().wrong_order()).await;
            page.find("verdict").await;
        }
        page.run(&judge, &[]).await;
        for width in [NARROW, 1280] {
            widen(page, width, 1).await;
            let lines = lines(page.run_async(AXE).await);
            found.extend(lines.into_iter().map(|line| format!("before the page, told: {told}, {width} px: {line}")));
        }
    }
    page.site.begin_with("");
    assert_eq!(found, [""; 0]);
    page.run("document.querySelector('main').append(new Image())", &[]).await;
    let picture = lines(page.run_async(AXE).await);
    assert!(picture.iter().any(|line| line.starts_with("image-alt")), "it judges nothing: {picture:?}");
}

/// Opens whatever can be opened; some of it is filled a moment later.
async fn unfold(page: &Page) {
    const OPEN: &str = "const folded = document.querySelectorAll('details:not([open]), .cl-fold[aria-expanded=false]'); \
                        for (const one of folded) one.localName === 'details' ? one.open = true : one.click(); \
                        return folded.length + document.querySelectorAll('[data-look]:empty').length";
    page.until(OPEN, &[], 0).await;
}

/// What axe-core has against a state, in every language and colour, in a wide window and a narrow one.
async fn against(page: &Page, judge: &str, name: &str) -> Vec<String> {
    let mut found = Vec::new();
    page.run(judge, &[]).await;
    for (lang, theme) in [("en", "light"), ("en", "dark"), ("zh", "light"), ("zh", "dark")] {
        speak(page, lang, theme).await;
        for width in [NARROW, 1280] {
            widen(page, width, 1).await;
            let lines = lines(page.run_async(AXE).await);
            found.extend(lines.into_iter().map(|line| format!("{name}, {lang}, {theme}, {width} px: {line}")));
        }
    }
    found
}

/// No state scrolls sideways or cuts anything off, in a window of 320 pixels, and at a desk at 200 %.
pub async fn nothing_is_lost_in_a_narrow_window(page: &Page) {
    let mut lost = Vec::new();
    for (name, state) in STATES {
        bring(page, state).await;
        for lang in ["en", "zh"] {
            speak(page, lang, "light").await;
            for (width, scale) in [(NARROW, 1), (ENLARGED[0], 2), (ENLARGED[1], 2)] {
                widen(page, width, scale).await;
                let mut found = lines(page.run(LOST, &[json!(width)]).await);
                if !found.is_empty() {
                    // Something may just have been drawn: what is lost stays lost.
                    tokio::time::sleep(Duration::from_millis(500)).await;
                    found = lines(page.run(LOST, &[json!(width)]).await);
                }
                lost.extend(found.into_iter().map(|line| format!("{name}, {lang}, {width} px: {line}")));
            }
        }
        widen(page, 1280, 1).await;
    }
    assert_eq!(lost, [""; 0]);
    page.run("document.querySelector('main').style.minWidth = '1300px'", &[]).await;
    assert!(!lines(page.run(LOST, &[json!(1280)]).await).is_empty(), "it sees nothing");
}

/// What moves by itself.
const MOVES: &str = "
    const seconds = (times) => Math.max(...times.split(',').map(parseFloat));
    const moving = (element, part) => {
        const style = getComputedStyle(element, part);
        return (style.animationName !== 'none' && seconds(style.animationDuration) > 0.01)
            || (style.transitionProperty !== 'none' && seconds(style.transitionDuration) > 0.01)
            || style.scrollBehavior === 'smooth';
    };
    return [...document.querySelectorAll('*')]
        .flatMap((element) => [undefined, '::before', '::after'].map((part) => [element, part]))
        .filter(([element, part]) => moving(element, part))
        .map(([element, part]) => `${element.tagName}.${element.className}${part ?? ''}`)";

/// Whoever asks for less motion gets none.
pub async fn nothing_moves_for_those_who_mind(page: &Page) {
    let mut moving = 0;
    for (name, state) in STATES {
        bring(page, state).await;
        page.browser.chromium_command("Emulation.setEmulatedMedia", json!({ "features": [] })).await;
        moving += lines(page.run(MOVES, &[]).await).len();
        still(page).await;
        assert_eq!(lines(page.run(MOVES, &[]).await), [""; 0], "{name}");
    }
    assert!(moving > 0, "nothing ever moves: it sees nothing");
}

/// Where somebody has chosen the colours, what is marked is still told from what is not.
pub async fn chosen_colours_tell_as_much(page: &Page) {
    const MARKED: &str = "
        const [mark, plain] = ['[data-mark]', ':not([data-mark])'].map((kind) =>
            getComputedStyle(document.querySelector(`.cl-dump__half > ${kind}`)).backgroundColor);
        return mark !== plain";
    const DRAWN: &str = "
        const text = getComputedStyle(document.querySelector('main')).color;
        return [...document.querySelectorAll('.cl-chain__link')].map((line) => getComputedStyle(line).stroke === text)";
    bring(page, &State::Bytes).await;
    let serial = "const rows = [...document.querySelectorAll('[data-test=asn1-node]')]; \
                  const row = rows.find((one) => one.textContent.includes('serialNumber')); row?.click(); return !!row";
    page.until(serial, &[], true).await;
    page.find_by(".cl-dump__half > [data-mark]").await;
    let media = json!({ "features": [{ "name": "forced-colors", "value": "active" }] });
    page.browser.chromium_command("Emulation.setEmulatedMedia", media).await;
    page.until("return matchMedia('(forced-colors: active)').matches", &[], true).await;
    assert_eq!(page.run(MARKED, &[]).await, true);
    page.click("tab-chain").await;
    page.find_by("[data-picture=chain]").await;
    let drawn = page.run(DRAWN, &[]).await;
    assert!(
        drawn.as_array().is_some_and(|lines| !lines.is_empty() && lines.iter().all(|line| line == true)),
        "{drawn}"
    );
}

/// On paper the verdict comes first, black on white, without what can only be clicked; the sheet is A4.
pub async fn on_paper(page: &Page) {
    const INCHES: [f64; 2] = [210.0 / 25.4, 297.0 / 25.4];
    const ORDER: &str = "
        const shown = (kind) => [...document.querySelectorAll(kind)].filter((one) => one.checkVisibility());
        const top = (kind) => shown(kind)[0].getBoundingClientRect().top;
        return {
            first: top('[data-test=verdict]') < top('.cl-cards') && top('.cl-cards') < top('[data-test=given]'),
            clicked: shown('button:not(.cl-fold, .cl-grid__cell), input, select, textarea, [role=tab]').length,
            paper: getComputedStyle(document.body).backgroundColor,
        }";
    page.open_site().await;
    page.try_example("hostile").await;
    speak(page, "en", "dark").await;
    page.find_by("[data-picture=chain]").await;
    page.browser.chromium_command("Emulation.setEmulatedMedia", json!({ "media": "print" })).await;
    let seen = page.run(ORDER, &[]).await;
    assert_eq!(seen, json!({ "first": true, "clicked": 0, "paper": "rgb(255, 255, 255)" }));
    let printed = page.browser.chromium_command("Page.printToPDF", json!({ "preferCSSPageSize": true })).await;
    let printed = BASE64.decode(printed["data"].as_str().expect("a document")).unwrap();
    let sheets = sheets(&printed);
    let is_a4 = |sheet: &[f64]| sheet.iter().zip(INCHES).all(|(points, inches)| (points / 72.0 - inches).abs() < 0.02);
    assert!(!sheets.is_empty() && sheets.iter().all(|sheet| is_a4(sheet)), "{sheets:?}");
}

/// Width and height of each page of a PDF, in points.
fn sheets(pdf: &[u8]) -> Vec<Vec<f64>> {
    let text = String::from_utf8_lossy(pdf);
    let boxes = text.split("/MediaBox [").skip(1).filter_map(|rest| rest.split(']').next());
    boxes.map(|corners| corners.split_whitespace().skip(2).map(|number| number.parse().unwrap()).collect()).collect()
}

async fn still(page: &Page) {
    let media = json!({ "features": [{ "name": "prefers-reduced-motion", "value": "reduce" }] });
    page.browser.chromium_command("Emulation.setEmulatedMedia", media).await;
}

/// Makes the window as wide, in the pixels of style sheets.
pub async fn widen(page: &Page, width: u32, scale: u32) {
    let metrics = json!({ "width": width, "height": 860, "deviceScaleFactor": scale, "mobile": false });
    page.browser.chromium_command("Emulation.setDeviceMetricsOverride", metrics).await;
    page.until("return innerWidth", &[], width).await;
}

pub fn lines(value: Value) -> Vec<String> {
    serde_json::from_value(value).expect("a list of lines")
}

/// Paste, mend, download, without a pointer; where the focus is can always be seen.
pub async fn with_the_keyboard_alone(page: &Page) {
    let house = House::new();
    page.open_site().await;
    copy(page, &house.wrong_order()).await;
    go_to(page, "[data-test=input]").await;
    press_together(page, CONTROL, 'v').await;
    page.verdict("broken").await;
    go_to(page, "[data-test=finding][data-code=CHN002] [data-test=fix]").await;
    press(page, ENTER).await;
    page.finding("CHN002", false).await;
    page.find("repaired").await;
    // What was pressed is gone, and the keyboard is where it goes on.
    page.until("return document.activeElement.matches('[data-test=download]')", &[], true).await;
    press(page, ENTER).await;
    let fullchain = page.browser.downloaded("fullchain.pem").await;
    assert_eq!(openssl::is_chain(&fullchain, &house.root.pem(), HOST, page.browser.home()), Ok(()));
    page.leaves_nothing_behind().await;
}

/// Goes on with the tabulator until it is there; wherever that leads, it can be seen.
async fn go_to(page: &Page, selector: &str) {
    const STOP: &str = "
        const element = document.activeElement;
        const has = (style) => style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
        const marked = [element, element.parentElement, element.parentElement?.parentElement]
            .some((one) => one && (has(getComputedStyle(one)) || has(getComputedStyle(one, '::after'))));
        const { top, bottom, width } = element.getBoundingClientRect();
        return {
            there: element.matches(arguments[0]),
            seen: element === document.body || marked && bottom > 0 && top < innerHeight && width > 0,
            what: element.outerHTML.slice(0, 200),
        }";
    let mut stops = Vec::new();
    for _ in 0..80 {
        press(page, TAB).await;
        let stop = page.run(STOP, &[json!(selector)]).await;
        assert_eq!(stop["seen"], true, "where the focus is can not be seen: {stop}");
        if stop["there"] == true {
            return;
        }
        stops.push(stop["what"].clone());
    }
    panic!("no way to {selector}: {stops:#?}");
}

/// Copies a text with the keyboard, from a box of another maker.
async fn copy(page: &Page, text: &str) {
    const LEND: &str = "const box = document.createElement('textarea'); box.value = arguments[0]; \
                        box.id = 'lent'; document.body.append(box); box.select()";
    page.run(LEND, &[json!(text)]).await;
    press_together(page, CONTROL, 'c').await;
    page.run("document.getElementById('lent').remove()", &[]).await;
}

async fn press_together(page: &Page, held: char, key: char) {
    let keys = KeyActions::new("keys".to_owned());
    let keys = keys.then(KeyAction::Down { value: held }).then(KeyAction::Down { value: key });
    let keys = keys.then(KeyAction::Up { value: key }).then(KeyAction::Up { value: held });
    page.browser.client.perform_actions(keys).await.unwrap();
}

async fn press(page: &Page, key: char) {
    let keys = KeyActions::new("keys".to_owned());
    let keys = keys.then(KeyAction::Down { value: key }).then(KeyAction::Up { value: key });
    page.browser.client.perform_actions(keys).await.unwrap();
}

/// Somebody who has never been here, with nothing but the server's own certificate: paste, and twice the button that
/// stands out.
pub async fn three_actions(page: &Page) {
    const STANDS_OUT: &str = "[data-test=verdict] .cl-button--first";
    let gap = Gap::new();
    gap.supply(page);
    page.open_site().await;
    page.paste(&gap.server.pem()).await;
    page.verdict("broken").await;
    page.click_on(STANDS_OUT).await;
    page.find("repaired").await;
    page.click_on(STANDS_OUT).await;
    let fullchain = page.browser.downloaded("fullchain.pem").await;
    assert_eq!(openssl::is_chain(&fullchain, &gap.root.pem(), HOST, page.browser.home()), Ok(()));
    page.leaves_nothing_behind().await;
}
