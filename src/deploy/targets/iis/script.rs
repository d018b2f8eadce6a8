//! The scripts: certificate, bindings, versions and suites of TLS; and back to what was before. They run in Windows
//! PowerShell 2 (Windows Server 2008 R2) and later.

use super::{HSTS, SNI, TLS13, WINDOWS_2016, pages, pfx, suites};
use crate::deploy::allow::Host;
use crate::deploy::guideline::Protocol;
use crate::deploy::plan::Plan;
use crate::deploy::syntax::code::Code;
use crate::deploy::syntax::{Plain, text};
use crate::deploy::targets::remark;
use crate::report::wire::Switch;
use std::collections::BTreeSet;

const SCHANNEL: &str = "$schannel = 'HKLM:\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL'";
const SUITES: &str = "$suites = 'HKLM:\\SOFTWARE\\Policies\\Microsoft\\Cryptography\\Configuration\\SSL\\00010002'";

const HTTP: &str = "$http = 'HKLM:\\SYSTEM\\CurrentControlSet\\Services\\HTTP\\Parameters'";
/// HTTP/3, and telling those who come by HTTP/2 of it.
const HTTP3: [&str; 2] = ["EnableHttp3", "EnableAltSvc"];

/// Sets everything up.
pub fn set_up(plan: &Plan, code: &mut Code) {
    code.comment(
        "Run as Administrator in the folder that holds this script and the PFX, which has a password and is made apart.",
    );
    code.own("$ErrorActionPreference = 'Stop'");
    code.own("Import-Module WebAdministration");
    code.own(SCHANNEL);
    code.own(SUITES);
    code.comment("The name of the site in IIS. Where there is none of that name, one is made.");
    code.line([Plain("$site = "), text(&plan.stem)]);
    code.blank();
    keep(plan, code);
    code.blank();
    certificate(plan, code);
    code.blank();
    site(plan, code);
    code.blank();
    bindings(plan, code);
    code.blank();
    versions(plan, code);
    code.blank();
    order(plan, code);
    if plan.version >= HSTS {
        hsts(plan, code);
    }
}

/// Where the record of what was before stands: beside what the commands keep, in a folder a day.
fn kept(plan: &Plan, code: &mut Code) {
    code.line([Plain("$kept = Join-Path $env:ProgramData "), text(format!("certloupe/iis/{}", plan.stem))]);
}

/// What the way back needs. It is written once, as a whole: a second try on the same day is not what was before.
fn keep(plan: &Plan, code: &mut Code) {
    code.comment("What is there now is kept for roll-back.ps1, once a day.");
    kept(plan, code);
    code.own("$kept = Join-Path $kept (Get-Date -Format 'yyyy-MM-dd')");
    code.own("New-Item -ItemType Directory -Force -Path $kept | Out-Null");
    code.own("$record = Join-Path $kept 'before.xml'");
    code.block([Plain("if (-not (Test-Path $record)) {")], "}", |code| {
        code.own("$before = @{}");
        code.own("$before.Site = $site");
        code.own("$before.Sites = @(Get-Website | ForEach-Object { $_.Name })");
        code.own("$before.Certificates = @(Get-WebBinding -Protocol https | Select-Object -Property 'bindingInformation', 'certificateHash')");
        code.block([Plain("if ($before.Sites -contains $site) {")], "}", |code| {
            code.own("$before.Bindings = @(Get-WebBinding -Name $site | ForEach-Object { $_.protocol + ' ' + $_.bindingInformation })");
            if let Some(each) = each_of_hsts(plan) {
                code.own("Import-Module IISAdministration");
                hsts_element(code);
                code.own("$before.Hsts = @{}");
                code.block([Plain(each)], "}", |code| {
                    code.own(
                        "$before.Hsts[$name] = Get-IISConfigAttributeValue -ConfigElement $hsts -AttributeName $name",
                    );
                });
            }
        });
        code.own("if (Test-Path $suites) { $before.Suites = (Get-ItemProperty $suites).Functions }");
        code.own("reg export HKLM\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL (Join-Path $kept 'schannel.reg') /y");
        if plan.on(Switch::Http3) {
            code.own("reg export HKLM\\SYSTEM\\CurrentControlSet\\Services\\HTTP\\Parameters (Join-Path $kept 'http.reg') /y");
        }
        code.own("$before | Export-Clixml $record");
    });
}

/// Whoever has the key is the server; the rest are intermediates, which Windows sends from a store of their own.
fn certificate(plan: &Plan, code: &mut Code) {
    code.comment("The server certificate with its key, and the intermediates where Windows looks for them.");
    code.line([Plain("$path = (Resolve-Path "), text(pfx(plan.version).file_name()), Plain(").ProviderPath")]);
    code.own("$password = Read-Host -AsSecureString 'Password of the PFX'");
    code.own("$password = (New-Object System.Management.Automation.PSCredential 'pfx', $password).GetNetworkCredential().Password");
    code.own("$all = New-Object System.Security.Cryptography.X509Certificates.X509Certificate2Collection");
    code.own("$all.Import($path, $password, 'MachineKeySet, PersistKeySet')");
    code.block([Plain("foreach ($one in $all) {")], "}", |code| {
        code.own("$name = 'CA'");
        code.block([Plain("if ($one.HasPrivateKey) {")], "}", |code| {
            code.own("$name = 'My'");
            code.own("$thumbprint = $one.Thumbprint");
        });
        code.own("$store = New-Object System.Security.Cryptography.X509Certificates.X509Store $name, 'LocalMachine'");
        code.own("$store.Open('ReadWrite')");
        code.own("$store.Add($one)");
        code.own("$store.Close()");
    });
    code.own("if (-not $thumbprint) { throw 'The PFX holds no private key.' }");
}

fn site(plan: &Plan, code: &mut Code) {
    code.block([Plain("if (-not (Get-Website | Where-Object { $_.Name -eq $site })) {")], "}", |code| {
        // IIS prepends `\\?\`, after which Windows reads no slashes: the full name has none.
        code.line([
            Plain("$folder = (New-Item -ItemType Directory -Force -Path "),
            text(pages(plan)),
            Plain(").FullName"),
        ]);
        code.line([Plain("$name = "), text(plain_headers(plan).into_iter().next().unwrap_or_default())]);
        let port = plan.place.http_port;
        code.number("New-Website -Name $site -PhysicalPath $folder -HostHeader $name -Port ", port, " | Out-Null");
    });
}

/// The host names that a binding can have; an empty one takes what no other does. The older a Windows, the fewer it
/// takes: none for HTTPS before SNI, no wildcard before 2016. An address is never sent as a server name.
fn headers(plan: &Plan) -> BTreeSet<String> {
    let header = |host: &Host| match host {
        Host::Name(name) => name.clone(),
        Host::Wildcard(_) if plan.version >= WINDOWS_2016 => host.to_string(),
        _ => String::new(),
    };
    plan.hosts.iter().map(header).collect()
}

/// Those of plain HTTP: without a name a site would stand in the way of the one that Windows came with.
fn plain_headers(plan: &Plan) -> BTreeSet<String> {
    let mut headers = headers(plan);
    if headers.len() > 1 {
        headers.remove("");
    }
    headers
}

fn bindings(plan: &Plan, code: &mut Code) {
    let port = u64::from(plan.tls_port());
    if plan.on(Switch::Redirect) {
        code.comment("Plain HTTP for the same names: it leads to HTTPS.");
        let port = u64::from(plan.place.http_port);
        names(code, plain_headers(plan));
        code.block([Plain("foreach ($name in $names) {")], "}", |code| {
            code.own("$there = Get-WebBinding -Name $site -Protocol http | Where-Object {");
            code.number("    $_.bindingInformation -eq ('*:", port, ":' + $name)");
            code.own("}");
            let make = "if (-not $there) { New-WebBinding -Name $site -Protocol http -HostHeader $name -Port ";
            code.number(make, port, " }");
        });
    }
    if plan.version < SNI {
        code.comment("This Windows has one certificate for each address and port.");
        code.number("if (-not (Get-WebBinding -Name $site -Protocol https -Port ", port, ")) {");
        code.number("    New-WebBinding -Name $site -Protocol https -Port ", port, "");
        code.own("}");
        code.number("$binding = 'IIS:\\SslBindings\\0.0.0.0!", port, "'");
        code.own("if (Test-Path $binding) { Remove-Item $binding }");
        code.own("Get-Item ('Cert:\\LocalMachine\\My\\' + $thumbprint) | New-Item $binding | Out-Null");
        return;
    }
    code.comment("With a host name by SNI (1); without one for whoever sends none (0).");
    names(code, headers(plan));
    code.block([Plain("foreach ($name in $names) {")], "}", |code| {
        code.own("$sni = [int]($name -ne '')");
        code.number("$own = { $_.bindingInformation -eq ('*:", port, ":' + $name) }");
        code.own("$binding = Get-WebBinding -Name $site -Protocol https | Where-Object $own");
        code.block([Plain("if (-not $binding) {")], "}", |code| {
            code.number("New-WebBinding -Name $site -Protocol https -HostHeader $name -SslFlags $sni -Port ", port, "");
            code.own("$binding = Get-WebBinding -Name $site -Protocol https | Where-Object $own");
        });
        code.own("$binding.AddSslCertificate($thumbprint, 'My')");
    });
}

fn names(code: &mut Code, names: BTreeSet<String>) {
    code.own("$names = @(");
    let last = names.len().saturating_sub(1);
    for (index, name) in names.into_iter().enumerate() {
        code.line([Plain("    "), text(name), Plain(if index < last { "," } else { "" })]);
    }
    code.own(")");
}

/// For the whole server: Windows has no setting for one site.
fn versions(plan: &Plan, code: &mut Code) {
    code.comment(
        "Versions of TLS, for every site and program of this server that takes TLS from Windows. A restart is needed.",
    );
    let known = |protocol: &Protocol| *protocol < Protocol::Tls13 || plan.version >= TLS13;
    for on in [false, true] {
        let mut list: Vec<&str> = if on { Vec::new() } else { vec!["SSL 2.0", "SSL 3.0"] };
        let all = Protocol::ALL.iter().filter(|protocol| known(protocol));
        list.extend(all.filter(|protocol| plan.protocols.contains(protocol) == on).map(|protocol| protocol.name()));
        if !list.is_empty() {
            switch(on, &list, code);
        }
    }
    if plan.stapling && plan.version >= SNI {
        code.comment("OCSP answers are stapled for bindings with SNI too.");
        code.own("New-ItemProperty -Path $schannel -Name EnableOcspStaplingForSni -Value 1 -PropertyType DWord -Force | Out-Null");
    }
    if plan.on(Switch::Http3) {
        code.comment("HTTP/3 runs over UDP: open the port for it too.");
        code.own(HTTP);
        for name in HTTP3 {
            code.line([
                Plain("New-ItemProperty -Path $http -Name "),
                Plain(name),
                Plain(" -Value 1 -PropertyType DWord -Force | Out-Null"),
            ]);
        }
    }
}

fn switch(on: bool, versions: &[&str], code: &mut Code) {
    let mut words = vec![Plain("foreach ($version in @(")];
    for (index, version) in versions.iter().enumerate() {
        words.extend((index > 0).then_some(Plain(", ")));
        words.push(text(version));
    }
    words.push(Plain(")) {"));
    code.block(words, "}", |code| {
        code.own("$key = $schannel + '\\Protocols\\' + $version + '\\Server'");
        code.own("if (-not (Test-Path $key)) { New-Item -Path $key -Force | Out-Null }");
        for (name, value) in [("Enabled", on), ("DisabledByDefault", !on)] {
            let value = if value { " -Value 1" } else { " -Value 0" };
            let words = [Plain("New-ItemProperty -Path $key -Name "), Plain(name), Plain(value)];
            code.line(words.into_iter().chain([Plain(" -PropertyType DWord -Force | Out-Null")]));
        }
    });
}

/// The place of the Group Policy: no update of Windows changes it.
fn order(plan: &Plan, code: &mut Code) {
    let suites = suites::suites(plan);
    if suites.is_empty() {
        return;
    }
    code.comment("Suites in their order, for the whole server too. A Group Policy of the domain would win.");
    code.own("$order = @(");
    let last = suites.len().saturating_sub(1);
    for (index, suite) in suites.into_iter().enumerate() {
        code.line([Plain("    "), text(suite), Plain(if index < last { "," } else { "" })]);
    }
    code.own(")");
    code.own("if (-not (Test-Path $suites)) { New-Item -Path $suites -Force | Out-Null }");
    code.own("New-ItemProperty -Path $suites -Name Functions -Value ($order -join ',') -PropertyType String -Force | Out-Null");
}

/// The attributes of HSTS that are set, where it is a setting of the site: from Windows Server 2019 on.
fn each_of_hsts(plan: &Plan) -> Option<&'static str> {
    let (_, subdomains) = plan.hsts_parts().filter(|_| plan.version >= HSTS)?;
    Some(match subdomains {
        true => "foreach ($name in @('enabled', 'max-age', 'includeSubDomains')) {",
        false => "foreach ($name in @('enabled', 'max-age')) {",
    })
}

fn hsts(plan: &Plan, code: &mut Code) {
    let Some((seconds, subdomains)) = plan.hsts_parts() else { return };
    code.blank();
    code.comment(remark::HSTS);
    at_once(code, |code| {
        code.own("Set-IISConfigAttributeValue -ConfigElement $hsts -AttributeName 'enabled' -AttributeValue $true");
        code.comment("Seconds: max-age.");
        code.number(
            "Set-IISConfigAttributeValue -ConfigElement $hsts -AttributeName 'max-age' -AttributeValue ",
            seconds,
            "",
        );
        if subdomains {
            code.own(
                "Set-IISConfigAttributeValue -ConfigElement $hsts -AttributeName 'includeSubDomains' -AttributeValue $true",
            );
        }
    });
}

/// Changes of the site's HSTS, written together: after each write by itself the element would be an old one. What the
/// other module has written is read again first.
fn at_once(code: &mut Code, change: impl FnOnce(&mut Code)) {
    code.own("Import-Module IISAdministration");
    code.own("Reset-IISServerManager -Confirm:$false");
    code.own("Start-IISCommitDelay");
    hsts_element(code);
    change(code);
    code.own("Stop-IISCommitDelay");
}

fn hsts_element(code: &mut Code) {
    code.own("$sites = Get-IISConfigSection -SectionPath 'system.applicationHost/sites' | Get-IISConfigCollection");
    code.own("$own = Get-IISConfigCollectionElement -ConfigCollection $sites -ConfigAttribute @{ name = $site }");
    code.own("$hsts = Get-IISConfigElement -ConfigElement $own -ChildElementName 'hsts'");
}

/// Takes back what `set_up` changed beyond files.
pub fn roll_back(plan: &Plan, code: &mut Code) {
    code.comment("Run as Administrator: site, bindings, versions and suites as they were before the last set-up.ps1.");
    code.comment("The certificate stays in the store of Windows, where it changes nothing.");
    code.own("$ErrorActionPreference = 'Stop'");
    code.own("Import-Module WebAdministration");
    code.own(SCHANNEL);
    code.own(SUITES);
    kept(plan, code);
    code.own("$kept = Get-ChildItem $kept | Sort-Object Name | Select-Object -Last 1 | ForEach-Object { $_.FullName }");
    code.own("$record = Join-Path $kept 'before.xml'");
    code.own("if (-not (Test-Path $record)) { throw 'Nothing is kept: there is nothing to take back.' }");
    code.own("$before = Import-Clixml $record");
    code.own("$site = $before.Site");
    code.blank();
    sites(plan, code);
    code.blank();
    windows(plan, code);
    code.blank();
    code.comment("A second run has nothing to take back.");
    code.own("Remove-Item $record");
}

/// What was made is removed, and what was there has its certificates again.
fn sites(plan: &Plan, code: &mut Code) {
    code.block([Plain("foreach ($binding in @(Get-WebBinding -Name $site)) {")], "}", |code| {
        code.block(
            [Plain("if ($before.Bindings -notcontains ($binding.protocol + ' ' + $binding.bindingInformation)) {")],
            "}",
            |code| {
                if plan.version >= SNI {
                    code.own("if ($binding.certificateHash) { $binding.RemoveSslCertificate() }");
                }
                code.own("$binding | Remove-WebBinding");
            },
        );
    });
    if plan.version < SNI {
        code.number("$binding = 'IIS:\\SslBindings\\0.0.0.0!", plan.tls_port(), "'");
        code.own("if (Test-Path $binding) { Remove-Item $binding }");
    }
    code.block([Plain("foreach ($old in $before.Certificates) {")], "}", |code| {
        code.own("$binding = Get-WebBinding -Protocol https | Where-Object { $_.bindingInformation -eq $old.bindingInformation }");
        code.own("if ($binding -and $old.certificateHash) { $binding.AddSslCertificate($old.certificateHash, 'My') }");
    });
    if let Some(each) = each_of_hsts(plan) {
        code.comment("Browsers keep HSTS for as long as they were told: a site that was told to has to stay on HTTPS.");
        code.block([Plain("if ($before.Hsts) {")], "}", |code| {
            at_once(code, |code| {
                code.block([Plain(each)], "}", |code| {
                    code.own("Set-IISConfigAttributeValue -ConfigElement $hsts -AttributeName $name -AttributeValue $before.Hsts[$name]");
                });
            });
        });
    }
    code.own("if ($before.Sites -notcontains $site) { Remove-Website -Name $site }");
}

/// The registry. An import adds and changes, and removes nothing: what was added is removed first.
fn windows(plan: &Plan, code: &mut Code) {
    code.own("$protocols = $schannel + '\\Protocols'");
    code.own("if (Test-Path $protocols) { Remove-Item -Recurse -Force $protocols }");
    if plan.stapling && plan.version >= SNI {
        code.own("Remove-ItemProperty -Path $schannel -ErrorAction SilentlyContinue -Name EnableOcspStaplingForSni");
    }
    code.own("reg import (Join-Path $kept 'schannel.reg')");
    if plan.on(Switch::Http3) {
        code.own(HTTP);
        for name in HTTP3 {
            code.line([Plain("Remove-ItemProperty -Path $http -ErrorAction SilentlyContinue -Name "), Plain(name)]);
        }
        code.own("reg import (Join-Path $kept 'http.reg')");
    }
    code.own(
        "if (Test-Path $suites) { Remove-ItemProperty -Path $suites -Name Functions -ErrorAction SilentlyContinue }",
    );
    code.block([Plain("if ($before.Suites) {")], "}", |code| {
        code.own(
            "New-ItemProperty -Path $suites -Name Functions -Value $before.Suites -PropertyType String -Force | Out-Null",
        );
    });
}
