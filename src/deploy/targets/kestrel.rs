//! Kestrel of ASP.NET Core 8 and later. Settings: <https://learn.microsoft.com/aspnet/core/fundamentals/servers/kestrel/endpoints>;
//! redirects and HSTS: <https://learn.microsoft.com/aspnet/core/security/enforcing-ssl>.

use super::{ALWAYS, Judge, Library, Target, USUAL, low_ports, remark};
use crate::deploy::allow::Host;
use crate::deploy::commands::{Access, Script, install_certificates};
use crate::deploy::files::Files;
use crate::deploy::guideline::Protocol;
use crate::deploy::plan::Plan;
use crate::deploy::syntax::code::{CSHARP, Code};
use crate::deploy::syntax::tree::{Form, Tree, list, map, own, value};
use crate::deploy::syntax::{Plain, around, text};
use crate::deploy::version::Version;
use crate::report::Doc;
use crate::report::message::RemarkMessage;
use crate::report::wire::{Field, Switch, TargetGroup};

/// Kestrel. On Linux it speaks through OpenSSL at that library's own security level: nothing below TLS 1.2.
pub static KESTREL: Target = Target {
    id: "kestrel",
    title: "Kestrel (ASP.NET Core)",
    also: &[".net", "dotnet", "c#", "asp.net", "appsettings.json"],
    group: TargetGroup::Application,
    documentation: (Doc::Page, "https://learn.microsoft.com/aspnet/core/fundamentals/servers/kestrel/endpoints"),
    latest: Version(10, 0, 0),
    oldest: Version(8, 0, 0),
    library: Library::Own,
    protocols: &[(Protocol::Tls12, ALWAYS), (Protocol::Tls13, ALWAYS)],
    switches: &[(Switch::Redirect, ALWAYS), (Switch::Hsts, ALWAYS), (Switch::Http2, ALWAYS), (Switch::Http3, ALWAYS)],
    fields: &[Field::Paths],
    render,
    script,
    remarks: |_| vec![RemarkMessage::KestrelProgram],
    judge: Judge::Program("a JSON reader, and a table of the setting names"),
    ..USUAL
};

/// It is laid over `appsettings.json` where the environment is Production, which it is unless somebody says otherwise.
const SETTINGS: &str = "appsettings.Production.json";
const CHALLENGE: &str = ".well-known/acme-challenge";

fn render(plan: &Plan, files: &mut Files) {
    files.tree(SETTINGS.to_owned(), Form::Json, &[settings(plan)]);
    files.code("Program.cs".to_owned(), &CSHARP, |code| program(plan, code));
    low_ports::write(plan, files, &unit(plan));
}

/// The service, named after the site.
fn unit(plan: &Plan) -> String {
    format!("kestrel-{}", plan.stem)
}

fn settings(plan: &Plan) -> Tree {
    let plain = plan.on(Switch::Redirect).then(|| map([("Url", url(plan, "http", plan.place.http_port))]));
    let certificate = map([("Path", value(plan.certificate())), ("KeyPath", value(plan.key()))]);
    let https = map([
        ("Url", url(plan, "https", plan.tls_port())),
        ("Protocols", own(versions_of_http(plan))),
        ("SslProtocols", list(plan.protocols.iter().map(|protocol| own(protocol_name(*protocol))))),
        ("Certificate", certificate),
    ]);
    let endpoints = map([]).and_some("Http", plain).and("Https", https);
    map([("Kestrel", map([("Endpoints", endpoints)]))])
}

fn url(plan: &Plan, scheme: &str, port: u16) -> Tree {
    let host = plan.place.address.map_or_else(|| "*".to_owned(), |address| Host::Ip(address).in_url());
    value(format!("{scheme}://{host}:{port}"))
}

fn versions_of_http(plan: &Plan) -> &'static str {
    match (plan.on(Switch::Http2), plan.on(Switch::Http3)) {
        (true, true) => "Http1AndHttp2AndHttp3",
        (true, false) => "Http1AndHttp2",
        // There is no name for HTTP/1.1 beside HTTP/3 alone.
        (false, true) => "Http1AndHttp2AndHttp3",
        (false, false) => "Http1",
    }
}

const fn protocol_name(protocol: Protocol) -> &'static str {
    match protocol {
        Protocol::Tls10 => "Tls",
        Protocol::Tls11 => "Tls11",
        Protocol::Tls12 => "Tls12",
        Protocol::Tls13 => "Tls13",
    }
}

/// What has no setting. The order of these lines in a program of one's own is the one here.
fn program(plan: &Plan, code: &mut Code) {
    code.own("using System.Net.Security;");
    if plan.on(Switch::Redirect) {
        code.own("using Microsoft.Extensions.FileProviders;");
    }
    code.blank();
    code.own("var builder = WebApplication.CreateBuilder(args);");
    suites(plan, code);
    if let Some((seconds, subdomains)) = plan.hsts_parts() {
        code.comment(remark::HSTS_SECONDS);
        code.own("builder.Services.AddHsts(hsts =>");
        code.block([Plain("{")], "});", |code| {
            code.number("hsts.MaxAge = TimeSpan.FromSeconds(", seconds, ");");
            if subdomains {
                code.own("hsts.IncludeSubDomains = true;");
            }
        });
    }
    if plan.on(Switch::Redirect) {
        code.own("builder.Services.AddHttpsRedirection(redirect =>");
        code.block([Plain("{")], "});", |code| {
            code.own("redirect.RedirectStatusCode = StatusCodes.Status301MovedPermanently;");
            code.number("redirect.HttpsPort = ", plan.tls_port(), ";");
        });
    }
    code.blank();
    code.own("var app = builder.Build();");
    if plan.hsts.is_some() {
        code.own("app.UseHsts();");
    }
    if plan.on(Switch::Redirect) {
        code.comment(remark::CHALLENGE);
        code.own("app.UseStaticFiles(new StaticFileOptions");
        code.block([Plain("{")], "});", |code| {
            let folder = text(plan.pages().join(CHALLENGE));
            code.line([Plain("FileProvider = new PhysicalFileProvider("), folder, Plain("),")]);
            code.own("RequestPath = \"/.well-known/acme-challenge\",");
            code.own("ServeUnknownFileTypes = true,");
        });
        code.own("app.UseWhen(");
        code.own("    context => !context.Request.Path.StartsWithSegments(\"/.well-known/acme-challenge\"),");
        code.own("    other => other.UseHttpsRedirection());");
    }
    code.blank();
    code.comment("What the program does comes here.");
    code.own("app.Run();");
}

fn suites(plan: &Plan, code: &mut Code) {
    code.own("builder.WebHost.ConfigureKestrel(kestrel => kestrel.ConfigureHttpsDefaults(https =>");
    code.block([Plain("{")], "}));", |code| {
        code.comment("Windows takes the suites of the system.");
        code.own("if (OperatingSystem.IsLinux())");
        code.block([Plain("{")], "}", |code| {
            code.own("https.OnAuthenticate = (_, tls) => tls.CipherSuitesPolicy = new CipherSuitesPolicy(");
            code.own("[");
            for suite in plan.iana_suites() {
                code.line([Plain("    TlsCipherSuite."), Plain(suite), Plain(",")]);
            }
            code.own("]);");
        });
    });
}

/// As Microsoft's own pages have it: the program in `/var/www`, run by `www-data` in a service named after it.
fn script(plan: &Plan, script: &mut Script) {
    install_certificates(plan, script, Access::group("www-data"));
    script.folder(&plan.pages());
    if plan.on(Switch::Redirect) {
        script.folder(&plan.pages().join(CHALLENGE));
    }
    script.put(SETTINGS, around("", plan.pages().join(SETTINGS), ""), Access::ALL);
    low_ports::install(plan, script, &unit(plan));
    script.reload([Plain("systemctl restart"), text(unit(plan))]);
}
