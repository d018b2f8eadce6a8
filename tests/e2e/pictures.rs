//! Pictures of the page's states for the README and for whoever changes its looks: `docs/screens/`.

use super::{
    glance,
    material::{HOST, House, many},
    page::Page,
};
use base64::{Engine, engine::general_purpose::STANDARD};
use serde_json::{Value, json};
use std::{fs, path::Path};

struct Size {
    name: &'static str,
    width: u32,
    height: u32,
}

const SIZES: &[Size] =
    &[Size { name: "desk", width: 1280, height: 860 }, Size { name: "phone", width: 390, height: 844 }];

/// What the page is brought to.
enum State {
    Empty,
    /// An example's verdict.
    Example(&'static str),
    /// An example's part behind a tab.
    Tab(&'static str, &'static str),
    /// The elements of a certificate beside its bytes.
    Bytes,
    /// Many certificates.
    List,
    /// Two certificates side by side.
    Compare,
    /// A link with the certificates in it.
    Link,
    /// The engine is on its way.
    Glance,
    /// The engine crashed.
    Crash,
}

/// Every state that people meet, by the name of its pictures.
const STATES: &[(&str, State)] = &[
    ("empty", State::Empty),
    ("ready", State::Example("good")),
    ("broken", State::Example("wrong-order")),
    ("hostile", State::Example("hostile")),
    ("chain", State::Tab("leaf-only", "chain")),
    ("names", State::Tab("hostile", "names")),
    ("dates", State::Tab("expired", "dates")),
    ("platforms", State::Tab("good", "platforms")),
    ("deploy", State::Tab("good", "deploy")),
    ("renew", State::Tab("good", "renew")),
    ("files", State::Tab("foreign-key", "files")),
    ("details", State::Tab("good", "details")),
    ("bytes", State::Bytes),
    ("list", State::List),
    ("compare", State::Compare),
    ("link", State::Link),
    ("glance", State::Glance),
    ("crash", State::Crash),
];

/// Takes every state in both languages, colours and sizes; `UPDATE=1` keeps the pictures. Otherwise insists that there is
/// one of the same size of each: pixels differ from machine to machine with its fonts.
pub async fn pictures(page: &Page) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/screens");
    let update = std::env::var_os("UPDATE").is_some();
    if update {
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
    }
    page.browser.chromium_command("Emulation.setScrollbarsHidden", json!({ "hidden": true })).await;
    for (name, state) in STATES {
        let top = bring(page, state).await;
        for (lang, theme) in [("en", "light"), ("en", "dark"), ("zh", "light"), ("zh", "dark")] {
            speak(page, lang, theme).await;
            for size in SIZES {
                let taken = take(page, size, top).await;
                let path = folder.join(format!("{name}-{lang}-{theme}-{}.webp", size.name));
                if update {
                    fs::write(&path, &taken).unwrap();
                }
                let kept =
                    fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}; UPDATE=1 takes it", path.display()));
                assert_eq!(dimensions(&kept), dimensions(&taken), "{}: UPDATE=1 takes it again", path.display());
                assert!(kept.len() < 150_000, "{}: {} bytes", path.display(), kept.len());
            }
        }
    }
    page.site.answer_instead(None);
}

/// Brings the page to a state; the script that brings into sight what the picture is of.
async fn bring(page: &Page, state: &State) -> &'static str {
    const TABS: &str = "document.querySelector('[role=tablist]').scrollIntoView()";
    const TOP: &str = "scrollTo(0, 0)";
    let filled = "return document.querySelector('[role=tabpanel]').textContent.length > 40";
    page.site.answer_instead(matches!(state, State::Glance).then_some(glance::HELD));
    page.open_site().await;
    let house = House::new();
    match state {
        State::Empty => page.state("empty").await,
        State::Example(example) => page.try_example(example).await,
        State::Tab(example, tab) => {
            page.try_example(example).await;
            page.click(&format!("tab-{tab}")).await;
            page.until(filled, &[], true).await;
            return TABS;
        }
        State::Bytes => {
            page.try_example("good").await;
            page.click("tab-details").await;
            page.click("view-asn1").await;
            page.find("hex").await;
            return TABS;
        }
        State::List => {
            page.paste(&many(300)).await;
            page.find("list-row").await;
            return TABS;
        }
        State::Compare => {
            page.paste(&(house.chain() + &house.renewed(&[HOST]))).await;
            page.click("tab-compare").await;
            page.find("compare-verdict").await;
            return TABS;
        }
        State::Link => {
            page.paste(&house.wrong_order()).await;
            page.click("tab-files").await;
            page.click("link-make").await;
            page.find("link-note").await;
            return "document.querySelector('[data-test=link]').scrollIntoView({ block: 'center' })";
        }
        State::Glance => {
            page.paste(&(house.chain() + &house.root.pem())).await;
            page.find_by("[data-test=verdict][data-glance]").await;
        }
        State::Crash => {
            page.paste(&house.chain()).await;
            page.verdict("broken").await;
            page.run("__watch.spoilNext = true", &[]).await;
            page.paste(&house.wrong_order()).await;
            page.find("notice").await;
        }
    }
    TOP
}

async fn speak(page: &Page, lang: &str, theme: &str) {
    page.click(&format!("lang-{lang}")).await;
    page.until("return document.documentElement.lang.slice(0, 2)", &[], lang).await;
    const THEME: &str = "return document.documentElement.dataset.theme";
    for _ in 0..3 {
        let before = page.run(THEME, &[]).await;
        if before == theme {
            return;
        }
        page.click("theme").await;
        page.until(&format!("{THEME} !== arguments[0]"), &[before], true).await;
    }
    page.until(THEME, &[], theme).await;
}

async fn take(page: &Page, size: &Size, top: &str) -> Vec<u8> {
    let Size { width, height, name } = size;
    let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": *name == "phone" });
    page.browser.chromium_command("Emulation.setDeviceMetricsOverride", metrics).await;
    // No focus ring of the last click, and every transition at its end.
    page.run(&format!("document.activeElement.blur(); {top}"), &[]).await;
    page.run_async("setTimeout(arguments[0], 400)").await;
    let format = json!({ "format": "webp", "quality": 70 });
    let taken = page.browser.chromium_command("Page.captureScreenshot", format).await;
    STANDARD.decode(taken["data"].as_str().expect("a picture")).unwrap()
}

/// Width and height in the header of a WebP picture as Chromium writes it (RFC 9649 §2.7).
fn dimensions(webp: &[u8]) -> Value {
    assert!(webp.starts_with(b"RIFF") && &webp[8..16] == b"WEBPVP8X", "no WebP of the extended kind");
    let number = |at: usize| u32::from_le_bytes([webp[at], webp[at + 1], webp[at + 2], 0]) + 1;
    json!([number(24), number(27)])
}
