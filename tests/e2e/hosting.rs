//! The page behind the servers that people put it behind, with the very files of `hosting/`: at the root of a name and
//! below a path. Every file is asked for, and then a browser uses the page.

mod answers;

use super::{
    browser::{self, Browser, Group, Home, free_port, wait_until},
    dist,
    material::House,
    offline::COMPLETE,
    page::Page,
    run_at,
    size::DESK,
};
use std::{
    cell::RefCell,
    env, fs,
    net::{Ipv4Addr, TcpStream},
    os::unix::fs::MetadataExt,
    path::{Path, PathBuf},
    process::Command,
    sync::{
        OnceLock,
        atomic::{AtomicU32, Ordering},
    },
};

/// What lies beside the page and is nobody's business.
const SECRET: &str = "secret.txt";

/// A page of another site: it has the element, which is for everybody, asks for what is not, and shows the page in a frame.
const ELSEWHERE: &str = "<!doctype html><title></title><iframe src='{base}?embed=1'></iframe><script type=module>
    const works = (promise) => promise.then(() => 'yes', () => 'no');
    const element = fetch('{base}embed/{wasm}').then((answer) => WebAssembly.compileStreaming(answer));
    const asked = [import('{base}embed/{script}'), element, import('{base}boot.js'), fetch('{base}index.html')];
    document.title = (await Promise.all(asked.map(works))).join(' ');
</script>";

/// What stands in a recipe and what is put in its place, for a folder and two ports.
type Changes = fn(&str, [u16; 2]) -> Vec<(&'static str, String)>;

/// Pages that stand in for documentation beside the page: with a policy of their own and with none.
const MORE: [(&str, &str); 4] = [
    ("alike/index.html", "<p>none</p>"),
    ("alike/deep/a.b.html", "<p>none</p>"),
    ("mixed/index.html", "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'self'\">"),
    ("mixed/none.html", "<p>none</p>"),
];

/// A server, and how its recipe is set up.
pub struct Server {
    program: &'static str,
    package: &'static str,
    /// What the committed files are called where they are read from.
    files: &'static [(&'static str, &'static str)],
    /// What the policies are called.
    policy: &'static str,
    /// What is changed in them: the folder of the page, and where the two sites listen.
    changes: Changes,
    /// The main configuration, which includes them.
    main: fn() -> String,
    arguments: &'static [&'static str],
    /// Whether it has packed files of both kinds to give.
    brotli: fn() -> bool,
}

/// Debian has the module in a package of its own; without it there is gzip.
const BROTLI_OF_NGINX: &str = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so";

pub static NGINX: Server = Server {
    program: "nginx",
    package: "nginx-light",
    files: &[("nginx.conf", "site.conf"), ("nginx/answers.conf", "certloupe/answers.conf")],
    policy: "certloupe/policy.conf",
    changes: |page, ports| {
        let mut changes = vec![
            ("/srv/certloupe", page.to_owned()),
            ("listen 80;\n    server_name certloupe.example;", format!("listen 127.0.0.1:{};", ports[0])),
            ("listen 80;\n    server_name www.example;", format!("listen 127.0.0.1:{};", ports[1])),
        ];
        if (NGINX.brotli)() {
            changes.push(("#brotli_static on;", "brotli_static on;".to_owned()));
        }
        changes
    },
    main: || {
        let module = if (NGINX.brotli)() { format!("load_module {BROTLI_OF_NGINX};\n") } else { String::new() };
        let folders = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
        let folders: String = folders.iter().map(|name| format!("{name}_temp_path {name};\n")).collect();
        format!(
            "{module}daemon off;\nmaster_process off;\npid nginx.pid;\nevents {{}}\n\
             http {{\naccess_log off;\n{folders}include site.conf;\n}}\n"
        )
    },
    arguments: &["-e", "error.log", "-p", ".", "-c", "main"],
    brotli: || Path::new(BROTLI_OF_NGINX).exists(),
};

pub static CADDY: Server = Server {
    program: "caddy",
    package: "caddy",
    files: &[("Caddyfile", "site")],
    policy: "certloupe-policy.caddy",
    changes: |page, ports| {
        vec![
            ("/srv/certloupe", page.to_owned()),
            ("\ncertloupe.example {", format!("\nhttp://127.0.0.1:{} {{", ports[0])),
            ("\nwww.example {", format!("\nhttp://127.0.0.1:{} {{", ports[1])),
        ]
    },
    main: || "{\n\tadmin off\n}\nimport site\n".to_owned(),
    arguments: &["run", "--config", "main", "--adapter", "caddyfile"],
    brotli: || true,
};

/// Where the page stands.
pub struct Place {
    path: &'static str,
    /// Which of the recipe's two sites that is.
    site: usize,
}

pub static ROOT: Place = Place { path: "/", site: 0 };
pub static BELOW: Place = Place { path: "/tools/cert/", site: 1 };

/// A running server with the page.
struct Behind {
    folder: &'static Path,
    port: u16,
    place: &'static Place,
    brotli: bool,
    _group: Group,
    _home: Home,
}

impl Behind {
    /// Puts a copy of the page behind a server. Others may show it in frames where they are named.
    fn start(server: &Server, place: &'static Place, others: &[&str]) -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let home = Home(env::temp_dir().join(format!("certloupe-hosting-{}-{count}", std::process::id())));
        let folder = page();
        fs::create_dir_all(home.0.join("certloupe")).unwrap();

        let ports = [free_port(), free_port()];
        let mut changes = (server.changes)(folder.to_str().expect("a plain path"), ports);
        for (committed, name) in server.files {
            let mut text = fs::read_to_string(root().join("hosting").join(committed)).unwrap();
            changes.retain(|(from, to)| {
                let is_here = text.contains(from);
                text = text.replace(from, to);
                !is_here
            });
            fs::write(home.0.join(name), text).unwrap();
        }
        assert!(changes.is_empty(), "the recipe has no {changes:?}");
        let policy = script("policy.sh").arg(server.program).arg(folder).args(others).output().expect("a shell");
        assert!(policy.status.success(), "{}", String::from_utf8_lossy(&policy.stderr));
        fs::write(home.0.join(server.policy), policy.stdout).unwrap();
        fs::write(home.0.join("main"), (server.main)()).unwrap();

        let mut group = Group::start();
        let log = fs::File::create(home.0.join("output.log")).unwrap();
        let mut command = Command::new(installed(server));
        command.args(server.arguments).current_dir(&home.0).env("HOME", &home.0).env("XDG_DATA_HOME", &home.0);
        command.env("XDG_CONFIG_HOME", &home.0).stdout(log.try_clone().unwrap()).stderr(log);
        let child = group.spawn(&mut command);
        let port = ports[place.site];
        wait_until(&format!("{} listens", server.program), || {
            let ended = child.try_wait().unwrap();
            let said = || fs::read_to_string(home.0.join("output.log")).unwrap_or_default();
            assert!(ended.is_none(), "{} ended: {}", server.program, said());
            TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_ok()
        });
        Self { folder, port, place, brotli: (server.brotli)(), _group: group, _home: home }
    }

    /// The address of a file of the page.
    fn address(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{}{path}", self.port, self.place.path)
    }
}

/// A copy of the built page with what a deployment adds: made once, for packing takes a while.
fn page() -> &'static Path {
    static PAGE: OnceLock<PathBuf> = OnceLock::new();
    PAGE.get_or_init(|| {
        let around = Path::new(env!("CARGO_TARGET_TMPDIR")).join("hosting");
        let _ = fs::remove_dir_all(&around);
        fs::create_dir_all(&around).unwrap();
        fs::write(around.join(SECRET), "secret").unwrap();
        let folder = around.join("page");
        assert!(Command::new("cp").arg("-a").arg(dist()).arg(&folder).status().expect("cp").success());
        for (name, html) in MORE {
            let path = folder.join(name);
            fs::create_dir_all(path.parent().expect("a folder")).unwrap();
            fs::write(path, html).unwrap();
        }
        pack(&folder);
        folder
    })
}

/// Packs a page; the second time nothing is left to do.
fn pack(folder: &Path) {
    // Quick, not small.
    let pack = || script("precompress.sh").arg(folder).env("BROTLI_QUALITY", "4").status().expect("a shell").success();
    let inode = |path: &String| fs::metadata(folder.join(path)).unwrap().ino();
    let packed = || answers::files(folder).into_iter().map(|path| (inode(&path), path)).collect::<Vec<_>>();
    assert!(pack());
    let before = packed();
    assert!(pack());
    assert_eq!(packed(), before);
    // What changed is packed anew; what is gone, or too small by now, leaves nothing behind.
    let [changed, gone, small] = ["changed.txt", "gone.txt", "small.txt"].map(|name| folder.join(name));
    for path in [&changed, &gone, &small] {
        fs::write(path, "a".repeat(2000)).unwrap();
    }
    assert!(pack());
    let first = fs::read(folder.join("changed.txt.gz")).unwrap();
    fs::write(&changed, "b".repeat(3000)).unwrap();
    fs::write(&small, "c").unwrap();
    fs::remove_file(&gone).unwrap();
    assert!(pack());
    assert_ne!(fs::read(folder.join("changed.txt.gz")).unwrap(), first);
    assert!(["gone.txt.br", "small.txt.gz"].iter().all(|name| !folder.join(name).exists()));
    fs::remove_file(&changed).unwrap();
    fs::remove_file(&small).unwrap();
    assert!(pack());
    assert_eq!(packed(), before);
}

fn script(name: &str) -> Command {
    Command::new(root().join("scripts").join(name))
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Debian puts servers where only root's path looks.
fn installed(server: &Server) -> PathBuf {
    let folders = ["/usr/sbin", "/usr/bin", "/usr/local/sbin", "/usr/local/bin"];
    let mut candidates = folders.iter().map(|folder| Path::new(folder).join(server.program));
    candidates.find(|path| path.exists()).unwrap_or_else(|| {
        panic!("no {}: run `apt-get install -y --no-install-recommends {}`", server.program, server.package)
    })
}

/// Asks for every file, and uses the page.
pub fn behind(server: &'static Server, place: &'static Place) {
    super::insist_on_fresh_build();
    let running = Behind::start(server, place, &[]);
    if !running.brotli {
        eprintln!("hosting: {} has no brotli here: apt-get install libnginx-mod-http-brotli-static", server.program);
    }
    answers::are_right(&running);
    let port = running.port;
    let running = RefCell::new(Some(running));
    run_at(&browser::CHROMIUM, &DESK, Some(port), async |page: &Page| {
        let (address, elsewhere) = {
            let running = running.borrow();
            let running = running.as_ref().expect("it runs");
            (running.address(""), elsewhere(running, &page.browser))
        };
        works(page, &address).await;
        is_not_framed(page, &elsewhere).await;
        running.take();
        works_without_a_server(page, &address).await;
    });

    let open = Behind::start(server, place, &["file:"]);
    run_at(&browser::CHROMIUM, &DESK, Some(open.port), async |page: &Page| {
        page.browser.client.goto(&elsewhere(&open, &page.browser)).await.unwrap();
        page.browser.client.enter_frame(0).await.unwrap();
        page.is_there().await;
    });
}

/// The page does what it does, under the policy of the server and its own: nothing is refused or missing.
async fn works(page: &Page, address: &str) {
    page.open(address).await;
    let good = fs::read_to_string(root().join("www/examples/good.pem")).unwrap();
    page.paste(&good).await;
    page.state("done").await;
    page.find("verdict").await;
    // A second worker, the full engine and a download.
    page.click("tab-deploy").await;
    page.find("config").await;
    page.click("tab-files").await;
    page.convert("p7b").await;
    assert!(!page.browser.downloaded("chain.p7b").await.is_empty());
    page.until(COMPLETE, &[], true).await;
    assert_eq!(page.browser.chromium_console().await, [""; 0], "what Chromium wrote to its console");
    assert_eq!(page.proxy.requests(), [""; 0], "requests that left the origin");
}

/// Other sites get the element and nothing else.
async fn is_not_framed(page: &Page, elsewhere: &str) {
    page.browser.client.goto(elsewhere).await.unwrap();
    page.until("return document.title", &[], "yes yes no no").await;
    let said = page.browser.chromium_console().await;
    assert!(said.iter().any(|entry| entry.contains("frame-ancestors")), "{said:?}");
    page.browser.client.enter_frame(0).await.unwrap();
    let shown = page.run("return document.querySelector('[data-state]') !== null", &[]).await;
    assert_eq!(shown, false, "the page stands in a frame");
    page.browser.client.enter_parent_frame().await.unwrap();
}

/// What the service worker has kept is the page, with its policy.
async fn works_without_a_server(page: &Page, address: &str) {
    page.open(address).await;
    page.paste(&House::new().chain()).await;
    page.verdict("broken").await;
}

/// Writes the page of another site, and says where it is.
fn elsewhere(running: &Behind, browser: &Browser) -> String {
    let embed = answers::files(&running.folder.join("embed"));
    let named = |end: &str| embed.iter().find(|path| path.ends_with(end)).expect("a part of the element").as_str();
    let html = ELSEWHERE.replace("{base}", &running.address("")).replace("{wasm}", named(".wasm"));
    let path = browser.home().join("elsewhere.html");
    fs::write(&path, html.replace("{script}", named("certloupe.js"))).unwrap();
    format!("file://{}", path.display())
}
