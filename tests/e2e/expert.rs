//! The details for people who read bytes: the ASN.1 tree and its bytes choose each other, and everything can be taken away.

use super::{material::House, page::Page};
use serde_json::json;

/// What of the bytes is marked, as it stands there.
const MARKED: &str = "return [...document.querySelectorAll('[data-test=hex] [data-mark]')].map((one) => one.textContent.trim()).join('')";

/// What of a box stands in sight: the selected row of the tree, and the first marked byte.
const IN_SIGHT: &str = "
    const within = (box, one) => {
        const [outside, inside] = [document.querySelector(box), document.querySelector(one)].map((it) => it?.getBoundingClientRect());
        return !!inside && inside.top >= outside.top - 1 && inside.bottom <= outside.bottom + 1;
    };
    return within('[role=tree]', '[role=tree] [aria-selected=true]') && within('[data-test=hex]', '[data-mark]')";

/// The row that is selected, by the byte that it begins with.
const SELECTED: &str = "return document.querySelector('[role=tree] [aria-selected=true]')?.dataset.offset ?? null";

/// Clicks on the row of the tree that holds a text.
const CHOOSE: &str = "
    const row = [...document.querySelectorAll('[data-test=asn1-node]')].find((one) => one.textContent.includes(arguments[0]));
    row?.click();
    return !!row";

/// Presses a key where the focus is, or in the tree.
const PRESS: &str = "
    const at = document.activeElement.closest('[role=treeitem]') ?? document.querySelector('[role=treeitem][tabindex=\"0\"]');
    at.dispatchEvent(new KeyboardEvent('keydown', { key: arguments[0], bubbles: true, cancelable: true }))";

/// The field whose row in the tree has the focus.
const FOCUSED: &str =
    "return document.activeElement.closest('[role=treeitem]')?.querySelector('strong')?.textContent ?? null";

/// A tree and its bytes, search, three forms of every value, and the text that `openssl` prints.
pub async fn bytes_and_their_meaning(page: &Page) {
    page.open_site().await;
    page.try_example("good").await;
    page.click("tab-details").await;
    page.click("view-asn1").await;
    page.find("asn1-node").await;

    // From the tree to the bytes.
    page.until(CHOOSE, &["notBefore".into()], true).await;
    page.until(&format!("{MARKED}.slice(0, 4)"), &[], "170d").await;
    page.until(IN_SIGHT, &[], true).await;
    let date = page.run(SELECTED, &[]).await;
    page.click_on("[data-test=copy-hex] button").await;
    let content = page.run(MARKED, &[]).await.as_str().unwrap()[4..].to_owned();
    page.until("return __watch.copied", &[], content.clone()).await;
    page.click_on("[data-test=copy-colon] button").await;
    let pairs: Vec<_> = content.as_bytes().chunks(2).map(|pair| String::from_utf8_lossy(pair).to_uppercase()).collect();
    page.until("return __watch.copied", &[], pairs.join(":")).await;
    page.click_on("[data-test=copy-base64] button").await;
    let decoded =
        "return [...atob(__watch.copied)].map((it) => it.charCodeAt(0).toString(16).padStart(2, '0')).join('')";
    page.until(decoded, &[], content).await;

    // By keys: the next element, what it stands in, and folded.
    page.run(PRESS, &["ArrowDown".into()]).await;
    page.until(FOCUSED, &[], "notAfter").await;
    page.run(PRESS, &["ArrowLeft".into()]).await;
    page.until(FOCUSED, &[], "validity").await;
    page.run(PRESS, &["ArrowLeft".into()]).await;
    page.until("return document.activeElement.ariaExpanded", &[], "false").await;

    // From a byte to the tree: the date unfolds again, and the last byte is one of the signature.
    page.run("document.querySelector(`[data-at='${+arguments[0] + 5}']`).click()", std::slice::from_ref(&date)).await;
    page.until(SELECTED, &[], date).await;
    page.run("[...document.querySelectorAll('[data-test=hex-byte]')].at(-1).click()", &[]).await;
    let signature =
        "return /INTEGER|BIT STRING/.test(document.querySelector('[role=treeitem][aria-selected=true]')?.textContent)";
    page.until(signature, &[], true).await;
    page.until(IN_SIGHT, &[], true).await;

    // Bytes are found as hex, in the tree and in the fields.
    page.paste_into("search", "06:03:55:1d:11").await;
    let names = "return [...document.querySelectorAll('[data-test=asn1-node] code, [data-test=asn1-node] bdi')].map((one) => one.textContent).join()";
    page.until(names, &[], "2.5.29.17").await;
    page.paste_into("search", "").await;

    // The text.
    page.click("view-text").await;
    page.find("openssl-text").await;
    let text = page.text("openssl-text").await;
    assert!(text.starts_with("Certificate:\n    Data:\n        Version: 3 (0x2)\n"), "{text}");
    assert!(text.contains("X509v3 Subject Alternative Name:"), "{text}");
    page.click("openssl-text-file").await;
    let file = page.browser.downloaded("cert.txt").await;
    assert_eq!(String::from_utf8(file).unwrap().trim_end(), text.trim_end());

    // Where others look is said, and not asked.
    let address = page.text("crt-sh").await;
    assert!(address.starts_with("https://crt.sh/?q=") && address.len() == 82, "{address}");
    page.until("return document.querySelector('[data-test=crt-sh]').closest('a')", &[], serde_json::Value::Null).await;
    page.leaves_nothing_behind().await;
}

/// A finding leads to its field with the bytes, and from there into the tree.
pub async fn a_finding_shows_its_bytes(page: &Page) {
    page.open_site().await;
    page.try_example("expired").await;
    page.run("document.querySelectorAll('[data-test=finding]').forEach((one) => (one.open = true))", &[]).await;
    page.click_on("[data-test=finding][data-code=VAL001] a[href^='#details']").await;
    page.find_by(".cl-field--target").await;
    let shown = "return document.querySelector('.cl-place pre')?.textContent.includes('Z') ?? false";
    page.until(shown, &[], true).await;
    page.click("field-asn1").await;
    page.until(IN_SIGHT, &[], true).await;
    let row = "return document.querySelector('[role=treeitem][aria-selected=true]').textContent.includes('notAfter')";
    page.until(row, &[], true).await;
    // The same link leads back to the field.
    page.click_on("[data-test=finding][data-code=VAL001] a[href^='#details']").await;
    page.find_by(".cl-field--target").await;
    page.leaves_nothing_behind().await;
}

/// An address leads a new page to its place, once there is something to show: a tab, a field, a finding that is folded.
pub async fn an_address_leads_to_its_place(page: &Page) {
    const ON_SCREEN: &str = "const place = document.querySelector(arguments[0])?.getBoundingClientRect(); \
                             return !!place && place.bottom > 0 && place.top < innerHeight";
    let chain = House::new().wrong_order();
    let come = async |hash: &str| {
        page.open(&page.site.address(&format!("/?{}{hash}", hash.len()))).await;
        page.paste(&chain).await;
        page.state("done").await;
    };
    come("#dates").await;
    page.find_by("[data-test=tab-dates][aria-selected=true]").await;
    page.find_by("[data-picture=dates]").await;

    let link = "[data-test=finding][data-code=CHN002] a[href^='#details']";
    let field = page.run("return document.querySelector(arguments[0]).getAttribute('href')", &[json!(link)]).await;
    come(field.as_str().expect("an address")).await;
    page.find_by("[data-test=tab-details][aria-selected=true]").await;
    page.until(ON_SCREEN, &[json!(".cl-field--target")], true).await;

    // The last of those that are folded, so that it has to be brought into sight.
    let folded = "return [...document.querySelectorAll('[data-test=finding][data-severity=info]')].at(-1).dataset.code";
    let code = page.run(folded, &[]).await;
    let code = code.as_str().expect("a code");
    come(&format!("#finding={code}")).await;
    let finding = format!("[data-test=finding][data-code={code}]");
    page.find_by(&format!("{finding} .cl-fold[aria-expanded=true]")).await;
    page.until(ON_SCREEN, &[json!(finding)], true).await;
    page.leaves_nothing_behind().await;
}

/// What a pointer or the keyboard comes to in a picture tells more than there is room for.
pub async fn pictures_tell_more(page: &Page) {
    let house = House::new();
    const PARTS: &str = "[...document.querySelectorAll('[data-says]')].filter((one) => one.checkVisibility())";
    page.open_site().await;
    page.paste(&(house.chain() + &house.root.pem())).await;
    page.state("done").await;
    for (tab, first, second) in [("chain", "SHA-256 ", "issued by "), ("dates", " days left", "now · ")] {
        page.click(&format!("tab-{tab}")).await;
        page.find_by(&format!("[data-picture={tab}] [data-says]")).await;
        let hint = page.text("picture-says").await;
        page.run(&format!("{PARTS}[0].focus()"), &[]).await;
        let said = page.text("picture-says").await;
        assert!(said != hint && said.contains(first), "{tab}: {said}");
        let name = page.run(&format!("return {PARTS}[0].getAttribute('aria-label')"), &[]).await;
        assert_eq!(name, said.as_str(), "who does not see it hears the same");
        page.run(&format!("{PARTS}.at(-1).dispatchEvent(new MouseEvent('mouseover', {{ bubbles: true }}))"), &[]).await;
        let other = page.text("picture-says").await;
        assert!(other != said && other.contains(second), "{tab}: {other}");
    }
    page.leaves_nothing_behind().await;
}
