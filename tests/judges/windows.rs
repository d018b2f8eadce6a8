//! IIS: tree-sitter's grammar of PowerShell reads every script and every command, a table knows the cmdlets with their
//! parameters, and Python's parser reads every `web.config`.

use crate::plans::{Made, ask, plans};
use certloupe::deploy::Version;
use certloupe::report::wire::Expect;

const VERSIONS: [&str; 6] = ["7.5.0", "8.5.0", "10.0.14393", "10.0.17763", "10.0.20348", "10.0.26100"];

/// Commands and their parameters, in the version of Windows that first has them.
const COMMANDS: [(&str, &[&str], Version); 42] = [
    ("Copy-Item", &["-Force"], ANY),
    ("curl.exe", &["-sI"], ANY),
    ("Export-Clixml", &[], ANY),
    ("ForEach-Object", &[], ANY),
    ("Get-ChildItem", &[], ANY),
    ("Get-Date", &["-Format"], ANY),
    ("Get-IISConfigAttributeValue", &["-ConfigElement", "-AttributeName"], IIS_ADMINISTRATION),
    ("Get-IISConfigCollection", &[], IIS_ADMINISTRATION),
    ("Get-IISConfigCollectionElement", &["-ConfigCollection", "-ConfigAttribute"], IIS_ADMINISTRATION),
    ("Get-IISConfigElement", &["-ConfigElement", "-ChildElementName"], IIS_ADMINISTRATION),
    ("Get-IISConfigSection", &["-SectionPath"], IIS_ADMINISTRATION),
    ("Get-Item", &[], ANY),
    ("Get-ItemProperty", &[], ANY),
    ("Get-WebBinding", &["-Name", "-Protocol", "-Port"], ANY),
    ("Get-Website", &[], ANY),
    ("Import-Clixml", &[], ANY),
    ("Import-Module", &[], ANY),
    ("Join-Path", &["-ChildPath"], ANY),
    ("New-Item", &["-ItemType", "-Force", "-Path"], ANY),
    ("New-ItemProperty", &["-Path", "-Name", "-Value", "-PropertyType", "-Force"], ANY),
    ("New-Object", &[], ANY),
    ("New-WebBinding", &["-Name", "-Protocol", "-HostHeader", "-Port"], ANY),
    ("New-WebBinding", &["-Name", "-Protocol", "-HostHeader", "-Port", "-SslFlags"], Version(8, 0, 0)),
    ("New-Website", &["-Name", "-PhysicalPath", "-HostHeader", "-Port"], ANY),
    ("Out-Null", &[], ANY),
    ("powershell", &["-ExecutionPolicy", "-File"], ANY),
    ("Read-Host", &["-AsSecureString"], ANY),
    ("reg", &[], ANY),
    ("Remove-Item", &["-Recurse", "-Force"], ANY),
    ("Remove-ItemProperty", &["-Path", "-Name", "-ErrorAction"], ANY),
    ("Remove-WebBinding", &[], ANY),
    ("Remove-Website", &["-Name"], ANY),
    ("Reset-IISServerManager", &["-Confirm"], IIS_ADMINISTRATION),
    ("Resolve-Path", &[], ANY),
    ("Restart-Computer", &["-Confirm"], ANY),
    ("Select-Object", &["-Property", "-Last"], ANY),
    ("Set-IISConfigAttributeValue", &["-ConfigElement", "-AttributeName", "-AttributeValue"], IIS_ADMINISTRATION),
    ("Sort-Object", &[], ANY),
    ("Start-IISCommitDelay", &[], IIS_ADMINISTRATION),
    ("Stop-IISCommitDelay", &[], IIS_ADMINISTRATION),
    ("Test-NetConnection", &["-Port"], ANY),
    ("Write-Output", &[], ANY),
];
/// Besides these, in every version.
const ALSO: [(&str, &[&str]); 2] = [("Where-Object", &[]), ("Test-Path", &[])];
const ANY: Version = Version(0, 0, 0);
/// The module of Windows Server 2016.
const IIS_ADMINISTRATION: Version = Version(10, 0, 14393);

/// The scripts and the commands of a plan. What proves it may run on any newer Windows.
fn texts(made: &Made) -> Vec<(Version, String)> {
    let commands = &made.deployment.commands;
    let lists = [&commands.install, &commands.check, &commands.reload, &commands.roll_back];
    let mut texts: Vec<_> = lists.into_iter().flatten().map(|line| (made.version, line.clone())).collect();
    texts.extend(["set-up.ps1", "roll-back.ps1"].map(|name| (made.version, made.text(name).expect("a script"))));
    let anywhere = commands.verify.iter().map(|probe| &probe.command);
    let windows = anywhere.filter(|line| line.starts_with("Test-NetConnection") || line.starts_with("curl.exe"));
    texts.extend(windows.map(|line| (Version(10, 0, 26100), line.clone())));
    texts
}

fn knows(name: &str, parameters: &[&str], version: Version) -> bool {
    let table = COMMANDS.iter().filter(|(_, _, since)| version >= *since).map(|(own, known, _)| (*own, *known));
    table.chain(ALSO).any(|(own, known)| own == name && parameters.iter().all(|given| known.contains(given)))
}

#[test]
fn every_script_is_powershell_and_names_what_there_is() {
    let made = plans("iis", &VERSIONS);
    let texts: Vec<(Version, String)> = made.iter().flat_map(texts).collect();
    let sources: Vec<String> = texts.iter().map(|(_, text)| text.clone()).collect();
    let Some(answers) = ask(include_str!("powershell.py"), &sources) else { return };
    let mut seen = std::collections::BTreeSet::new();
    for ((version, text), answer) in texts.iter().zip(answers) {
        assert_eq!(answer["errors"], serde_json::json!([]), "{text}");
        let commands = answer["commands"].as_array().expect("commands");
        assert!(!commands.is_empty(), "{text}");
        for command in commands {
            let name = command[0].as_str().unwrap_or_default();
            let given: Vec<&str> = command[1].as_array().into_iter().flatten().filter_map(|it| it.as_str()).collect();
            assert!(knows(name, &given, *version), "{version}: {name} {given:?} in {text}");
            seen.insert(name.to_owned());
        }
    }
    let unused: Vec<_> = COMMANDS.iter().filter(|(name, ..)| !seen.contains(*name)).collect();
    assert!(unused.is_empty(), "nobody uses {unused:?}");
}

/// The grammar can say no.
#[test]
fn a_broken_script_is_none() {
    let broken = ["if ($x) { 'a'".to_owned(), "New-Item 'a".to_owned()];
    let Some(answers) = ask(include_str!("powershell.py"), &broken) else { return };
    assert!(answers.iter().all(|answer| answer["errors"].as_array().is_some_and(|errors| !errors.is_empty())));
}

#[test]
fn every_web_config_is_xml_in_the_order_of_its_schema() {
    let program = "import json, sys, xml.etree.ElementTree as tree\n\
                   json.dump([[node.tag for node in tree.fromstring(text.encode()).iter()] for text in json.load(sys.stdin)], sys.stdout)";
    let texts: Vec<String> = plans("iis", &VERSIONS).iter().filter_map(|made| made.text("web.config")).collect();
    assert!(texts.len() > 30);
    let Some(answers) = ask(program, &texts) else { return };
    for (text, tags) in texts.iter().zip(answers) {
        let tags: Vec<&str> = tags.as_array().expect("tags").iter().filter_map(|tag| tag.as_str()).collect();
        assert_eq!(tags[..2], ["configuration", "system.webServer"], "{text}");
        let known = [
            "rewrite",
            "rules",
            "rule",
            "match",
            "conditions",
            "add",
            "action",
            "staticContent",
            "remove",
            "mimeMap",
            "httpProtocol",
            "customHeaders",
        ];
        assert!(tags[2..].iter().all(|tag| known.contains(tag)), "{tags:?}");
    }
}

/// Whoever asks for a version of TLS, or forbids one, says so in the registry: silence would leave the default.
#[test]
fn every_version_of_tls_is_said() {
    for made in plans("iis", &VERSIONS) {
        let script = made.text("set-up.ps1").expect("a script");
        let (off, on) = script
            .split_once("foreach ($version in @('SSL 2.0'")
            .and_then(|(_, rest)| rest.split_once("foreach ($version"))
            .unwrap_or_else(|| panic!("{}: {script}", made.label));
        let newest = made.version >= Version(10, 0, 20348);
        for version in ["TLS 1.0", "TLS 1.1", "TLS 1.2", "TLS 1.3"] {
            let spoken = made
                .deployment
                .commands
                .verify
                .iter()
                .any(|probe| probe.expect == Expect::Negotiates(version.to_owned()));
            let quoted = format!("'{version}'");
            assert_eq!(on.contains(&quoted), spoken, "{} {version}", made.label);
            assert_eq!(off.contains(&quoted), !spoken && (newest || version != "TLS 1.3"), "{} {version}", made.label);
        }
    }
}

/// The older Windows can not read the PFX of today, has no wildcards as host names and no HSTS of its own.
#[test]
fn older_ones_get_what_they_take() {
    for made in plans("iis", &VERSIONS) {
        let script = made.text("set-up.ps1").expect("a script");
        let is_2019 = made.version >= Version(10, 0, 17763);
        assert_eq!(script.contains("'certificate.legacy.pfx'"), !is_2019, "{}", made.label);
        assert_eq!(script.contains("'*.example.com'"), made.version >= Version(10, 0, 14393), "{}", made.label);
        assert_eq!(script.contains("-SslFlags"), made.version >= Version(8, 0, 0), "{}", made.label);
        assert!(!is_2019 || !made.text("web.config").is_some_and(|text| text.contains("Strict-Transport")));
    }
}
