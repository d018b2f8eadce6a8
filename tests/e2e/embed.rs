//! The custom element and live code blocks on other people's pages.

use super::{
    dist,
    material::{HOST, House},
    page::Page,
    support::mint::bundle,
};
use serde_json::{Value, json};
use std::fs;

/// Both scripts, as a page names them.
const ELEMENT: &str = "<script src='/embed/certloupe.js' defer></script>";
const BLOCKS: &str = "<script src='/embed/certloupe-docs.js' defer></script>";

/// What the first element's shadow root says, as its verdict or its state.
const STATE: &str = "const root = document.querySelector(arguments[0]).shadowRoot?.querySelector('[data-state]'); \
     return root?.dataset.state === 'done' ? root.querySelector('[data-test=verdict]').dataset.verdict : root?.dataset.state ?? null";
/// Its words.
const WORDS: &str = "return document.querySelector(arguments[0]).shadowRoot.querySelector('[data-state]').innerText";

/// A chain with its root, which nobody trusts: what is to be said of it is a warning.
fn chain() -> String {
    let House { root, issuer, server } = House::new();
    bundle(&[&server, &issuer, &root])
}

/// A page with these elements in head and body.
fn document(head: &str, body: &str) -> Vec<u8> {
    format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Documentation</title>\
         <script src=\"/__watch.js\"></script>{head}</head><body>{body}</body></html>"
    )
    .into_bytes()
}

impl Page {
    /// Opens a page of somebody else, that has these elements in head and body.
    async fn open_documentation(&self, name: &str, head: &str, body: &str) {
        self.site.serve_too([(format!("/{name}.html"), document(head, body))]);
        self.browser.client.goto(&self.site.address(&format!("/{name}.html"))).await.unwrap();
    }

    /// Waits until an element shows a verdict, or is in a state.
    async fn has(&self, element: &str, wanted: impl Into<Value>) {
        self.until(STATE, &[element.into()], wanted).await;
    }

    async fn words(&self, element: &str) -> String {
        self.run(WORDS, &[element.into()]).await.as_str().unwrap_or_default().to_owned()
    }

    /// How often a file was asked for.
    fn asked_for(&self, path: &str) -> usize {
        self.site.requests().iter().filter(|request| request.target.split('?').next() == Some(path)).count()
    }
}

/// From an address, its own text, a script, or a paste; in two languages on one page; and what changes is shown.
pub async fn an_element_shows_certificates(page: &Page) {
    let chain = chain();
    page.site.serve_too([("/chain.pem".to_owned(), chain.clone().into_bytes())]);
    let listen =
        "addEventListener('cert-loupe-report', ({ target, detail }) => (window.heard ??= {})[target.id] = detail)";
    page.open_documentation(
        "element",
        &format!("{ELEMENT}<script>{listen}</script>"),
        &format!(
            "<cert-loupe id='address' src='chain.pem' hosts='{HOST}, other.example'></cert-loupe>\
             <cert-loupe id='text' lang='zh' view='full'><pre>{chain}</pre></cert-loupe>\
             <cert-loupe id='property'></cert-loupe>\
             <cert-loupe id='box'></cert-loupe>\
             <div style='height: 4000px'></div><cert-loupe id='far' src='/examples/leaf-only.pem'></cert-loupe>"
        ),
    )
    .await;
    page.has("#address", "broken").await;
    assert!(page.words("#address").await.contains("other.example"), "the host that is not covered");
    page.has("#text", "attention").await;
    let words = page.words("#text").await;
    assert!(
        words.contains("可用，但需要处理") && words.contains("检查结果") && words.contains("Example TLS CA 3"),
        "{words}"
    );
    // The report is the one of the contract.
    let heard = page
        .run(
            "const { schema, verdict, findings, names } = window.heard.address; \
        return [schema, verdict, findings[0].code, names.hosts.map(({ host, covered }) => [host, covered])]",
            &[],
        )
        .await;
    assert_eq!(heard, json!([1, "broken", "NAM001", [[HOST, true], ["other.example", false]]]));
    assert_eq!(page.run("return document.querySelector('#address').report === window.heard.address", &[]).await, true);

    // What is not in sight has not been asked for.
    assert_eq!((page.asked_for("/examples/leaf-only.pem"), page.asked_for("/embed/engine_bg.wasm")), (0, 1));
    page.has("#far", Value::Null).await;
    page.run("document.querySelector('#far').scrollIntoView()", &[]).await;
    page.has("#far", "broken").await;
    page.run("scrollTo(0, 0)", &[]).await;

    page.has("#property", "empty").await;
    page.run(
        "document.querySelector('#property').certificates = new TextEncoder().encode(arguments[0])",
        &[json!(chain)],
    )
    .await;
    page.has("#property", "attention").await;
    page.run("document.querySelector('#property').certificates = [{ name: 'a.pem', bytes: 'nothing' }]", &[]).await;
    page.has("#property", "broken").await;
    page.run("document.querySelector('#property').lang = 'zh'", &[]).await;
    page.until("return document.querySelector('#property').shadowRoot.textContent.includes('会被拒绝')", &[], true)
        .await;

    page.has("#box", "empty").await;
    let paste = "const box = document.querySelector('#box').shadowRoot.querySelector('textarea'); box.focus(); box.value = arguments[0]; \
                 box.dispatchEvent(new InputEvent('input', { bubbles: true }));";
    page.run(paste, &[json!(chain)]).await;
    page.has("#box", "attention").await;
    assert_eq!(
        page.run("return document.querySelector('#box').shadowRoot.activeElement?.tagName", &[]).await,
        "TEXTAREA"
    );
    page.run(paste, &[json!("")]).await;
    page.has("#box", "empty").await;

    // The whole report, when somebody wants it.
    page.click_found("document.querySelector('#address').shadowRoot.querySelector('summary')").await;
    page.until(
        "return document.querySelector('#address').shadowRoot.querySelector('[data-code=NAM001]') !== null",
        &[],
        true,
    )
    .await;
    assert_eq!(page.asked_for("/embed/engine_bg.wasm"), 1, "one engine for all");
    assert_eq!(page.asked_for("/embed/full_bg.wasm"), 0);
    page.run("document.querySelector('#address').removeAttribute('hosts')", &[]).await;
    page.has("#address", "attention").await;
    assert_eq!(page.notes().await, [""; 0], "what nobody sees");
}

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

/// Scripts twice, versions side by side, styles that reach for it and do not get in, a dark page around it.
pub async fn it_stands_beside_others(page: &Page) {
    for (folder, version) in [("old", "0.0.9"), ("new", "9.1.0")] {
        for file in fs::read_dir(dist().join("embed")).expect("dist/embed").map(Result::unwrap) {
            let name = file.file_name().into_string().expect("a plain name");
            let mut bytes = fs::read(file.path()).unwrap();
            if name == "certloupe.js" {
                let text = String::from_utf8(bytes).unwrap();
                let told = format!("const VERSION = \"{}\"", env!("CARGO_PKG_VERSION"));
                assert!(text.contains(&told), "{text}");
                bytes = text.replace(&told, &format!("const VERSION = \"{version}\"")).into_bytes();
            }
            page.site.serve_too([(format!("/{folder}/{name}"), bytes)]);
        }
    }
    let hostile = "*, p, section { color: rgb(1, 2, 3) !important; font-size: 40px !important; display: inline !important; } \
         cert-loupe { --cl-warning: rgb(4, 5, 6); display: block !important; } cert-loupe::part(facts) { letter-spacing: 7px; }";
    let chain = chain();
    page.open_documentation(
        "clash",
        &format!(
            "<style>{hostile}</style>\
             <script src='/old/certloupe.js' defer></script><script src='/old/certloupe.js' data-tag='cert-loupe-old' defer></script>\
             <script src='/embed/certloupe.js' defer></script><script src='/embed/certloupe.js' type='module'></script>\
             <script src='/new/certloupe.js' defer></script>"
        ),
        &format!(
            "<p id='mine'>text</p><cert-loupe id='one'>{chain}</cert-loupe><cert-loupe id='two'>{chain}</cert-loupe>\
             <cert-loupe-old id='old'>{chain}</cert-loupe-old>"
        ),
    )
    .await;
    for element in ["#one", "#two", "#old"] {
        page.has(element, "attention").await;
    }
    let engines = ["/new", "/old", "/embed"].map(|folder| page.asked_for(&format!("{folder}/engine_bg.wasm")));
    assert_eq!(engines, [1, 1, 0], "the newest, and the one with a name of its own");

    let style = "const part = document.querySelector('#one').shadowRoot.querySelector(`[part='${arguments[0]}']`); \
                 return getComputedStyle(part)[arguments[1]]";
    for (part, property, value) in [
        ("sentence", "fontSize", "18px"),
        ("sentence", "display", "block"),
        ("report", "color", "rgb(28, 30, 33)"),
        ("state", "color", "rgb(4, 5, 6)"),
        ("facts", "letterSpacing", "7px"),
        ("report", "backgroundColor", "rgb(255, 255, 255)"),
    ] {
        assert_eq!(page.run(style, &[json!(part), json!(property)]).await, value, "{part} {property}");
    }
    let mine = "return getComputedStyle(document.querySelector('#mine')).fontSize + document.styleSheets.length + document.adoptedStyleSheets.length";
    assert_eq!(page.run(mine, &[]).await, "40px10", "the page's own styles");
    page.run("document.documentElement.style.colorScheme = 'dark'", &[]).await;
    assert_eq!(
        page.run(style, &[json!("report"), json!("backgroundColor")]).await,
        "rgb(27, 29, 32)",
        "dark as the page"
    );
    assert_eq!(page.notes().await, [""; 0], "what nobody sees");
}

/// A strict policy, one without workers, Trusted Types with and without a blessing, one that forbids WebAssembly; and an
/// element that comes from another origin.
pub async fn policies_of_other_pages(page: &Page) {
    let chain = chain();
    let strict = "default-src 'none'; connect-src 'self'; script-src 'self' 'wasm-unsafe-eval'";
    let body = format!("<cert-loupe>{chain}</cert-loupe><pre><code class='language-pem'>{chain}</code></pre>");
    let scripts = format!("{ELEMENT}{BLOCKS}");
    for (name, policy, worker) in [
        ("strict", format!("{strict}; worker-src 'self'"), true),
        ("no-worker", format!("{strict}; worker-src 'none'"), false),
        (
            "blessed",
            format!("{strict}; worker-src 'self'; require-trusted-types-for 'script'; trusted-types certloupe"),
            true,
        ),
        (
            "unblessed",
            format!("{strict}; worker-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'"),
            false,
        ),
    ] {
        let head = format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">{scripts}");
        let before = page.asked_for("/embed/worker.js");
        page.open_documentation(name, &head, &body).await;
        page.has("cert-loupe", "attention").await;
        assert_eq!(page.asked_for("/embed/worker.js") > before, worker, "{name}: a worker");
        page.inspect_block(0, "attention").await;
    }
    let elsewhere = scripts.replace("'/embed/", &format!("'http://localhost:{}/embed/", page.site.port));
    page.open_documentation("elsewhere", &elsewhere, &body).await;
    page.has("cert-loupe", "attention").await;
    page.inspect_block(0, "attention").await;

    let head = format!(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; connect-src 'self'; script-src 'self'; worker-src 'none'\">{scripts}"
    );
    page.open_documentation("forbidden", &head, &body).await;
    page.has("cert-loupe", "failed").await;
    let said = page.words("cert-loupe").await;
    assert!(said.contains("Add 'wasm-unsafe-eval' to its script-src"), "{said}");
    let readable = "return document.querySelector('cert-loupe').shadowRoot.querySelector('slot').assignedNodes()[0].data.includes('BEGIN CERTIFICATE')";
    assert_eq!(page.run(readable, &[]).await, true);
}

/// The button of a code block.
fn block(number: usize) -> String {
    format!("document.querySelectorAll('[data-certloupe=block]')[{number}]?.shadowRoot.querySelector('button')")
}

impl Page {
    async fn inspect_block(&self, number: usize, verdict: &str) {
        let button = block(number);
        self.until(&format!("return {button} != null"), &[], true).await;
        self.click_found(&button).await;
        self.until(&format!("return {button}.dataset.verdict ?? {button}.textContent"), &[], verdict).await;
    }
}

/// Where everything on the page is, but for what the blocks have been given.
const PLACES: &str = "return JSON.stringify([...document.querySelectorAll('body *')].filter((it) => !it.dataset.certloupe) \
     .map((it) => { const { x, y, width, height } = it.getBoundingClientRect(); return [it.tagName, x, y + scrollY, width, height]; }))";

/// A button on each, a line of verdict in its place, everything in a window of its own; nothing moves, and nothing is
/// fetched before somebody asks.
pub async fn code_blocks_come_alive(page: &Page) {
    let chain = chain();
    let narrow = "<style>pre { overflow: auto; background: #eee; padding: 12px; margin: 20px 0 } .narrow { width: 300px } \
                  .floats code { float: left; min-width: 100% } pre:last-child { margin-bottom: 50px }</style>";
    let body = format!(
        "<p>before</p><pre><code class='language-pem'>{chain}</code></pre><p>between</p>\
         <div class='language-pem narrow'><pre><code>{}</code></pre></div><p>between</p>\
         <pre class='language-pem floats'><code>{}</code></pre><pre><code class='language-js'>no();</code></pre>\
         <div style='height: 3000px'></div><section lang='zh'><pre><code class='language-pem'>nothing</code></pre></section><p>after</p>",
        chain.replace('\n', "<br>"),
        chain.lines().map(|line| format!("<span>{line}\n</span>")).collect::<String>(),
    );
    page.open_documentation("without", narrow, &body).await;
    let before = page.run(PLACES, &[]).await;
    page.open_documentation("blocks", &format!("{BLOCKS}{narrow}"), &body).await;
    page.until("return document.querySelectorAll('[data-certloupe=block]').length", &[], 4).await;
    assert_eq!(page.run(PLACES, &[]).await, before, "something moved for the buttons");
    assert_eq!(
        (page.asked_for("/embed/engine.js"), page.asked_for("/embed/engine_bg.wasm")),
        (0, 0),
        "nobody has asked"
    );
    assert_eq!(page.run(&format!("return {}.textContent", block(3)), &[]).await, "检查");

    page.inspect_block(0, "attention").await;
    // The others in sight follow; what is further down waits.
    for number in [1, 2] {
        page.run("document.querySelectorAll('pre')[arguments[0]].scrollIntoView()", &[json!(number)]).await;
        page.until(&format!("return {}.dataset.verdict", block(number)), &[], "attention").await;
    }
    assert_eq!(page.run(&format!("return {}.dataset.verdict ?? null", block(3)), &[]).await, Value::Null);
    assert_eq!(page.run(PLACES, &[]).await, before, "something moved for the verdicts");
    let inside = "return [...document.querySelectorAll('pre')].slice(0, 3).every((pre) => { const [block, button] = [pre, \
         pre.querySelector('[data-certloupe]').shadowRoot.querySelector('button')].map((it) => it.getBoundingClientRect()); \
         return block.left <= button.left && button.right <= block.right && block.top <= button.top && button.bottom <= block.bottom; })";
    assert_eq!(page.run(inside, &[]).await, true, "the buttons are in their blocks");

    page.click_found(&block(0)).await;
    let dialog = "document.querySelector('[data-certloupe]').shadowRoot.querySelector('dialog')";
    page.until(
        &format!("return {dialog}?.open && {dialog}.querySelectorAll('[data-test=finding]').length > 2"),
        &[],
        true,
    )
    .await;
    page.click_found(&format!("{dialog}.querySelector('[data-test=close]')")).await;
    page.until(&format!("return {dialog}"), &[], Value::Null).await;
    assert_eq!(page.run("return document.activeElement.dataset.certloupe", &[]).await, "block", "back to the button");

    // Pages that are drawn anew, as frameworks do.
    page.run(
        "document.body.innerHTML = `<pre><code class='language-pem'>${arguments[0]}</code></pre>`",
        &[json!(chain)],
    )
    .await;
    page.until(&format!("return {}?.dataset.verdict ?? null", block(0)), &[], "attention").await;
    assert_eq!(page.asked_for("/embed/engine_bg.wasm"), 1, "one engine");
    assert_eq!(page.notes().await, [""; 0], "what nobody sees");
}

/// The page in a frame of another origin: as high as what it shows, in the language of that page, taking certificates from
/// it and telling it the verdict; and deaf and dumb to everybody else.
pub async fn the_page_in_a_frame(page: &Page) {
    let (inner, outer) = ("127.0.0.1", "localhost");
    let address = |host: &str, path: &str| format!("http://{host}:{}{path}", page.site.port);
    let heard = "addEventListener('message', ({ data, origin }) => (window.heard ??= []).push([origin, data.type, data.verdict ?? null]))";
    let framed = |frame: &str| {
        let body = format!("<p>above</p>{frame}<p>below</p>");
        document(&format!("<script>{heard}</script><script src='/embed/certloupe-frame.js' defer></script>"), &body)
    };
    let whole = format!("<iframe data-certloupe='{}' style='width: 100%'></iframe>", address(inner, "/index.html"));
    page.site.serve_too([(
        "/framed.html".to_owned(),
        framed(&whole.replace("<iframe", "<div lang='zh'><iframe").replace("</iframe>", "</iframe></div>")),
    )]);
    page.browser.client.goto(&address(outer, "/framed.html")).await.unwrap();
    let types = "return [...new Set((window.heard ?? []).map(([, type]) => type))].sort()";
    page.until(types, &[], json!(["height", "ready"])).await;
    let height = "return Math.round(document.querySelector('iframe').getBoundingClientRect().height)";
    let before = page.run(height, &[]).await.as_i64().expect("a height");

    let send = "document.querySelector('iframe').contentWindow.postMessage({ certloupe: 1, type: 'inspect', text: arguments[0] }, arguments[1])";
    let origins = address(inner, "");
    page.run(send, &[json!(chain()), json!(origins)]).await;
    page.until(
        "return window.heard.filter(([, type]) => type === 'verdict').map(([, , verdict]) => verdict)",
        &[],
        json!(["attention"]),
    )
    .await;
    page.until(&format!("{} > {before}", height.replace("return ", "return (") + ")"), &[], true).await;
    assert_eq!(
        page.run("return window.heard.every(([origin]) => origin === arguments[0])", &[json!(origins)]).await,
        true
    );
    // The frame is as high as its page, which has no bars.
    page.browser.client.clone().enter_frame(0).await.unwrap();
    page.until("return document.documentElement.scrollHeight <= innerHeight + 1", &[], true).await;
    assert_eq!(page.run("return document.documentElement.lang", &[]).await, "zh-CN");
    assert_eq!(
        page.run("return navigator.serviceWorker ? navigator.serviceWorker.controller : null", &[]).await,
        Value::Null
    );
    page.browser.client.clone().enter_parent_frame().await.unwrap();

    // Not to another origin than the one that is named, and nothing from there.
    let named = format!(
        "<iframe data-certloupe src='{}' style='width: 100%'></iframe>",
        address(inner, "/index.html?embed=1&origin=https%3A%2F%2Fdocs.example")
    );
    page.site.serve_too([("/unnamed.html".to_owned(), framed(&named))]);
    page.browser.client.goto(&address(outer, "/unnamed.html")).await.unwrap();
    page.browser.client.clone().enter_frame(0).await.unwrap();
    page.is_there().await;
    page.browser.client.clone().enter_parent_frame().await.unwrap();
    page.run(send, &[json!(chain()), json!(origins)]).await;
    page.browser.client.clone().enter_frame(0).await.unwrap();
    // What it were to take, it would have before this.
    page.paste("nothing").await;
    page.verdict("broken").await;
    assert_eq!(page.input().await, "nothing");
    page.browser.client.clone().enter_parent_frame().await.unwrap();
    assert_eq!(page.run("return window.heard ?? []", &[]).await, json!([]));
}

const COME_AND_GO: &str = include_str!("come_and_go.js");

/// Elements that come and go, with their reports, leave nothing: neither nodes nor listeners nor memory, here or in wasm.
pub async fn a_hundred_come_and_go(page: &Page) {
    let policy = "<meta http-equiv='Content-Security-Policy' content=\"worker-src 'none'\">";
    page.open_documentation("leaks", &format!("{policy}{ELEMENT}"), "<main></main>").await;
    let chain = chain();
    let mut left = Vec::new();
    for count in [20, 100] {
        let memory = page.browser.client.execute_async(COME_AND_GO, vec![json!(chain), json!(count)]).await.unwrap();
        for _ in 0..2 {
            page.browser.chromium_command("HeapProfiler.collectGarbage", json!({})).await;
        }
        page.browser.chromium_command("Performance.enable", json!({})).await;
        let metrics = page.browser.chromium_command("Performance.getMetrics", json!({})).await;
        let metric = |name: &str| {
            let all = metrics["metrics"].as_array().expect("a list of metrics");
            all.iter().find(|it| it["name"] == name).and_then(|it| it["value"].as_f64()).expect(name)
        };
        let names = ["Nodes", "JSEventListeners", "JSHeapUsedSize"];
        left.push((names.map(metric), memory.as_f64().unwrap_or_else(|| panic!("{memory}"))));
    }
    let ([nodes, listeners, heap], wasm) = left[0];
    let ([nodes_later, listeners_later, heap_later], wasm_later) = left[1];
    assert!(nodes_later <= nodes + 10.0 && listeners_later <= listeners + 2.0, "{left:?}");
    // A report of this chain is some 60 kB as objects: ten that stay would show.
    assert!(heap_later < heap + 500_000.0, "{left:?}");
    assert_eq!(wasm_later, wasm, "the engine's memory grew");
}
