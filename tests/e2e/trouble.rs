//! What an element can not show, what goes wrong, who means harm, and what would stay behind.

use super::{
    blocks::block,
    dist,
    embed::{BLOCKS, ELEMENT, chain},
    page::Page,
};
use serde_json::json;
use std::{fs, process::Command};

/// No file, another origin, a web page, too much, a file that takes the whole engine; an element that was there before its
/// script, and a script that is there twice or comes late.
pub async fn what_it_can_not_show_it_says(page: &Page) {
    let page_of_the_server = b"<!DOCTYPE html><html><title>Not found</title></html>".to_vec();
    page.site.serve_too([
        ("/lost.pem".to_owned(), page_of_the_server),
        ("/large.pem".to_owned(), vec![b'x'; 17 << 20]),
        ("/request.pem".to_owned(), chain().into_bytes()),
    ]);
    page.open_documentation(
        "refusals",
        "",
        &format!(
            "<cert-loupe id='missing' src='/nobody.pem'>what was written here</cert-loupe>\
             <cert-loupe id='foreign' src='https://other.example/chain.pem'></cert-loupe>\
             <cert-loupe id='page' src='/lost.pem'></cert-loupe>\
             <cert-loupe id='large' lang='zh' src='/large.pem'></cert-loupe>\
             <cert-loupe id='moment' src='/request.pem' now='yesterday'></cert-loupe>\
             <cert-loupe id='before'></cert-loupe>\
             <script>addEventListener('cert-loupe-error', ({{ target, detail }}) => (window.heard ??= {{}})[target.id] = detail.reason); \
             document.querySelector('#before').certificates = {};</script>",
            json!(chain())
        ),
    )
    .await;
    // Nothing is there yet, and what stands in the element can be read.
    assert_eq!(page.run("return document.querySelector('#missing').innerText", &[]).await, "what was written here");
    let late = "for (const once of [1, 2]) document.head.append(Object.assign(document.createElement('script'), { src: '/embed/certloupe.js' }))";
    page.run(late, &[]).await;
    page.has("#before", "attention").await;
    for (element, reason, words) in [
        ("#missing", "missing", "the server answered 404"),
        ("#foreign", "foreign", "another site"),
        ("#page", "page", "is a web page"),
        ("#large", "large", "超过 16 MB"),
        ("#moment", "failed", "not an RFC 3339 time"),
    ] {
        page.has(element, "failed").await;
        let said = page.words(element).await;
        assert!(said.contains(words), "{element}: {said}");
        assert_eq!(page.run("return window.heard[arguments[0]]", &[json!(element[1..])]).await, reason);
    }
    let visible = "return document.querySelector('#missing').shadowRoot.querySelector('slot').assignedNodes().length";
    assert_eq!(page.run(visible, &[]).await, 1, "what was written there is still there");
    assert_eq!(page.proxy.requests(), [""; 0], "the other origin was not asked");
}

/// What the small engine can not read is read by the whole one, which is fetched for it and not before.
pub async fn the_whole_engine_comes_when_it_is_needed(page: &Page) {
    page.open_documentation("whole", ELEMENT, &format!("<cert-loupe>{}</cert-loupe>", chain())).await;
    page.has("cert-loupe", "attention").await;
    assert_eq!(page.asked_for("/embed/full_bg.wasm"), 0);
    let request = signing_request(page);
    page.run("document.querySelector('cert-loupe').textContent = arguments[0]", &[json!(request)]).await;
    // A signing request is no certificate.
    let found = "return document.querySelector('cert-loupe').report?.findings.map(({ code }) => code).includes('INP005') ?? false";
    page.until(found, &[], true).await;
    assert_eq!(page.asked_for("/embed/full_bg.wasm"), 1);
}

/// A signing request, of OpenSSL's.
fn signing_request(page: &Page) -> String {
    let file = page.browser.home().join("made.csr");
    let asked = "req -new -newkey rsa:2048 -nodes -keyout /dev/null -subj /CN=shop.example.com -out";
    let made = Command::new("openssl").args(asked.split(' ')).arg(&file).output().expect("openssl");
    assert!(made.status.success(), "{made:?}");
    fs::read_to_string(file).unwrap()
}

/// An engine whose first question stops it, and which answers nothing else.
const STOPS: &str = "export default async () => {}; export const __wbg_reset_state = () => { globalThis.wasReset = true }; \
     export const describe = () => { throw new WebAssembly.RuntimeError('unreachable') }";

/// No way to the file, an engine that is not there, one that stops; and the next question is answered all the same.
pub async fn what_goes_wrong_goes_by(page: &Page) {
    let listen = "<script>addEventListener('cert-loupe-error', ({ target, detail }) => (window.heard ??= {})[target.id] = detail.reason)</script>";
    let again = "const loupe = document.querySelector('cert-loupe'); loupe.remove(); document.body.append(loupe)";
    let heard = "return window.heard?.loupe ?? null";
    let engine: fn(&str) -> bool = |target| target.starts_with("/embed/engine.js");
    let module: fn(&str) -> bool = |target| target.starts_with("/embed/engine_bg");
    let file: fn(&str) -> bool = |target| target.starts_with("/moved.pem");
    // A redirect, header and all.
    let moved = "302 Found\r\nLocation: https://other.example/chain.pem";
    page.site.serve_too([("/moved.pem".to_owned(), chain().into_bytes())]);
    for (name, policy, instead, reason) in [
        ("moved", "", (file, moved, ""), "unreachable"),
        ("lost", "", (module, "404 Not Found", ""), "unloaded"),
        ("stopped", "", (engine, "200 OK", STOPS), "stopped"),
        (
            "stopped-here",
            "<meta http-equiv='Content-Security-Policy' content=\"worker-src 'none'\">",
            (engine, "200 OK", STOPS),
            "stopped",
        ),
    ] {
        page.site.answer_instead(Some(instead));
        let body = "<cert-loupe id='loupe' src='/moved.pem'>what was written here</cert-loupe>";
        page.open_documentation(name, &format!("{policy}{ELEMENT}{listen}"), body).await;
        page.until(heard, &[], reason).await;
        page.has("cert-loupe", "failed").await;
        page.site.answer_instead(None);
        if name == "stopped-here" {
            assert_eq!(page.run("return window.wasReset", &[]).await, true, "the engine began anew");
        } else if name != "lost" {
            // What a browser could not load as a module, it does not ask for again before the page is loaded anew.
            page.run(again, &[]).await;
            page.has("cert-loupe", "attention").await;
        }
    }
    assert_eq!(page.proxy.requests(), [""; 0], "the other origin was not asked");
}

/// Names that look like markup stay names: nothing in an element or a window is of another kind than what it draws by itself.
pub async fn hostile_names_stay_names_in_it(page: &Page) {
    let hostile = fs::read_to_string(dist().join("examples/hostile.pem")).expect("an example");
    let body = format!("<cert-loupe view='full'></cert-loupe><pre><code class='language-pem'>{hostile}</code></pre>");
    page.open_documentation("hostile", &format!("{ELEMENT}{BLOCKS}"), &body).await;
    page.until("return document.querySelector('cert-loupe').shadowRoot !== null", &[], true).await;
    page.run("document.querySelector('cert-loupe').certificates = arguments[0]", &[json!(hostile)]).await;
    page.until("return document.querySelector('cert-loupe').report?.certificates.length > 0", &[], true).await;
    let button = block(0);
    page.until(&format!("return {button} != null"), &[], true).await;
    page.click_found(&button).await;
    page.until(&format!("return {button}.dataset.verdict != null"), &[], true).await;
    page.click_found(&button).await;
    let strange = "const drawn = ['cert-loupe', '[data-certloupe]'].flatMap((host) => [...document.querySelector(host).shadowRoot.querySelectorAll('*')]); \
        const tags = 'a article bdi button code details dialog div h3 h4 p path pre section slot span summary svg table tbody td th thead tr'.split(' '); \
        return [drawn.length > 100, drawn.some((it) => it.textContent.includes('<img')), drawn.filter((it) => !tags.includes(it.localName) \
            || [...it.attributes].some(({ name, value }) => /^on|^style$|^src/.test(name) || (name === 'href' && !value.startsWith('https://')))) \
            .map((it) => it.outerHTML)]";
    assert_eq!(page.run(strange, &[]).await, json!([true, true, []]));
    assert_eq!(page.notes().await, [""; 0], "what nobody sees");
}

const COME_AND_GO: &str = include_str!("come_and_go.js");

/// Elements that come and go, with their reports or before those, leave nothing: neither nodes nor listeners nor memory, here
/// or in wasm; with a worker and without. If they were kept, that would show.
pub async fn a_hundred_come_and_go(page: &Page) {
    for (name, policy) in
        [("worker", ""), ("here", "<meta http-equiv='Content-Security-Policy' content=\"worker-src 'none'\">")]
    {
        page.open_documentation(name, &format!("{policy}{ELEMENT}"), "<main></main>").await;
        let ([nodes, listeners, heap], wasm) = come_and_go(page, 20, false).await;
        let ([nodes_later, listeners_later, heap_later], wasm_later) = come_and_go(page, 100, false).await;
        assert!(nodes_later <= nodes + 10.0 && listeners_later <= listeners + 2.0, "{nodes_later} {listeners_later}");
        // A report of this chain is some 60 kB as objects: ten that stay would show.
        assert!(heap_later < heap + 500_000.0, "{heap_later} after {heap}");
        assert_eq!(wasm_later, wasm, "the engine's memory grew");
        assert_eq!(wasm > 0.0, name == "here", "an engine in the page");
        let ([nodes_kept, ..], _) = come_and_go(page, 20, true).await;
        assert!(nodes_kept > nodes_later + 1_000.0, "it sees nothing: {nodes_kept}");
    }
    assert_eq!(page.asked_for("/embed/engine_bg.wasm"), 2, "once a page");
}

/// Nodes, listeners and bytes of the page after so many more have come and gone; and the bytes of an engine in it.
async fn come_and_go(page: &Page, count: u32, is_kept: bool) -> ([f64; 3], f64) {
    let given = vec![json!(chain()), json!(count), json!(is_kept)];
    let memory = page.browser.client.execute_async(COME_AND_GO, given).await.unwrap();
    for _ in 0..2 {
        page.browser.chromium_command("HeapProfiler.collectGarbage", json!({})).await;
    }
    page.browser.chromium_command("Performance.enable", json!({})).await;
    let metrics = page.browser.chromium_command("Performance.getMetrics", json!({})).await;
    let metric = |name: &str| {
        let all = metrics["metrics"].as_array().expect("a list of metrics");
        all.iter().find(|it| it["name"] == name).and_then(|it| it["value"].as_f64()).expect(name)
    };
    (["Nodes", "JSEventListeners", "JSHeapUsedSize"].map(metric), memory.as_f64().unwrap_or_else(|| panic!("{memory}")))
}
