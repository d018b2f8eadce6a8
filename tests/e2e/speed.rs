//! How long a user waits. Prints, and judges nothing: machines differ.
#![allow(clippy::print_stdout, reason = "what was measured goes to whoever builds")]

use super::{material::House, page::Page};
use serde_json::{Value, json};

/// Pastes as soon as there is a box, and notes when the verdict stands on the page.
const AT_ONCE: &str = "
    const seen = new MutationObserver(() => {
      const box = document.querySelector('[data-test=input]');
      if (box && !box.value) {
        box.value = CHAIN;
        box.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }));
        window.boxAt = performance.now();
      }
      if (document.querySelector('[data-test=verdict]')) { window.verdictAt = performance.now(); seen.disconnect(); }
    });
    seen.observe(document, { childList: true, subtree: true });";

/// From the address to the first verdict, and from a question to its answer.
pub async fn first_verdict(page: &Page) {
    let house = House::new();
    let chain = house.chain() + &house.root.pem();
    let script = AT_ONCE.replace("CHAIN", &json!(chain).to_string());
    page.browser.chromium_command("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })).await;
    let (mut boxes, mut verdicts) = (Vec::new(), Vec::new());
    for _ in 0..9 {
        page.open_site().await;
        page.until("return window.verdictAt > 0", &[], true).await;
        boxes.push(number(page.run("return boxAt", &[]).await));
        verdicts.push(number(page.run("return verdictAt", &[]).await));
    }
    let mut answers: Vec<f64> = Vec::new();
    for round in 0..9 {
        page.run("__watch.took.length = 0", &[]).await;
        page.paste(&format!("{chain}{}", " ".repeat(round))).await;
        page.until("return __watch.took.length > 0", &[], true).await;
        answers.push(number(page.run("return __watch.took[0]", &[]).await));
    }
    println!("page to the box:           {:6.0} ms (median of 9, loopback, empty cache)", median(boxes));
    println!("page to the first verdict: {:6.0} ms (pasted as soon as there is a box)", median(verdicts));
    println!("question to answer:        {:6.1} ms (engine and message, chain of three)", median(answers));
}

fn number(value: Value) -> f64 {
    value.as_f64().expect("a number")
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
