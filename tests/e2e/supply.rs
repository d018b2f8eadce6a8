//! Public CA certificates that lie beside the page, and who trusts what comes of them.

use super::{
    material::{HOST, House, nobodys, today},
    openssl,
    page::Page,
    support::{
        der::octets,
        mint::{Cert, Key, Minted, SKI},
        recipes::public_roots::root,
    },
};
use certloupe::engine::supply::{INDEX, Kind, entry};
use serde_json::json;

/// Who the invented intermediate claims to be signed by: a root that phones have since Android 7.1.1.
const ROOT: &str = "ISRG Root X1";

/// A server certificate whose issuer was not sent and lies in a supply of our own making.
pub struct Gap {
    pub root: Minted,
    pub issuer: Minted,
    pub server: Minted,
}

impl Gap {
    pub fn new() -> Self {
        let bearer = root(ROOT);
        let subject = [("2.5.4.6", "US"), ("2.5.4.10", "Internet Security Research Group"), ("2.5.4.3", ROOT)];
        let root =
            Cert::ca(ROOT).subject(&subject).key(bearer.key).no_key_ids().extension(SKI, false, octets(&bearer.key_id));
        let issuer = Cert::ca("Example TLS CA 7").key(Key::P256(41)).path_length(0).issued_by(&bearer);
        let (from, to) = (today().plus_days(-10), today().plus_days(79));
        let server =
            Cert::server(&[HOST]).valid(&from.to_string(), &to.to_string()).key(Key::P256(42)).issued_by(&issuer);
        Self { root: root.self_signed(), issuer, server }
    }

    /// A supply of the issuer, and nothing else: files that stand for those of the site.
    pub fn files(&self) -> [(String, Vec<u8>); 3] {
        let file = |name: String, bytes: Vec<u8>| (format!("/supply/{name}"), bytes);
        [
            file(INDEX.to_owned(), [&b"2026-10-01"[..], &entry(&self.issuer.name)].concat()),
            file(Kind::Intermediates.file(&self.issuer.name), self.issuer.der.clone()),
            // The root's own certificate would tell that it did not sign this.
            file(Kind::Roots.file(&root(ROOT).name), Vec::new()),
        ]
    }

    /// Puts it into the site's supply.
    pub fn supply(&self, page: &Page) {
        page.site.serve_too(self.files());
    }
}

/// One click adds what is missing, phones are asked before and after, and OpenSSL agrees.
pub async fn the_supply_fills_a_gap(page: &Page) {
    let gap = Gap::new();
    gap.supply(page);
    page.open_site().await;
    page.paste(&gap.server.pem()).await;
    page.verdict("broken").await;
    page.find_by("[data-test=supply][data-supply=has]").await;
    assert!(page.text("missing").await.contains("1 Oct 2026"), "the date of the supply");
    assert_eq!(trusted(page, "android", "17").await, "no");
    assert_eq!(trusted(page, "ios", "26").await, "fetched");
    page.click_on("[data-test=trust] [data-client=android][data-version~='17']").await;
    page.until("return /repair/.test(document.querySelector('[data-test=trust-answer]').textContent)", &[], true).await;

    page.click_on("[data-test=finding][data-code=CHN003] [data-test=fix]").await;
    page.finding("CHN003", false).await;
    page.click("undo").await;
    page.finding("CHN003", true).await;
    page.click("add").await;
    page.finding("CHN003", false).await;
    page.find("repaired").await;
    for (client, version, wanted) in [("android", "17", "yes"), ("android", "7.0", "no"), ("ios", "26", "yes")] {
        assert_eq!(trusted(page, client, version).await, wanted, "{client} {version}");
    }
    page.click("download").await;
    let fullchain = page.browser.downloaded("fullchain.pem").await;
    assert_eq!(openssl::is_chain(&fullchain, &gap.root.pem(), HOST, page.browser.home()), Ok(()));

    let asked: Vec<_> = page.site.requests().into_iter().filter(|it| it.target.starts_with("/supply/")).collect();
    assert_eq!(asked.len(), 3, "each file once: {asked:?}");
    page.leaves_nothing_behind().await;
}

/// A cell says which way its client takes, in words and in the picture.
pub async fn a_cell_shows_its_way(page: &Page) {
    let gap = Gap::new();
    gap.supply(page);
    page.open_site().await;
    page.paste(&(gap.server.pem() + &gap.issuer.pem())).await;
    page.state("done").await;
    let picked = "return [...document.querySelectorAll('.cl-chain--across .cl-chain__box.cl-chain--on .cl-chain__name')] \
                  .map((name) => name.textContent).join()";
    page.until(picked, &[], "").await;
    // By keyboard, as everything.
    let cell = page.find_by("[data-test=trust] [data-client=android][data-version~='7.1.1']").await;
    cell.send_keys("\u{e007}").await.unwrap();
    page.until(picked, &[], format!("{HOST},Example TLS CA 7,{ROOT}")).await;
    let answer = page.text("trust-answer").await;
    for part in ["Android", "trusts", ROOT, "Example TLS CA 7 →", "2026"] {
        assert!(answer.contains(part), "{part} in {answer}");
    }
    page.click_on("[data-test=trust] [data-client=android][data-version~='4.4']").await;
    page.until(picked, &[], "").await;
    let answer = page.text("trust-answer").await;
    for part in ["does not trust", "Android 7.1.1", "cross-signed"] {
        assert!(answer.contains(part), "{part} in {answer}");
    }
    page.click("lang-zh").await;
    page.until("return document.querySelector('[data-test=trust-answer]').textContent.includes('安卓')", &[], true)
        .await;
    page.leaves_nothing_behind().await;
}

/// A supply that can not be had is said to be away, costs nothing but its help, and can be tried again.
pub async fn the_supply_is_out_of_reach(page: &Page) {
    let gap = Gap::new();
    let supply: fn(&str) -> bool = |target| target.starts_with("/supply/");
    page.site.answer_instead(Some((supply, "404 Not Found", "")));
    page.open_site().await;
    page.paste(&gap.server.pem()).await;
    page.verdict("broken").await;
    page.find_by("[data-test=supply][data-supply=absent]").await;
    page.finding("CHN003", true).await;
    let asked = page.site.requests().iter().filter(|request| supply(&request.target)).count();
    assert_eq!(asked, 1, "it is not asked for again by itself");

    page.run("window.reach = window.fetch; window.fetch = () => Promise.reject(new TypeError('offline'))", &[]).await;
    page.click("supply-again").await;
    page.state("done").await;
    page.find_by("[data-test=supply][data-supply=absent]").await;

    page.site.answer_instead(None);
    gap.supply(page);
    page.run("window.fetch = window.reach", &[]).await;
    page.click("supply-again").await;
    page.find_by("[data-test=supply][data-supply=has]").await;
    page.leaves_nothing_behind_but(Some("/supply/")).await;
}

/// What the supply does not have, it says so, with its date; a crash and the full engine do not forget it.
pub async fn the_supply_does_not_have_it(page: &Page) {
    let server = nobodys();
    page.open_site().await;
    page.paste(&server.pem()).await;
    page.find_by("[data-test=supply][data-supply=lacks]").await;
    page.state("done").await;
    let missing = page.text("missing").await;
    for part in ["Nobody's CA", "2026", "http://"] {
        assert!(missing.contains(part), "{part} in {missing}");
    }
    // Writing other formats is for the full engine, which takes over.
    page.click("tab-files").await;
    page.convert("p7b").await;
    page.browser.downloaded("chain.p7b").await;
    page.click("tab-chain").await;
    page.run("__watch.spoilNext = true", &[]).await;
    page.paste(&format!("{}\n", server.pem())).await;
    page.state("failed").await;
    page.click_on("[data-test=notice] .cl-button").await;
    page.find_by("[data-test=supply][data-supply=lacks]").await;
    page.state("done").await;
    let asked: Vec<_> = page.site.requests().into_iter().filter(|it| it.target.starts_with("/supply/")).collect();
    assert_eq!(asked.len(), 1, "{asked:?}");
    page.leaves_nothing_behind_but(Some("not a request")).await;
}

/// A root of one's own is called so, and trusted for the asking; that is no repair of the chain.
pub async fn a_root_of_ones_own(page: &Page) {
    let house = House::new();
    page.open_site().await;
    page.paste(&(house.chain() + &house.root.pem())).await;
    page.verdict("attention").await;
    page.finding("TRU002", true).await;
    page.find_by(".cl-chain--across .cl-chain__box--private").await;
    assert_eq!(trusted(page, "firefox", "153").await, "no");
    page.click_on("[data-test=finding][data-code=TRU002] [data-test=fix]").await;
    page.verdict("ready").await;
    assert!(page.text("repaired").await.contains("private root"), "{}", page.text("repaired").await);
    page.click_on("[data-test=finding][data-code=CHN004] [data-test=fix]").await;
    page.finding("CHN004", false).await;
    page.find_by("[data-test=finding][data-code=TRU002][data-severity=info]").await;
    page.click("undo").await;
    page.verdict("attention").await;
    page.leaves_nothing_behind().await;
}

/// What a client says in one version.
async fn trusted(page: &Page, client: &str, version: &str) -> String {
    page.state("done").await;
    let script = "return document.querySelector(`[data-test=trust] [data-client='${arguments[0]}']\
                  [data-version~='${arguments[1]}']`)?.dataset.trusted ?? ''";
    page.run(script, &[json!(client), json!(version)]).await.as_str().unwrap_or_default().to_owned()
}
