//! The page without a network, and from one build to the next.

use super::{material::House, page::Page, supply::Gap};
use serde_json::json;
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// Everything is kept.
pub const COMPLETE: &str = "return Boolean(globalThis.certloupeOffline?.complete)";

/// A new build waits.
const WAITS: &str = "return typeof globalThis.certloupeOffline?.update === 'function'";

/// Which build the page is of.
const EDITION: &str = "return document.documentElement?.dataset.edition ?? ''";

/// Asks for a new build, as browsers do whenever a page is opened, and says whether one waits in the end.
const ASK: &str = "const done = arguments[0]; (async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    await registration.update().catch(() => {});
    const worker = registration.installing;
    if (worker) await new Promise((settled) => worker.addEventListener('statechange', settled, { once: true }));
    return registration.waiting !== null;
})().then(done)";

/// After one visit the server goes away: a verdict, a gap that the supply fills, a configuration, another format.
pub async fn works_without_a_network(page: &Page) {
    let gap = Gap::new();
    page.site.serve_kept(build(page, "first", &gap, ""));
    page.open_site().await;
    page.until(COMPLETE, &[], true).await;
    let kept = page.site.requests().len();
    page.site.cut();

    page.open_site().await;
    page.paste(&gap.server.pem()).await;
    page.verdict("broken").await;
    page.find_by("[data-test=supply][data-supply=has]").await;
    page.click_on("[data-test=finding][data-code=CHN003] [data-test=fix]").await;
    page.finding("CHN003", false).await;
    page.click("tab-deploy").await;
    page.find("config").await;
    page.click("tab-files").await;
    page.convert("p7b").await;
    assert!(!page.browser.downloaded("chain.p7b").await.is_empty());
    page.try_example("wrong-order").await;
    page.verdict("broken").await;

    // Browsers look for a new build by themselves.
    let asked: Vec<_> = page.site.requests().split_off(kept);
    assert!(asked.iter().all(|request| request.target == "/sw.js"), "{asked:?}");
    page.leaves_nothing_behind_but(Some("sw.js")).await;
}

/// A new build waits, is told of, and comes with a click, never half; the old one is not kept.
pub async fn a_new_build_is_told_of(page: &Page) {
    let gap = Gap::new();
    page.site.serve_kept(build(page, "first", &gap, ""));
    page.open_site().await;
    page.until(COMPLETE, &[], true).await;
    page.run("addEventListener('certloupe-update', ({ detail }) => { window.told = detail; })", &[]).await;

    // A server in the middle of a change: the list is of the new build, the page is not.
    let second = build(page, "second", &gap, "2");
    let between = build(page, "between", &gap, "");
    fs::copy(second.join("sw.js"), between.join("sw.js")).unwrap();
    page.site.serve_kept(between);
    assert_eq!(page.run_async(ASK).await, false);
    page.until(WAITS, &[], false).await;

    page.site.serve_kept(second.clone());
    assert_eq!(page.run_async(ASK).await, true);
    page.until("return typeof window.told", &[], "function").await;
    page.until(WAITS, &[], true).await;
    page.until(EDITION, &[], "").await;
    page.click_on("[data-test=update] button").await;
    page.until(EDITION, &[], "2").await;
    only_files_of(page, &second).await;
    page.until(COMPLETE, &[], true).await;

    let third = build(page, "third", &gap, "3");
    page.site.serve_kept(third.clone());
    assert_eq!(page.run_async(ASK).await, true);
    page.until(WAITS, &[], true).await;
    page.run("certloupeOffline.update()", &[]).await;
    page.until(EDITION, &[], "3").await;
    page.find("input").await;
    only_files_of(page, &third).await;

    page.site.cut();
    page.open_site().await;
    page.paste(&House::new().chain()).await;
    page.verdict("broken").await;
    page.until(EDITION, &[], "3").await;
    page.leaves_nothing_behind_but(Some("sw.js")).await;
}

/// Where there is none, or none to be had, the page works as it always did and says nothing.
pub async fn there_is_no_service_worker(page: &Page) {
    page.site.serve_kept(super::dist());
    page.site.answer_instead(Some((|target| target.starts_with("/sw.js"), "404 Not Found", "")));
    for script in ["", "delete Navigator.prototype.serviceWorker"] {
        page.browser.chromium_command("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })).await;
        page.open_site().await;
        page.paste(&House::new().chain()).await;
        page.verdict("broken").await;
        page.until("return typeof globalThis.certloupeOffline", &[], "object").await;
        page.until(COMPLETE, &[], false).await;
    }
    page.leaves_nothing_behind_but(Some("fetching the script")).await;
}

/// A build like the one in `dist/`, but for its supply and for what it calls itself.
fn build(page: &Page, name: &str, gap: &Gap, edition: &str) -> PathBuf {
    let folder = page.browser.home().join(name);
    copy(&super::dist(), &folder);
    for (path, bytes) in gap.files() {
        fs::write(folder.join(path.trim_start_matches('/')), bytes).unwrap();
    }
    if !edition.is_empty() {
        let index = fs::read_to_string(folder.join("index.html")).unwrap();
        fs::write(folder.join("index.html"), index.replace("<html ", &format!("<html data-edition=\"{edition}\" ")))
            .unwrap();
        let boot = fs::read_to_string(folder.join("boot.js")).unwrap();
        fs::write(folder.join("boot.js"), format!("{boot}// {edition}\n")).unwrap();
    }
    for script in ["seal.mjs", "precache.mjs"] {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("scripts").join(script);
        assert!(Command::new("node").arg(script).arg(&folder).status().expect("node").success());
    }
    folder
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let (path, copied) = (entry.path(), to.join(entry.file_name()));
        if path.is_dir() {
            copy(&path, &copied);
        } else if entry.file_name() != "certloupe.html" {
            fs::copy(path, copied).unwrap();
        }
    }
}

/// Waits until what is kept are the files of one build, each of them and once.
async fn only_files_of(page: &Page, folder: &Path) {
    // Without the service worker itself, and what is there for other pages.
    let own = files(folder) - 1 - ["docs", "embed"].iter().map(|beside| files(&folder.join(beside))).sum::<usize>();
    page.run(
        "caches.keys().then(async (names) => { \
             const kept = await Promise.all(names.map(async (name) => (await caches.open(name)).keys())); \
             window.kept = kept.flat().length; })",
        &[],
    )
    .await;
    page.until("return window.kept", &[], own).await;
}

fn files(folder: &Path) -> usize {
    let entries = fs::read_dir(folder).into_iter().flatten().map(|entry| entry.unwrap().path());
    entries.map(|path| if path.is_dir() { files(&path) } else { 1 }).sum()
}

/// Chromium has nothing against installing it: manifest and icons are what they have to be.
pub async fn it_can_be_installed(page: &Page) {
    page.open_site().await;
    let manifest = page.browser.chromium_command("Page.getAppManifest", json!({})).await;
    assert_eq!(manifest["errors"], json!([]));
    assert!(manifest["url"].as_str().is_some_and(|url| url.ends_with("/manifest.webmanifest")), "{manifest}");
    let against = page.browser.chromium_command("Page.getInstallabilityErrors", json!({})).await;
    assert_eq!(against["installabilityErrors"], json!([]));
    page.site.answer_instead(Some((|target| target.contains("/icons/"), "404 Not Found", "")));
    page.open_site().await;
    let against = page.browser.chromium_command("Page.getInstallabilityErrors", json!({})).await;
    assert_ne!(against["installabilityErrors"], json!([]), "it sees nothing");
}
