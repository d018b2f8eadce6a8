//! Browsers that deny something, and people who give a lot.

use super::{material::House, page::Page, support::mint::Minted};
use serde_json::json;

/// Neither storage nor clipboard: everything works but what needs them, and that says so.
pub async fn nothing_may_be_kept_or_copied(page: &Page) {
    page.site.begin_with(
        "for (const name of ['localStorage', 'sessionStorage']) \
             Object.defineProperty(window, name, { get() { throw new DOMException('denied', 'SecurityError'); } }); \
         Object.defineProperty(Navigator.prototype, 'clipboard', { value: undefined }); \
         Document.prototype.execCommand = () => false;\n",
    );
    page.open_site().await;
    page.paste(&House::new().chain()).await;
    page.state("done").await;
    page.click("lang-zh").await;
    page.until("return document.documentElement.lang", &[], "zh-CN").await;
    page.click("theme").await;
    page.until("return document.documentElement.dataset.theme !== 'auto'", &[], true).await;
    page.click("lang-en").await;
    page.click("tab-deploy").await;
    page.find("config").await;
    page.click_on(".cl-copy.cl-button").await;
    page.until(
        "return document.querySelector('.cl-copy.cl-button').textContent.includes('copy it by hand')",
        &[],
        true,
    )
    .await;
    page.click("tab-files").await;
    page.click("keep").await;
    page.until("return document.querySelector('[data-test=keep]').checked", &[], false).await;
    page.until("return document.querySelector('main').textContent.includes('keeps nothing here')", &[], true).await;
    assert_eq!(page.notes().await, [""; 0], "what the page did not show");
}

/// A browser that is too old hears what it lacks, in its language, and which ones do not.
pub async fn what_a_browser_lacks_is_named(page: &Page) {
    for (begin, named) in [
        ("delete globalThis.WebAssembly;\n", "WebAssembly, WebAssembly reference types."),
        (
            "WebAssembly.validate = () => false; \
             WebAssembly.instantiate = WebAssembly.instantiateStreaming = () => Promise.reject(new Error('too new'));\n",
            "it lacks WebAssembly reference types.",
        ),
        (
            "delete Array.prototype.at; \
             WebAssembly.instantiate = WebAssembly.instantiateStreaming = () => Promise.reject(new Error('too new'));\n",
            "it lacks ES2022.",
        ),
        (
            "localStorage.setItem('certloupe.lang', 'zh'); WebAssembly.validate = () => false; \
             WebAssembly.instantiate = WebAssembly.instantiateStreaming = () => Promise.reject(new Error('too new'));\n",
            "缺少：WebAssembly reference types。",
        ),
    ] {
        page.site.begin_with(begin);
        page.browser.client.goto(&page.site.address("/")).await.unwrap();
        let said = page.find_by("[data-lacks]:not(:empty)").await.text().await.unwrap();
        assert!(said.contains(named) && said.contains("Chrome 96"), "{begin}: {said}");
        let main = page.find_by("main").await.text().await.unwrap();
        assert!(!main.contains("Reload it"), "which would not help: {main}");
        assert_eq!(page.run("return document.querySelector('[data-state]').dataset.state", &[]).await, "failed");
    }
}

/// Where a part of the page does not come, it says so and what to do, and shows no box that nobody reads.
pub async fn not_all_of_it_arrives(page: &Page) {
    const WORDS: &str = "/words/first";
    let missing: fn(&str) -> bool = |target| target.starts_with(WORDS);
    page.site.answer_instead(Some((missing, "404 Not Found", "")));
    page.browser.client.goto(&page.site.address("/")).await.unwrap();
    page.find_by("[data-state=failed]").await;
    let said = page.find_by("main").await.text().await.unwrap();
    assert!(said.contains("Reload it") && said.contains("words/first-en.bin"), "{said}");
    assert!(!said.contains("刷新"), "one language: {said}");
    page.until("return document.querySelector('textarea')", &[], json!(null)).await;
    // What was put in meanwhile is not thrown away.
    page.site.begin_with(
        "{ const real = fetch; globalThis.fetch = async (what, ...how) => { \
        if (String(what).includes('/words/')) await new Promise((done) => { globalThis.go = done; }); \
        return real(what, ...how); }; }\n",
    );
    page.browser.client.goto(&page.site.address("/")).await.unwrap();
    let chain = House::new().chain();
    page.paste(&chain).await;
    page.run("go()", &[]).await;
    page.find_by("[data-state=failed]").await;
    assert_eq!(page.input().await, chain);
    page.site.begin_with("");
    page.site.answer_instead(None);
    page.leaves_nothing_behind_but(Some(WORDS)).await;
}

/// A module of the page that traps answers no more. That is said, and what was put in can be copied.
pub async fn the_page_stops_working(page: &Page) {
    const NO_ELEMENTS: &str = "Document.prototype.createElement = Document.prototype.createElementNS = \
        Node.prototype.cloneNode = () => { throw new Error('no element'); };";
    let chain = House::new().chain();
    page.open_site().await;
    page.paste(&chain).await;
    page.state("done").await;
    page.find_by("#cl-panel > *").await;
    page.run(NO_ELEMENTS, &[]).await;
    page.click("tab-dates").await;
    page.until("return document.querySelector('[data-test=trapped]').hidden", &[], false).await;
    let said = page.find("trapped").await.text().await.unwrap();
    assert!(said.contains("reload the page") && !said.contains("页面"), "{said}");
    assert_eq!(page.input().await, chain);
    let notes = page.notes().await;
    assert!(notes.iter().any(|note| note.contains("RuntimeError") || note.contains("unreachable")), "{notes:?}");
    page.click_on(".cl-trapped button").await;
    page.state("empty").await;
    page.paste(&chain).await;
    page.state("done").await;
    page.until("return document.querySelector('[data-test=trapped]').hidden", &[], true).await;
    page.leaves_nothing_behind_but(Some("/look_bg.wasm")).await;
}

/// A way back inside of the page and to it: what was put in stays as long as the browser keeps the page.
pub async fn back_and_forward(page: &Page) {
    const ADDRESS: &str = "return location.hash";
    let house = House::new();
    page.open_site().await;
    page.paste(&house.wrong_order()).await;
    page.verdict("broken").await;
    page.click("tab-dates").await;
    page.click_on("[data-test=finding] a[href^='#finding=CHN002']").await;
    page.until(ADDRESS, &[], "#finding=CHN002").await;
    page.browser.client.back().await.unwrap();
    page.until(ADDRESS, &[], "#dates").await;
    page.until("return document.querySelector('[data-test=tab-dates]').ariaSelected", &[], "true").await;
    page.verdict("broken").await;
    page.browser.client.goto("about:blank").await.unwrap();
    page.browser.client.back().await.unwrap();
    // Some browsers keep the whole page, some the text in its box, some nothing: what is there is judged.
    page.find("input").await;
    let text = page.input().await;
    assert!(text.is_empty() || text == house.wrong_order(), "{text}");
    page.paste(&house.chain()).await;
    page.state("done").await;
    page.finding("CHN002", false).await;
    page.leaves_nothing_behind().await;
}

/// Fifty megabytes in the box: judged or refused in words, and the page goes on.
pub async fn more_than_anybody_pastes(page: &Page) {
    page.open_site().await;
    let script = "const box = document.querySelector('[data-test=input]'); box.value = arguments[0].repeat(arguments[1]); \
                  box.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }));";
    let line = "Nothing of interest stands in this line of text, and in no other.\n";
    page.run(script, &[json!(line), json!((50 << 20) / line.len())]).await;
    page.until("return /done|failed/.test(document.querySelector('[data-state]').dataset.state)", &[], true).await;
    page.finding("INP001", true).await;
    page.click("clear").await;
    page.state("empty").await;
    page.paste(&House::new().wrong_order()).await;
    page.verdict("broken").await;
    page.leaves_nothing_behind().await;
}

/// A folder of two thousand files, three of which matter.
pub async fn a_folder_of_thousands(page: &Page) {
    let house = House::new();
    page.open_site().await;
    let pem = [&house.server, &house.issuer, &house.root].map(Minted::pem);
    let names: Vec<_> = (0..2_000).map(|number| format!("page-{number:04}.html")).collect();
    let mut files: Vec<_> = names.iter().map(|name| (name.as_str(), &b"<p>nothing of interest</p>"[..])).collect();
    files.extend([
        ("a/shop.crt", pem[0].as_bytes()),
        ("b/ca.crt", pem[1].as_bytes()),
        ("c/root.crt", pem[2].as_bytes()),
    ]);
    page.pick_folder("site", &files).await;
    page.state("done").await;
    page.until(
        "return document.querySelector('[data-test=verdict]').textContent.includes('shop.example.com')",
        &[],
        true,
    )
    .await;
    page.leaves_nothing_behind().await;
}
