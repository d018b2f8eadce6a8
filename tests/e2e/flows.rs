//! What people do with the page, from the first look to the file in their hands. A long file: one flow after the other.

use super::{
    material::{HOST, House, many, nobodys},
    openssl,
    page::Page,
};
use certloupe::{
    api::Session,
    report::{
        Options, Source, Timestamp,
        wire::{DeployOptions, PROTOCOL, Profile, Reply, Request},
    },
};
use serde_json::json;
use std::time::Duration;

/// What the deployer's files begin with.
const DEPLOYER: &str = "/deploy";

/// What the files begin with of what stands behind the tabs.
const LOOK: &str = "/look";

/// Whether the panel of the open tab is filled.
pub const FILLED: &str = "return document.querySelector('[role=tabpanel]')?.textContent.length > 40";

/// Paste → verdict → fix → download.
pub async fn paste_fix_download(page: &Page) {
    page.open_site().await;
    repair_and_download(page).await;
    page.leaves_nothing_behind().await;
}

/// No file is fetched twice on the way to the whole answer, whatever was loaded ahead.
pub async fn each_file_once(page: &Page) {
    page.open_site().await;
    page.paste(&House::new().chain()).await;
    page.state("done").await;
    page.find_by("#cl-panel > *").await;
    let mut targets: Vec<_> = page.site.requests().into_iter().map(|request| request.target).collect();
    assert!(targets.iter().any(|target| target.starts_with("/glance_bg.wasm")), "{targets:?}");
    targets.sort();
    let twice: Vec<_> = targets.windows(2).filter(|pair| pair[0] == pair[1]).collect();
    assert!(twice.is_empty(), "{twice:?}");
    page.leaves_nothing_behind().await;
}

/// The same from a file on the disk, without any server.
pub async fn one_file_from_the_disk(page: &Page) {
    page.open_file().await;
    repair_and_download(page).await;
    page.click("tab-deploy").await;
    page.find("config").await;
    page.try_example("leaf-only").await;
    page.finding("CHN003", true).await;
    // The supply stands in the file.
    page.click("tab-chain").await;
    page.paste(&nobodys().pem()).await;
    page.find_by("[data-test=supply][data-supply=lacks]").await;
    assert!(page.text("missing").await.contains("2026"), "the date of the supply");
    assert_eq!(page.notes().await, [""; 0], "what the page did not show");
    assert_eq!(page.proxy.requests(), [""; 0], "requests that left the file");
    assert_eq!(page.site.requests(), [], "requests to the site");
}

async fn repair_and_download(page: &Page) {
    let house = House::new();
    let wrong = house.wrong_order();
    page.paste(&wrong).await;
    page.verdict("broken").await;
    assert!(page.codes().await.contains(&"CHN002".to_owned()), "{:?}", page.codes().await);

    page.click_on("[data-test=finding][data-code=CHN002] [data-test=fix]").await;
    page.finding("CHN002", false).await;
    page.find("repaired").await;
    assert_eq!(page.input().await.trim(), wrong.trim(), "the input is the user's");

    page.click("download").await;
    let fullchain = page.browser.downloaded("fullchain.pem").await;
    let judge = |file: &[u8]| openssl::is_chain(file, &house.root.pem(), HOST, page.browser.home());
    assert!(judge(wrong.as_bytes()).is_err(), "openssl takes the wrong order for right: it judges nothing");
    assert_eq!(judge(&fullchain), Ok(()));
}

/// Two files at once, one of them not even text.
pub async fn upload_two_files(page: &Page) {
    let house = House::new();
    page.open_site().await;
    page.upload(&[("1_shop.crt", house.server.pem().as_bytes()), ("intermediate.der", &house.issuer.der)]).await;
    page.until("return document.querySelectorAll('[data-test=given]').length", &[], 2).await;
    page.state("done").await;
    let given = page.given().await;
    for part in ["1_shop.crt", "intermediate.der", HOST, "Example TLS CA 3"] {
        assert!(given.contains(part), "{part} in {given}");
    }
    for code in ["CHN001", "CHN002", "INP001", "INP003"] {
        assert!(!page.codes().await.contains(&code.to_owned()), "{code}");
    }
    // One more file joins the others.
    page.upload(&[("notes.txt", b"nothing of interest")]).await;
    page.until("return document.querySelectorAll('[data-test=given]').length", &[], 3).await;
    page.state("done").await;
    page.leaves_nothing_behind().await;
}

/// A folder as a CA sends it, dropped: everything inside is taken, however deep it lies, and wherever it is dropped.
pub async fn drop_a_folder(page: &Page) {
    let house = House::new();
    for part in ["[data-test=drop]", "h1", "footer"] {
        page.open_site().await;
        page.drop_folder("from the CA", &sent(&house, &house.server.pem()), part).await;
        takes_all_three(page).await;
    }
}

/// The same folder, picked.
pub async fn pick_a_folder(page: &Page) {
    let house = House::new();
    page.open_site().await;
    page.pick_folder("from the CA", &sent(&house, &house.server.pem())).await;
    takes_all_three(page).await;
}

fn sent<'a>(house: &'a House, server: &'a str) -> [(&'static str, &'a [u8]); 3] {
    [
        ("nginx/shop.crt", server.as_bytes()),
        ("nginx/more/issuer.der", &house.issuer.der),
        ("read me.txt", b"Thank you for your order."),
    ]
}

async fn takes_all_three(page: &Page) {
    page.until("return document.querySelectorAll('[data-test=given]').length", &[], 3).await;
    page.state("done").await;
    let given = page.given().await;
    for part in ["shop.crt", "issuer.der", "read me.txt", HOST, "Example TLS CA 3"] {
        assert!(given.contains(part), "{part} in {given}");
    }
    page.leaves_nothing_behind().await;
}

/// Hosts, typed key by key.
pub async fn hosts_typed(page: &Page) {
    page.open_site().await;
    page.paste(&House::new().chain()).await;
    page.state("done").await;
    page.finding("NAM001", false).await;
    page.find("hosts").await.send_keys(&format!("{HOST},pay.example.net,")).await.unwrap();
    page.finding("NAM001", true).await;
    let found = "return document.querySelector('[data-code=NAM001]').textContent.includes('pay.example.net')";
    page.until(found, &[], true).await;
    page.click("tab-names").await;
    page.until("return document.querySelector('[role=tabpanel]').textContent.includes('pay.example.net')", &[], true)
        .await;
    page.leaves_nothing_behind().await;
}

/// Both languages, in place, and remembered.
pub async fn language_switch(page: &Page) {
    page.open_site().await;
    page.paste(&House::new().wrong_order()).await;
    page.verdict("broken").await;
    let han = "return /\\p{Script=Han}/u.test(document.querySelector('[data-test=verdict]').textContent)";
    for (hook, chinese) in [("lang-zh", true), ("lang-en", false), ("lang-zh", true)] {
        page.click(hook).await;
        page.until(han, &[], chinese).await;
        page.until("return document.documentElement.lang.startsWith('zh')", &[], chinese).await;
    }
    page.leaves_nothing_behind().await;
    page.open_site().await;
    page.until("return document.documentElement.lang.startsWith('zh')", &[], true).await;
    assert_eq!(page.input().await, "", "the input is not remembered");
    page.leaves_nothing_behind().await;
}

/// Every configuration is the engine's own, to the byte, and the copy is too.
pub async fn deploy_and_copy(page: &Page) {
    let chain = House::new().chain();
    page.open_site().await;
    page.paste(&chain).await;
    page.state("done").await;
    let deployer = || page.site.requests().iter().filter(|request| request.target.starts_with(DEPLOYER)).count();
    assert_eq!(deployer(), 0, "the first verdict waited for configurations");
    page.click("tab-deploy").await;
    page.find("upstream").await.send_keys("http://127.0.0.1:3000").await.unwrap();
    let mut engine = Session::default();
    let sources = vec![Source { name: String::new(), bytes: chain.into_bytes() }];
    engine.answer(Request::Inspect { sources, options: Box::new(Options::at(Timestamp::day(2026, 11, 21))) });
    for target in ["nginx", "apache", "caddy"] {
        page.choose("target", target).await;
        for profile in Profile::ALL {
            page.choose("profile", profile.id()).await;
            let upstream = Some("http://127.0.0.1:3000".to_owned());
            let options = DeployOptions { target: target.to_owned(), profile, upstream, ..DeployOptions::default() };
            let wanted = match engine.answer(Request::Deploy(options)) {
                Reply::Deployment(made) => String::from_utf8(made.configs[0].bytes.clone()).unwrap(),
                other => panic!("{target} {}: {other:?}", profile.id()),
            };
            assert!(wanted.contains(HOST));
            page.until("return document.querySelector('[data-test=config]')?.textContent", &[], wanted).await;
        }
    }
    assert_eq!(deployer(), 2, "the deployer's script and module, each once");
    let shown = page.text("config").await;
    page.click_on("figure:has([data-test=config]) .cl-copy").await;
    page.until("return __watch.copied", &[], shown).await;
    page.leaves_nothing_behind().await;
}

/// A crash of the engine costs a click, not the input.
pub async fn crash_of_the_worker(page: &Page) {
    let wrong = House::new().wrong_order();
    page.open_site().await;
    page.paste(&wrong).await;
    page.verdict("broken").await;
    page.run("__watch.spoilNext = true", &[]).await;
    let more = format!("{wrong}\n");
    page.paste(&more).await;
    page.find("notice").await;
    page.state("failed").await;
    assert_eq!(page.input().await, more);
    page.click_on("[data-test=notice] .cl-button").await;
    page.verdict("broken").await;
    page.until("return document.querySelector('[data-test=notice]')", &[], json!(null)).await;
    page.leaves_nothing_behind_but(Some("not a request")).await;
}

/// A crash over a configuration leaves the verdict, and the next choice gets its configuration.
pub async fn crash_of_the_deployer(page: &Page) {
    page.open_site().await;
    page.paste(&House::new().chain()).await;
    page.state("done").await;
    page.click("tab-deploy").await;
    page.find("config").await;
    page.run("__watch.spoilNext = true", &[]).await;
    page.choose("target", "apache").await;
    page.find("notice").await;
    page.state("done").await;
    page.choose("target", "caddy").await;
    let found = "return document.querySelector('[data-test=config]').closest('figure').textContent.includes('.caddy')";
    page.until(found, &[], true).await;
    page.leaves_nothing_behind_but(Some("not a request")).await;
}

/// A visitor whose connection broke after the verdict keeps it, hears why there is no configuration, and can try again.
pub async fn the_deployer_is_not_there(page: &Page) {
    page.open_site().await;
    page.paste(&House::new().chain()).await;
    page.state("done").await;
    page.site.answer_instead(Some((|target| target.starts_with(DEPLOYER), "404 Not Found", "")));
    page.click("tab-deploy").await;
    page.find("notice").await;
    page.state("done").await;
    page.site.answer_instead(None);
    page.click("tab-chain").await;
    page.click("tab-deploy").await;
    page.find("config").await;
    page.leaves_nothing_behind_but(Some(DEPLOYER)).await;
}

/// The same for the engine that has everything: what the other one can do goes on.
pub async fn the_full_engine_is_not_there(page: &Page) {
    const FULL: &str = "/full";
    page.open_site().await;
    page.paste(&House::new().chain()).await;
    page.state("done").await;
    page.site.answer_instead(Some((|target| target.starts_with(FULL), "404 Not Found", "")));
    page.click_on("[data-test=create] summary").await;
    page.find("create-names").await.send_keys("new.example.com").await.unwrap();
    page.click("create-do").await;
    page.find("notice").await;
    page.paste(&House::new().wrong_order()).await;
    page.state("done").await;
    page.finding("CHN002", true).await;
    page.site.answer_instead(None);
    page.click("create-do").await;
    page.find_by("[data-file='privkey.pem']").await;
    page.leaves_nothing_behind_but(Some(FULL)).await;
}

/// The same for what stands behind the tabs: the verdict does without it.
pub async fn the_look_is_not_there(page: &Page) {
    page.site.answer_instead(Some((|target| target.starts_with("/look.js"), "404 Not Found", "")));
    page.open_site().await;
    page.paste(&House::new().wrong_order()).await;
    page.verdict("broken").await;
    page.finding("CHN002", true).await;
    page.find("notice").await;
    page.state("done").await;
    page.until("return document.querySelector('[role=tabpanel]').childElementCount", &[], 0).await;
    page.site.answer_instead(None);
    page.click_on("[data-test=notice] .cl-button").await;
    page.until(FILLED, &[], true).await;
    page.click("tab-names").await;
    page.until(FILLED, &[], true).await;
    page.until("return document.querySelector('[data-test=notice]')", &[], json!(null)).await;
    page.leaves_nothing_behind_but(Some(LOOK)).await;
}

/// A module of another day behind the tabs is told by its number, and a fresh one takes its place.
pub async fn a_look_of_another_day(page: &Page) {
    let stale: fn(&str) -> bool = |target| target.starts_with("/look.js") && !target.contains("fresh");
    let old = |protocol: u32, show: &str| {
        let script = format!(
            "export default () => {{ Object.assign(certloupeLook, {{ protocol: {protocol}, show: {show} }}); }};"
        );
        &*script.leak()
    };
    for script in [old(1, "() => true"), old(PROTOCOL, "() => false"), old(PROTOCOL, "() => { throw new Error(); }")] {
        page.site.answer_instead(Some((stale, "200 OK", script)));
        page.open_site().await;
        page.paste(&House::new().wrong_order()).await;
        page.until(FILLED, &[], true).await;
        page.until("return document.querySelector('[data-test=notice]')", &[], json!(null)).await;
    }
    page.leaves_nothing_behind().await;
}

/// What runs in a worker lives under the page's policy: it can not leave the origin either, whatever the server sends.
pub async fn the_policy_holds_in_workers(page: &Page) {
    let worker: fn(&str) -> bool = |target| target.starts_with("/worker.js");
    let script = "export default async () => {
        const outside = await fetch('http://fetched.example/', { mode: 'no-cors' }).then(() => 'left', () => 'stayed');
        await fetch(new URL(`index.html?v=${outside === 'left' ? 1 : 0}`, import.meta.url));
    };";
    page.site.answer_instead(Some((worker, "200 OK", script)));
    page.open_site().await;
    let told = async || {
        loop {
            if let Some(request) =
                page.site.requests().iter().find(|request| request.target.starts_with("/index.html?v="))
            {
                return request.target.clone();
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    };
    assert_eq!(told().await, "/index.html?v=0", "a worker reached another origin");
    assert_eq!(page.proxy.requests(), [""; 0], "requests that left the origin");
}

/// A worker of another day, out of a cache, is not understood, and a fresh one takes its place before anybody notices.
pub async fn a_worker_of_another_day(page: &Page) {
    let stale: fn(&str) -> bool = |target| target.starts_with("/worker.js") && !target.contains("fresh");
    for script in [
        "export default () => postMessage({ id: 0, body: { Ready: { protocol: 1 } } });",
        "export default () => postMessage(Uint8Array.of(0, 0, 99));",
        "export default () => postMessage(Uint8Array.of(200, 200));",
    ] {
        page.site.answer_instead(Some((stale, "200 OK", script)));
        page.open_site().await;
        page.paste(&House::new().wrong_order()).await;
        page.verdict("broken").await;
        assert!(page.site.requests().iter().any(|request| request.target.contains("&fresh=")), "{script}");
        page.until("return document.querySelector('[data-test=notice]')", &[], json!(null)).await;
    }
    page.leaves_nothing_behind().await;
}

/// Work that takes long says so and can be stopped; the page stays usable meanwhile and afterwards.
pub async fn cancel(page: &Page) {
    page.open_site().await;
    page.upload(&[("many.pem", many(18_000).as_bytes())]).await;
    page.find("progress").await;
    page.click("lang-zh").await;
    page.until("return document.documentElement.lang.startsWith('zh')", &[], true).await;
    page.click("cancel").await;
    page.state("failed").await;
    page.find("notice").await;
    assert!(page.text("given").await.contains("many.pem"), "the input is kept");
    page.click("clear").await;
    page.paste(&House::new().wrong_order()).await;
    page.verdict("broken").await;
    page.finding("CHN002", true).await;
    page.leaves_nothing_behind().await;
}

/// Every example, every tab, both colours: all that no other flow touches.
pub async fn look_at_everything(page: &Page) {
    page.open_site().await;
    let examples =
        page.run("return [...document.querySelectorAll('[data-test=example]')].map((one) => one.dataset.example)", &[]);
    let examples: Vec<String> = serde_json::from_value(examples.await).unwrap();
    assert!(examples.len() >= 5, "{examples:?}");
    page.click_on("[data-test=create] summary").await;
    page.find("create-names").await;
    for example in &examples {
        page.try_example(example).await;
        for tab in ["chain", "names", "dates", "deploy", "details"] {
            page.click(&format!("tab-{tab}")).await;
            let open = format!("return document.querySelector('[data-test=tab-{tab}]').ariaSelected");
            page.until(&open, &[], "true").await;
            page.until(FILLED, &[], true).await;
        }
    }
    let mut themes = Vec::new();
    for _ in 0..3 {
        page.click("theme").await;
        tokio::time::sleep(Duration::from_millis(100)).await;
        themes.push(page.run("return getComputedStyle(document.body).backgroundColor", &[]).await.to_string());
    }
    themes.sort();
    themes.dedup();
    assert!(themes.len() > 1, "one colour only: {themes:?}");
    page.click("clear").await;
    page.state("empty").await;
    let look = page.site.requests().iter().filter(|request| request.target.starts_with(LOOK)).count();
    assert_eq!(look, 3, "script, module and sheet of what stands behind the tabs, each once");
    page.leaves_nothing_behind().await;
}

/// An example that can not be loaded says so, and leaves alone what was put in.
pub async fn example_out_of_reach(page: &Page) {
    page.open_site().await;
    let wrong = House::new().wrong_order();
    page.paste(&wrong).await;
    page.verdict("broken").await;
    page.run("window.reach = window.fetch; window.fetch = () => Promise.reject(new TypeError('offline'))", &[]).await;
    page.click_on("[data-example=good]").await;
    page.find("notice").await;
    assert_eq!(page.input().await, wrong);
    page.verdict("broken").await;
    page.run("window.fetch = window.reach", &[]).await;
    page.try_example("good").await;
    page.until("return document.querySelector('[data-test=notice]')", &[], json!(null)).await;
    page.leaves_nothing_behind().await;
}

/// Names that would like to be markup stay text.
pub async fn hostile_names(page: &Page) {
    page.open_site().await;
    let elements = "return document.querySelectorAll('script, img, iframe, object, base, form').length";
    let before = page.run(elements, &[]).await;
    page.try_example("hostile").await;
    for tab in ["chain", "names", "dates", "details", "deploy"] {
        page.click(&format!("tab-{tab}")).await;
        page.until(FILLED, &[], true).await;
        assert_eq!(page.run(elements, &[]).await, before, "{tab}");
    }
    let raw =
        "return /[\\u200b-\\u200f\\u202a-\\u202e\\u2066-\\u2069]/.test(document.querySelector('main').textContent)";
    assert_eq!(page.run(raw, &[]).await, json!(false), "characters that hide or turn others");
    page.leaves_nothing_behind().await;
}

/// The proof can fail: a page without a policy is caught by the recorder, and ours is stopped by its policy before.
pub async fn the_watch_is_awake(page: &Page) {
    page.open_site().await;
    let ask =
        "const done = arguments[0]; fetch('http://stranger.example/').then(() => done('asked'), () => done('refused'))";
    assert_eq!(page.run_async(ask).await, "refused");
    let notes = page.notes().await;
    assert!(notes.iter().any(|note| note.starts_with("policy: connect-src")), "{notes:?}");
    assert_eq!(page.proxy.requests(), [""; 0], "the policy comes before the network");
    page.run("document.querySelector('main').append('⋯')", &[]).await;
    page.until("return __watch.notes.some((note) => note.startsWith('words: '))", &[], true).await;

    page.open_control().await;
    let seen = page.proxy.requests();
    let (encrypted, unreadable) = ("encrypted.example:443", super::proxy::UNREADABLE);
    for wanted in [&["fetched.example"][..], &["pictured.example"], &["socket.example"], &[encrypted, unreadable]] {
        assert!(seen.iter().any(|target| wanted.iter().any(|part| target.contains(part))), "{wanted:?} in {seen:?}");
    }
}

/// Where the browser has Trusted Types: text becomes neither markup nor the address of a stranger's script.
pub async fn no_text_becomes_a_script(page: &Page) {
    page.open_site().await;
    for attempt in [
        "document.body.innerHTML = '<b>bold</b>'",
        "document.createElement('script').text = '1'",
        "document.createElement('script').src = 'http://stranger.example/a.js'",
        "new Worker('http://stranger.example/a.js')",
    ] {
        let script = format!("try {{ {attempt}; return 'done' }} catch (error) {{ return error.name }}");
        let refused = page.run(&script, &[]).await;
        assert_eq!(refused, "TypeError", "{attempt}");
    }
    assert_eq!(page.proxy.requests(), [""; 0], "requests that left the origin");
}
