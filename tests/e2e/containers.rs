//! What people get from a CA besides plain PEM, dropped on the page; and what they take away in other formats. Written
//! and judged by the real `openssl`, `keytool` and `zip`. Every flow ends with a search for the secrets that went in.

use super::{
    material::{HOST, House},
    openssl::run,
    page::Page,
};
use serde_json::json;
use std::fs;

/// A password that nobody would find by chance.
const PASSWORD: &str = "correct-horse-7316";

/// What the page fetches as soon as it meets what the base engine can not read.
const FULL: &str = "/full";

/// What a CA's console packs, made by the tools that they use.
struct Pack {
    house: House,
}

impl Pack {
    /// Writes the house's files into the browser's folder, for the tools to work on.
    fn new(page: &Page) -> Self {
        let house = House::new();
        let write = |name: &str, text: &str| fs::write(page.browser.home().join(name), text).unwrap();
        write("server.pem", &house.server.pem());
        write("issuer.pem", &house.issuer.pem());
        write("server.key", &house.server.key_pem());
        Self { house }
    }

    fn pfx(&self, page: &Page) -> Vec<u8> {
        let export = "pkcs12 -export -in server.pem -inkey server.key -certfile issuer.pem -out made.pfx -passout";
        tool(page, "openssl", &[&export.split(' ').collect::<Vec<_>>()[..], &[&pass()]].concat());
        take(page, "made.pfx")
    }

    fn jks(&self, page: &Page) -> Vec<u8> {
        self.pfx(page);
        let import = "-importkeystore -noprompt -srckeystore made.pfx -srcstoretype PKCS12 -destkeystore made.jks \
                      -deststoretype JKS -srcstorepass correct-horse-7316 -deststorepass correct-horse-7316";
        tool(page, "keytool", &import.split_whitespace().collect::<Vec<_>>());
        take(page, "made.jks")
    }

    /// The key as PKCS#8 behind the password.
    fn locked_key(&self, page: &Page) -> String {
        let lock = "pkcs8 -topk8 -in server.key -out locked.key -v2 aes-256-cbc -passout";
        tool(page, "openssl", &[&lock.split(' ').collect::<Vec<_>>()[..], &[&pass()]].concat());
        String::from_utf8(take(page, "locked.key")).unwrap()
    }

    /// Everything that must never show: pieces of the key's base64, and the password.
    fn secrets(&self) -> Vec<String> {
        let key = self.house.server.key_pem();
        let lines = key.lines().filter(|line| !line.starts_with('-')).map(|line| line[..line.len().min(24)].to_owned());
        lines.chain([PASSWORD.to_owned()]).collect()
    }
}

/// A private key that nobody has the password of.
pub fn a_locked_key(page: &Page) -> String {
    Pack::new(page).locked_key(page)
}

fn pass() -> String {
    format!("pass:{PASSWORD}")
}

fn tool(page: &Page, program: &str, arguments: &[&str]) -> String {
    run(program, arguments, page.browser.home()).unwrap_or_else(|said| panic!("{said}"))
}

fn take(page: &Page, name: &str) -> Vec<u8> {
    fs::read(page.browser.home().join(name)).unwrap()
}

/// The flow is over: nothing left the origin, nothing is kept, and none of the secrets shows anywhere.
async fn keeps_its_secrets(page: &Page, pack: &Pack) {
    for secret in pack.secrets() {
        assert!(!page.shows(&secret).await, "the page shows a secret");
    }
    page.leaves_nothing_behind().await;
}

/// The private key card says that the key fits.
async fn key_fits(page: &Page) {
    page.finding("INP006", false).await;
    page.finding("KEY001", false).await;
    page.finding("KEY007", false).await;
    let given = page.given().await;
    assert!(given.contains("belongs to the server certificate"), "{given}");
}

/// A PFX beside its password file opens by itself; the full engine comes only now.
pub async fn a_pfx_with_its_password_file(page: &Page) {
    let pack = Pack::new(page);
    page.open_site().await;
    page.paste(&pack.house.chain()).await;
    page.state("done").await;
    let full = || page.site.requests().iter().filter(|request| request.target.starts_with(FULL)).count();
    assert_eq!(full(), 0, "a plain chain waited for the full engine");
    page.click("clear").await;
    page.upload(&[("shop.pfx", &pack.pfx(page)), ("pfx-password.txt", format!("\u{feff}{PASSWORD}\r\n").as_bytes())])
        .await;
    page.state("done").await;
    key_fits(page).await;
    assert_eq!(full(), 2, "the full engine's script and module, each once");
    assert!(page.given().await.contains(HOST));
    keeps_its_secrets(page, &pack).await;
}

/// A key store asks for its password in place.
pub async fn a_java_key_store(page: &Page) {
    let pack = Pack::new(page);
    page.open_site().await;
    page.upload(&[("keystore.jks", &pack.jks(page))]).await;
    page.finding("INP006", true).await;
    assert!(page.given().await.contains(HOST), "certificates in a JKS need no password");
    page.type_password(PASSWORD).await;
    key_fits(page).await;
    keeps_its_secrets(page, &pack).await;
}

/// An encrypted key asks, says that a password is wrong, and opens with the right one.
pub async fn an_encrypted_key(page: &Page) {
    let pack = Pack::new(page);
    page.open_site().await;
    page.paste(&(pack.house.chain() + &pack.locked_key(page))).await;
    page.finding("INP006", true).await;
    let says = "return document.querySelector('[data-code=INP006] h3').textContent";
    let asks = page.run(says, &[]).await;
    page.type_password("not-this-one").await;
    page.until(&format!("{says} !== arguments[0]"), &[asks], true).await;
    page.type_password(PASSWORD).await;
    key_fits(page).await;
    page.finding("KEY004", true).await;
    keeps_its_secrets(page, &pack).await;
    page.click("clear").await;
    page.paste(&pack.locked_key(page)).await;
    page.finding("INP006", true).await;
}

/// A pack with a folder for each server: one drop, one verdict.
pub async fn a_zip_of_a_ca(page: &Page) {
    let pack = Pack::new(page);
    let home = page.browser.home();
    for folder in ["pack/Nginx", "pack/Apache", "pack/IIS"] {
        fs::create_dir_all(home.join(folder)).unwrap();
    }
    let write = |name: &str, bytes: &[u8]| fs::write(home.join("pack").join(name), bytes).unwrap();
    write("Nginx/1_shop_bundle.crt", pack.house.chain().as_bytes());
    write("Nginx/2_shop.key", pack.house.server.key_pem().as_bytes());
    write("Apache/1_root_bundle.crt", pack.house.issuer.pem().as_bytes());
    write("Apache/2_shop.crt", pack.house.server.pem().as_bytes());
    write("Apache/3_shop.key", pack.house.server.key_pem().as_bytes());
    write("IIS/shop.pfx", &pack.pfx(page));
    write("IIS/keystorePass.txt", PASSWORD.as_bytes());
    tool(page, "zip", &["-q", "-r", "shop.zip", "pack"]);
    page.open_site().await;
    page.upload(&[("shop.zip", &take(page, "shop.zip"))]).await;
    page.state("done").await;
    key_fits(page).await;
    for code in ["CHN002", "INP004", "KEY001", "INP001"] {
        page.finding(code, false).await;
    }
    page.finding("INP013", true).await;
    let given = page.given().await;
    for part in ["Nginx", "Apache", "IIS", "Password file"] {
        assert!(given.contains(part), "{part} in {given}");
    }
    keeps_its_secrets(page, &pack).await;
}

/// A million rounds of key derivation: the page says how far it is, and can be stopped.
pub async fn a_slow_pfx(page: &Page) {
    let pack = Pack::new(page);
    let slow = "pkcs12 -export -in server.pem -inkey server.key -iter 1000000 -maciter -out slow.pfx -passout";
    tool(page, "openssl", &[&slow.split(' ').collect::<Vec<_>>()[..], &[&pass()]].concat());
    let slow = take(page, "slow.pfx");
    page.open_site().await;
    page.upload(&[("slow.pfx", &slow), ("pfx-password.txt", PASSWORD.as_bytes())]).await;
    page.until("return document.querySelector('[data-test=progress]')?.textContent.includes('slow.pfx')", &[], true)
        .await;
    page.click("cancel").await;
    page.state("failed").await;
    assert!(page.text("given").await.contains("slow.pfx"), "the input is kept");
    page.click("clear").await;
    page.paste(&pack.house.wrong_order()).await;
    page.finding("CHN002", true).await;
    keeps_its_secrets(page, &pack).await;
}

/// A file of 200 MB is refused by its size, before a byte of it is read; what came with it is.
pub async fn a_file_too_large(page: &Page) {
    let pack = Pack::new(page);
    let large = page.browser.home().join("dump.zip");
    fs::File::create(&large).and_then(|file| file.set_len(200_000_000)).unwrap();
    let chain = page.browser.home().join("chain.pem");
    fs::write(&chain, pack.house.chain()).unwrap();
    page.open_site().await;
    let both = format!("{}\n{}", large.display(), chain.display());
    page.find("file").await.send_keys(&both).await.unwrap();
    page.state("done").await;
    assert!(page.text("notice").await.contains("dump.zip"));
    assert!(page.given().await.contains(HOST));
    keeps_its_secrets(page, &pack).await;
}

/// A request by itself says what it is; beside a certificate it is compared.
pub async fn a_signing_request(page: &Page) {
    let pack = Pack::new(page);
    let request = |key: &str| {
        let ask = format!("req -new -key {key} -subj /CN={HOST} -addext subjectAltName=DNS:{HOST} -out made.csr");
        tool(page, "openssl", &ask.split(' ').collect::<Vec<_>>());
        String::from_utf8(take(page, "made.csr")).unwrap()
    };
    page.open_site().await;
    page.paste(&request("server.key")).await;
    page.finding("INP005", true).await;
    assert!(page.text("finding").await.contains(HOST), "what it asks for");
    page.paste(&(pack.house.chain() + &request("server.key"))).await;
    page.finding("INP005", false).await;
    page.finding("KEY006", false).await;
    tool(page, "openssl", &["ecparam", "-name", "prime256v1", "-genkey", "-noout", "-out", "other.key"]);
    page.paste(&(pack.house.chain() + &request("other.key"))).await;
    page.finding("KEY006", true).await;
    keeps_its_secrets(page, &pack).await;
}

/// Chain and key go in, a PFX that `openssl` opens and a key store that `keytool` lists come out.
pub async fn other_formats(page: &Page) {
    let pack = Pack::new(page);
    page.open_site().await;
    page.upload(&[("chain.pem", pack.house.chain().as_bytes()), ("key.pem", pack.house.server.key_pem().as_bytes())])
        .await;
    page.state("done").await;
    page.click("tab-files").await;
    page.convert("pfx").await;
    page.find("file-refused").await; // no password, no PFX; it can be given where that is said
    page.find("missing-password").await.send_keys(PASSWORD).await.unwrap();
    page.click("missing-password-use").await;
    let pfx = page.browser.downloaded("certificate.pfx").await;
    fs::write(page.browser.home().join("out.pfx"), pfx).unwrap();
    let inside = tool(page, "openssl", &["pkcs12", "-in", "out.pfx", "-nodes", "-passin", &pass()]);
    assert_eq!(inside.matches("BEGIN CERTIFICATE").count(), 2);
    assert_eq!(inside.matches("BEGIN PRIVATE KEY").count(), 1);
    page.find("file-password").await.send_keys(PASSWORD).await.unwrap();
    page.convert("jks").await;
    let jks = page.browser.downloaded("keystore.jks").await;
    fs::write(page.browser.home().join("out.jks"), jks).unwrap();
    let listed = tool(page, "keytool", &["-list", "-keystore", "out.jks", "-storepass", PASSWORD]);
    assert!(listed.contains("PrivateKeyEntry"), "{listed}");
    page.convert("zip").await;
    let zip = page.browser.downloaded("certificate.zip").await;
    fs::write(page.browser.home().join("out.zip"), zip).unwrap();
    let listed = tool(page, "unzip", &["-l", "out.zip"]);
    for name in ["fullchain.pem", "privkey.pem", "certificate.pfx"] {
        assert!(listed.contains(name), "{name} in {listed}");
    }
    page.until("document.querySelector('[data-test=file-password]').value = ''; return true", &[], true).await;
    keeps_its_secrets(page, &pack).await;
}

/// A key and its request, made on the page.
pub async fn a_key_of_its_own(page: &Page) {
    page.open_site().await;
    page.click_on("[data-test=create] summary").await;
    page.find("create-names").await.send_keys("new.example.com, 例子.example.com, 192.0.2.7").await.unwrap();
    page.click("create-do").await;
    page.click_on("[data-file='privkey.pem']").await;
    page.click_on("[data-file='request.csr']").await;
    for name in ["privkey.pem", "request.csr"] {
        let made = page.browser.downloaded(name).await;
        fs::write(page.browser.home().join(name), made).unwrap();
    }
    let text = tool(page, "openssl", &["req", "-in", "request.csr", "-verify", "-noout", "-text"]);
    for part in ["DNS:new.example.com", "DNS:xn--fsqu00a.example.com", "IP Address:192.0.2.7"] {
        assert!(text.contains(part), "{part} in {text}");
    }
    let of_key = tool(page, "openssl", &["pkey", "-in", "privkey.pem", "-pubout"]);
    let of_request = tool(page, "openssl", &["req", "-in", "request.csr", "-pubkey", "-noout"]);
    assert_eq!(of_key, of_request);
    page.state("empty").await;
    page.leaves_nothing_behind().await;
    assert_eq!(
        page.run("return document.documentElement.outerHTML.includes('PRIVATE KEY-----\\n')", &[]).await,
        json!(false)
    );
}
