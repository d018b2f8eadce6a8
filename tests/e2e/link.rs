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
