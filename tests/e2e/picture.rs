//! Pictures of the page that people take along.

use super::{material::House, page::Page};

/// Every drawing and grid as SVG and as PNG: the SVG says the same words, and stands on its own.
pub async fn pictures_are_taken_along(page: &Page) {
    page.open_site().await;
    page.paste(&House::new().chain()).await;
    page.state("done").await;
    for (tab, name) in [("chain", "chain"), ("chain", "trust"), ("dates", "dates"), ("names", "names")] {
        page.click(&format!("tab-{tab}")).await;
        let save = |format| format!("[data-picture={name}] [data-test=picture-save][data-format={format}]");
        page.click_on(&save("svg")).await;
        let svg = page.browser.downloaded(&format!("{name}.svg")).await;
        let svg = String::from_utf8(svg).expect("an SVG is text");
        assert!(svg.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\""), "{svg:.200}");
        for part in ["class=", " style=", "var(", "NaN", "Infinity", "http://www.w3.org/1999/xhtml"] {
            assert!(!svg.contains(part), "{name}: {part} in {svg}");
        }
        let texts = svg.split("<text").skip(1).filter_map(|text| text.split_once('>')?.1.split_once('<'));
        let said: String = texts.flat_map(|(text, _)| text.split_whitespace()).collect();
        let wanted = match name {
            "chain" => &["shop.example.com", "ExampleTLSCA3"][..],
            "trust" => &["Android", "iOS", "WeChat"],
            "dates" => &["shop.example.com", "renew"],
            _ => &["shop.example.com"],
        };
        assert!(wanted.iter().all(|wanted| said.contains(wanted)), "{name}: {said}");
        page.click_on(&save("png")).await;
        let png = page.browser.downloaded(&format!("{name}.png")).await;
        assert!(png.starts_with(b"\x89PNG") && is_drawn(page, &png).await, "{name}: {} bytes", png.len());
    }
    page.leaves_nothing_behind().await;
}

/// Whether a PNG has more than one colour in it.
async fn is_drawn(page: &Page, png: &[u8]) -> bool {
    let script = "const [bytes, done] = [Uint8Array.from(BYTES), arguments[0]]; \
        createImageBitmap(new Blob([bytes])).then((image) => { \
            const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height }); \
            const context = canvas.getContext('2d'); \
            context.drawImage(image, 0, 0); \
            const { data } = context.getImageData(0, 0, image.width, image.height); \
            const colours = new Set(); \
            for (let at = 0; at < data.length; at += 4) colours.add(data[at] << 16 | data[at + 1] << 8 | data[at + 2]); \
            done(colours.size > 8); \
        }, (error) => done(String(error)))";
    page.run_async(&script.replace("BYTES", &format!("{png:?}"))).await == true
}
