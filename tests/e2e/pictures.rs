//! Pictures of the page for the README and for whoever changes its looks: `docs/screens/`.

use super::page::Page;
use serde_json::{Value, json};
use std::{fs, path::Path};

/// One picture; its file is named after all of it.
struct Picture {
    example: Option<&'static str>,
    tab: Option<&'static str>,
    lang: &'static str,
    theme: &'static str,
    size: Size,
}

#[derive(Clone, Copy)]
struct Size {
    name: &'static str,
    width: u32,
    height: u32,
}

const DESK: Size = Size { name: "desk", width: 1280, height: 860 };
const PHONE: Size = Size { name: "phone", width: 390, height: 844 };

/// Both languages, colours and sizes, and the states that matter, in few pictures.
const PICTURES: &[Picture] = &[
    Picture { example: Some("wrong-order"), tab: None, lang: "en", theme: "light", size: DESK }, // the README's
    Picture { example: None, tab: None, lang: "zh", theme: "light", size: DESK },
    Picture { example: Some("leaf-only"), tab: Some("chain"), lang: "zh", theme: "dark", size: DESK },
    Picture { example: Some("good"), tab: None, lang: "zh", theme: "light", size: PHONE },
    Picture { example: Some("good"), tab: Some("deploy"), lang: "en", theme: "dark", size: PHONE },
];

impl Picture {
    fn file(&self) -> String {
        let parts = [self.example.unwrap_or("empty"), self.tab.unwrap_or(""), self.lang, self.theme, self.size.name];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-") + ".png"
    }
}

/// Takes every picture; `UPDATE=1` keeps them. Otherwise insists that those in the repository are of the same size:
/// pixels differ from machine to machine with its fonts.
pub async fn pictures(page: &Page) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/screens");
    for picture in PICTURES {
        let taken = take(page, picture).await;
        let path = folder.join(picture.file());
        if std::env::var_os("UPDATE").is_some() {
            fs::create_dir_all(&folder).unwrap();
            fs::write(&path, &taken).unwrap();
        }
        let kept = fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}; UPDATE=1 takes it", path.display()));
        assert_eq!(dimensions(&kept), dimensions(&taken), "{}: UPDATE=1 takes it again", path.display());
        assert!(kept.len() < 200_000, "{}: {} bytes", path.display(), kept.len());
    }
}

async fn take(page: &Page, picture: &Picture) -> Vec<u8> {
    let Size { width, height, name } = picture.size;
    let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": name == "phone" });
    page.browser.chromium_command("Emulation.setDeviceMetricsOverride", metrics).await;
    page.browser.chromium_command("Emulation.setScrollbarsHidden", json!({ "hidden": true })).await;
    page.open_site().await;
    page.click(&format!("lang-{}", picture.lang)).await;
    for _ in 0..3 {
        if page.run("return document.documentElement.dataset.theme", &[]).await == picture.theme {
            break;
        }
        page.click("theme").await;
        page.run_async("requestAnimationFrame(arguments[0])").await;
    }
    match picture.example {
        Some(example) => page.try_example(example).await,
        None => page.state("empty").await,
    }
    let top = match picture.tab {
        Some(tab) => {
            page.click(&format!("tab-{tab}")).await;
            page.until("return document.querySelector('[role=tabpanel]').textContent.length > 40", &[], true).await;
            "document.querySelector('[role=tablist]').scrollIntoView()"
        }
        None => "scrollTo(0, 0)",
    };
    // No focus ring of the last click, and every transition at its end.
    page.run(&format!("document.activeElement.blur(); {top}"), &[]).await;
    page.run_async("setTimeout(arguments[0], 500)").await;
    page.browser.client.screenshot().await.unwrap()
}

/// Width and height in a PNG's header.
fn dimensions(png: &[u8]) -> Value {
    assert!(png.starts_with(b"\x89PNG"), "no PNG");
    let number = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
    json!([number(16), number(20)])
}
