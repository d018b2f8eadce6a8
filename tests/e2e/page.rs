//! The page as a user has it: what stands on it, found by the hooks of the contract, and what can be done with it.

use super::{browser::Browser, proxy::Proxy, site::Site};
use fantoccini::{
    Client, Locator,
    elements::{Element, ElementRef},
};
use serde_json::{Value, json};
use std::{
    fs,
    path::PathBuf,
    time::{Duration, Instant},
};

/// Longer than anything here takes on a busy machine.
const PATIENCE: Duration = Duration::from_secs(60);

/// Notes whether a click comes, before anything of the page's own hears of it.
const HEARS_A_CLICK: &str = "
    window.heardAClick = false;
    window.addEventListener('click', () => { window.heardAClick = true; }, { capture: true, once: true })";

/// A browser with the page in it.
pub struct Page {
    pub browser: Browser,
    pub site: Site,
    pub proxy: Proxy,
}

impl Page {
    fn client(&self) -> &Client {
        &self.browser.client
    }

    /// Opens an address and waits until the page can be used.
    pub async fn open(&self, address: &str) {
        self.client().goto(address).await.unwrap();
        self.is_there().await;
    }

    /// Waits until the page can do more than take a text: its box is there before.
    pub async fn is_there(&self) {
        self.find_by("[data-state]:not([data-state=loading]) [data-test=input]").await;
    }

    /// Opens the page from its origin.
    pub async fn open_site(&self) {
        self.open(&self.site.address("/")).await;
    }

    /// Opens `dist/certloupe.html` from the disk.
    pub async fn open_file(&self) {
        let path = self.browser.home().join("certloupe.html");
        let page = fs::read(super::dist().join("certloupe.html")).expect("dist/certloupe.html");
        fs::write(&path, super::site::watched_inside(&page)).unwrap();
        self.open(&format!("file://{}", path.display())).await;
    }

    /// Opens the page that asks for what ours never does, and waits until it has.
    pub async fn open_control(&self) {
        self.client().goto(&self.site.address(super::site::CONTROL.0)).await.unwrap();
        self.until("return document.querySelector('p').textContent", &[], "asked").await;
    }

    /// The first element with a hook; waits for it.
    pub async fn find(&self, hook: &str) -> Element {
        self.find_by(&format!("[data-test={hook}]")).await
    }

    pub async fn find_by(&self, selector: &str) -> Element {
        let found = self.client().wait().at_most(PATIENCE).for_element(Locator::Css(selector)).await;
        found.unwrap_or_else(|error| panic!("{selector}: {error}"))
    }

    pub async fn click(&self, hook: &str) {
        self.click_on(&format!("[data-test={hook}]")).await;
    }

    /// Clicks; tries again where the page has just put another element in the place, or where WebKit's driver did not
    /// scroll: an element whose first line of pixels is the one below the window is in sight for it (the page scrolled
    /// by one pixel more, the same click hits), and then it finds nothing to click on. A finger taps once more where
    /// Chromium made no click of it, which it does when the page takes too long to hear of the touch.
    pub async fn click_on(&self, selector: &str) {
        self.loses_nothing().await;
        let start = Instant::now();
        loop {
            let element = self.find_by(selector).await;
            self.is_in_reach(selector).await;
            if self.browser.size.touch {
                self.run(HEARS_A_CLICK, &[]).await;
            }
            match element.click().await {
                Ok(()) if !self.browser.size.touch || self.heard_a_click().await => return,
                Err(error) if start.elapsed() > Duration::from_secs(5) => panic!("{selector}: {error}"),
                Ok(()) => assert!(start.elapsed() < PATIENCE, "{selector}: no tap became a click"),
                Err(_) => {
                    let scroll = "document.querySelector(arguments[0])?.scrollIntoView({ block: 'center' })";
                    self.run(scroll, &[selector.into()]).await;
                    tokio::time::sleep(Duration::from_millis(50)).await;
                }
            }
        }
    }

    /// Whether the page has heard of a click, after a moment; also where another page has come.
    async fn heard_a_click(&self) -> bool {
        let start = Instant::now();
        while start.elapsed() < Duration::from_secs(3) {
            if self.run("return window.heardAClick ?? true", &[]).await == json!(true) {
                return true;
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        false
    }

    /// Runs a script in the page.
    pub async fn run(&self, script: &str, arguments: &[Value]) -> Value {
        self.client().execute(script, arguments.to_vec()).await.unwrap_or_else(|error| panic!("{script}: {error}"))
    }

    /// Clicks what a script finds: what stands in a shadow root, where no selector leads.
    pub async fn click_found(&self, script: &str) {
        let found = self
            .run(&format!("const found = {script}; found.scrollIntoView({{ block: 'center' }}); return found"), &[])
            .await;
        let id = found.as_object().and_then(|it| it.values().next()?.as_str().map(str::to_owned));
        let id = id.unwrap_or_else(|| panic!("{script}: {found}"));
        Element::from_element_id(self.client().clone(), ElementRef::from(id)).click().await.unwrap();
    }

    /// Runs a script that gives its answer to its last argument, whenever it has one.
    pub async fn run_async(&self, script: &str) -> Value {
        self.client().execute_async(script, Vec::new()).await.unwrap_or_else(|error| panic!("{script}: {error}"))
    }

    /// Waits until a script returns what is wanted.
    pub async fn until(&self, script: &str, arguments: &[Value], wanted: impl Into<Value>) {
        let (wanted, start) = (wanted.into(), Instant::now());
        loop {
            let is = self.run(script, arguments).await;
            if is == wanted {
                return self.stays_upright().await;
            }
            assert!(
                start.elapsed() < PATIENCE,
                "{script} {arguments:?}: {is}, not {wanted}; notes: {:?}",
                self.notes().await
            );
            tokio::time::sleep(Duration::from_millis(30)).await;
        }
    }

    /// Puts text into the box as a paste does: at once, and with one `input` event. (Typing a certificate key by key
    /// takes a driver minutes, and WebKit's leaves out the line breaks.)
    pub async fn paste(&self, text: &str) {
        self.paste_into("input", text).await;
    }

    /// The same with another box. Whoever pastes has been in the box for a while: Firefox scrolls to what has the focus
    /// when it next draws, which has to be before the paste.
    pub async fn paste_into(&self, hook: &str, text: &str) {
        self.find(hook).await;
        let focus = "const done = arguments[arguments.length - 1]; \
                     document.querySelector(`[data-test=${arguments[0]}]`).focus(); \
                     requestAnimationFrame(() => setTimeout(done))";
        self.client().execute_async(focus, vec![json!(hook)]).await.unwrap();
        let script = "const box = document.querySelector(`[data-test=${arguments[0]}]`); box.value = arguments[1]; \
                      box.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }));";
        self.run(script, &[json!(hook), json!(text)]).await;
    }

    /// What stands in the box.
    pub async fn input(&self) -> String {
        self.find("input").await.prop("value").await.unwrap().unwrap_or_default()
    }

    /// Chooses files, as the file dialog does.
    pub async fn upload(&self, files: &[(&str, &[u8])]) {
        let paths = files.iter().map(|(name, bytes)| {
            let path = self.browser.home().join(name);
            fs::write(&path, bytes).unwrap();
            path.to_str().unwrap().to_owned()
        });
        self.find("file").await.send_keys(&paths.collect::<Vec<_>>().join("\n")).await.unwrap();
    }

    /// Chooses a folder, as its dialog does.
    pub async fn pick_folder(&self, name: &str, files: &[(&str, &[u8])]) {
        let folder = self.folder(name, files);
        self.find("folder").await.send_keys(folder.to_str().unwrap()).await.unwrap();
    }

    /// A folder with files in it, at the browser's home.
    fn folder(&self, name: &str, files: &[(&str, &[u8])]) -> PathBuf {
        let folder = self.browser.home().join(name);
        for (path, bytes) in files {
            let path = folder.join(path);
            fs::create_dir_all(path.parent().expect("a file lies in a folder")).unwrap();
            fs::write(&path, bytes).unwrap();
        }
        folder
    }

    /// Drops a folder on a part of the page: for real in Chromium, whose debugging protocol can. Firefox's driver can not drag
    /// anything in from outside, so there a script drops what lies in it, one file beside the other.
    pub async fn drop_folder(&self, name: &str, files: &[(&str, &[u8])], on: &str) {
        let folder = self.folder(name, files);
        self.find_by(on).await;
        let corner = "const part = document.querySelector(arguments[0]); part.scrollIntoView({ block: 'nearest' }); \
                      const { left, top } = part.getBoundingClientRect(); return [left, top]";
        let corner: (f64, f64) = serde_json::from_value(self.run(corner, &[json!(on)]).await).unwrap();
        if self.browser.kind.name == "chromium" {
            for step in ["dragEnter", "dragOver", "drop"] {
                let data = json!({ "items": [], "files": [folder], "dragOperationsMask": 1 });
                let (x, y) = (corner.0 + 15.0, corner.1 + 15.0);
                let event = json!({ "type": step, "x": x, "y": y, "data": data });
                self.browser.chromium_command("Input.dispatchDragEvent", event).await;
            }
        } else {
            let script = "const data = new DataTransfer(); \
                 for (const [name, bytes] of arguments[0]) data.items.add(new File([Uint8Array.from(bytes)], name)); \
                 document.querySelector(arguments[1]) \
                     .dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data }));";
            self.run(script, &[json!(files), json!(on)]).await;
        }
    }

    /// Chooses an example, and waits until it is judged.
    pub async fn try_example(&self, id: &str) {
        let text = fs::read_to_string(super::dist().join(format!("examples/{id}.pem"))).expect("an example");
        self.click_on(&format!("[data-example={id}]")).await;
        self.until("return document.querySelector('[data-test=input]').value", &[], text).await;
        self.state("done").await;
    }

    /// Waits for a verdict on the input as it is now.
    pub async fn verdict(&self, wanted: &str) {
        let script = "return document.querySelector('[data-state]').dataset.state === 'done' \
                      ? document.querySelector('[data-test=verdict]')?.dataset.verdict : 'not yet'";
        self.until(script, &[], wanted).await;
    }

    /// Waits for the page's state.
    pub async fn state(&self, wanted: &str) {
        self.until("return document.querySelector('[data-state]').dataset.state", &[], wanted).await;
    }

    /// Codes of the findings on the page, in its order.
    pub async fn codes(&self) -> Vec<String> {
        let script = "return [...document.querySelectorAll('[data-test=finding]')].map((found) => found.dataset.code)";
        serde_json::from_value(self.run(script, &[]).await).unwrap()
    }

    /// Waits until a finding is there, or is not.
    pub async fn finding(&self, code: &str, there: bool) {
        let script = "return document.querySelector(`[data-test=finding][data-code=${arguments[0]}]`) !== null";
        self.until(script, &[json!(code)], there).await;
    }

    pub async fn text(&self, hook: &str) -> String {
        let script = "return document.querySelector(`[data-test=${arguments[0]}]`)?.textContent ?? ''";
        self.run(script, &[json!(hook)]).await.as_str().unwrap_or_default().to_owned()
    }

    /// What the page says it was given.
    pub async fn given(&self) -> String {
        let script = "return [...document.querySelectorAll('[data-test=given]')].map((one) => one.textContent)";
        self.run(script, &[]).await.to_string()
    }

    /// Chooses an option of a list.
    pub async fn choose(&self, hook: &str, value: &str) {
        self.find_by(&format!("[data-test={hook}] option[value='{value}']")).await;
        self.find(hook).await.select_by_value(value).await.unwrap();
    }

    /// Types a password where the page asks for one, and waits until it was tried.
    pub async fn type_password(&self, password: &str) {
        self.find("password").await.send_keys(password).await.unwrap();
        self.click("password-use").await;
        self.until("return document.querySelector('[data-test=password]')?.value ?? ''", &[], "").await;
        self.state("done").await;
    }

    /// Asks for a file in another format.
    pub async fn convert(&self, format: &str) {
        self.click_on(&format!("[data-test=convert][data-format={format}]")).await;
    }

    /// Whether a text stands anywhere on the page: in its elements, in what they hold, or in what Chromium tells a
    /// screen reader.
    pub async fn shows(&self, text: &str) -> bool {
        let script = "const fields = [...document.querySelectorAll('input')].map((field) => field.value); \
                      return document.documentElement.outerHTML.includes(arguments[0]) \
                      || fields.some((value) => value.includes(arguments[0]))";
        let shown = self.run(script, &[json!(text)]).await == json!(true);
        if self.browser.kind.name != "chromium" {
            return shown;
        }
        let spoken = self.browser.chromium_command("Accessibility.getFullAXTree", json!({})).await.to_string();
        let pasted = self.input().await;
        shown || (spoken.contains(text) && !pasted.contains(text))
    }
}
