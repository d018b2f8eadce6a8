//! Clusters and clouds. The commands are run by a real shell, in a folder with the files that they name; a stub stands
//! for each tool (`stub.py`) and notes what it was called with, which the makers' own models then judge (`models.py`),
//! as they judge the files. Each judge is seen to refuse something wrong.

use crate::facts::{Key, report};
use crate::tools::tools;
use certloupe::deploy::allow::FilePath;
use certloupe::deploy::targets::Quirk;
use certloupe::deploy::{Place, TARGETS, Target, Version, deploy, deploy_at};
use certloupe::report::wire::{DeployOptions, Deployment, Profile, Switch, TargetGroup};
use std::collections::HashSet;
use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

const STUBBED: [&str; 6] = ["aws", "tccli", "aliyun", "hcloud", "curl", "kubectl"];

fn scratch(label: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("judges").join(label);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder");
    folder
}

/// The interpreter itself: what stands for it in a path may take longer than the program.
fn python() -> &'static str {
    static PYTHON: OnceLock<String> = OnceLock::new();
    PYTHON.get_or_init(|| {
        let output = Command::new("python3").args(["-c", "import sys; print(sys.executable)"]).output();
        String::from_utf8_lossy(&output.expect("python3 runs").stdout).trim().to_owned()
    })
}

fn own(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/judges").join(name)
}

fn platforms() -> impl Iterator<Item = &'static Target> {
    TARGETS.iter().copied().filter(|target| target.group == TargetGroup::Platform)
}

/// Everything that differs: profiles, keys, what is had and left out.
fn deployments(target: &Target, version: &str) -> Vec<Deployment> {
    let upstreams = [None, Some("http://app:3000".to_owned())];
    let kinds = Profile::ALL.into_iter().flat_map(|profile| Key::ALL.map(|key| (profile, key)));
    let all = kinds.flat_map(|(profile, key)| {
        let report = match key {
            Key::Rsa => report(key, &["www.example.com"], &[]),
            Key::Ecdsa => report(key, &["example.com", "*.example.com"], &["http://ocsp.example.net"]),
        };
        let options = DeployOptions {
            target: target.id.to_owned(),
            version: Some(version.to_owned()).filter(|version| !version.is_empty()),
            profile,
            upstream: upstreams[usize::from(key == Key::Ecdsa)].clone(),
            ..DeployOptions::default()
        };
        let all =
            |options: &DeployOptions, on| Switch::ALL.iter().fold(options.clone(), |it, switch| it.set(*switch, on));
        let poor = (profile == Profile::Compatible).then(|| all(&options, false));
        [Some(all(&options, true)), poor]
            .into_iter()
            .flatten()
            .filter_map(move |options| deploy(&report, &options).ok())
    });
    all.collect()
}

fn write(folder: &Path, deployment: &Deployment) {
    for file in &deployment.configs {
        fs::write(folder.join(&file.name), &file.bytes).expect("written");
    }
}

/// The complaints of the models; they looked at something.
fn complaints(tools: &Path, what: &str, files: &[PathBuf]) -> Vec<String> {
    let output = Command::new(python()).arg(own("models.py")).arg(tools).arg(what).args(files).output();
    let output = output.expect("python3 runs");
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let mut lines: Vec<String> = said.lines().map(str::to_owned).collect();
    let last = lines.pop().unwrap_or_default();
    assert!(last.starts_with("looked at ") && last != "looked at 0", "{said}");
    lines
}

/// Runs commands as a person would who pastes them, with stubs for the tools; gives whether all went well.
fn run(folder: &Path, deployment: &Deployment, is_set: bool) -> bool {
    let bin = folder.join("bin");
    fs::create_dir_all(&bin).expect("a folder");
    for name in STUBBED {
        let wrapper = format!("#!/bin/sh\nexec {} -IS {} {name} \"$@\"\n", python(), own("stub.py").display());
        let path = bin.join(name);
        fs::write(&path, wrapper).expect("written");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).expect("made to run");
    }
    for name in ["cert.pem", "chain.pem", "fullchain.pem"] {
        fs::write(folder.join(name), format!("-----BEGIN CERTIFICATE-----\n{name}\n-----END CERTIFICATE-----\n"))
            .expect("written");
    }
    fs::write(folder.join("privkey.pem"), "-----BEGIN PRIVATE KEY-----\nsecret\n-----END PRIVATE KEY-----\n")
        .expect("written");
    let commands = &deployment.commands;
    let lines: Vec<&str> =
        [&commands.install, &commands.check, &commands.reload].into_iter().flatten().map(String::as_str).collect();
    let script = format!("set -eu\nCERTIFICATE_ARN=\n{}\n", lines.join("\n"));
    fs::write(folder.join("script"), &script).expect("written");
    let mut shell = Command::new("sh");
    shell.arg("script").current_dir(folder).env("CALLS", folder.join("calls"));
    shell.env("PATH", format!("{}:{}", bin.display(), std::env::var("PATH").unwrap_or_default()));
    for name in script.split("${").skip(1).filter_map(|rest| rest.split_once(":?")).map(|(name, _)| name) {
        if is_set {
            shell.env(name, if name.ends_with("_PORT") { "8080" } else { "abc-1" });
        } else {
            shell.env_remove(name);
        }
    }
    shell.output().expect("sh runs").status.success()
}

#[test]
fn commands_are_what_the_services_take() {
    let Some(tools) = tools("judges") else { return };
    let mut asked = 0;
    for target in platforms().filter(|target| target.is(Quirk::ByAccount)) {
        let mut calls = String::new();
        for (index, deployment) in deployments(target, "").iter().enumerate() {
            let folder = scratch(&format!("{}-{index}", target.id));
            write(&folder, deployment);
            assert!(run(&folder, deployment, true), "{}: {}", target.id, folder.display());
            let made = fs::read_to_string(folder.join("calls")).expect("calls");
            asked += made.lines().count();
            // Through a pipe the key stands in no list of processes.
            let piped = made.lines().filter(|call| call.contains("\"curl\""));
            assert!(
                piped
                    .into_iter()
                    .all(|call| call.split("\"stdin\"").next().is_some_and(|argv| !argv.contains("secret")))
            );
            calls += &made;
            // Nothing is done before everything is known.
            if index == 0 && deployment.commands.install.iter().any(|line| line.contains(":?")) {
                fs::remove_file(folder.join("calls")).expect("there");
                assert!(!run(&folder, deployment, false) && !folder.join("calls").exists(), "{}", target.id);
            }
        }
        if ["kubernetes", "gateway-api"].contains(&target.id) {
            continue;
        }
        let file = scratch(&format!("{}-calls", target.id)).join("calls");
        fs::write(&file, calls).expect("written");
        let complaints = complaints(&tools, "calls", &[file]);
        assert!(complaints.is_empty(), "{}: {complaints:#?}", target.id);
    }
    assert!(asked > 250, "{asked}");
}

/// What is there by its name is not made again: that would be refused, or would change what others use.
#[test]
fn a_second_run_makes_nothing_twice() {
    for (id, maker) in [("aws-elb", "create-load-balancer-policy"), ("gateway-api", "envoy-gateway-class.yaml")] {
        let target = TARGETS.iter().find(|target| target.id == id).expect("a target");
        let deployment = deployments(target, "").remove(0);
        let folder = scratch(&format!("twice-{id}"));
        write(&folder, &deployment);
        assert!(run(&folder, &deployment, true) && run(&folder, &deployment, true), "{id}");
        let calls = fs::read_to_string(folder.join("calls")).expect("calls");
        assert_eq!(calls.matches(maker).count(), 1, "{id}: {calls}");
    }
}

/// What was there is kept once, and put back; what was not is deleted; without a first step nothing happens.
#[test]
fn clusters_are_taken_back() {
    for id in ["kubernetes", "gateway-api"] {
        let target = TARGETS.iter().find(|target| target.id == id).expect("a target");
        let deployment = deployments(target, "").remove(0);
        let folder = scratch(&format!("back-{id}"));
        write(&folder, &deployment);
        let back = || {
            let before = fs::read_to_string(folder.join("calls")).unwrap_or_default();
            let script = format!("set -eu\n{}\n", deployment.commands.roll_back.join("\n"));
            let mut shell = Command::new("sh");
            shell.args(["-c", &script]).current_dir(&folder).env("CALLS", folder.join("calls"));
            let bin = folder.join("bin");
            shell.env("PATH", format!("{}:{}", bin.display(), std::env::var("PATH").unwrap_or_default()));
            assert!(shell.output().expect("sh runs").status.success(), "{id}");
            let after = fs::read_to_string(folder.join("calls")).unwrap_or_default();
            let count = |word: &str| after[before.len()..].matches(word).count();
            (count("\"replace\""), count("\"delete\""))
        };
        assert_eq!(back(), (0, 0), "{id}");
        assert!(run(&folder, &deployment, true), "{id}");
        let kept: Vec<_> = fs::read_dir(&folder)
            .expect("a folder")
            .map(|entry| entry.expect("a file").path())
            .filter(|path| path.to_string_lossy().ends_with(".before.yaml"))
            .collect();
        assert!(kept.len() > 1, "{id}");
        assert_eq!((back(), back()), ((kept.len(), 0), (kept.len(), 0)), "{id}");
        // The settings of the controller are always there.
        let ours = kept.iter().filter(|path| !path.ends_with("ingress-nginx-controller.before.yaml"));
        let ours = ours.map(|path| fs::write(path, "").expect("written")).count();
        assert_eq!(back(), (kept.len() - ours, ours), "{id}");
        // What is kept stays what it was.
        assert!(run(&folder, &deployment, true) && back() == (kept.len() - ours, ours), "{id}");
    }
}

#[test]
fn files_are_what_the_services_take() {
    let Some(tools) = tools("judges") else { return };
    let (mut files, mut seen) = (Vec::new(), HashSet::new());
    for (target, version) in platforms().flat_map(|target| [(target, ""), (target, OLDER)]) {
        let version = if target.oldest <= Version(1, 0, 0) && !target.is_service() { version } else { "" };
        for (index, deployment) in deployments(target, version).iter().enumerate() {
            let folder = scratch(&format!("files-{}-{version}-{index}", target.id));
            write(&folder, deployment);
            let new = deployment.configs.iter().filter(|file| seen.insert(file.bytes.clone()));
            files.extend(new.map(|file| folder.join(&file.name)));
        }
    }
    assert!(files.len() > 70, "{}", files.len());
    let complaints = complaints(&tools, "files", &files);
    assert!(complaints.is_empty(), "{complaints:#?}");
}

/// Old enough to be written differently by any target with versions.
const OLDER: &str = "1.0.0";

/// What each judge is there for: a wrong name or value in an otherwise good file or call.
#[test]
fn every_judge_refuses_something() {
    let Some(tools) = tools("judges") else { return };
    let wrong_files = [
        ("kubernetes", "secretName", "secretNam"),
        ("kubernetes", "pathType: Prefix", "pathType: 7"),
        ("kubernetes", "ssl-session-tickets: \"false\"", "ssl-session-tickets: false"),
        ("gateway-api", "sectionName", "section"),
        ("gateway-api", "certificateRefs", "certificateRef"),
        ("gateway-api", "minVersion: \"1.2\"", "minVersion: 1.2"),
        ("compose-nginx", "read_only", "readonly"),
        ("compose-caddy", "restart: unless-stopped", "restart: [always]"),
        ("aws-alb", "HTTP_301", "HTTP_308"),
        ("aws-nlb", "AlpnPolicy", "Alpn"),
        ("aws-cloudfront", "TLSv1.2_2021", "TLSv1.2_2020"),
    ];
    for (id, right, wrong) in wrong_files {
        let target = TARGETS.iter().find(|target| target.id == id).expect("a target");
        let made = deployments(target, "");
        let deployment = made.iter().find(|it| it.options.profile == Profile::Compatible).expect("one");
        let folder = scratch(&format!("wrong-{id}"));
        write(&folder, deployment);
        let mut files = Vec::new();
        for file in &deployment.configs {
            let text = String::from_utf8_lossy(&file.bytes).replace(right, wrong);
            fs::write(folder.join(&file.name), &text).expect("written");
            if text.contains(wrong) && text.as_bytes() != file.bytes {
                files.push(folder.join(&file.name));
            }
        }
        assert_eq!(files.len(), 1, "{id}: {right}");
        assert!(!complaints(&tools, "files", &files).is_empty(), "{id}: {wrong}");
    }
    let wrong_calls = [
        r#"["aws", "acm", "import-certificate", "--certificate-body", "a"]"#,
        r#"["aws", "acm", "upload-certificate"]"#,
        r#"["aws", "elb", "set-load-balancer-policies-of-listener", "--load-balancer-name", "a"]"#,
        r#"["tccli", "ssl", "UploadCertificate", "--CertificatePublic", "a"]"#,
        r#"["tccli", "ssl", "UploadCertificates"]"#,
        r#"["tccli", "clb", "CreateListener", "--Certificate.CertId", "a"]"#,
        r#"["tccli", "clb", "CreateRule", "--Rules", "[{\"Domain\": [\"a\"]}]"]"#,
        r#"["tccli", "clb", "RegisterTargets", "--Targets", "[{\"Instance\": \"a\", \"Port\": 80}]"]"#,
        r#"["tccli", "clb", "RegisterTargets", "--Targets", "[{\"InstanceId\": \"a\", \"Port\": \"80\"}]"]"#,
        r#"["aws", "elb", "create-load-balancer-policy", "--load-balancer-name", "a", "--policy-name", "b"]"#,
        r#"["tccli", "cdn", "UpdateDomainConfig", "--cli-unfold-argument", "--Https.Hsts.MaxAge", "long"]"#,
        r#"["aliyun", "cas", "UploadUserCertificate", "--Certificate", "a"]"#,
        r#"["aliyun", "slb", "CreateLoadBalancerHTTPSListener", "--TLSCipherPolicy", "tls_cipher_policy_1_3"]"#,
        r#"["aliyun", "cdn", "BatchSetCdnDomainConfig", "--Functions", "[{\"functionName\": \"hsts\", \"functionArgs\": []}]"]"#,
        r#"["hcloud", "SCM", "ImportCertificate", "--chain=a"]"#,
        r#"["hcloud", "ELB", "CreateListener/v3", "--listener.tls_ciphers_policy=tls-1-3"]"#,
        r#"["hcloud", "ELB", "CreateListener/v3", "--listener.protocol_port=https"]"#,
        r#"["curl", "--data", "{\"value\": \"1.4\"}", "https://x/settings/min_tls_version"]"#,
        r#"["curl", "--data", "{\"value\": \"on\"}", "https://x/settings/tls13"]"#,
        r#"["curl", "--data", "{\"key\": \"a\", \"bundle_method\": \"force\"}", "https://x/custom_certificates"]"#,
    ];
    let file = scratch("wrong-calls").join("calls");
    for argv in wrong_calls {
        fs::write(&file, format!("{{\"folder\": \"/\", \"stdin\": \"\", \"argv\": {argv}}}\n")).expect("written");
        assert!(!complaints(&tools, "calls", std::slice::from_ref(&file)).is_empty(), "{argv}");
    }
}

/// `kubectl` looks at certificate and key, and refuses a pair that is none; it needs no cluster for that.
#[test]
fn the_secret_is_one() {
    let folder = scratch("secret");
    let mint = |name: &str| {
        let request =
            "req -x509 -newkey rsa:2048 -nodes -days 1 -subj /CN=example.com -keyout key.pem -out fullchain.pem";
        let made =
            Command::new("openssl").args(request.split(' ')).current_dir(&folder).output().expect("openssl runs");
        assert!(made.status.success());
        fs::rename(folder.join("key.pem"), folder.join(name)).expect("renamed");
    };
    mint("other.pem");
    mint("privkey.pem");
    let target = TARGETS.iter().find(|target| target.id == "kubernetes").expect("a target");
    let made = deployments(target, "").remove(0);
    let line = made.commands.install.iter().find(|line| line.starts_with("kubectl create secret tls")).expect("a line");
    let (create, apply) = line.split_once(" | ").expect("a pipe");
    assert_eq!(apply, "kubectl apply -f -");
    let run = |command: &str| {
        let output = Command::new("sh").args(["-c", command]).current_dir(&folder).output().expect("sh runs");
        (output.status.success(), String::from_utf8_lossy(&output.stdout).into_owned())
    };
    let (ok, secret) = run(create);
    assert!(ok && secret.contains("type: kubernetes.io/tls") && secret.contains("tls.crt"), "{secret}");
    assert!(!run(&create.replace("privkey.pem", "other.pem")).0);
    let Some(tools) = tools("judges") else { return };
    fs::write(folder.join("secret.yaml"), secret).expect("written");
    assert!(complaints(&tools, "files", &[folder.join("secret.yaml")]).is_empty());
}

/// What the containers read is taken by the servers themselves.
#[test]
fn containers_read_what_the_servers_take() {
    for (id, version) in [("compose-nginx", "1.22.1"), ("compose-caddy", "2.6.2")] {
        for (profile, upstream) in
            Profile::ALL.into_iter().flat_map(|profile| [None, Some("http://192.0.2.9:3000")].map(|it| (profile, it)))
        {
            let folder = scratch(&format!("{id}-{}-{}", profile.id(), upstream.is_some()));
            let own = |name: &str| FilePath::parse(folder.join(name).to_str().expect("plain")).expect("plain");
            let place = Place { certificates: own("ssl"), pages: own("pages"), ..Place::default() };
            let options = DeployOptions {
                target: id.to_owned(),
                version: Some(version.to_owned()),
                library: Some("3.0.2".to_owned()).filter(|_| id == "compose-nginx"),
                profile,
                upstream: upstream.map(str::to_owned),
                ..DeployOptions::default()
            };
            let made = deploy_at(&report(Key::Rsa, &["example.com"], &[]), &options, place).expect("deployed");
            write(&folder, &made);
            let site = folder.join("ssl/example.com");
            fs::create_dir_all(&site).expect("a folder");
            let request = "req -x509 -newkey rsa:2048 -nodes -days 1 -subj /CN=example.com -addext \
                           subjectAltName=DNS:example.com -keyout privkey.pem -out fullchain.pem";
            let words = request.split_whitespace();
            let minted = Command::new("openssl").args(words).current_dir(&site).output().expect("openssl runs");
            assert!(minted.status.success());
            let mut command = match id {
                "compose-nginx" => {
                    let main = "pid nginx.pid;\nevents {}\nhttp { access_log off; include example.com.conf; }\n";
                    fs::write(folder.join("nginx.conf"), main).expect("written");
                    let mut command = Command::new("/usr/sbin/nginx");
                    command.args(["-t", "-e", "error.log", "-p", ".", "-c"]).arg(folder.join("nginx.conf"));
                    command
                }
                _ => {
                    let mut command = Command::new("caddy");
                    command.args(["validate", "--adapter", "caddyfile", "--config", "example.com.caddy"]);
                    command.env("HOME", &folder).env("XDG_DATA_HOME", &folder).env("XDG_CONFIG_HOME", &folder);
                    command
                }
            };
            let output = command.current_dir(&folder).output().expect("the server is installed");
            let said = String::from_utf8_lossy(&output.stderr).into_owned();
            assert!(output.status.success() && !said.contains("[warn]"), "{id} {profile:?}: {said}");
        }
        // The machine itself goes by another name inside.
        let options = DeployOptions {
            target: id.to_owned(),
            upstream: Some("http://127.0.0.1:3000".to_owned()),
            ..DeployOptions::default()
        };
        let made = deploy(&report(Key::Rsa, &["example.com"], &[]), &options).expect("deployed");
        let texts: Vec<_> = made.configs.iter().map(|file| String::from_utf8_lossy(&file.bytes)).collect();
        assert!(texts[0].contains("\"host.docker.internal:host-gateway\""), "{}", texts[0]);
        assert!(texts[1].contains("http://host.docker.internal:3000") && !texts[1].contains("127.0.0.1"));
    }
}
