//! Whole flows in three real browsers.
mod browser;
mod http;
mod proxy;
mod site;

use browser::*;
use fantoccini::Locator;
use std::path::Path;

fn run(kind: &'static Kind) {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(async {
        let site = site::Site::serve(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/e2e/stub")).await.unwrap();
        let proxy = proxy::Proxy::record().await.unwrap();
        let t = std::time::Instant::now();
        let browser = Browser::start(kind, site.port, proxy.port).await;
        println!("{} started {:?}", kind.name, t.elapsed());
        let c = &browser.client;
        c.goto(&site.address("/")).await.unwrap();
        let css = |s: &'static str| async move { c.find(Locator::Css(s)).await.unwrap() };
        let t = std::time::Instant::now();
        css("[data-test=input]").await.send_keys("hello\nworld").await.unwrap();
        println!("typed {:?}", t.elapsed());
        let a = browser.downloads.parent().unwrap().join("a.txt");
        let b = browser.downloads.parent().unwrap().join("b.txt");
        std::fs::write(&a, "A").unwrap();
        std::fs::write(&b, "B").unwrap();
        let r = css("[data-test=file]").await.send_keys(&format!("{}\n{}", a.display(), b.display())).await;
        println!("upload {r:?}");
        tokio::time::sleep(std::time::Duration::from_millis(300)).await;
        println!("out {:?}", css("[data-test=out]").await.text().await);
        println!("click {:?}", css("[data-test=copy]").await.click().await);
        tokio::time::sleep(std::time::Duration::from_millis(300)).await;
        println!("out {:?}", css("[data-test=out]").await.text().await);
        println!("fetch {:?}", c.execute_async("const d=arguments[arguments.length-1]; fetch('http://x.example/').then(()=>d('ok'),e=>d(String(e)))", vec![]).await);
        println!("notes {:?}", c.execute("return __watch.notes", vec![]).await);
        if kind.name == "chromium" { println!("console {:?}", browser.chromium_console()); }
        println!("raf {:?}", c.execute_async("const d=arguments[arguments.length-1]; let n=0; const f=()=>{ if(++n==30) d('raf '+performance.now()); else requestAnimationFrame(f)}; f(); setTimeout(()=>d('none'),3000)", vec![]).await);
        if std::env::var_os("SHOT").is_some() { println!("shot {:?}", tokio::time::timeout(std::time::Duration::from_secs(5), c.screenshot()).await.map(|s| s.map(|s| s.len()))); }
        println!("proxy {:?}", proxy.requests());
        println!("click {:?}", css("[data-test=download]").await.click().await);
        let got = browser.downloaded("fullchain.pem").await;
        println!("downloaded {:?}", String::from_utf8_lossy(&got));
        c.goto(&site.address("/__control.html")).await.unwrap();
        println!("{:?}", c.wait().at_most(std::time::Duration::from_secs(8)).for_element(Locator::XPath("//p[.='asked']")).await.is_ok());
        println!("proxy {:?}", proxy.requests());
        println!("site {:?}", site.requests());
    });
}
#[test]
fn chromium_probe() {
    run(&CHROMIUM)
}
#[test]
fn firefox_probe() {
    run(&FIREFOX)
}
#[test]
fn webkit_probe() {
    run(&WEBKIT)
}
