//! What a configuration of nginx says beside the handshake: files that it keeps to itself, redirects behind a proxy.

use super::{CaseFile, issued::good, public_roots};
use crate::support::{case_file::Case, mint::bundle};
use certloupe::report::Platform;

pub fn files() -> Vec<CaseFile> {
    vec![("plt006-nginx", trusted()), ("plt007-nginx", redirects())]
}

fn case(name: &str, pasted: String, configuration: &str) -> Case {
    let case = Case::new(name, pasted).on(Platform::WeChat).on(Platform::AndroidApp);
    case.url("https://shop.example.com/").file("nginx.conf", configuration)
}

fn trusted() -> Vec<Case> {
    let issuer = public_roots::intermediate("DigiCert Global Root G2");
    let leaf = good().issued_by(&issuer);
    let server = "server {\n  listen 443 ssl; server_name shop.example.com;\n  ssl_protocols TLSv1.2 TLSv1.3;\n  \
                  ssl_trusted_certificate chain.pem;\n}\n";
    let other = server.replace("shop", "old");
    let both = format!("{}{other}", server.replace("  ssl_trusted_certificate chain.pem;\n", ""));
    vec![
        case("the chain is in the wrong file", leaf.pem(), server),
        case("the chain is in both files", bundle(&[&leaf, &issuer]), server),
        case("another virtual host has it", leaf.pem(), &both),
    ]
}

fn redirects() -> Vec<Case> {
    let right = || {
        let issuer = public_roots::intermediate("DigiCert Global Root G2");
        bundle(&[&good().issued_by(&issuer), &issuer])
    };
    let plain = |inside: &str| format!("server {{\n  listen 80; server_name shop.example.com;\n  {inside}\n}}\n");
    let pages = "root /srv/shop;";
    let secure = "server {\n  listen 443 ssl; server_name shop.example.com; ssl_protocols TLSv1.2 TLSv1.3;\n}\n";
    let old = plain(pages).replace("shop.example.com", "old.example.net");
    vec![
        case("pages over plain HTTP", right(), &plain(pages)),
        case("a server behind it", right(), &plain("location /v1/ { proxy_pass http://127.0.0.1:3000; }")),
        case("relative redirects", right(), &plain("absolute_redirect off; root /srv/shop;")),
        case("relative redirects outside", right(), &format!("http {{ absolute_redirect off;\n{} }}", plain(pages))),
        case(
            "outside off, inside on",
            right(),
            &format!("absolute_redirect off;\n{}", plain("absolute_redirect on; root /srv;")),
        ),
        case(
            "everybody is sent on",
            right(),
            &plain("root /srv/acme; location / { return 301 https://$host$request_uri; }"),
        ),
        case("beside one that speaks TLS", right(), &format!("{}{secure}", plain(pages))),
        case("another host", right(), &old),
    ]
}
