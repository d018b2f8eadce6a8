//! The terminal program, run as people run it. A long file, for every command has its test here.
#![cfg(unix)]

mod support;

use std::{
    fs,
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
    process::{Command, Output},
    sync::OnceLock,
};
use support::{
    mint::{Cert, Key, bundle},
    openssl::{folder, openssl_must},
};

/// The program, built once: `cargo run` would look at every source before each call.
fn program() -> &'static Path {
    static BUILT: OnceLock<PathBuf> = OnceLock::new();
    BUILT.get_or_init(|| {
        let built = Command::new(env!("CARGO")).args(["build", "--quiet", "--example", "certloupe"]).status();
        assert!(built.expect("cargo").success());
        // Tests lie in target/<profile>/deps, examples beside that.
        let test = std::env::current_exe().unwrap();
        test.parent().and_then(Path::parent).unwrap().join("examples/certloupe")
    })
}

fn certloupe(arguments: &[&str]) -> Output {
    Command::new(program()).args(arguments).env("LANG", "C").output().unwrap()
}

fn out(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// A folder of a test's own, with a chain in the wrong order and its key.
fn material(name: &str) -> (PathBuf, Vec<u8>) {
    let folder = folder(&format!("terminal-{name}"));
    let root = Cert::ca("Test Root").self_signed();
    let leaf = Cert::server(&["shop.example"]).key(Key::Rsa2048(1)).issued_by(&root);
    fs::write(folder.join("chain.pem"), bundle(&[&root, &leaf])).unwrap();
    fs::write(folder.join("key.pem"), leaf.key_pem()).unwrap();
    (folder, Key::Rsa2048(1).spki())
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

fn mode(path: &Path) -> u32 {
    fs::metadata(path).unwrap().permissions().mode() & 0o777
}

#[test]
fn the_first_file_is_the_one_in_use() {
    let folder = folder("terminal-compare");
    let root = Cert::ca("Test Root").self_signed();
    let server = |names: &[&str]| Cert::server(names).key(Key::Rsa2048(1)).issued_by(&root).pem();
    let (both, one) = (folder.join("both.pem"), folder.join("one.pem"));
    fs::write(&both, server(&["a.example", "b.example"])).unwrap();
    fs::write(&one, server(&["a.example"])).unwrap();
    let compared =
        |old: &Path, new: &Path| certloupe(&["compare", "--now", "2026-11-21T00:00:00Z", text(old), text(new)]);
    let (lost, gained) = (compared(&both, &one), compared(&one, &both));
    assert!(out(&lost).contains("\n- b.example\n") && !lost.status.success(), "{lost:?}");
    assert!(out(&gained).contains("\n+ b.example\n") && gained.status.success(), "{gained:?}");
    assert_eq!(certloupe(&["compare", text(&one)]).status.code(), Some(2), "one is not enough");
}

#[test]
fn every_format_is_listed_and_written() {
    let (folder, _) = material("formats");
    let (chain, key) = (folder.join("chain.pem"), folder.join("key.pem"));
    let listed = certloupe(&["formats", "--json"]);
    let formats: Vec<serde_json::Value> = serde_json::from_slice(&listed.stdout).unwrap();
    assert!(formats.len() > 20, "{}", out(&listed));
    for format in formats {
        let id = format["id"].as_str().unwrap();
        // Each into a folder of its own, for some write several files.
        let place = folder.join(id);
        fs::create_dir_all(&place).unwrap();
        let file = place.join(format["file"].as_str().unwrap());
        let mut arguments = vec!["convert", "--to", id, "--now", "2026-11-21", "--out", text(&file)];
        if format["password"] == "required" {
            arguments.extend(["--out-password", "correct horse"]);
        }
        arguments.extend([text(&chain), text(&key)]);
        let run = certloupe(&arguments);
        match id {
            // The server certificate was signed by the root itself; the key is RSA.
            "chain" | "sec1" => {
                assert_eq!(run.status.code(), Some(1), "{id}: {}", out(&run));
                assert!(out(&run).contains("DEP009"), "{id}: {}", out(&run));
                assert!(!file.exists(), "{id}");
            }
            _ => {
                assert_eq!(run.status.code(), Some(0), "{id}: {}", out(&run));
                assert!(!fs::read(&file).unwrap().is_empty(), "{id}");
                let private = format["needsKey"] == true || id == "zip";
                for entry in fs::read_dir(&place).unwrap().filter(|_| private) {
                    assert_eq!(mode(&entry.unwrap().path()), 0o600, "{id}");
                }
            }
        }
    }
}

#[test]
fn a_converted_key_is_the_key() {
    let (folder, spki) = material("convert");
    let (chain, key, pfx) = (folder.join("chain.pem"), folder.join("key.pem"), folder.join("site.pfx"));
    // A file that everybody could read is closed before a key goes in.
    fs::write(&pfx, "old").unwrap();
    fs::set_permissions(&pfx, fs::Permissions::from_mode(0o644)).unwrap();
    let arguments =
        ["convert", "--to", "pfx", "--out-password", "密码 1234", "--out", text(&pfx), text(&chain), text(&key)];
    let run = certloupe(&arguments);
    assert_eq!(run.status.code(), Some(0), "{run:?}");
    assert_eq!(mode(&pfx), 0o600);
    assert!(!format!("{run:?}").contains("密码"), "{run:?}");
    let opened = openssl_must(&["pkcs12", "-in", text(&pfx), "-passin", "pass:密码 1234", "-nodes", "-nocerts"], b"");
    assert_eq!(openssl_must(&["pkey", "-pubout", "-outform", "DER"], &opened), spki);
}

#[test]
fn what_is_missing_is_said() {
    let (folder, _) = material("missing");
    let (chain, key, file) = (folder.join("chain.pem"), folder.join("key.pem"), folder.join("never"));
    let (chain, key, file) = (text(&chain), text(&key), text(&file));
    for (arguments, status, said) in [
        (vec!["convert", "--to", "pfx", "--out", file, chain, key], 1, "certificate.pfx needs a password"),
        (vec!["convert", "--to", "pkcs8", "--out", file, chain], 1, "needs the private key of shop.example"),
        (vec!["convert", "--to", "pkcs1", "--out-password", "x", "--out", file, chain, key], 1, "cannot be locked"),
        (vec!["convert", "--to", "pem", "--out", file, key], 1, "There is no server certificate"),
        (vec!["convert", "--to", "paper", "--out", file, chain], 2, "no such format"),
        (vec!["convert", "--out", file, chain], 2, "--to says which format"),
        (vec!["convert", "--to", "pem", chain], 2, "--out says where to write"),
        (vec!["convert", "--to", "pem", "--target", "nginx", "--out", file, chain], 2, "--target"),
        (
            vec!["convert", "--to", "pkcs8", "--out-password", "", "--out", file, chain, key],
            2,
            "--out-password is empty",
        ),
        (vec!["create", "--out", file], 1, "No name for the certificate"),
        (vec!["create", "--name", "https://a.example", "--out", file], 1, "cannot stand in a certificate"),
        (vec!["create", "--key", "rsa1024", "--name", "a.example", "--out", file], 2, "no such kind of key"),
    ] {
        let run = certloupe(&arguments);
        let all = out(&run) + &String::from_utf8_lossy(&run.stderr);
        assert_eq!(run.status.code(), Some(status), "{arguments:?}: {all}");
        assert!(all.contains(said), "{arguments:?}: {all}");
    }
    assert!(!Path::new(file).exists());
}

#[test]
fn a_key_and_its_request_are_made() {
    let folder = folder("terminal-create").join("new");
    fs::remove_dir_all(&folder).ok();
    let run = certloupe(&[
        "create",
        "--key",
        "p384",
        "--name",
        "shop.example",
        "--name",
        "192.0.2.7",
        "--organization",
        "Example",
        "--country",
        "DE",
        "--out-password",
        "correct horse",
        "--out",
        text(&folder),
    ]);
    assert_eq!(run.status.code(), Some(0), "{run:?}");
    let (key, request) = (folder.join("privkey.pem"), folder.join("request.csr"));
    assert_eq!(mode(&key), 0o600);
    // A key that may be in use stays what it is.
    let before = fs::read(&key).unwrap();
    let again = certloupe(&["create", "--name", "shop.example", "--out", text(&folder)]);
    assert_eq!(again.status.code(), Some(2), "{again:?}");
    assert_eq!(fs::read(&key).unwrap(), before);
    let public = openssl_must(&["pkey", "-in", text(&key), "-passin", "pass:correct horse", "-pubout"], b"");
    assert_eq!(public, openssl_must(&["req", "-in", text(&request), "-verify", "-noout", "-pubkey"], b""));
}

/// A pack with a folder for each server: the one for the server, or the one that was named.
#[test]
fn the_folder_for_the_server() {
    let folder = folder("terminal-pack");
    let root = Cert::ca("Test Root").self_signed();
    let leaf = Cert::server(&["shop.example"]).key(Key::Rsa2048(1)).issued_by(&root);
    for (name, files) in [("Nginx", vec![bundle(&[&leaf, &root])]), ("Apache", vec![leaf.pem(), root.pem()])] {
        fs::create_dir_all(folder.join(name)).unwrap();
        for (number, file) in files.iter().enumerate() {
            fs::write(folder.join(name).join(format!("{number}.crt")), file).unwrap();
        }
    }
    let pack = folder.join("pack.zip");
    fs::remove_file(&pack).ok();
    let zip = Command::new("zip").args(["-q", "-r", "pack.zip", "Nginx", "Apache"]).current_dir(&folder).status();
    assert!(zip.expect("zip").success());
    for (arguments, chosen) in [
        (vec![], "Nginx"),
        (vec!["--target", "apache"], "Apache"),
        (vec!["--target", "apache", "--folder", &format!("{}/Nginx", text(&pack))], "Nginx"),
    ] {
        let run = certloupe(&[&["inspect", "--json", text(&pack)], arguments.as_slice()].concat());
        let report: serde_json::Value = serde_json::from_slice(&run.stdout).unwrap();
        let folders = report["packs"].as_array().unwrap().iter();
        let marked: Vec<_> = folders.filter(|it| it["chosen"] == true).map(|it| &it["path"]).collect();
        assert!(marked.len() == 1 && marked[0].as_str().unwrap().ends_with(chosen), "{arguments:?}: {marked:?}");
    }
}

/// Of several files none takes the place of another.
#[test]
fn files_of_one_format_keep_apart() {
    let (folder, _) = material("apart");
    let (chain, key) = (folder.join("chain.pem"), folder.join("key.pem"));
    let out = folder.join("out/aws-private-key.pem");
    fs::create_dir_all(out.parent().unwrap()).unwrap();
    let run = certloupe(&["convert", "--to", "aws", "--out", text(&out), text(&chain), text(&key)]);
    assert_eq!(run.status.code(), Some(2), "{run:?}");
    assert!(!out.exists());
}

/// What is written of a certificate that clients refuse is written; that they do is said beside it.
#[test]
fn what_clients_refuse_is_said_while_it_is_written() {
    let (folder, _) = material("refused");
    let chain = folder.join("chain.pem");
    let out = folder.join("out.pem");
    let late = "2096-11-21T00:00:00Z";
    let run = certloupe(&["convert", "--to", "pem", "--now", late, "--out", text(&out), text(&chain)]);
    assert_eq!(run.status.code(), Some(0), "{run:?}");
    assert!(out.exists() && String::from_utf8_lossy(&run.stderr).contains("VAL001"), "{run:?}");
}

#[test]
fn the_report_in_a_file_is_the_report_on_the_screen() {
    let (folder, _) = material("json");
    let (chain, file) = (folder.join("chain.pem"), folder.join("report.json"));
    let now = "2026-11-21T00:00:00Z";
    certloupe(&["convert", "--to", "json", "--lang", "zh", "--now", now, "--out", text(&file), text(&chain)]);
    let written: serde_json::Value = serde_json::from_slice(&fs::read(&file).unwrap()).unwrap();
    assert!(written["schema"] == 1 && written["now"] == now, "{written}");
    let shown = certloupe(&["inspect", "--json", "--lang", "zh", "--now", now, text(&chain)]);
    let shown: serde_json::Value = serde_json::from_slice(&shown.stdout).unwrap();
    assert_eq!(written, shown);
}

/// 2 says that there was nothing to read, whatever it was wrapped in; 1 that what was read is not right.
#[test]
fn nothing_readable_is_told_apart() {
    let folder = folder("terminal-nothing");
    let write = |name: &str, bytes: &[u8]| {
        fs::write(folder.join(name), bytes).unwrap();
        folder.join(name).display().to_string()
    };
    let empty = write("empty.zip", &[b"PK\x05\x06".as_slice(), &[0; 18]].concat());
    let other = write("pack.7z", &[b"7z\xbc\xaf\x27\x1c\0\x04".as_slice(), &[0; 40]].concat());
    let message = write("message.txt", b"unable to get local issuer certificate\n");
    let configuration = write("nginx.conf", b"ssl_certificate /etc/ssl/a.crt;\n");
    let password = write("password.txt", b"s3cret\n");
    for path in [&empty, &other, &message, &configuration, &password] {
        assert_eq!(certloupe(&["inspect", path]).status.code(), Some(2), "{path}");
    }
    let cut = write("cut.pem", b"-----BEGIN CERTIFICATE-----\nMIIB\n");
    assert_eq!(certloupe(&["inspect", &cut]).status.code(), Some(1));
}

/// What an error message may come from stands below the findings, what was found first.
#[test]
fn an_error_message_is_explained() {
    let (folder, _) = material("symptom");
    let (chain, message) = (folder.join("chain.pem"), folder.join("error.txt"));
    fs::write(&message, "nginx: [emerg] key values mismatch\n").unwrap();
    let shown = out(&certloupe(&["inspect", "--now", "2026-11-21", text(&message), text(&chain)]));
    let (_, causes) = shown.split_once("? key values mismatch – ").unwrap_or_else(|| panic!("{shown}"));
    let lines: Vec<_> = causes.lines().skip(1).take(2).map(str::trim).collect();
    assert_eq!(
        lines,
        [
            "1. certificates in the wrong order [found here] CHN002",
            "2. a key of another certificate [cannot be seen here]"
        ]
    );
}

/// `| head` closes the pipe when it has seen enough.
#[test]
fn phones_are_asked_by_their_version() {
    let (folder, _) = material("phones");
    let chain = folder.join("chain.pem");
    for (phone, known) in [
        ("android=7.0", true),
        ("ios=26.4", true),
        ("android=7", true),
        ("android=x", false),
        ("symbian=9", false),
        ("7.0", false),
    ] {
        let run = certloupe(&["inspect", "--platform", "wechat", "--phone", phone, text(&chain)]);
        let trouble = String::from_utf8_lossy(&run.stderr).into_owned();
        assert_eq!(run.status.code(), Some(if known { 1 } else { 2 }), "{phone}: {trouble}");
        assert_eq!(trouble.contains("no such phone"), !known, "{phone}: {trouble}");
        assert_eq!(trouble.contains("android=4.4, 5.0"), !known, "the versions that there are: {trouble}");
    }
}

#[test]
fn messages_and_claims_can_be_looked_up() {
    let rows = |what: &str| -> Vec<serde_json::Value> {
        serde_json::from_str(&out(&certloupe(&[what, "--json", "--lang", "zh"]))).expect("rows")
    };
    let (symptoms, claims) = (rows("symptoms"), rows("claims"));
    assert!(symptoms.len() > 100 && claims.len() >= 25, "{} and {}", symptoms.len(), claims.len());
    assert!(symptoms.iter().any(|row| row["id"] == -202 && row["causes"][0]["cause"] == "chain"));
    assert!(claims.iter().any(|row| row["id"] == "S1" && row["standing"] == "false"));
    assert!(out(&certloupe(&["claims", "--lang", "en"])).contains("[false]"));
}

#[test]
fn an_article_is_read() {
    let folder = folder("terminal-article");
    let article = folder.join("article.md");
    fs::write(&article, "证书申请不依赖备案。\n").unwrap();
    let said = certloupe(&["inspect", "--lang", "zh", text(&article)]);
    assert_eq!(said.status.code(), Some(0), "{}", out(&said));
    assert!(out(&said).starts_with("· PLT010 "), "neither ready nor broken: {}", out(&said));
}

#[test]
fn a_closed_pipe_is_no_trouble() {
    let shell = format!("{{ sleep 0.2; {} codes; echo $? >&2; }} | true", text(program()));
    let run = Command::new("sh").args(["-c", &shell]).output().unwrap();
    assert_eq!(String::from_utf8_lossy(&run.stderr), "0\n");
}

#[test]
fn a_root_is_trusted_for_one_run() {
    let folder = folder("terminal-roots");
    let root = Cert::ca("Test Root").self_signed();
    let client = Cert::server(&["shop.example"]).key(Key::Rsa2048(1)).issued_by(&root);
    let (chain, roots) = (folder.join("chain.pem"), folder.join("root.pem"));
    fs::write(&chain, client.pem()).unwrap();
    fs::write(&roots, root.pem()).unwrap();
    let at = ["inspect", "--json", "--now", "2026-11-21T00:00:00Z"];
    let run = |more: &[&str]| certloupe(&[&at, more, &[text(&chain)]].concat());
    let without: serde_json::Value = serde_json::from_slice(&run(&[]).stdout).unwrap();
    assert_eq!(without["chain"]["complete"], false);
    let with = run(&["--roots", text(&roots), "--depth", "0", "--purpose", "server", "--judge", "clients"]);
    let report: serde_json::Value = serde_json::from_slice(&with.stdout).unwrap();
    assert_eq!(report["chain"]["complete"], true, "{}", out(&with));
    assert_eq!(report["chain"]["given"], serde_json::json!([0]), "what is trusted was not given");
    assert_eq!(with.status.code(), Some(0), "{}", out(&with));
    fs::write(&roots, "nothing").unwrap();
    for wrong in [["--roots", text(&roots)], ["--judge", "nobody"], ["--purpose", "mail"], ["--depth", "deep"]] {
        assert_eq!(run(&wrong).status.code(), Some(2), "{wrong:?}");
    }
}

/// The script stands alone on standard output, so that it can be piped; what was refused stands beside it.
#[test]
fn a_script_of_checks_is_written() {
    let (folder, _) = material("checks");
    let chain = folder.join("chain.pem");
    let url = "https://shop.example:8443/v1";
    let run = certloupe(&["checks", "--url", url, "--edge", "192.0.2.7", "--file", "WW_1.txt", text(&chain)]);
    assert_eq!(run.status.code(), Some(0), "{}", String::from_utf8_lossy(&run.stderr));
    let script = out(&run);
    assert!(script.starts_with("#!/bin/sh\n") && run.stderr.is_empty());
    for asked in ["-connect shop.example:8443", "-connect 192.0.2.7:8443", "https://shop.example:8443/WW_1.txt"] {
        assert!(script.contains(asked), "{asked} is not in {script}");
    }
    let run = certloupe(&["checks", "--lang", "zh", "--edge", "no address", text(&chain)]);
    assert_eq!(run.status.code(), Some(1));
    let refused = String::from_utf8_lossy(&run.stderr).into_owned();
    assert!(refused.contains("DEP004") && refused.contains("不是 IP 地址"), "{refused}");
    assert!(out(&run).starts_with("#!/bin/sh\n") && !out(&run).contains("no address"));
    let json = certloupe(&["checks", "--json", text(&chain)]);
    let told: serde_json::Value = serde_json::from_slice(&json.stdout).unwrap();
    assert!(told["groups"].as_array().is_some_and(|groups| groups.len() > 5) && told["script"].is_string());
    let run = certloupe(&["checks", "--json"]);
    assert_eq!(run.status.code(), Some(2));
}

#[test]
fn renewing_is_told_and_its_files_are_written() {
    let (folder, _) = material("renew");
    let (chain, out) = (folder.join("chain.pem"), folder.join("out"));
    let arguments = ["renew", "--lang", "zh", "--client", "acme.sh", "--dns-provider", "alibaba", "--target", "apache"];
    let run = certloupe(&[&arguments[..], &["--now", "2026-11-21", "--out", text(&out), text(&chain)]].concat());
    assert_eq!(run.status.code(), Some(0), "{run:?}");
    let said = self::out(&run);
    for part in
        ["申请并部署", "acme.sh --issue --staging --dns dns_ali -d shop.example", "_acme-challenge.shop.example"]
    {
        assert!(said.contains(part), "{part}: {said}");
    }
    let files = ["deploy-hook.sh", "check-certificate.sh", "check-certificate.yml", "renew-shop.example.ics"];
    for file in files {
        assert!(!fs::read(out.join(file)).unwrap().is_empty(), "{file}");
    }
    assert!(fs::read_to_string(out.join("deploy-hook.sh")).unwrap().ends_with("systemctl restart apache2\n"));
    let json = certloupe(&["renew", "--json", "--challenge", "http", "--name", "*.shop.example", text(&chain)]);
    let json: serde_json::Value = serde_json::from_slice(&json.stdout).unwrap();
    assert_eq!(
        (&json["options"]["challenge"], &json["records"][0]["label"]),
        (&"dns".into(), &"_acme-challenge".into())
    );
    for (arguments, said) in [
        (vec!["--client", "certbot2"], "--client is certbot, acme.sh, lego or caddy"),
        (vec!["--zone", "other.example"], "None of the names is in the zone other.example"),
        (vec!["--name", "a;b"], "cannot be a server name"),
    ] {
        let run = certloupe(&[vec!["renew"], arguments, vec![text(&chain)]].concat());
        assert_ne!(run.status.code(), Some(0));
        assert!(format!("{}{}", self::out(&run), String::from_utf8_lossy(&run.stderr)).contains(said), "{run:?}");
    }
}

/// Addresses in code that do not count are listed with their places and reasons, and claims with theirs.
#[test]
fn what_is_left_out_and_what_was_told_have_their_places() {
    let folder = folder("terminal-left-out");
    let (code, article) = (folder.join("app.js"), folder.join("article.md"));
    let old: String = (0..25).map(|host| format!("// https://old{host}.example.com/\n")).collect();
    fs::write(&code, format!("wx.request({{url: `https://${{host}}/api`}})\n{old}")).unwrap();
    fs::write(&article, "# 说明\n\n小程序的域名不能带端口。\n").unwrap();
    let run = |lang| {
        let arguments = ["inspect", "--lang", lang, "--platform", "wechat", "--code", text(&code), text(&article)];
        out(&certloupe(&arguments))
    };
    for (lang, count, why, comment) in [
        ("en", "left out: 26\n", "put together at run time", "in a comment"),
        ("zh", "略过：26\n", "运行时才拼接", "在注释里"),
    ] {
        let printed = run(lang);
        assert!(printed.contains(count), "{printed}");
        assert!(printed.contains(&format!("app.js:1: {why})")), "{printed}");
        assert!(printed.contains(&format!("app.js:2: {comment})")), "{printed}");
        assert_eq!(printed.matches("app.js:").count(), 20, "{printed}");
        assert!(printed.contains("article.md:3\n") && printed.contains("S11"), "{printed}");
    }
}
