//! The Deploy tab: a server is looked for, a system chosen, parts are switched, the link is opened again, everything is
//! saved in one archive that `unzip` opens.

use super::{
    material::{HOST, House},
    openssl,
    page::Page,
};
use certloupe::deploy::TARGETS;
use serde_json::json;
use std::fs;

/// A configuration from the search to the archive.
pub async fn a_configuration_is_chosen(page: &Page) {
    let house = House::new();
    page.open_site().await;
    page.upload(&[("chain.pem", house.chain().as_bytes()), ("site.key", house.server.key_pem().as_bytes())]).await;
    page.state("done").await;
    page.click("tab-deploy").await;
    page.find("config").await;

    page.find("target-search").await.send_keys("apa").await.unwrap();
    holds(page, "<VirtualHost *:443>").await;
    // Its variants have the word too; the server itself stands before them.
    let left = "const left = [...document.querySelectorAll('[data-test=target] option')].map((one) => one.value); \
                return left[0] === 'apache' && left.length < 5";
    page.until(left, &[], true).await;
    page.find("target-search").await.send_keys("\u{e003}\u{e003}\u{e003}").await.unwrap();
    page.choose("target", "nginx").await;
    holds(page, "listen 443 ssl").await;

    // Debian 12 has nginx 1.22, which has no directive for HTTP/2, and OpenSSL 3.0, which has no hybrid group.
    page.choose("system", "debian-12").await;
    holds(page, "listen 443 ssl http2;").await;
    holds(page, "ssl_ecdh_curve X25519:prime256v1:secp384r1;").await;
    let fresh = "return [...document.querySelectorAll('.cl-fresh')].map((one) => one.textContent).join('')";
    let shown = page.run(fresh, &[]).await;
    assert!(shown.as_str().is_some_and(|text| text.contains("ssl http2")), "{shown}");

    page.click_on("[data-test=switch][data-id=hsts]").await;
    holds(page, "add_header Strict-Transport-Security").await;
    page.until(
        fresh,
        &[],
        json!(
            "    # Browsers remember this: start with a small max-age while you are still trying things.\n    \
        add_header Strict-Transport-Security \"max-age=63072000\" always;\n"
        ),
    )
    .await;
    page.until("return document.querySelector('[data-test=changed]').textContent", &[], "2 lines changed").await;
    page.click_on("[data-test=switch][data-id=redirect]").await;
    page.until("return document.querySelector('[data-test=config]').textContent.includes('return 301')", &[], false)
        .await;

    page.click("bundle").await;
    let archive = page.browser.downloaded(&format!("{HOST}-nginx.zip")).await;
    let files = unpacked(&archive, page);
    for name in [&format!("{HOST}.conf"), "README.txt", "fullchain.pem", "chain.pem", "cert.pem", "privkey.pem"] {
        assert!(files.contains(&(*name).to_owned()), "no {name} in {files:?}");
    }

    // Whoever opens the link has the same choices before them.
    let link = page.run("return location.hash", &[]).await;
    assert_eq!(link, "#deploy?target=nginx&system=debian-12&with=hsts&without=redirect");
    page.browser.client.refresh().await.unwrap();
    page.state("empty").await;
    page.paste(&house.chain()).await;
    holds(page, "listen 443 ssl http2;").await;
    holds(page, "add_header Strict-Transport-Security").await;
    page.leaves_nothing_behind().await;
}

/// What has no use for a server is not asked; what its archive lacks is said, with the way to it.
pub async fn the_form_fits_the_server(page: &Page) {
    let house = House::new();
    let there = "return document.querySelector(arguments[0]) !== null";
    let shows = async |selector: &str, wanted: bool| page.until(there, &[json!(selector)], wanted).await;
    page.open_site().await;
    page.paste(&house.chain()).await;
    page.state("done").await;
    page.click("tab-deploy").await;
    page.find("key-absent").await;
    shows("[data-test=hops]", true).await;

    // A search for what there is not leaves the list and the choice as they were.
    page.paste_into("target-search", "zzzz").await;
    let all = "const list = document.querySelector('[data-test=target]'); return [list.value, list.length]";
    page.until(all, &[], json!(["nginx", TARGETS.len()])).await;
    page.paste_into("target-search", "").await;

    // Nobody asks which version a cloud has, and a store of certificates speaks no TLS.
    for (target, has_system, has_profile, has_more) in [
        ("tencent-ssl", false, false, false),
        ("aws-cloudfront", false, true, false),
        ("kubernetes", false, true, true),
        ("nginx", true, true, true),
    ] {
        page.choose("target", target).await;
        for (hook, wanted) in [("system", has_system), ("profile", has_profile), ("more", has_more)] {
            shows(&format!("[data-test={hook}]"), wanted).await;
        }
    }
    page.choose("target", "postgresql").await;
    shows("[data-test=hops]", false).await;

    page.choose("target", "iis").await;
    shows("[data-test=key-file]", true).await;
    page.choose("system", "windows-2016").await;
    page.until(
        "return document.querySelector('[data-test=key-file]').textContent.includes('certificate.legacy.pfx')",
        &[],
        true,
    )
    .await;
    page.click_on("[data-test=key-file] a").await;
    page.until("return document.querySelector('[aria-selected=true]').dataset.test", &[], "tab-files").await;
    page.leaves_nothing_behind().await;
}

async fn holds(page: &Page, text: &str) {
    let script = "return document.querySelector('[data-test=config]')?.textContent.includes(arguments[0]) ?? false";
    page.until(script, &[json!(text)], true).await;
}

/// The names in an archive, by `unzip`, which tests what it lists.
fn unpacked(archive: &[u8], page: &Page) -> Vec<String> {
    fs::write(page.browser.home().join("all.zip"), archive).unwrap();
    openssl::run("unzip", &["-t", "all.zip"], page.browser.home()).unwrap();
    let listed = openssl::run("unzip", &["-Z1", "all.zip"], page.browser.home()).unwrap();
    listed.lines().map(str::to_owned).collect()
}
