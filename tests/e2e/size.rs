//! How large the window is that people look at the page through, and what is asked of the page in it: nothing sticks out,
//! nothing is cut off, nothing lies over what is pressed.

use super::page::Page;
use fantoccini::Client;
use serde_json::{Value, json};
use std::time::{Duration, Instant};

/// A window and what it is on.
pub struct Size {
    pub name: &'static str,
    /// In the pixels of style sheets, as everything here, and without what the browser draws around the page.
    pub width: u32,
    pub height: u32,
    /// Pixels of the screen for each of these.
    pub ratio: u32,
    /// There are fingers, and no mouse.
    pub touch: bool,
}

pub static DESK: Size = Size { name: "desk", width: 1280, height: 800, ratio: 1, touch: false };

/// What phones have in common. Their screens have three pixels for one, which says no more and takes longer to draw.
pub static PHONE: Size = Size { name: "phone", width: 390, height: 844, ratio: 2, touch: true };

/// A page that is as wide as its window: browsers on phones take others for pages made for desks.
const BLANK: &str = "data:text/html,<!doctype html><meta name=viewport content=width%3Ddevice-width>";

/// What the page sees of its window.
const WINDOW: &str = "return [innerWidth, innerHeight, devicePixelRatio]";

/// What is drawn may still be on its way; what sticks out stays there.
const SETTLES_WITHIN: Duration = Duration::from_secs(2);

impl Size {
    /// Gives a new window this size.
    pub async fn fit(&self, client: &Client) {
        client.goto(BLANK).await.unwrap();
        self.hold(client).await;
    }

    /// Gives a window this size unless it has it, and insists on it.
    pub async fn hold(&self, client: &Client) {
        let wanted = [self.width, self.height, self.ratio];
        let start = Instant::now();
        loop {
            let is = client.execute(WINDOW, Vec::new()).await.unwrap();
            if is == json!(wanted) {
                return;
            }
            assert!(start.elapsed() < Duration::from_secs(20), "{}: the window is {is}, not {wanted:?}", self.name);
            // What stands around the page stays as large as it is.
            let inside: [u64; 3] = serde_json::from_value(is).expect("whole numbers");
            let outside = client.get_window_size().await.unwrap();
            let fitted = |outside: u64, inside: u64, wanted: u32| (outside + u64::from(wanted)).saturating_sub(inside);
            let width = fitted(outside.0, inside[0], self.width).try_into().expect("a width");
            let height = fitted(outside.1, inside[1], self.height).try_into().expect("a height");
            client.set_window_size(width, height).await.unwrap();
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
    }
}

/// What would need a second direction to scroll in, or is cut off. A phone makes its window larger for a page that is too
/// wide, so that what counts is the width that it had.
pub const LOST: &str = "
    const lost = [];
    const wide = Math.min(innerWidth, arguments[0]);
    const [style, root] = [(element) => getComputedStyle(element), document.documentElement];
    const path = (element) => `${element.tagName.toLowerCase()}.${element.className?.baseVal ?? element.className}`;
    const scrolls = (element) => element && (/auto|scroll/.test(style(element).overflowX) || scrolls(element.parentElement));
    if (root.scrollWidth > wide) lost.push(`the page is ${root.scrollWidth} wide`);
    for (const element of document.body.querySelectorAll('*')) {
        const { left, right, width, height } = element.getBoundingClientRect();
        if (width < 2 || height < 2 || element.closest('svg > *, .cl-offscreen')) continue;
        const { overflowX, textOverflow } = style(element);
        if ((right > wide + 1 || left < -1) && !scrolls(element)) lost.push(`${path(element)} ends at ${right}`);
        const cuts = /hidden|clip/.test(overflowX) && textOverflow !== 'ellipsis';
        if (cuts && element.scrollWidth - element.clientWidth > 1) lost.push(`${path(element)} cuts off «${element.textContent.slice(0, 60)}»`);
    }
    return lost";

/// The same of the page as a whole, for every step.
const SIDEWAYS: &str = "
    const [is, wide] = [document.scrollingElement?.scrollWidth ?? 0, Math.min(innerWidth, arguments[0])];
    return is > wide ? [`the page is ${is} wide`] : []";

/// Why the first element of a kind can not be pressed: it is nowhere, or something lies over its middle.
const OUT_OF_REACH: &str = "
    const element = document.querySelector(arguments[0]);
    if (!element) return ['it is gone'];
    element.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
    const box = element.getClientRects()[0];
    const middle = (from, to, end) => (Math.max(from, 0) + Math.min(to, end)) / 2;
    const [x, y] = box ? [middle(box.left, box.right, arguments[1]), middle(box.top, box.bottom, innerHeight)] : [-1, -1];
    const there = document.elementFromPoint(x, y);
    if (there && element.contains(there)) return [];
    return [`at ${x}, ${y} of ${box?.top} to ${box?.bottom} in ${innerHeight}: ${there ? there.outerHTML.slice(0, 200) : 'nothing'}`]";

impl Page {
    /// Nothing of the page is lost in its window.
    pub async fn loses_nothing(&self) {
        self.has_no(LOST, &[json!(self.browser.size.width)]).await;
    }

    /// There is no way sideways.
    pub async fn stays_upright(&self) {
        self.has_no(SIDEWAYS, &[json!(self.browser.size.width)]).await;
    }

    /// What is to be pressed is in sight, if need be after scrolling, and lies above everything else.
    pub async fn is_in_reach(&self, selector: &str) {
        self.has_no(OUT_OF_REACH, &[json!(selector), json!(self.browser.size.width)]).await;
    }

    /// Waits until a script has nothing against the page.
    async fn has_no(&self, faults: &str, arguments: &[Value]) {
        let start = Instant::now();
        loop {
            let found = self.faults(faults, arguments).await;
            if found.is_empty() {
                return;
            }
            let Size { name, .. } = self.browser.size;
            assert!(start.elapsed() < SETTLES_WITHIN, "in a window of a {name}: {arguments:?}: {found:#?}");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    async fn faults(&self, faults: &str, arguments: &[Value]) -> Vec<String> {
        serde_json::from_value(self.run(faults, arguments).await).expect("a list of lines")
    }
}

/// What is asked of every page can fail: too wide a page is seen, and what lies over a button.
pub async fn what_is_in_the_way_is_seen(page: &Page) {
    page.open_site().await;
    page.loses_nothing().await;
    page.stays_upright().await;
    page.is_in_reach("[data-test=theme]").await;
    let wide = json!(page.browser.size.width);
    let pressed = [json!("[data-test=theme]"), wide.clone()];
    for (change, faults, arguments, wanted) in [
        (
            "document.querySelector('main').style.minWidth = `${arguments[0] + 20}px`",
            LOST,
            &pressed[1..],
            "the page is",
        ),
        ("return", SIDEWAYS, &pressed[1..], "the page is"),
        (
            "document.body.append(Object.assign(document.createElement('p'), { style: 'position: fixed; inset: 0' }))",
            OUT_OF_REACH,
            &pressed[..],
            "<p style",
        ),
        ("document.querySelector('[data-test=theme]').style.display = 'none'", OUT_OF_REACH, &pressed[..], "nothing"),
    ] {
        page.run(change, std::slice::from_ref(&wide)).await;
        let found = page.faults(faults, arguments).await;
        assert!(found.iter().any(|fault| fault.contains(wanted)), "after {change}: {found:?}");
    }
}
