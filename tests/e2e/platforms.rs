//! Mini-programs: what a program calls, whether its platform takes it, and what to enter into the console.

use super::{
    material::{HOST, House, nobodys},
    openssl,
    page::Page,
    supply::Gap,
};
use serde_json::json;
use std::fs;

/// Code as people have it: five addresses that count, one in a comment, one that is put together at run time.
fn code(first: &str) -> String {
    format!(
        "// wx.request({{ url: 'https://old.example.com' }})\n\
         wx.request({{ url: '{first}' }})\n\
         wx.request({{ url: `https://${{host}}/api` }})\n\
         wx.request({{ url: 'https://{HOST}/list' }})\n\
         wx.uploadFile({{ url: 'https://{HOST}/up', filePath }})\n\
         wx.connectSocket({{ url: 'wss://{HOST}:8443/push' }})\n\
         <web-view src=\"https://{HOST}/page\"></web-view>\n"
    )
}

/// A server certificate alone and code with five addresses: WeChat refuses, says why, and takes it after one click on the
/// chain and two corrections; then the list for its console is copied.
pub async fn a_mini_program_gets_ready(page: &Page) {
    let gap = Gap::new();
    gap.supply(page);
    page.open_site().await;
    page.paste(&gap.server.pem()).await;
    page.verdict("broken").await;
    page.click("tab-platforms").await;
    page.paste_into("urls", &code(&format!("https://{HOST}:443/v1"))).await;
    page.paste_into("listed", "https://example.com;wss://push.example.com").await;
    answer(page, "wechat", "broken").await;
    for code in ["PLT003", "PLT004", "PLT006"] {
        page.find_by(&format!("[data-id=wechat] [data-test=finding][data-code={code}]")).await;
    }
    let behind = page.run("return document.querySelector('[data-code=PLT006]').textContent", &[]).await;
    assert!(behind.as_str().unwrap().contains("CHN003"), "{behind}");
    let called = page.text("called").await;
    for part in ["5 addresses found, 2 left out", "in a comment", "put together at run time", "line 2"] {
        assert!(called.contains(part), "{part} in {called}");
    }

    page.click_on("[data-id=wechat] [data-code=PLT006] [data-test=fix]").await;
    page.until("return document.querySelector('[data-id=wechat] [data-code=PLT006]') === null", &[], true).await;
    page.paste_into("urls", &code(&format!("https://{HOST}/v1"))).await;
    page.paste_into("listed", "").await;
    answer(page, "wechat", "ready").await;

    let list = "[data-id=wechat] [data-test=console-list][data-name='request合法域名']";
    page.click_on(&format!("{list} .cl-copy")).await;
    page.until("return __watch.copied", &[], format!("https://{HOST}")).await;
    let socket = "return document.querySelector(\"[data-id=wechat] [data-name='socket合法域名'] pre\").textContent";
    page.until(socket, &[], format!("wss://{HOST}")).await;

    page.click("tab-renew").await;
    page.click("ics").await;
    let calendar = page.browser.downloaded(&format!("renew-{HOST}.ics")).await;
    let entries = calendar_entries(&calendar, page);
    assert!(entries.len() >= 2 && entries.iter().all(|entry| entry.contains(HOST)), "{entries:?}");

    page.click("tab-platforms").await;
    page.click_on("[data-test=platform][data-id=alipay]").await;
    answer(page, "alipay", "ready").await;
    page.click("lang-zh").await;
    page.until("return document.querySelector('[data-id=alipay] pre').textContent", &[], "example.com").await;
    page.click("clear").await;
    page.state("empty").await;
    page.leaves_nothing_behind().await;
}

/// What Debian's Python reads in a calendar file: a line for each entry.
fn calendar_entries(calendar: &[u8], page: &Page) -> Vec<String> {
    const READER: &str = "import icalendar\n\
        for entry in icalendar.Calendar.from_ical(open('renew.ics', 'rb').read()).walk('VEVENT'):\n\
        \x20   print(entry['SUMMARY'], entry['DTSTART'].dt.isoformat(), len(entry.walk('VALARM')))";
    fs::write(page.browser.home().join("renew.ics"), calendar).unwrap();
    let said = openssl::run("/usr/bin/python3", &["-c", READER], page.browser.home()).unwrap();
    said.lines().map(str::to_owned).collect()
}

/// Before the program is submitted: commands for each address, a script of them, and where TLS ends on the way.
pub async fn checks_and_the_way_to_the_server(page: &Page) {
    let house = House::new();
    page.open_site().await;
    page.paste(&house.chain()).await;
    page.click("tab-platforms").await;
    page.paste_into("urls", &format!("https://{HOST}/v1")).await;
    page.click_on("[data-test=before] summary").await;
    let steps = "return document.querySelectorAll('[data-test=check]').length > 8";
    page.until(steps, &[], true).await;
    let commands = page.text("checks").await;
    for part in [format!("-connect {HOST}:443"), format!("-verify_hostname {HOST}"), "--tls-max 1.2".to_owned()] {
        assert!(commands.contains(&part), "{part} in {commands}");
    }
    page.find("edges").await.send_keys("192.0.2.7\u{e007}").await.unwrap();
    page.until("return document.querySelector('[data-test=checks]').textContent.includes('192.0.2.7:443')", &[], true)
        .await;
    page.click("download-script").await;
    let script = String::from_utf8(page.browser.downloaded("check.sh").await).unwrap();
    assert!(script.starts_with("#!/bin/sh\n") && script.contains("192.0.2.7:443"), "{script}");

    page.click("tab-deploy").await;
    page.click("add-cdn").await;
    let kinds = "return [...document.querySelectorAll('[data-test=hop]')].map((hop) => hop.dataset.kind).join()";
    page.until(kinds, &[], "cdn,server").await;
    page.finding("DEP006", true).await;
    page.click("remove-hop").await;
    page.until(kinds, &[], "server").await;
    page.leaves_nothing_behind().await;
}

/// An error message is looked up before there is anything else, and explained once the certificate is there.
pub async fn an_error_message_is_explained(page: &Page) {
    page.open_site().await;
    page.click_on("[data-test=handbook] summary").await;
    page.until("return document.querySelectorAll('[data-test=symptom]').length > 50", &[], true).await;
    page.paste_into("handbook-search", "key VALUES mismatch").await;
    let few = "const rows = document.querySelectorAll('[data-test=symptom]').length; return rows > 0 && rows < 10";
    page.until(few, &[], true).await;
    page.paste_into("handbook-search", "no such words").await;
    page.find("handbook-none").await;

    page.paste(&format!("request:fail errcode:-202\n{}", nobodys().pem())).await;
    page.verdict("broken").await;
    page.finding("INP012", true).await;
    let causes = page.run("return document.querySelector('[data-code=INP012] ol').textContent", &[]).await;
    assert!(causes.as_str().is_some_and(|causes| causes.contains("CHN003")), "{causes}");
    page.leaves_nothing_behind().await;
}

/// Waits for what a platform says.
async fn answer(page: &Page, platform: &str, wanted: &str) {
    let script =
        "return document.querySelector(`[data-test=platform-answer][data-id=${arguments[0]}]`)?.dataset.verdict ?? ''";
    page.until(script, &[json!(platform)], wanted).await;
}
