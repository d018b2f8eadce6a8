//! The custom element on other people's pages.

use super::{
    access::{AXE, NARROW, judge, lines, widen},
    blocks::block,
    dist,
    material::{HOST, House},
    page::Page,
    support::mint::bundle,
};
use serde_json::{Value, json};
use std::fs;

/// Both scripts, as a page names them.
pub const ELEMENT: &str = "<script src='/embed/certloupe.js' defer></script>";
pub const BLOCKS: &str = "<script src='/embed/certloupe-docs.js' defer></script>";

/// What the first element's shadow root says, as its verdict or its state.
const STATE: &str = "const root = document.querySelector(arguments[0]).shadowRoot?.querySelector('[data-state]'); \
     return root?.dataset.state === 'done' ? root.querySelector('[data-test=verdict]').dataset.verdict : root?.dataset.state ?? null";
/// Its words.
const WORDS: &str = "return document.querySelector(arguments[0]).shadowRoot.querySelector('[data-state]').innerText";

/// A chain with its root, which nobody trusts: what is to be said of it is a warning.
pub fn chain() -> String {
    let House { root, issuer, server } = House::new();
    bundle(&[&server, &issuer, &root])
}

/// A page with these elements in head and body.
pub fn document(head: &str, body: &str) -> Vec<u8> {
    format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Documentation</title>\
         <script src=\"/__watch.js\"></script>{head}</head><body>{body}</body></html>"
    )
    .into_bytes()
}

impl Page {
    /// Opens a page of somebody else, that has these elements in head and body.
    pub async fn open_documentation(&self, name: &str, head: &str, body: &str) {
        self.site.serve_too([(format!("/{name}.html"), document(head, body))]);
        self.browser.client.goto(&self.site.address(&format!("/{name}.html"))).await.unwrap();
    }

    /// Waits until an element shows a verdict, or is in a state.
    pub async fn has(&self, element: &str, wanted: impl Into<Value>) {
        self.until(STATE, &[element.into()], wanted).await;
    }

    pub async fn words(&self, element: &str) -> String {
        self.run(WORDS, &[element.into()]).await.as_str().unwrap_or_default().to_owned()
    }

    /// How often a file was asked for.
    pub fn asked_for(&self, path: &str) -> usize {
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

    // What a framework fills in late, or another way; and a page that changes its language.
    page.run("document.querySelector('#text').textContent = 'nothing'", &[]).await;
    page.has("#text", "broken").await;
    page.run("document.querySelector('#text').textContent = arguments[0]", &[json!(chain)]).await;
    page.has("#text", "attention").await;
    page.run("document.documentElement.lang = 'zh'", &[]).await;
    page.until("return document.querySelector('#address').shadowRoot.textContent.includes('会被拒绝')", &[], true)
        .await;
    page.run("document.documentElement.lang = 'en'", &[]).await;
    page.until(
        "return document.querySelector('#address').shadowRoot.textContent.includes('Will be refused')",
        &[],
        true,
    )
    .await;
    let many = "window.count = 0; const loupe = document.querySelector('#text'); \
                loupe.addEventListener('cert-loupe-report', () => window.count++); \
                for (const host of ['a.example', 'b.example', 'c.example']) loupe.setAttribute('hosts', host)";
    page.run(many, &[]).await;
    page.has("#text", "broken").await;
    assert_eq!(page.run("return window.count", &[]).await, 1, "three changes are one question");

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
    // From another origin, as a classic script and as a module.
    for (name, kind) in [("elsewhere", "defer"), ("modules-elsewhere", "type='module'")] {
        let server = format!("'http://localhost:{}/embed/", page.site.port);
        let head = scripts.replace("'/embed/", &server).replace("defer", kind);
        page.open_documentation(name, &head, &body).await;
        page.has("cert-loupe", "attention").await;
        page.inspect_block(0, "attention").await;
    }

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

/// axe-core finds nothing in an element or a block, whatever they show, in both languages and colours, wide and narrow.
pub async fn axe_finds_nothing_in_an_element(page: &Page) {
    let (judge, chain) = (judge(), chain());
    let mut found = Vec::new();
    for lang in ["en", "zh"] {
        let body = format!(
            "<main lang='{lang}'><h1>Documentation</h1><h2>Elements</h2><cert-loupe id='whole' view='full'><pre>{chain}</pre></cert-loupe>\
             <cert-loupe id='short'><pre>{chain}</pre></cert-loupe><cert-loupe id='box'></cert-loupe><cert-loupe id='none' src='/none'></cert-loupe>\
             <pre tabindex='0'><code class='language-pem'>{chain}</code></pre></main>"
        );
        let look = "<style>body { background: Canvas; color: CanvasText; margin: 8px } pre { overflow: auto }</style>";
        page.open_documentation(lang, &format!("{ELEMENT}{BLOCKS}{look}"), &body).await;
        for (element, state) in
            [("#whole", "attention"), ("#short", "attention"), ("#box", "empty"), ("#none", "failed")]
        {
            page.run("document.querySelector(arguments[0]).scrollIntoView()", &[json!(element)]).await;
            page.has(element, state).await;
        }
        page.inspect_block(0, "attention").await;
        page.run(&judge, &[]).await;
        for (colour, width) in [("light", 1280), ("dark", 1280), ("light", NARROW), ("dark", NARROW)] {
            widen(page, width, 1).await;
            page.run("document.documentElement.style.colorScheme = arguments[0]", &[json!(colour)]).await;
            for opened in [false, true] {
                if opened {
                    page.click_found(&block(0)).await;
                }
                let lines = lines(page.run_async(AXE).await);
                found.extend(
                    lines.into_iter().map(|line| format!("{lang}, {colour}, {width}, dialog {opened}: {line}")),
                );
            }
            page.run("document.querySelector('[data-certloupe]').shadowRoot.querySelector('dialog').close()", &[])
                .await;
        }
    }
    assert_eq!(found, [""; 0]);
    page.run("document.querySelector('#whole').shadowRoot.querySelector('[part=sentence]').style.color = '#eee'", &[])
        .await;
    page.run("document.documentElement.style.colorScheme = 'light'", &[]).await;
    assert!(!lines(page.run_async(AXE).await).is_empty(), "it sees nothing");
}

/// On paper an element is black on white, whatever the page is, and has nothing that only works on a screen.
pub async fn an_element_on_paper(page: &Page) {
    let chain = chain();
    let body = format!(
        "<cert-loupe id='whole' view='full'>{chain}</cert-loupe><cert-loupe id='box'></cert-loupe>\
         <pre><code class='language-pem'>{chain}</code></pre>"
    );
    let dark = "<style>:root { color-scheme: dark } cert-loupe { --cl-panel: #012 }</style>";
    page.open_documentation("paper", &format!("{ELEMENT}{BLOCKS}{dark}"), &body).await;
    page.has("#whole", "attention").await;
    page.has("#box", "empty").await;
    page.until(&format!("return {} != null", block(0)), &[], true).await;
    let shown = format!(
        "const part = (of, what) => getComputedStyle(document.querySelector(of).shadowRoot.querySelector(what)); \
         return [part('#whole', '[part=report]').backgroundColor, part('#whole', '[part=sentence]').color, \
             part('#box', 'textarea').display, getComputedStyle({}.parentNode).display]",
        block(0)
    );
    assert_eq!(page.run(&shown, &[]).await, json!(["rgb(0, 17, 34)", "rgb(233, 233, 228)", "block", "block"]));
    page.browser.chromium_command("Emulation.setEmulatedMedia", json!({ "media": "print" })).await;
    assert_eq!(page.run(&shown, &[]).await, json!(["rgb(255, 255, 255)", "rgb(0, 0, 0)", "none", "none"]));
}
