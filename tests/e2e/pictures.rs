//! Pictures of the page's states for the README and for whoever changes its looks: `docs/screens/`.

use super::{
    page::Page,
    states::{STATES, bring, speak},
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
