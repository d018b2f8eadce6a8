//! How long a user waits. Prints, and judges nothing: machines differ.
#![allow(clippy::print_stdout, reason = "what was measured goes to whoever builds")]

use super::{
    material::{HOST, House, many},
    openssl::run,
    page::Page,
    support::{
        attacks,
        mint::{Cert, Key, Minted, bundle},
        recipes::public_roots,
    },
};
use serde_json::{Value, json};
use std::fs;

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

/// Notes the longest task of the page; browsers tell of none below 50 ms.
const NOTE_LONG_TASKS: &str = "
    window.longest = 0;
    new PerformanceObserver((list) => list.getEntries().forEach((task) => {
      window.longest = Math.max(window.longest, task.duration);
    })).observe({ entryTypes: ['longtask'] });";

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

/// What the matrix of clients costs: the same three certificates with a server's among them, and without, where nobody
/// is asked. The rest is the time for the messages and for the signatures.
pub async fn trust(page: &Page) {
    let below = |root: &Minted| Cert::ca("Speed CA").key(Key::P256(51)).issued_by(root);
    let root = public_roots::root("ISRG Root X1");
    let issuer = below(&root);
    let server = Cert::server(&[HOST]).key(Key::P256(52)).issued_by(&issuer);
    let authority = Cert::ca("Speed CA 2").key(Key::P256(52)).issued_by(&issuer);
    page.open_site().await;
    let mut took = Vec::new();
    for first in [&server, &authority] {
        let text = bundle(&[first, &issuer]);
        page.paste(&text).await;
        page.state("done").await;
        let mut answers = Vec::new();
        for round in 1..10 {
            page.run("__watch.took.length = 0", &[]).await;
            page.paste(&format!("{text}{}", " ".repeat(round))).await;
            page.until("return __watch.took.length > 0", &[], true).await;
            answers.push(number(page.run("return __watch.took[0]", &[]).await));
        }
        took.push(median(answers));
    }
    let cells =
        number(page.run("return document.querySelectorAll('[data-test=trust] [data-client]').length", &[]).await);
    assert!(cells == 0.0, "nobody is asked about a CA certificate");
    println!("matrix, budget 30 ms:      {:6.1} ms (what the next two lines differ by)", took[0] - took[1]);
    println!("answer with the matrix:    {:6.1} ms (median of 9; two certificates and a supply of two files)", took[0]);
    println!("the same without a server: {:6.1} ms (no matrix)", took[1]);
}

/// What certificates made to keep a validator busy cost: no answer may take longer than 200 ms, and none may keep the
/// page from moving for 50 ms.
pub async fn attacks(page: &Page) {
    page.open_site().await;
    page.run(NOTE_LONG_TASKS, &[]).await;
    let (mut took, mut blocked) = (Vec::new(), Vec::new());
    for attack in attacks::attacks() {
        let files = [("chain.pem", attack.given.as_bytes())];
        let (mut answers, mut tasks) = (Vec::new(), Vec::new());
        for _ in 0..3 {
            page.run("__watch.took.length = 0; window.longest = 0", &[]).await;
            page.upload(&files).await;
            page.state("done").await;
            answers.push(number(page.run("return Math.max(...__watch.took)", &[]).await));
            page.click("clear").await;
            tasks.push(number(page.run("return longest", &[]).await));
        }
        took.push((median(answers), attack.name));
        blocked.push((median(tasks), attack.name));
    }
    let print = |what: &str, figures: &mut Vec<(f64, &str)>| {
        figures.sort_by(|one, other| other.0.total_cmp(&one.0));
        for (time, name) in figures.iter().take(8) {
            println!("{what} {time:6.0} ms ({name})");
        }
    };
    print("attack, budget 200 ms:     ", &mut took);
    print("longest task of the page:  ", &mut blocked);
}

/// Rounds of the key derivation that is compared with the browser's own.
const ROUNDS: u32 = 100_000;

/// A pack of 4 MB with 200 files, and a key behind a password: what they cost, and whether the page stays awake.
pub async fn containers(page: &Page) {
    let home = page.browser.home();
    fs::create_dir_all(home.join("pack")).unwrap();
    let certificates = many(4_000);
    let blocks: Vec<_> = certificates.split_inclusive("-----END CERTIFICATE-----\n").collect();
    for (index, file) in blocks.chunks(20).enumerate() {
        fs::write(home.join(format!("pack/{index}.pem")), file.concat()).unwrap();
    }
    run("zip", &["-0", "-q", "-r", "pack.zip", "pack"], home).unwrap();
    let pack = fs::read(home.join("pack.zip")).unwrap();
    page.open_site().await;
    page.run(NOTE_LONG_TASKS, &[]).await;
    page.run("__watch.took.length = 0", &[]).await;
    page.upload(&[("pack.zip", &pack)]).await;
    page.state("done").await;
    let took = number(page.run("return __watch.took.at(-1)", &[]).await);
    let longest = number(page.run("return longest", &[]).await);
    println!(
        "a ZIP of {} kB, 200 files:  {took:6.0} ms (question to answer, the full engine's loading not included)",
        pack.len() / 1000
    );
    println!("longest task of the page:  {longest:6.0} ms (0: none above 50 ms)");

    fs::write(home.join("open.key"), House::new().server.key_pem()).unwrap();
    let rounds = ROUNDS.to_string();
    let lock =
        "pkcs8 -topk8 -in open.key -out locked.key -v2 aes-256-cbc -v2prf hmacWithSHA256 -passout pass:secret -iter";
    run("openssl", &[&lock.split(' ').collect::<Vec<_>>()[..], &[&rounds]].concat(), home).unwrap();
    page.click("clear").await;
    page.upload(&[("locked.key", &fs::read(home.join("locked.key")).unwrap())]).await;
    page.finding("INP006", true).await;
    page.type_password("secret").await;
    page.finding("INP006", false).await;
    let ours = number(page.run("return __watch.took.at(-1)", &[]).await);
    let theirs = "const done = arguments[0]; (async () => {
        const key = await crypto.subtle.importKey('raw', new TextEncoder().encode('secret'), 'PBKDF2', false, ['deriveBits']);
        const start = performance.now();
        await crypto.subtle.deriveBits({ name: 'PBKDF2', salt: new Uint8Array(16), iterations: ROUNDS, hash: 'SHA-256' }, key, 256);
        return performance.now() - start;
    })().then(done)";
    let theirs = number(page.run_async(&theirs.replace("ROUNDS", &rounds)).await);
    println!("PBKDF2, {ROUNDS} rounds:    {ours:6.0} ms, WebCrypto {theirs:.0} ms: {:.1} times as long", ours / theirs);
}

fn number(value: Value) -> f64 {
    value.as_f64().expect("a number")
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
