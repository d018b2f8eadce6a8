//! The page for people who do not see it, or not as it was drawn: screen readers, keyboards, narrow windows, still pages.

use super::{
    glance,
    material::{HOST, House},
    openssl,
    page::Page,
    size::LOST,
    states::{STATES, State, bring, speak},
    supply::Gap,
    tools::tools,
};
use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use serde_json::{Value, json};
use std::{fs, time::Duration};

const TAB: char = '\u{e004}';
const ENTER: char = '\u{e007}';

/// As narrow as the window of WCAG 2.2, 1.4.10: 1280 pixels at 400 %.
const NARROW: u32 = 320;

/// As wide as a desk's window at 200 %, and one of 1920 pixels.
const ENLARGED: [u32; 2] = [640, 960];

/// What axe-core has against the page, a line each.
const AXE: &str = "const done = arguments[0]; \
    axe.run(document, { resultTypes: ['violations'] }).then( \
        ({ violations }) => done(violations.flatMap(({ id, nodes }) => \
            nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`))), \
        (error) => done([String(error)]))";

/// axe-core finds nothing in any state.
pub async fn axe_finds_nothing(page: &Page) {
    let judge = tools("axe").expect("`scripts/setup.sh browsers` installs it").join("package/axe.min.js");
    let judge = fs::read_to_string(judge).unwrap();
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

async fn still(page: &Page) {
    let media = json!({ "features": [{ "name": "prefers-reduced-motion", "value": "reduce" }] });
    page.browser.chromium_command("Emulation.setEmulatedMedia", media).await;
}

/// Makes the window as wide, in the pixels of style sheets.
async fn widen(page: &Page, width: u32, scale: u32) {
    let metrics = json!({ "width": width, "height": 860, "deviceScaleFactor": scale, "mobile": false });
    page.browser.chromium_command("Emulation.setDeviceMetricsOverride", metrics).await;
    page.until("return innerWidth", &[], width).await;
}

fn lines(value: Value) -> Vec<String> {
    serde_json::from_value(value).expect("a list of lines")
}

/// Paste, mend, download, without a pointer; where the focus is can always be seen.
pub async fn with_the_keyboard_alone(page: &Page) {
    let house = House::new();
    page.open_site().await;
    go_to(page, "[data-test=input]").await;
    page.paste(&house.wrong_order()).await;
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
