//! IIS on Windows Server 2008 R2 to 2025. Bindings: <https://learn.microsoft.com/powershell/module/webadministration/>;
//! versions of TLS: <https://learn.microsoft.com/windows-server/security/tls/tls-registry-settings>; suites by Windows:
//! <https://learn.microsoft.com/windows/win32/secauthn/cipher-suites-in-schannel>; HSTS:
//! <https://learn.microsoft.com/iis/get-started/whats-new-in-iis-10-version-1709/iis-10-version-1709-hsts>.

mod script;
mod suites;
mod web_config;

use super::{ALWAYS, Judge, Library, Target, USUAL};
use crate::deploy::allow::FilePath;
use crate::deploy::commands::{Access, Script};
use crate::deploy::files::Files;
use crate::deploy::guideline::Protocol;
use crate::deploy::plan::Plan;
use crate::deploy::syntax::code::POWERSHELL;
use crate::deploy::syntax::{Plain, text};
use crate::deploy::version::Version;
use crate::report::message::RemarkMessage;
use crate::report::wire::{Shell, Switch};
use crate::report::{Doc, FileFormat};

/// IIS; its version is that of Windows from 10 on.
pub static IIS: Target = Target {
    id: "iis",
    title: "IIS",
    also: &["windows", "internet information services", "schannel", "asp.net", "web.config"],
    documentation: (Doc::Page, "https://learn.microsoft.com/windows-server/security/tls/tls-registry-settings"),
    latest: Version(10, 0, 26100),
    oldest: Version(7, 5, 0),
    systems: &[
        ("windows-2025", Version(10, 0, 26100)),
        ("windows-2022", TLS13),
        ("windows-2019", HSTS),
        ("windows-2016", WINDOWS_2016),
        ("windows-2012", Version(8, 5, 0)),
        ("windows-2008", Version(7, 5, 0)),
    ],
    library: Library::Own,
    protocols: &[
        (Protocol::Tls10, ALWAYS),
        (Protocol::Tls11, ALWAYS),
        (Protocol::Tls12, ALWAYS),
        (Protocol::Tls13, TLS13),
    ],
    switches: &[(Switch::Redirect, ALWAYS), (Switch::Hsts, ALWAYS), (Switch::Http3, TLS13), (Switch::Stapling, ALWAYS)],
    always: &[(Switch::Http2, WINDOWS_2016), (Switch::WebSocket, SNI)],
    // ChaCha20 is there with TLS 1.3 only.
    has_suite: |suite| !suite.openssl.contains("CHACHA20"),
    fields: &[],
    key_file: |version| Some(pfx(version)),
    shell: Shell::PowerShell,
    render,
    script,
    remarks,
    judge: Judge::Program("tree-sitter's grammar of PowerShell, and an XML parser"),
    ..USUAL
};

/// Several certificates on one address and port.
const SNI: Version = Version(8, 0, 0);
/// Wildcards as host names; suites without their curve; PFX of today is read only by newer ones.
const WINDOWS_2016: Version = Version(10, 0, 14393);
/// HSTS as a setting of the site (Windows Server 2019); `curl.exe` comes with Windows.
const HSTS: Version = Version(10, 0, 17763);
/// TLS 1.3 and HTTP/3 (Windows Server 2022).
const TLS13: Version = Version(10, 0, 20348);

/// A PFX that this Windows reads.
fn pfx(version: Version) -> FileFormat {
    if version >= HSTS { FileFormat::Pfx } else { FileFormat::PfxLegacy }
}

/// The folder of the site's pages.
fn pages(plan: &Plan) -> FilePath {
    FilePath::own("C:/inetpub").join(&plan.stem)
}

fn render(plan: &Plan, files: &mut Files) {
    files.code("set-up.ps1".to_owned(), &POWERSHELL, |code| script::set_up(plan, code));
    files.code("roll-back.ps1".to_owned(), &POWERSHELL, |code| script::roll_back(plan, code));
    if let Some(root) = web_config::web_config(plan) {
        files.xml("web.config".to_owned(), &root);
    }
}

fn remarks(plan: &Plan) -> Vec<RemarkMessage> {
    let rewrite = plan.on(Switch::Redirect).then_some(RemarkMessage::WindowsRewrite);
    [RemarkMessage::WindowsSite, RemarkMessage::WindowsWholeServer].into_iter().chain(rewrite).collect()
}

fn script(plan: &Plan, script: &mut Script) {
    script.folder(&pages(plan));
    if web_config::web_config(plan).is_some() {
        script.put("web.config", text(pages(plan).join("web.config")), Access::ALL);
    }
    script.install([Plain("powershell -ExecutionPolicy Bypass -File set-up.ps1")]);
    script.check([Plain("Import-Module WebAdministration; Get-ChildItem IIS:/SslBindings")]);
    script.take_back([Plain("powershell -ExecutionPolicy Bypass -File roll-back.ps1")]);
    script.reload([Plain("Restart-Computer -Confirm")]);
}
