//! Thousands of certificates in one file: the list.

use super::{
    material::{House, today},
    page::Page,
    support::mint::{Cert, Key, Minted, pem_block},
};
use serde_json::{Value, json};

/// Certificates that differ in their names.
const COUNT: usize = 2_000;

/// Keys as WebDriver writes them.
const END: &str = "\u{e010}";
const UP: &str = "\u{e013}";

/// Thousands with names of their own; their signatures are wrong. One more that has ended, and one that a spreadsheet would
/// take for a formula.
fn pile() -> String {
    let issuer = House::new().issuer;
    let server = |name: &str, from: i64, to: i64| -> Minted {
        let (from, to) = (today().plus_days(from), today().plus_days(to));
        let server = Cert::server(&[name]).valid(&from.to_string(), &to.to_string());
        server.key(Key::P256(22)).issued_by(&issuer)
    };
    let one = server("pile0000.example.com", -10, 79).der;
    let places: Vec<_> = (0..one.len()).filter(|at| one[*at..].starts_with(b"pile0000")).collect();
    assert!(!places.is_empty(), "a name to change");
    let numbered = |number: usize| {
        let mut der = one.clone();
        for at in &places {
            der[at + 4..at + 8].copy_from_slice(format!("{number:04}").as_bytes());
        }
        pem_block("CERTIFICATE", &der)
    };
    let formula = Cert::server(&["formula.example.com"]).subject(&[("2.5.4.3", "=2+3,\"x\"")]);
    let (from, to) = (today().plus_days(-10), today().plus_days(90));
    let formula = formula.valid(&from.to_string(), &to.to_string()).key(Key::P256(23)).issued_by(&issuer);
    let others = [server("gone.example.com", -90, -2).pem(), formula.pem()];
    (0..COUNT).map(numbered).chain(others).collect()
}

const ROWS: &str = "return [...document.querySelectorAll('[data-test=list-row]')].map((row) => row.textContent)";

async fn rows(page: &Page) -> Vec<String> {
    serde_json::from_value(page.run(ROWS, &[]).await).unwrap()
}

/// Waits until the first row says something.
async fn first_row(page: &Page, wanted: &str) {
    let script = "return document.querySelector('[data-test=list-row]')?.textContent.includes(arguments[0])";
    page.until(script, &[json!(wanted)], true).await;
}

async fn search(page: &Page, wanted: &str) {
    let script = "const box = document.querySelector('[data-test=list-search]'); box.value = arguments[0]; \
                  box.dispatchEvent(new InputEvent('input', { bubbles: true }))";
    page.run(script, &[json!(wanted)]).await;
}

/// The count that is spoken, without what stands between its thousands.
async fn count(page: &Page, wanted: &str) {
    let script =
        "return document.querySelector('[data-test=list-count]').textContent.replace(/(\\d)\\D(?=\\d{3})/g, '$1')";
    page.until(script, &[], wanted).await;
}

/// Looked for, sorted, filtered, taken away, walked through and opened, with few rows on the page at any time.
pub async fn thousands_in_a_list(page: &Page) {
    let all = COUNT + 2;
    page.open_site().await;
    page.upload(&[("pile.pem", pile().as_bytes())]).await;
    page.state("done").await;
    page.find("list").await;
    let open = "return document.querySelector('[role=tab]').dataset.test + document.querySelector('[data-test=tab-list]').ariaSelected";
    page.until(open, &[], "tab-listtrue").await;
    count(page, &format!("{all} certificates")).await;
    first_row(page, "gone.example.com").await; // what ended first stands first
    let drawn = rows(page).await.len();
    assert!((8..100).contains(&drawn), "{drawn} rows");

    // The end of the list is there when it is scrolled to.
    let last = "return [...document.querySelectorAll('[data-test=list-row]')].at(-1)?.ariaRowIndex";
    page.run("document.querySelector('[data-test=list-rows]').scrollTop = 1e9", &[]).await;
    page.until(last, &[], (all + 1).to_string()).await;
    assert!(rows(page).await.len() < 100);

    page.click_on("[data-test=list-sort][data-column=name]").await;
    first_row(page, "=2+3").await;
    page.click_on("[data-test=list-sort][data-column=name]").await;
    first_row(page, "pile1999.example.com").await;
    let sorted = "return document.querySelector('[data-column=name]').closest('[role=columnheader]').ariaSort";
    page.until(sorted, &[], "descending").await;

    // Keys walk; the row that the keyboard is at stays in sight.
    let at = "return document.activeElement.closest('[data-test=list-row]')?.ariaRowIndex";
    page.find_by("[data-test=list-row] a[tabindex='0']").await.send_keys(END).await.unwrap();
    page.until(at, &[], (all + 1).to_string()).await;
    page.find_by("[data-test=list-row] a:focus").await.send_keys(UP).await.unwrap();
    page.until(at, &[], all.to_string()).await;

    page.choose("list-filter", "expired").await;
    count(page, &format!("1 of {all} certificates")).await;
    assert!(rows(page).await[0].contains("gone.example.com"));
    page.choose("list-filter", "all").await;
    search(page, "PILE00").await;
    count(page, &format!("100 of {all} certificates")).await;
    page.click("list-json").await;
    let file: Value = serde_json::from_slice(&page.browser.downloaded("certificates.json").await).unwrap();
    let names: Vec<_> = file.as_array().unwrap().iter().map(|row| row["name"].as_str().unwrap()).collect();
    assert_eq!((names.len(), names[0], names[99]), (100, "pile0099.example.com", "pile0000.example.com"));

    search(page, "").await;
    count(page, &format!("{all} certificates")).await;
    page.click("list-csv").await;
    let file = page.browser.downloaded("certificates.csv").await;
    let file = file.strip_prefix(b"\xef\xbb\xbf").expect("a byte order mark");
    let mut reader = csv::Reader::from_reader(file);
    let column = reader.headers().unwrap().iter().position(|name| name == "sha256").unwrap();
    let records: Vec<_> = reader.records().map(Result::unwrap).collect();
    assert_eq!(records.len(), all);
    assert!(records.iter().any(|record| &record[0] == "'=2+3,\"x\""), "a formula is made text");
    assert!(records.iter().all(|record| record[column].len() == 64));

    // A row leads to its certificate, and the way back to what was looked for.
    search(page, "pile0777").await;
    count(page, &format!("1 of {all} certificates")).await;
    page.click_on("[data-test=list-row] a").await;
    page.until("return document.querySelector('[data-test=tab-details]').ariaSelected", &[], "true").await;
    page.until("return document.querySelector('[role=tabpanel]').textContent.includes('pile0777')", &[], true).await;
    page.click("tab-list").await;
    count(page, &format!("1 of {all} certificates")).await;
    page.until("return document.querySelector('[data-test=list-search]').value", &[], "pile0777").await;

    // A chain has no list.
    page.click("clear").await;
    page.paste(&House::new().chain()).await;
    page.state("done").await;
    page.until("return document.querySelector('[data-test=tab-list]') === null", &[], true).await;
    page.until("return document.querySelector('[data-test=tab-chain]').ariaSelected", &[], "true").await;
    page.leaves_nothing_behind().await;
}
