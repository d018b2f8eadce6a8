//! The element and live code blocks in documentation sites as their generators make them (`tests/sites/`, `scripts/sites.sh`).

use super::{
    blocks::{PLACES, block},
    dist,
    embed::chain,
    newest,
    page::Page,
};
use serde_json::{Value, json};
use std::path::Path;

/// A site of `target/sites/`.
struct Site {
    name: &'static str,
    /// Its first page, below its folder.
    first: &'static str,
    /// What makes it dark, as its own switch does.
    dark: &'static str,
}

const DARK: &str = "document.documentElement.dataset.dark = ''";

pub async fn a_plain_page(page: &Page) {
    look_at(page, &Site { name: "plain", first: "index.html", dark: DARK }).await;
}

pub async fn a_page_with_trusted_types(page: &Page) {
    look_at(page, &Site { name: "trusted-types", first: "index.html", dark: DARK }).await;
}

pub async fn mdbook(page: &Page) {
    look_at(
        page,
        &Site {
            name: "mdbook",
            first: "index.html",
            dark: "document.documentElement.classList.replace('light', 'navy')",
        },
    )
    .await;
}

pub async fn mkdocs(page: &Page) {
    look_at(page, &Site { name: "mkdocs", first: "", dark: "document.body.dataset.mdColorScheme = 'slate'" }).await;
}

pub async fn vitepress(page: &Page) {
    look_at(page, &Site { name: "vitepress", first: "", dark: "document.documentElement.classList.add('dark')" }).await;
}

pub async fn docusaurus(page: &Page) {
    look_at(page, &Site { name: "docusaurus", first: "", dark: "document.documentElement.dataset.theme = 'dark'" })
        .await;
}

/// Whether a site says it of itself: mdBook's highlighter does not know the language, and Firefox calls what it has begun to
/// fetch ahead, and no longer needs, not loaded.
fn is_theirs(note: &str) -> bool {
    let begins = |begin: &&str| note.starts_with(*begin);
    ["console.warn: Could not find the language 'pem'", "console.warn: Falling back to no-highlight mode"]
        .iter()
        .any(begins)
        || (note.starts_with("error: could not load ") && !note.contains("/certloupe/"))
}

const VERDICT: &str = "return document.querySelector('cert-loupe')?.shadowRoot?.querySelector('[data-test=verdict]')?.dataset.verdict ?? null";

/// The element shows its certificate, the block its verdict, on the first page and on the one behind its link; nothing moves
/// for a block, and the site's console stays empty.
async fn look_at(page: &Page, site: &Site) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/sites");
    let made = newest(&folder.join(site.name));
    assert!(made > newest(&dist().join("embed")), "{}: older than dist/embed: scripts/sites.sh", site.name);
    page.site.serve_folder(folder);
    let path = |file: &str| format!("/{}/{file}", site.name);
    page.site.serve_too([(path("chain.pem"), chain().into_bytes())]);

    // How the second page stands without live blocks.
    let blocks: fn(&str) -> bool = |target| target.contains("/certloupe-docs.js");
    page.site.answer_instead(Some((blocks, "200 OK", "")));
    open(page, &path(site.first)).await;
    page.until(VERDICT, &[], "attention").await;
    go(page, "What comes next").await;
    let before = settled(page).await;
    page.site.answer_instead(None);

    open(page, &path(site.first)).await;
    page.until(VERDICT, &[], "attention").await;
    let asked = |page: &Page, file: &str| page.asked_for(&path(&format!("certloupe/{file}")));
    assert_eq!(asked(page, "engine_bg.wasm"), 2, "once a visit");
    page.inspect_block(0, "broken").await;
    page.run(site.dark, &[]).await;
    let colour = "return getComputedStyle(document.querySelector('cert-loupe').shadowRoot.querySelector('[part=report]')).backgroundColor";
    page.until(colour, &[], "rgb(27, 29, 32)").await;

    open(page, &path(site.first)).await;
    page.until(VERDICT, &[], "attention").await;
    go(page, "What comes next").await;
    page.until(&format!("return {} != null", block(0)), &[], true).await;
    assert_eq!(settled(page).await, before, "something moved for the button");
    page.inspect_block(0, "broken").await;
    assert_eq!(settled(page).await, before, "something moved for the verdict");
    go(page, "Back").await;
    page.until(VERDICT, &[], "attention").await;
    page.until(&format!("return {} != null", block(0)), &[], true).await;
    let notes: Vec<_> = page.notes().await.into_iter().filter(|note| !is_theirs(note)).collect();
    assert_eq!(notes, [""; 0], "what nobody sees");
    assert_eq!(page.proxy.requests(), [""; 0], "requests that left the origin");
}

/// The handbook's own examples are live, and judged at the moment that the page speaks of; and it has elements in it, with a
/// certificate and with a box.
pub async fn the_handbook_is_live(page: &Page) {
    for (lang, word, refused) in [("en", "Inspect", "Will be refused"), ("zh", "检查", "会被拒绝")] {
        let path = format!("/docs/{lang}/findings/chn003.html");
        assert!(dist().join(&path[1..]).exists(), "no dist{path}: scripts/docs.sh");
        open(page, &path).await;
        page.until(&format!("return {}?.textContent", block(0)), &[], word).await;
        page.inspect_block(0, "broken").await;
        page.click_found(&block(0)).await;
        let dialog = "document.querySelector('[data-certloupe]').shadowRoot.querySelector('dialog')";
        page.until(&format!("return {dialog}?.querySelector('[data-code]')?.dataset.code"), &[], "CHN003").await;
        let moment = format!("return {dialog}.querySelector('[part=note]').textContent.includes('2026')");
        page.until(&moment, &[], true).await;

        open(page, &format!("/docs/{lang}/embed.html")).await;
        page.run("document.querySelector('cert-loupe').scrollIntoView()", &[]).await;
        page.until(VERDICT, &[], "broken").await;
        let told = "return document.querySelector('cert-loupe').shadowRoot.querySelector('[part=state]').textContent";
        assert_eq!(page.run(told, &[]).await, refused);
        open(page, &format!("/docs/{lang}/index.html")).await;
        let has_box = "return document.querySelector('cert-loupe')?.shadowRoot?.querySelector('textarea') != null";
        page.until(has_box, &[], true).await;
    }
    assert_eq!(page.proxy.requests(), [""; 0], "requests that left the origin");
}

async fn open(page: &Page, path: &str) {
    page.browser.client.goto(&page.site.address(path)).await.unwrap();
}

/// Follows a link as a reader does.
async fn go(page: &Page, link: &str) {
    let found = format!("[...document.querySelectorAll('a')].find((link) => link.textContent === '{link}')");
    let title = page.run("return document.querySelector('main h1').textContent", &[]).await;
    page.until(&format!("return {found} != null"), &[], true).await;
    page.click_found(&found).await;
    let other =
        "return document.querySelector('h1') !== null && document.querySelector('h1').textContent !== arguments[0]";
    page.until(other, &[title], true).await;
}

/// Where everything is, when nothing moves any more: pages are drawn, and then drawn on. From the top, for what sticks moves
/// with the window.
async fn settled(page: &Page) -> Value {
    page.run("scrollTo({ top: 0, behavior: 'instant' })", &[]).await;
    let mut last = json!(null);
    for _ in 0..50 {
        tokio::time::sleep(std::time::Duration::from_millis(200)).await;
        let now = page.run(PLACES, &[]).await;
        if now == last {
            return now;
        }
        last = now;
    }
    panic!("it never stands still: {last}");
}
