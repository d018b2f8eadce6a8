//! One certificate in another's place.

use super::{
    material::{HOST, House},
    page::Page,
};
use serde_json::json;

/// What is said of the two, by hook and attribute.
const SAID: &str =
    "return [...document.querySelectorAll(`[data-test=${arguments[0]}]`)].map((one) => one.dataset[arguments[1]])";

/// A renewal that loses a name, the same the other way round, and one that nobody would notice.
pub async fn one_takes_the_others_place(page: &Page) {
    page.open_site().await;
    let house = House::new();
    page.paste(&house.chain()).await;
    page.state("done").await;
    page.until("return document.querySelector('[data-test=tab-compare]')", &[], json!(null)).await;

    page.paste(&(house.chain() + &house.renewed(&[HOST]))).await;
    page.click("tab-compare").await;
    let verdict = "return document.querySelector('[data-test=compare-verdict]')?.dataset.verdict ?? null";
    page.until(verdict, &[], "broken").await;
    let effects = page.run(SAID, &[json!("effect"), json!("effect")]).await;
    assert_eq!(effects[0], "NamesLost", "{effects}");
    assert_eq!(page.run(SAID, &[json!("compare-name"), json!("change")]).await, json!(["lost", "kept"]));
    assert!(page.text("compare-name").await.contains(&format!("www.{HOST}")));

    // WebKit's driver presses at the lower edge of the window and lets go elsewhere.
    page.run("document.querySelector('[data-test=compare-swap]').scrollIntoView({ block: 'center' })", &[]).await;
    page.click("compare-swap").await;
    page.until(verdict, &[], "attention").await;
    let effects = page.run(SAID, &[json!("effect"), json!("effect")]).await;
    assert_eq!(effects, json!(["EndsEarlier", "SameKey", "NamesGained"]));
    page.click("lang-zh").await;
    page.until("return document.querySelector('[data-test=effect]')?.innerText.includes('早于旧证书')", &[], true)
        .await;
    page.click("lang-en").await;

    page.paste(&(house.chain() + &house.renewed(&[HOST, &format!("www.{HOST}")]))).await;
    page.until(verdict, &[], "ready").await;
    assert_eq!(page.run(SAID, &[json!("effect"), json!("effect")]).await, json!(["SameKey"]));
    page.until(
        "return document.querySelector('.cl-compare__usual [data-path=\"tbs.validity.notAfter\"]') !== null",
        &[],
        true,
    )
    .await;
    page.leaves_nothing_behind().await;
}
