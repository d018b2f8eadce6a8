//! The page in a frame of another page.

use super::{
    embed::{chain, document},
    page::Page,
};
use serde_json::{Value, json};

/// The page in a frame of another origin: as high as what it shows, in the language of that page, taking certificates from
/// it and telling it the verdict; and deaf and dumb to everybody else.
pub async fn the_page_in_a_frame(page: &Page) {
    let (inner, outer) = ("127.0.0.1", "localhost");
    let address = |host: &str, path: &str| format!("http://{host}:{}{path}", page.site.port);
    let heard = "addEventListener('message', ({ data, origin }) => (window.heard ??= []).push([origin, data.type, data.verdict ?? null]))";
    let framed = |frame: &str| {
        let body = format!("<p>above</p>{frame}<p>below</p>");
        document(&format!("<script>{heard}</script><script src='/embed/certloupe-frame.js' defer></script>"), &body)
    };
    let whole = format!("<iframe data-certloupe='{}' style='width: 100%'></iframe>", address(inner, "/index.html"));
    page.site.serve_too([(
        "/framed.html".to_owned(),
        framed(&whole.replace("<iframe", "<div lang='zh'><iframe").replace("</iframe>", "</iframe></div>")),
    )]);
    page.browser.client.goto(&address(outer, "/framed.html")).await.unwrap();
    let types = "return [...new Set((window.heard ?? []).map(([, type]) => type))].sort()";
    page.until(types, &[], json!(["height", "ready"])).await;
    let height = "return Math.round(document.querySelector('iframe').getBoundingClientRect().height)";
    let before = page.run(height, &[]).await.as_i64().expect("a height");

    let send = "document.querySelector('iframe').contentWindow.postMessage({ certloupe: 1, type: 'inspect', text: arguments[0] }, arguments[1])";
    let origins = address(inner, "");
    page.run(send, &[json!(chain()), json!(origins)]).await;
    page.until(
        "return window.heard.filter(([, type]) => type === 'verdict').map(([, , verdict]) => verdict)",
        &[],
        json!(["attention"]),
    )
    .await;
    page.until(&format!("{} > {before}", height.replace("return ", "return (") + ")"), &[], true).await;
    assert_eq!(
        page.run("return window.heard.every(([origin]) => origin === arguments[0])", &[json!(origins)]).await,
        true
    );
    // The frame is as high as its page, which has no bars.
    page.browser.client.clone().enter_frame(0).await.unwrap();
    page.until("return document.documentElement.scrollHeight <= innerHeight + 1", &[], true).await;
    assert_eq!(page.run("return document.documentElement.lang", &[]).await, "zh-CN");
    assert_eq!(
        page.run("return navigator.serviceWorker ? navigator.serviceWorker.controller : null", &[]).await,
        Value::Null
    );
    page.browser.client.clone().enter_parent_frame().await.unwrap();

    // Not to another origin than the one that is named, and nothing from there.
    let named = format!(
        "<iframe data-certloupe src='{}' style='width: 100%'></iframe>",
        address(inner, "/index.html?embed=1&origin=https%3A%2F%2Fdocs.example")
    );
    page.site.serve_too([("/unnamed.html".to_owned(), framed(&named))]);
    page.browser.client.goto(&address(outer, "/unnamed.html")).await.unwrap();
    page.browser.client.clone().enter_frame(0).await.unwrap();
    page.is_there().await;
    page.browser.client.clone().enter_parent_frame().await.unwrap();
    page.run(send, &[json!(chain()), json!(origins)]).await;
    page.browser.client.clone().enter_frame(0).await.unwrap();
    // What it were to take, it would have before this.
    page.paste("nothing").await;
    page.verdict("broken").await;
    assert_eq!(page.input().await, "nothing");
    page.browser.client.clone().enter_parent_frame().await.unwrap();
    assert_eq!(page.run("return window.heard ?? []", &[]).await, json!([]));

    // The page around it believes nobody else: neither a frame that is not one of its own, nor one that another page has come into;
    // and no page is as high as that.
    let tall = "<script>parent.postMessage({ certloupe: 1, type: 'height', height: Number(location.hash.slice(1)) }, '*')</script>";
    let away = format!("<script>location.replace('{}')</script>", address(outer, "/tall.html#700"));
    page.site.serve_too([
        ("/tall.html".to_owned(), document(tall, "")),
        ("/away.html".to_owned(), document(&away, "")),
        (
            "/frames.html".to_owned(),
            framed(&format!(
                "<iframe id='own' data-certloupe src='{0}#90000'></iframe><iframe id='unlisted' src='{0}#700'></iframe>\
             <iframe id='left' data-certloupe src='{1}'></iframe>",
                address(inner, "/tall.html"),
                address(inner, "/away.html")
            )),
        ),
    ]);
    page.browser.client.goto(&address(outer, "/frames.html")).await.unwrap();
    page.until("return (window.heard ?? []).length", &[], 3).await;
    let heights = "return ['own', 'unlisted', 'left'].map((id) => document.getElementById(id).style.height)";
    assert_eq!(page.run(heights, &[]).await, json!(["50000px", "", ""]));
    // One that comes later is filled; an attribute is no script.
    page.run(
        "document.body.insertAdjacentHTML('beforeend', `<iframe id='late' data-certloupe='/index.html'></iframe> \
        <iframe id='script' data-certloupe='javascript:parent.wasRun = true'></iframe>`)",
        &[],
    )
    .await;
    page.until("return document.querySelector('#late').src.includes('embed=1&origin=')", &[], true).await;
    assert_eq!(
        page.run("return [document.querySelector('#script').hasAttribute('src'), window.wasRun ?? null]", &[]).await,
        json!([false, null])
    );
}
