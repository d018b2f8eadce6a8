//! How every flow ends: nothing left the origin, nothing is kept but what may be, nothing went wrong unheard.

use super::page::Page;
use std::path::PathBuf;

/// Everything that a page can leave in a browser: where, under what name, and what.
const KEPT: &str = "
    const done = arguments[0];
    const digest = async (bytes) =>
        Array.from(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)), (byte) => byte.toString(16).padStart(2, '0')).join('');
    (async () => {
        const kept = [];
        const add = (place, name, value) => kept.push([place, name, String(value)]);
        for (const place of ['localStorage', 'sessionStorage'])
            for (const [name, value] of Object.entries(window[place])) add(place, name, value);
        if (document.cookie) add('cookie', '', document.cookie);
        if (name) add('window', 'name', name);
        if (history.state !== null) add('history', 'state', JSON.stringify(history.state));
        // Of a page before this one there is no address, for it has told nobody where it was.
        const addresses = [{ url: location.href }, ...(globalThis.navigation?.entries() ?? [])].filter(({ url }) => url);
        for (const { url } of addresses) {
            const { search, hash } = new URL(url);
            if (search || hash) add('address', '', search + hash);
        }
        for (const { name } of await indexedDB.databases()) add('indexedDB', name, '');
        for (const name of await caches.keys()) {
            const cache = await caches.open(name);
            for (const request of await cache.keys()) {
                const is = await digest(await (await cache.match(request)).arrayBuffer());
                add('cache', new URL(request.url).pathname + new URL(request.url).search, is);
            }
        }
        // Not every browser has such files.
        const folder = await navigator.storage?.getDirectory?.();
        for await (const file of folder?.keys() ?? []) add('files', file, '');
        return kept;
    })().then(done, (error) => done([['nowhere', 'no answer', String(error)]]))";

/// What may be kept by a name, wherever that is.
const MAY_BE_KEPT: &[(&str, &str, &[&str])] = &[
    ("localStorage", "certloupe.lang", &["en", "zh-CN"]),
    ("localStorage", "certloupe.theme", &["auto", "light", "dark"]),
];

/// The page itself, which this test adds its watcher to.
const PAGE: &str = "/index.html?";

/// No address is longer, and no word in it: the shortest keys are of 32 bytes, which are 43 characters of base64.
const LONGEST_ADDRESS: usize = 200;
const LONGEST_WORD: usize = 24;

impl Page {
    /// Everything that went wrong in the page without a driver hearing of it.
    pub async fn notes(&self) -> Vec<String> {
        serde_json::from_value(self.run("return window.__watch?.notes ?? ['nobody watches']", &[]).await)
            .unwrap_or_default()
    }

    /// Ends a flow.
    pub async fn leaves_nothing_behind(&self) {
        self.leaves_nothing_behind_but(None).await;
    }

    /// The same after a flow that provokes errors about a file: the browser may tell of them, and the page must not.
    pub async fn leaves_nothing_behind_but(&self, provoked: Option<&str>) {
        self.loses_nothing().await;
        let unprovoked = |entry: &String| provoked.is_none_or(|provoked| !entry.contains(provoked));
        let notes = self.notes().await.into_iter().filter(unprovoked);
        assert_eq!(notes.collect::<Vec<_>>(), [""; 0], "what the page did not show");
        if self.browser.kind.name == "chromium" {
            let unheard = self.browser.chromium_console().await.into_iter().filter(unprovoked);
            assert_eq!(unheard.collect::<Vec<_>>(), [""; 0], "what Chromium wrote to its console");
        }
        self.asked_for_nothing_else();
        assert_eq!(self.kept().await, [""; 0], "kept");
    }

    /// Nothing left the origin, and the origin was asked for its own files, and told nothing.
    pub fn asked_for_nothing_else(&self) {
        assert_eq!(self.proxy.requests(), [""; 0], "requests that left the origin");
        for request in self.site.requests() {
            assert!(self.is_own_file(&request.target) && request.method == "GET" && request.body == 0, "{request:?}");
        }
    }

    /// What is kept anywhere, in the browser or in its addresses, and may not be: each line begins with the place.
    pub async fn kept(&self) -> Vec<String> {
        let kept: Vec<(String, String, String)> =
            serde_json::from_value(self.run_async(KEPT).await).expect("a list of what is kept");
        let wrong = kept.into_iter().filter(|(place, name, value)| !may_be_kept(place, name, value));
        wrong.map(|(place, name, value)| format!("{place}: {name}: {value:.300}")).collect()
    }

    /// A file of the site, asked for by its name, with at most the page's own version behind it, and a count of workers.
    fn is_own_file(&self, target: &str) -> bool {
        let (path, query) = target.split_once('?').unwrap_or((target, ""));
        let (version, fresh) = query.split_once("&fresh=").unwrap_or((query, ""));
        let version = version.strip_prefix("v=").unwrap_or(version);
        let file: PathBuf = super::dist().join(path.trim_start_matches('/'));
        version.chars().chain(fresh.chars()).all(|character| character.is_ascii_hexdigit()) && file.exists()
    }
}

/// Preferences; where on the page one is; files of the build, which are what their names say that they are.
fn may_be_kept(place: &str, name: &str, value: &str) -> bool {
    let longest_word =
        || value.split(|at: char| !at.is_ascii_alphanumeric() && !"+/_".contains(at)).map(str::len).max();
    match place {
        "address" => value.len() < LONGEST_ADDRESS && longest_word() < Some(LONGEST_WORD),
        "cache" => {
            let (_, sum) = name.split_once("?sha256=").unwrap_or((name, "none"));
            name.starts_with(PAGE) || value.starts_with(sum)
        }
        _ => MAY_BE_KEPT.iter().any(|(at, named, values)| (*at, *named) == (place, name) && values.contains(&value)),
    }
}
