//! Certificates in an address.

use super::{material::House, page::Page};
use crate::support::mint::{Cert, Key};
use serde_json::json;

/// What stands in the address.
const ADDRESS: &str = "return location.hash";

/// What was given goes into a link as it is, and comes out of it on a page that was open and on one that was not.
pub async fn a_link_carries_what_was_given(page: &Page) {
    page.open_site().await;
    let house = House::new();
    let given = house.wrong_order();
    page.paste(&given).await;
    page.verdict("broken").await;
    page.click("tab-files").await;
    page.click("link-make").await;
    let link = page.find("link-address").await.prop("value").await.unwrap().expect("a link");
    assert!(link.starts_with(&page.site.address("/#c=")), "{link}");
    assert!(page.text("link-note").await.starts_with("3 certificates in"), "{}", page.text("link-note").await);
    page.until(ADDRESS, &[], "#files").await;

    // Into a page that has something else.
    page.paste(&house.chain()).await;
    page.state("done").await;
    page.run("location.href = arguments[0]", &[json!(link)]).await;
    page.until("return document.querySelector('[data-test=input]').value", &[], given.as_str()).await;
    page.verdict("broken").await;
    page.until(ADDRESS, &[], "#chain").await;

    // Into one that opens.
    page.browser.client.goto("about:blank").await.unwrap();
    page.open(&link).await;
    page.until("return document.querySelector('[data-test=input]').value", &[], given.as_str()).await;
    page.verdict("broken").await;
    page.until(ADDRESS, &[], "#chain").await;

    // One that was cut off takes nothing away.
    page.run("location.href = arguments[0]", &[json!(link[..link.len() - 40])]).await;
    page.find("notice").await;
    assert_eq!(page.input().await, given);

    // Too much for a link.
    let issuer = &house.issuer;
    let many: String =
        (100..220).map(|key| Cert::server(&["a.example"]).key(Key::P256(key)).issued_by(issuer).pem()).collect();
    page.paste(&many).await;
    page.state("done").await;
    page.click("tab-files").await;
    page.click("link-make").await;
    page.find("link-long").await;
    page.leaves_nothing_behind().await;
}

/// What was given is there again when the page is loaded anew, if that is wanted, and its key is not; until it is cleared.
pub async fn a_tab_keeps_certificates_if_it_is_to(page: &Page) {
    const INPUT: &str = "return document.querySelector('[data-test=input]').value";
    let house = House::new();
    page.open_site().await;
    page.paste(&(house.server.key_pem() + &house.wrong_order())).await;
    page.verdict("broken").await;
    reload(page).await;
    page.until(INPUT, &[], "").await;

    page.paste(&(house.server.key_pem() + &house.wrong_order())).await;
    page.verdict("broken").await;
    page.click("tab-files").await;
    page.click("keep").await;
    page.until("return sessionStorage.length", &[], 1).await;
    reload(page).await;
    page.until(INPUT, &[], house.wrong_order()).await;
    page.verdict("broken").await;
    // What takes its place is kept in its place.
    let before = page.run("return sessionStorage['certloupe.kept']", &[]).await;
    page.paste(&house.chain()).await;
    page.until("return sessionStorage['certloupe.kept'] !== arguments[0]", &[before], true).await;
    reload(page).await;
    page.until(INPUT, &[], house.chain()).await;
    page.state("done").await;
    page.click("clear").await;
    page.state("empty").await;
    reload(page).await;
    page.until(INPUT, &[], "").await;
    page.leaves_nothing_behind().await;
}

async fn reload(page: &Page) {
    page.browser.client.refresh().await.unwrap();
    page.find("input").await;
}
