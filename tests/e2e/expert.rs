//! The details for people who read bytes: the ASN.1 tree and its bytes choose each other, and everything can be taken away.

use super::page::Page;

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
    page.leaves_nothing_behind().await;
}
