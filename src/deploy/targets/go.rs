//! Go, with nothing but its own library: <https://pkg.go.dev/crypto/tls#Config>, <https://pkg.go.dev/net/http#Server>,
//! <https://pkg.go.dev/net/http/httputil#ReverseProxy>.

use super::{ALWAYS, Library, Target, USUAL, remark, unit};
use crate::deploy::allow::Host;
use crate::deploy::commands::{Access, Script, install_certificates, install_pages};
use crate::deploy::files::Files;
use crate::deploy::guideline::{Group, Protocol};
use crate::deploy::plan::{Pair, Plan};
use crate::deploy::syntax::code::{self, Code};
use crate::deploy::syntax::{Plain, Word, around, text};
use crate::deploy::version::Version;
use crate::report::Doc;
use crate::report::wire::{Field, Switch, TargetGroup};

/// Go. Its library speaks every version that it is told to, and decides the order of suites itself.
pub static GO: Target = Target {
    id: "go",
    title: "Go",
    also: &["golang", "net/http", "gin"],
    group: TargetGroup::Application,
    documentation: (Doc::Page, "https://pkg.go.dev/crypto/tls#Config"),
    latest: Version(1, 27, 3),
    oldest: Version(1, 19, 0),
    systems: &[("debian-13", Version(1, 24, 4)), ("debian-12", Version(1, 19, 8)), ("ubuntu-24.04", Version(1, 22, 2))],
    library: Library::Own,
    protocols: &[
        (Protocol::Tls10, ALWAYS),
        (Protocol::Tls11, ALWAYS),
        (Protocol::Tls12, ALWAYS),
        (Protocol::Tls13, Version(1, 13, 0)),
    ],
    switches: &[
        (Switch::Redirect, ALWAYS),
        (Switch::Hsts, ALWAYS),
        (Switch::Http2, ALWAYS),
        (Switch::Tickets, ALWAYS),
        (Switch::Hybrid, Version(1, 24, 0)),
        (Switch::BothKeys, ALWAYS),
    ],
    always: &[(Switch::WebSocket, ALWAYS)],
    fields: &[Field::Upstream, Field::Paths, Field::ClientCa],
    render,
    script,
    ..USUAL
};

/// `Rewrite` of `ReverseProxy`, which takes away what a client says of itself; `Director` before.
const REWRITE: Version = Version(1, 20, 0);

const CERTIFICATES: &str = r#"
// served is what the files held when they were last read.
var served atomic.Pointer[[]tls.Certificate]

func load() error {
	var pairs []tls.Certificate
	for _, file := range files {
		pair, err := tls.LoadX509KeyPair(file[0], file[1])
		if err != nil {
			return err
		}
		pairs = append(pairs, pair)
	}
	served.Store(&pairs)
	return nil
}

// choose gives the first certificate that the client can use.
func choose(hello *tls.ClientHelloInfo) (*tls.Certificate, error) {
	pairs := *served.Load()
	for i := range pairs {
		if hello.SupportsCertificate(&pairs[i]) == nil {
			return &pairs[i], nil
		}
	}
	return &pairs[0], nil
}

// reload takes a renewed certificate into use without a restart: systemctl reload, or kill -HUP.
func reload() {
	asked := make(chan os.Signal, 1)
	signal.Notify(asked, syscall.SIGHUP)
	for range asked {
		if err := load(); err != nil {
			log.Print(err)
		}
	}
}
"#;

const PAGES: &str = r#"
// folder shows files; a folder without an index.html is not listed.
type folder struct{ http.Dir }

func (dir folder) Open(name string) (http.File, error) {
	file, err := dir.Dir.Open(name)
	if err != nil {
		return nil, err
	}
	if stat, err := file.Stat(); err == nil && stat.IsDir() {
		index, err := dir.Dir.Open(path.Join(name, "index.html"))
		if err != nil {
			file.Close()
			return nil, err
		}
		index.Close()
	}
	return file, nil
}
"#;

fn render(plan: &Plan, files: &mut Files) {
    files.code("main.go".to_owned(), &code::GO, |code| program(plan, code));
    files.code("go.mod".to_owned(), &code::GO, |code| {
        code.own("module server");
        code.blank();
        // What is not said in the program is as it was in this version.
        code.number("go 1.", plan.version.1, "");
    });
    unit::write(plan, files, [text(unit::folder(plan).join("server"))], true);
}

fn program(plan: &Plan, code: &mut Code) {
    let has_pages = plan.upstream.is_none() || plan.on(Switch::Redirect);
    code.own("package main");
    code.blank();
    code.block([Plain("import (")], ")", |code| {
        for (package, needed) in [
            ("\"crypto/tls\"", true),
            ("\"crypto/x509\"", plan.client_ca.is_some()),
            ("\"log\"", true),
            ("\"net/http\"", true),
            ("\"net/http/httputil\"", plan.upstream.is_some()),
            ("\"net/url\"", plan.upstream.is_some()),
            ("\"os\"", true),
            ("\"os/signal\"", true),
            ("\"path\"", has_pages),
            ("\"regexp\"", plan.on(Switch::Redirect)),
            ("\"strings\"", plan.on(Switch::Redirect)),
            ("\"sync/atomic\"", true),
            ("\"syscall\"", true),
            ("\"time\"", true),
        ] {
            if needed {
                code.own(package);
            }
        }
    });
    code.blank();
    code.comment("files are certificates with their keys. The server certificate first, then each intermediate;");
    code.comment("the root stays out.");
    code.block([Plain("var files = [][2]string{")], "}", |code| {
        let own = Pair { certificate: plan.certificate(), key: plan.key() };
        for pair in [own].into_iter().chain(plan.second()) {
            code.line([Plain("{"), text(pair.certificate), Plain(", "), text(pair.key), Plain("},")]);
        }
    });
    code.text(CERTIFICATES);
    config(plan, code);
    if has_pages {
        code.text(PAGES);
        code.blank();
        code.line([Plain("var pages = http.FileServer(folder{http.Dir("), text(plan.pages()), Plain(")})")]);
    }
    handler(plan, code);
    if plan.on(Switch::Redirect) {
        redirect(plan, code);
    }
    main(plan, code);
}

fn config(plan: &Plan, code: &mut Code) {
    code.blank();
    code.block([Plain("func config() *tls.Config {")], "}", |code| {
        code.own("config := &tls.Config{GetCertificate: choose}");
        let (oldest, newest) = plan.range();
        code.line([Plain("config.MinVersion = tls."), Plain(protocol_name(oldest))]);
        code.line([Plain("config.MaxVersion = tls."), Plain(protocol_name(newest))]);
        if !plan.suites.is_empty() {
            code.block([Plain("config.CipherSuites = []uint16{")], "}", |code| {
                for suite in &plan.suites {
                    code.line([Plain("tls."), Plain(suite.iana), Plain(",")]);
                }
            });
        }
        if !plan.groups.is_empty() {
            code.block([Plain("config.CurvePreferences = []tls.CurveID{")], "}", |code| {
                for group in &plan.groups {
                    code.line([Plain("tls."), Plain(curve_name(group)), Plain(",")]);
                }
            });
        }
        if !plan.on(Switch::Tickets) {
            code.own("config.SessionTicketsDisabled = true");
        }
        if let Some(authorities) = &plan.client_ca {
            code.comment(remark::CLIENTS);
            code.line([Plain("pem, err := os.ReadFile("), text(authorities), Plain(")")]);
            code.text("if err != nil {\n\tlog.Fatal(err)\n}");
            code.own("config.ClientCAs = x509.NewCertPool()");
            code.own("config.ClientCAs.AppendCertsFromPEM(pem)");
            code.own("config.ClientAuth = tls.RequireAndVerifyClientCert");
        }
        code.own("return config");
    });
}

fn handler(plan: &Plan, code: &mut Code) {
    code.blank();
    code.block([Plain("func handler() http.Handler {")], "}", |code| {
        match &plan.upstream {
            None => code.own("inner := pages"),
            Some(upstream) => {
                code.line([Plain("upstream, err := url.Parse("), text(upstream), Plain(")")]);
                code.text("if err != nil {\n\tlog.Fatal(err)\n}");
                code.text(if plan.version >= REWRITE {
                    "inner := &httputil.ReverseProxy{Rewrite: func(r *httputil.ProxyRequest) {\n\tr.SetURL(upstream)\n\tr.Out.Host = r.In.Host\n\tr.SetXForwarded()\n}}"
                } else {
                    "inner := httputil.NewSingleHostReverseProxy(upstream)\ndirect := inner.Director\ninner.Director = func(r *http.Request) {\n\tdirect(r)\n\tr.Header.Del(\"X-Forwarded-For\")\n\tr.Header.Set(\"X-Forwarded-Host\", r.Host)\n\tr.Header.Set(\"X-Forwarded-Proto\", \"https\")\n}"
                });
                if plan.hsts.is_some() {
                    code.text("inner.ModifyResponse = func(answer *http.Response) error {\n\tanswer.Header.Del(\"Strict-Transport-Security\")\n\treturn nil\n}");
                }
            }
        }
        match &plan.hsts {
            None => code.own("return inner"),
            Some(hsts) => {
                code.comment(remark::HSTS);
                code.block(
                    [Plain("return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {")],
                    "})",
                    |code| {
                        code.line([Plain("w.Header().Set(\"Strict-Transport-Security\", "), text(hsts), Plain(")")]);
                        code.own("inner.ServeHTTP(w, r)");
                    },
                );
            }
        }
    });
}

fn redirect(plan: &Plan, code: &mut Code) {
    code.blank();
    code.own("var port = regexp.MustCompile(\":[0-9]+$\")");
    code.blank();
    code.comment("redirect leads to HTTPS, except what a certificate authority asks for (ACME http-01).");
    code.block([Plain("func redirect(w http.ResponseWriter, r *http.Request) {")], "}", |code| {
        code.own("if strings.HasPrefix(r.URL.Path, \"/.well-known/acme-challenge/\") {");
        code.own("\tpages.ServeHTTP(w, r)");
        code.own("\treturn");
        code.own("}");
        let after = match plan.tls_port() {
            443 => text(""),
            port => around(":", port, ""),
        };
        let to = [Plain("to := \"https://\" + port.ReplaceAllString(r.Host, "), after];
        code.line(to.into_iter().chain([Plain(") + r.URL.RequestURI()")]));
        code.own("http.Redirect(w, r, to, http.StatusMovedPermanently)");
    });
}

fn main(plan: &Plan, code: &mut Code) {
    code.blank();
    code.block([Plain("func main() {")], "}", |code| {
        code.text("if err := load(); err != nil {\n\tlog.Fatal(err)\n}\ngo reload()");
        if plan.on(Switch::Redirect) {
            let plain = [Plain("plain := &http.Server{Addr: "), at(plan, plan.place.http_port)];
            code.line(
                plain
                    .into_iter()
                    .chain([Plain(", Handler: http.HandlerFunc(redirect), ReadHeaderTimeout: 10 * time.Second}")]),
            );
            code.own("go func() { log.Fatal(plain.ListenAndServe()) }()");
        }
        let server = [Plain("server := &http.Server{Addr: "), at(plan, plan.tls_port())];
        code.line(
            server
                .into_iter()
                .chain([Plain(", Handler: handler(), TLSConfig: config(), ReadHeaderTimeout: 10 * time.Second}")]),
        );
        if !plan.on(Switch::Http2) {
            code.comment("An empty map keeps HTTP/2 off.");
            code.own("server.TLSNextProto = map[string]func(*http.Server, *tls.Conn, http.Handler){}");
        }
        code.own("log.Fatal(server.ListenAndServeTLS(\"\", \"\"))");
    });
}

fn at(plan: &Plan, port: u16) -> Word {
    match plan.place.address {
        Some(address) => text(format!("{}:{port}", Host::Ip(address).in_url())),
        None => around(":", port, ""),
    }
}

/// The name of a version in Go, and in what is written in Go.
pub const fn protocol_name(protocol: Protocol) -> &'static str {
    match protocol {
        Protocol::Tls10 => "VersionTLS10",
        Protocol::Tls11 => "VersionTLS11",
        Protocol::Tls12 => "VersionTLS12",
        Protocol::Tls13 => "VersionTLS13",
    }
}

/// The name of a group in Go, and in what is written in Go.
pub fn curve_name(group: &Group) -> &'static str {
    match group.name {
        "X25519MLKEM768" => "X25519MLKEM768",
        "X25519" => "X25519",
        "P-256" => "CurveP256",
        _ => "CurveP384",
    }
}

fn script(plan: &Plan, script: &mut Script) {
    install_certificates(plan, script, Access::group(unit::USER));
    unit::install(plan, script, &["main.go", "go.mod"]);
    install_pages(plan, script);
    script.check([Plain("cd"), text(unit::folder(plan)), Plain("&& go vet . && go build -o server .")]);
    let folder = text(unit::folder(plan));
    script.take_back([Plain("cd"), folder, Plain("&& { [ ! -e main.go ] || go build -o server .; }")]);
    unit::start(plan, script);
}
