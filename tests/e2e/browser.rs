//! Three real browsers, each behind its own driver, in a home of its own, ended by the process that was started.

use super::{http, size::Size};
use fantoccini::{Client, ClientBuilder, wd::Capabilities};
use serde_json::{Value, json};
use std::{
    fs, io,
    net::{Ipv4Addr, TcpListener, TcpStream},
    os::unix::process::CommandExt,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    thread::sleep,
    time::{Duration, Instant},
};
use tokio::time::timeout;

/// A browser that takes longer to open its window did not come up.
const OPENS_WITHIN: Duration = Duration::from_secs(60);

/// How often a browser is started.
const ATTEMPTS: u32 = 3;

/// More than a browser draws above the page.
const ABOVE: u32 = 100;

/// One browser: how its driver starts, and what it must be told.
pub struct Kind {
    pub name: &'static str,
    /// The variable that names another driver than the one on the path.
    variable: &'static str,
    driver: &'static str,
    arguments: fn(port: u16) -> Vec<String>,
    /// Needs a screen of its own: it has no headless mode.
    screen: bool,
    /// What lies in its home before it starts, by path.
    files: &'static [(&'static str, &'static str)],
    capabilities: fn(&Surroundings) -> Value,
}

/// What a browser is started into.
pub struct Surroundings<'a> {
    /// Its home; goes away with it.
    pub home: &'a Path,
    /// What its window is to be.
    pub size: &'a Size,
    /// Where its downloads land.
    pub downloads: &'a Path,
    /// Port of the page's origin.
    pub site: u16,
    /// Port of the recorder that gets everything else.
    pub proxy: u16,
}

pub static CHROMIUM: Kind = Kind {
    name: "chromium",
    variable: "CHROMEDRIVER",
    driver: "chromedriver",
    arguments: |port| vec![format!("--port={port}")],
    screen: false,
    files: &[],
    capabilities: chromium,
};

pub static FIREFOX: Kind = Kind {
    name: "firefox",
    variable: "GECKODRIVER",
    driver: "geckodriver",
    arguments: |port| vec!["--port".into(), port.to_string(), "--websocket-port".into(), "0".into()],
    screen: false,
    // It has no window of less than 500 pixels otherwise.
    files: &[("profile/chrome/userChrome.css", "#main-window { min-width: 0 !important }")],
    capabilities: firefox,
};

pub static WEBKIT: Kind = Kind {
    name: "webkit",
    variable: "WEBKITDRIVER",
    driver: "WebKitWebDriver",
    arguments: |port| vec![format!("--port={port}")],
    screen: true,
    files: &[
        // It asks the desktop's settings where downloads belong.
        (".config/user-dirs.dirs", "XDG_DOWNLOAD_DIR=\"$HOME/downloads\"\n"),
        // The buttons beside its address keep it from being narrow.
        (".config/gtk-3.0/gtk.css", "* { min-width: 0; padding: 0; font-size: 1px }"),
    ],
    capabilities: webkit,
};

fn chromium(around: &Surroundings) -> Value {
    let Size { width, height, ratio, touch, .. } = around.size;
    let mut wanted = json!({
        "browserName": "chrome",
        "goog:loggingPrefs": { "browser": "ALL" },
        // "<-loopback>" takes back the rule that loopback addresses never go through a proxy.
        "proxy": proxy(around, &["<-loopback>"]),
        "goog:chromeOptions": {
            "args": [
                "--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--lang=en-US",
                &format!("--window-size={width},{height}"), &format!("--force-device-scale-factor={ratio}"),
                // Its own errands: updates, lists, the time, accounts, form servers, model downloads.
                "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run",
                "--disable-extensions", "--disable-default-apps", "--disable-client-side-phishing-detection",
                "--disable-field-trial-config", "--disable-domain-reliability", "--no-pings",
                "--disable-features=OptimizationHints,MediaRouter,Translate,NetworkTimeServiceQuerying,\
                 AutofillServerCommunication,CertificateTransparencyComponentUpdater,DialMediaRouteProvider",
                format!("--user-data-dir={}", around.home.join("profile").display()),
            ],
            "prefs": {
                "download.default_directory": around.downloads,
                "download.prompt_for_download": false,
                // It asks before the second file otherwise.
                "profile.default_content_setting_values.automatic_downloads": 1,
                "safebrowsing.enabled": false,
                "signin.allowed": false,
                "search.suggest_enabled": false,
                "homepage": "about:blank",
                "homepage_is_newtabpage": false,
            },
        },
    });
    if *touch {
        let metrics = json!({ "width": width, "height": height, "pixelRatio": ratio, "touch": true, "mobile": true });
        wanted["goog:chromeOptions"]["mobileEmulation"] = json!({ "deviceMetrics": metrics });
    }
    wanted
}

fn firefox(around: &Surroundings) -> Value {
    const COARSE: u32 = 1;
    const FINE_AND_HOVERING: u32 = 2 | 4;
    let Size { ratio, touch, .. } = around.size;
    let pointer = if *touch { COARSE } else { FINE_AND_HOVERING };
    json!({
        "browserName": "firefox",
        "proxy": proxy(around, &[]),
        "moz:firefoxOptions": {
            "args": ["-headless", "-profile", around.home.join("profile")],
            "prefs": {
                "toolkit.legacyUserProfileCustomizations.stylesheets": true,
                "layout.css.devPixelsPerPx": ratio.to_string(),
                "ui.primaryPointerCapabilities": pointer,
                "ui.allPointerCapabilities": pointer,
                "network.proxy.allow_hijacking_localhost": true,
                "browser.download.folderList": 2,
                "browser.download.dir": around.downloads,
                "browser.helperApps.neverAsk.saveToDisk": "application/octet-stream,application/x-pem-file,text/plain",
                "browser.download.always_ask_before_handling_new_types": false,
                "browser.download.manager.addToRecentDocs": false,
                "intl.accept_languages": "en-US",
                // Its own errands: captive portal, settings server, add-on and safe browsing lists, push.
                "network.captive-portal-service.enabled": false,
                "network.connectivity-service.enabled": false,
                "services.settings.server": "data:,",
                "browser.safebrowsing.downloads.remote.enabled": false,
                "dom.push.enabled": false,
                "extensions.getAddons.cache.enabled": false,
            },
        },
    })
}

/// Told as arguments: of two names in the `noProxy` of a session, WebKitGTK (2.50) reads past the end of its list, and crashes
/// before every other window.
fn webkit(around: &Surroundings) -> Value {
    let mut arguments = vec!["--automation".to_owned(), format!("--proxy=http://{}", recorder(around))];
    arguments.extend(direct(around).map(|name| format!("--ignore-host={name}")));
    json!({
        "browserName": "MiniBrowser",
        "webkitgtk:browserOptions": { "binary": mini_browser(), "args": arguments },
    })
}

/// Everything goes through the recorder, except what goes to the page's own origin, and to the same server by another name,
/// which is another origin.
fn proxy(around: &Surroundings, also: &[&str]) -> Value {
    let mut without: Vec<_> = also.iter().map(|&rule| rule.to_owned()).collect();
    without.extend(direct(around));
    let recorder = recorder(around);
    json!({ "proxyType": "manual", "httpProxy": recorder, "sslProxy": recorder, "noProxy": without })
}

fn recorder(around: &Surroundings) -> String {
    format!("127.0.0.1:{}", around.proxy)
}

fn direct(around: &Surroundings) -> [String; 2] {
    ["127.0.0.1", "localhost"].map(|name| format!("{name}:{}", around.site))
}

/// The browser that comes with WebKitGTK; not on the path.
fn mini_browser() -> String {
    let listed = Command::new("dpkg").args(["-L", "libwebkit2gtk-4.1-0"]).output().expect("dpkg lists packages");
    let listed = String::from_utf8_lossy(&listed.stdout).into_owned();
    listed.lines().find(|line| line.ends_with("/MiniBrowser")).expect("webkit2gtk-driver is installed").to_owned()
}

/// A running browser. Dropping it ends the session, the driver and everything the driver started.
pub struct Browser {
    pub kind: &'static Kind,
    pub size: &'static Size,
    pub client: Client,
    pub downloads: PathBuf,
    session: String,
    port: u16,
    // Dropped in this order: nothing writes into the home any more when it goes away.
    _group: Group,
    home: Home,
}

impl Browser {
    /// Opens a window, if need be at the second attempt: a driver may wait for ever for a browser that did not come up.
    pub async fn start(kind: &'static Kind, size: &'static Size, site: u16, proxy: u16) -> Self {
        for _ in 1..ATTEMPTS {
            if let Ok(browser) = timeout(OPENS_WITHIN, Self::open(kind, size, site, proxy)).await {
                return browser;
            }
        }
        let last = timeout(OPENS_WITHIN, Self::open(kind, size, site, proxy)).await;
        last.unwrap_or_else(|_| panic!("{} does not open a window", kind.name))
    }

    /// Starts a driver on a free port and opens a window of that size through it.
    async fn open(kind: &'static Kind, size: &'static Size, site: u16, proxy: u16) -> Self {
        let port = free_port();
        let name = format!("certloupe-e2e-{}-{}-{port}", std::process::id(), kind.name);
        let owned_home = Home(std::env::temp_dir().join(name));
        let home = &owned_home.0;
        let downloads = home.join("downloads");
        fs::create_dir_all(&downloads).unwrap();
        for (name, text) in kind.files {
            let path = home.join(name);
            fs::create_dir_all(path.parent().expect("a file lies in a folder")).unwrap();
            fs::write(path, text).unwrap();
        }

        let mut group = Group::start();
        let mut driver = Command::new(std::env::var(kind.variable).unwrap_or_else(|_| kind.driver.to_owned()));
        driver.args((kind.arguments)(port)).env("HOME", home).env("XDG_CONFIG_HOME", home.join(".config"));
        driver.env("XDG_CACHE_HOME", home.join(".cache")).env("XDG_DATA_HOME", home.join(".local/share"));
        driver.env("MOZ_REMOTE_SETTINGS_DEVTOOLS", "1");
        if kind.screen {
            driver.env("DISPLAY", start_screen(&mut group, size)).env("NO_AT_BRIDGE", "1").env("GDK_BACKEND", "x11");
            driver.env("GDK_SCALE", size.ratio.to_string());
            // As root in a container there is neither a sandbox nor a graphics card.
            driver.env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1").env("WEBKIT_DISABLE_DMABUF_RENDERER", "1");
        }
        let log = fs::File::create(home.join("driver.log")).unwrap();
        group.spawn(driver.stdout(log.try_clone().unwrap()).stderr(log));
        wait_until(&format!("{} listens", kind.driver), || TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_ok());

        let around = Surroundings { home, size, downloads: &downloads, site, proxy };
        let Value::Object(mut wanted) = (kind.capabilities)(&around) else {
            unreachable!("capabilities are an object")
        };
        wanted.insert("timeouts".into(), json!({ "script": 30_000, "pageLoad": 60_000, "implicit": 0 }));
        let connector = hyper_util::client::legacy::connect::HttpConnector::new();
        let client = ClientBuilder::new(connector)
            .capabilities(wanted.into_iter().collect::<Capabilities>())
            .connect(&format!("http://127.0.0.1:{port}"))
            .await
            .unwrap_or_else(|error| panic!("{}: {error}", kind.name));
        let session = client.session_id().await.unwrap().expect("an open session has an id");
        size.fit(&client).await;
        Self { kind, size, client, downloads, session, port, _group: group, home: owned_home }
    }

    /// A folder that goes away with the browser.
    pub fn home(&self) -> &Path {
        &self.home.0
    }

    /// A command of Chromium's own debugging protocol.
    pub async fn chromium_command(&self, name: &str, parameters: Value) -> Value {
        self.command("goog/cdp/execute", json!({ "cmd": name, "params": parameters })).await
    }

    /// What Chromium itself wrote to the console: refused loads, policy violations, uncaught errors. Not its advice to
    /// put password fields into forms: the page's stand in none, for a form's password is one that browsers keep.
    pub async fn chromium_console(&self) -> Vec<String> {
        let entries = self.command("se/log", json!({ "type": "browser" })).await;
        let entry = |entry: &Value| format!("{}: {}", entry["level"], entry["message"]);
        let entries = entries.as_array().expect("a list of entries").iter().map(entry);
        entries.filter(|entry| !entry.contains("[DOM] Password field is not contained in a form")).collect()
    }

    /// On a thread of its own: the driver may wait for the page, and the page for the site, which runs on this one.
    async fn command(&self, path: &str, body: Value) -> Value {
        let (port, path) = (self.port, format!("/session/{}/{path}", self.session));
        let answer = tokio::task::spawn_blocking(move || http::command(port, "POST", &path, &body)).await;
        answer.unwrap().unwrap_or_else(|error| panic!("{}: {error}", self.kind.name))["value"].take()
    }

    /// Waits for a download to be complete, and takes it.
    pub async fn downloaded(&self, name: &str) -> Vec<u8> {
        let path = self.downloads.join(name);
        let start = Instant::now();
        loop {
            let bytes = fs::read(&path).unwrap_or_default();
            let names: Vec<_> =
                fs::read_dir(&self.downloads).unwrap().map(|entry| entry.unwrap().file_name()).collect();
            let running = names.iter().any(|name| {
                let name = name.to_string_lossy();
                name.ends_with(".crdownload") || name.ends_with(".part") || name.ends_with(".wkdownload")
            });
            if !bytes.is_empty() && !running {
                fs::remove_file(&path).unwrap();
                return bytes;
            }
            assert!(start.elapsed() < Duration::from_secs(30), "no download {name}, only {names:?}");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // The driver ends its browser with the session, and does so also when a test has failed half-way.
        let _ = http::command(self.port, "DELETE", &format!("/session/{}", self.session), &Value::Null);
    }
}

/// A folder that goes away with its owner.
pub struct Home(pub PathBuf);

impl Drop for Home {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Processes that end together: when this is dropped, and also when the test itself is killed, since its head then
/// reads the end of its input.
pub struct Group {
    head: Child,
    members: Vec<Child>,
}

impl Group {
    pub fn start() -> Self {
        let mut head = Command::new("sh");
        head.args(["-c", "trap '' TERM; read -r end; kill -TERM 0; sleep 1; kill -KILL 0"]);
        let head = head.process_group(0).stdin(Stdio::piped()).spawn().expect("a shell");
        Self { head, members: Vec::new() }
    }

    pub fn spawn(&mut self, command: &mut Command) -> &mut Child {
        let head = i32::try_from(self.head.id()).expect("a process id");
        let member = command.process_group(head).stdin(Stdio::null()).spawn();
        self.members.push(member.unwrap_or_else(|error| panic!("{}: {error}", command.get_program().display())));
        self.members.last_mut().expect("just pushed")
    }
}

impl Drop for Group {
    fn drop(&mut self) {
        drop(self.head.stdin.take());
        for process in std::iter::once(&mut self.head).chain(&mut self.members) {
            let _ = process.wait();
        }
    }
}

/// An X server in memory. It picks a free number itself and says which.
fn start_screen(group: &mut Group, size: &Size) -> String {
    let [width, height] = [size.width, size.height + ABOVE].map(|pixels| pixels * size.ratio);
    let mut screen = Command::new("Xvfb");
    screen.args(["-displayfd", "1", "-screen", "0", &format!("{width}x{height}x24"), "-nolisten", "tcp", "-noreset"]);
    let screen = group.spawn(screen.stdout(Stdio::piped()).stderr(Stdio::null()));
    let mut number = String::new();
    io::BufRead::read_line(&mut io::BufReader::new(screen.stdout.take().expect("piped")), &mut number).unwrap();
    assert!(!number.trim().is_empty(), "Xvfb did not start");
    format!(":{}", number.trim())
}

pub fn free_port() -> u16 {
    TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap().local_addr().unwrap().port()
}

pub fn wait_until(what: &str, mut ready: impl FnMut() -> bool) {
    let start = Instant::now();
    while !ready() {
        assert!(start.elapsed() < Duration::from_secs(20), "{what}: not within 20 seconds");
        sleep(Duration::from_millis(20));
    }
}
