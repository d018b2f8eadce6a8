//! Everything that the page can do, in one go, with a key in it: nothing of that leaves the page unless it was asked for,
//! and then only by a file.

use super::{
    flows::FILLED,
    material::{HOST, House},
    page::Page,
};
use certloupe::report::wire::{Envelope, Reply, Request};
use serde_json::json;
use std::{
    collections::BTreeSet,
    fs,
    time::{Duration, Instant},
};

/// What is typed where a password is wanted; elsewhere it is what the page itself gives for an example, or a host.
const PASSWORD: &str = "correct-horse-9428";

/// The way to a part of the page, and what must have been used there, or the page was not what it was taken for: by hooks.
type Part = (&'static [&'static str], &'static [&'static str]);

/// Where a chain in the wrong order and its key were given.
const PARTS: &[Part] = &[
    (
        &["tab-chain"],
        &[
            "create-do",
            "create-key",
            "create-names",
            "create-password",
            "download",
            "fix",
            "glossary",
            "hosts",
            "lang-zh",
            "picture",
            "picture-save",
            "theme",
            "undo",
        ],
    ),
    (&["tab-names"], &["picture-save"]),
    (&["tab-dates"], &["picture-save"]),
    (&["tab-platforms"], &["download-script", "edges", "handbook-search", "listed", "platform", "urls"]),
    (&["tab-deploy"], &["bundle", "more", "profile", "switch", "system", "target", "target-search", "upstream"]),
    (&["tab-renew"], &["acme-client", "challenge", "ics"]),
    (&["tab-files"], &["convert", "file-password", "keep", "link-make"]),
    (&["tab-details", "view-fields"], &["search"]),
    (&["tab-details", "view-asn1"], &["copy-hex"]),
    (&["tab-details", "view-text"], &["openssl-text-file"]),
];

/// Where one certificate takes another's place.
const COMPARED: &[Part] = &[(&["tab-compare"], &["compare-swap"])];

/// What came of it, by the ends of names.
const FILES: &[&str] = &[".csr", ".der", ".ics", ".p7b", ".pem", ".pfx", ".png", ".svg", ".zip"];

/// Finds the next control that was not used yet in a part of the page, marks it, and says what it is and what to do with it.
/// Fields come before buttons, which may want to have them filled; of what looks alike, as cells of a grid do, one is used.
const NEXT: &str = "
    const used = (window.__used ??= new Set());
    document.querySelectorAll('[data-next]').forEach((one) => one.removeAttribute('data-next'));
    const leave = 'input[type=file], [data-test=input], [data-test=clear], [data-test=example], [role=tab], .cl-remove';
    const [fields, others] = ['input, select, textarea', 'button, summary, [role=treeitem]'];
    for (const element of [fields, others].flatMap((kind) => [...document.querySelectorAll(kind)])) {
        if (element.matches(leave) || element.disabled || element.getClientRects().length === 0) continue;
        const named = element.closest('[data-test]')?.dataset.test ?? '';
        const { format = '', id = '', file = '' } = element.dataset;
        const part = element.closest('[role=tabpanel]') ? arguments[0] : '';
        const kind = [part, named, format, id, file, element.className, element.type].join(' ');
        if (used.has(kind)) continue;
        used.add(kind);
        element.setAttribute('data-next', '');
        const typed = element.matches('textarea, input:not([type=checkbox], [type=radio])');
        return [named, typed ? 'type' : element.matches('select') ? 'choose' : 'press'];
    }
    return null";

/// Fills in what is marked, or chooses the last of it. What is only looked for, and what was chosen before, is there again
/// in the end: the rest may depend on it.
const FILL: &str = "
    const box = document.querySelector('[data-next]');
    if (box.matches('select')) {
        for (const value of [[...box.options].at(-1).value, box.value]) {
            box.value = value;
            box.dispatchEvent(new Event('change', { bubbles: true }));
        }
    } else {
        const typed = box.type === 'password' ? arguments[0] : box.placeholder || arguments[1];
        for (const value of box.type === 'search' ? [typed, ''] : [typed]) {
            box.value = value;
            box.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }));
            box.dispatchEvent(new Event('change', { bubbles: true }));
        }
    }";

/// Every control of every tab is used; then everything is cleared.
pub async fn everything_is_used(page: &Page) {
    let house = House::new();
    page.open_site().await;
    for (given, parts) in [(house.wrong_order(), PARTS), (house.chain() + &house.renewed(&[HOST]), COMPARED)] {
        page.paste(&(house.server.key_pem() + &given)).await;
        page.state("done").await;
        for (way, hooks) in parts {
            let used = use_everything(page, way).await;
            assert!(hooks.iter().all(|hook| used.contains(*hook)), "{way:?}: {hooks:?} in {used:?}");
        }
    }
    saved_all(page).await;

    page.click("clear").await;
    page.state("empty").await;
    // With everything else goes the password that was chosen for a key of one's own.
    let key = house.server.key_pem();
    for (what, secret) in [("password", PASSWORD), ("key", key.lines().nth(1).expect("a line of base64"))] {
        assert!(!page.shows(secret).await, "the page shows the {what}");
    }
    page.leaves_nothing_behind().await;
}

/// Uses what there is to use in a part of the page, and what that brings, until all was used.
async fn use_everything(page: &Page, way: &[&str]) -> BTreeSet<String> {
    const OPEN: &str = "document.querySelectorAll('details').forEach((one) => (one.open = true))";
    let mut used = BTreeSet::new();
    loop {
        // WebKit's window has a line for each download, at the page's expense.
        page.browser.size.hold(&page.browser.client).await;
        for hook in way {
            page.click(hook).await;
        }
        page.until(FILLED, &[], true).await;
        page.run(OPEN, &[]).await;
        let next = page.run(NEXT, &[json!(way)]).await;
        let next: Option<(String, String)> = serde_json::from_value(next).expect("a hook and what to do");
        let Some((hook, how)) = next else {
            return used;
        };
        if how == "press" {
            page.click_on("[data-next]").await;
        } else {
            page.run(FILL, &[json!(PASSWORD), json!(HOST)]).await;
        }
        page.until("return /done|empty/.test(document.querySelector('[data-state]').dataset.state)", &[], true).await;
        used.insert(hook);
    }
}

/// Waits until files of every kind were saved.
async fn saved_all(page: &Page) {
    let start = Instant::now();
    loop {
        let entries = fs::read_dir(&page.browser.downloads).unwrap().map(|entry| entry.unwrap().file_name());
        let names: Vec<_> = entries.map(|name| name.to_string_lossy().into_owned()).collect();
        if FILES.iter().all(|end| names.iter().any(|name| name.ends_with(end))) {
            return;
        }
        assert!(start.elapsed() < Duration::from_secs(20), "{FILES:?} in {names:?}");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

/// What is taken away is forgotten: the engine that had read it is gone, and the next one has heard of nothing.
pub async fn what_is_cleared_is_forgotten(page: &Page) {
    let house = House::new();
    let files = || async {
        let question = Envelope { id: 0, body: Request::Files }.to_bytes().unwrap();
        let ask = format!(
            "const done = arguments[arguments.length - 1]; \
             certloupeLook.ask(false, new Uint8Array({:?}), (message) => done([...message]));",
            &question[1..] // without the number
        );
        let message: Vec<u8> = serde_json::from_value(page.run_async(&ask).await).unwrap();
        Envelope::<Reply>::from_bytes(&message).expect("a reply").body
    };
    page.open_site().await;
    page.paste(&(house.server.key_pem() + &house.chain())).await;
    page.state("done").await;
    assert!(matches!(files().await, Reply::Files(files) if !files.is_empty()));
    page.click("clear").await;
    page.state("empty").await;
    assert_eq!(files().await, Reply::Nothing);
    page.paste(&house.chain()).await;
    page.state("done").await;
    page.leaves_nothing_behind().await;
}

/// The search for what is kept finds it, wherever that is.
pub async fn what_is_kept_is_seen(page: &Page) {
    page.open_site().await;
    assert_eq!(page.kept().await, [""; 0]);
    for (place, keep) in [
        ("localStorage: certloupe.lang", "localStorage['certloupe.lang'] = 'MIGHAgEAMBMGByqGSM49'"),
        ("sessionStorage", "sessionStorage.setItem('kept', 'MIGHAgEAMBMGByqGSM49')"),
        ("cookie", "document.cookie = 'key=MIGHAgEAMBMGByqGSM49'"),
        ("window", "window.name = 'MIGHAgEAMBMGByqGSM49'"),
        ("history", "history.replaceState('MIGHAgEAMBMGByqGSM49', '')"),
        ("address", "history.replaceState(null, '', '#c=MIGHAgEAMBMGByqGSM49AgEGCCqGSM49')"),
        ("indexedDB", "await new Promise((opened) => { indexedDB.open('key').onsuccess = opened; })"),
        ("cache", "await (await caches.open('key')).put('/boot.js?sha256=0123456789', new Response('MIGHAgEAMBMG'))"),
        ("files", "await (await navigator.storage.getDirectory()).getFileHandle('key', { create: true })"),
    ] {
        let keep = format!(
            "const done = arguments[0]; (async () => {{ {keep} }})().then(() => done(''), (error) => done(`${{error}}`))"
        );
        let refused = page.run_async(&keep).await;
        let kept = page.kept().await;
        let seen = kept.iter().any(|kept| kept.starts_with(place));
        // WebKit as Debian packs it has no files of its own for a page.
        let absent = (page.browser.kind.name, place) == ("webkit", "files") && refused != "";
        assert!(seen || absent, "{place} in {kept:?}; {refused}");
    }
}
