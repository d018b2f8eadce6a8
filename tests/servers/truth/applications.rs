//! Programs and their servers.

use super::*;

/// Java has a list of its own of what is switched off; without the old versions in it they work.
const SECURITY: &str =
    "jdk.tls.disabledAlgorithms=SSLv3, RC4, DES, MD5withRSA, DH keySize < 1024, EC keySize < 224, anon, NULL";

/// A keystore, which Jetty takes.
fn keystore(folder: &Path) {
    let words = "pkcs12 -export -in fullchain.pem -inkey privkey.pem -out site.p12 -passout pass:changeit";
    run(folder, "openssl", &words.split(' ').collect::<Vec<_>>());
}

/// The slowest first.
pub static ROWS: &[Row] = &[
    Row {
        server: "tomcat",
        start: &["/usr/share/tomcat10/bin/catalina.sh", "run"],
        files: &[
            ("bin/setenv.sh", "JAVA_OPTS=\"-XX:TieredStopAtLevel=1 -Djava.security.properties={folder}/security\"\n"),
            ("security", "{more}\n"),
            ("conf/web.xml", "<web-app/>\n"),
            (
                "conf/server.xml",
                "<Server port=\"-1\"><Service name=\"Catalina\">
                 <Connector port=\"{port}\" address=\"127.0.0.1\" protocol=\"org.apache.coyote.http11.Http11NioProtocol\" SSLEnabled=\"true\">
                 <SSLHostConfig {tls}><Certificate certificateFile=\"{cert}\" certificateKeyFile=\"{key}\" type=\"RSA\"/></SSLHostConfig>
                 </Connector><Engine name=\"Catalina\" defaultHost=\"localhost\"><Host name=\"localhost\" appBase=\"webapps\"/></Engine>
                 </Service></Server>\n",
            ),
        ],
        settings: [
            &[],
            &[("tls", "protocols=\"+TLSv1+TLSv1.1+TLSv1.2\"")],
            &[("tls", "protocols=\"+TLSv1+TLSv1.1+TLSv1.2+TLSv1.3\"")],
            &[("tls", "protocols=\"+TLSv1+TLSv1.1+TLSv1.2+TLSv1.3\""), ("more", SECURITY)],
        ],
        cells: ["..YY", "..Y.", "..YY", "YYYY"],
        ..ROW
    },
    Row {
        server: "jetty",
        start: &[
            "java",
            "-XX:TieredStopAtLevel=1",
            "-Djava.security.properties={folder}/security",
            "-jar",
            "/usr/share/jetty9/start.jar",
            "jetty.home=/usr/share/jetty9",
            "jetty.base={folder}",
        ],
        files: &[
            ("security", "{more}\n"),
            (
                "start.ini",
                "--module=https\njetty.ssl.host=127.0.0.1\njetty.ssl.port={port}\njetty.sslContext.keyStoreAbsolutePath={folder}/site.p12\njetty.sslContext.keyStorePassword=changeit\njetty.sslContext.keyManagerPassword=changeit\njetty.sslContext.trustStoreAbsolutePath={folder}/site.p12\njetty.sslContext.trustStorePassword=changeit\netc/tls.xml\n",
            ),
            (
                "etc/tls.xml",
                "<?xml version=\"1.0\"?><!DOCTYPE Configure PUBLIC \"-//Jetty//Configure//EN\" \"https://www.eclipse.org/jetty/configure_9_3.dtd\">
                 <Configure id=\"sslContextFactory\" class=\"org.eclipse.jetty.util.ssl.SslContextFactory$Server\">{tls}</Configure>\n",
            ),
        ],
        prepare: keystore,
        settings: [
            &[],
            &[(
                "tls",
                "<Set name=\"ExcludeProtocols\"><Array type=\"String\"/></Set><Set name=\"IncludeProtocols\"><Array type=\"String\"><Item>TLSv1</Item><Item>TLSv1.1</Item><Item>TLSv1.2</Item></Array></Set>",
            )],
            &[(
                "tls",
                "<Set name=\"ExcludeProtocols\"><Array type=\"String\"/></Set><Set name=\"IncludeProtocols\"><Array type=\"String\"><Item>TLSv1</Item><Item>TLSv1.1</Item><Item>TLSv1.2</Item><Item>TLSv1.3</Item></Array></Set>",
            )],
            &[
                (
                    "tls",
                    "<Set name=\"ExcludeProtocols\"><Array type=\"String\"/></Set><Set name=\"ExcludeCipherSuites\"><Array type=\"String\"/></Set><Set name=\"IncludeProtocols\"><Array type=\"String\"><Item>TLSv1</Item><Item>TLSv1.1</Item><Item>TLSv1.2</Item><Item>TLSv1.3</Item></Array></Set>",
                ),
                ("more", SECURITY),
            ],
        ],
        cells: ["..YY", "..Y.", "..YY", "YYYY"],
        ..ROW
    },
    Row {
        server: "nodejs",
        start: &["node", "{folder}/main.js"],
        files: &[(
            "main.js",
            "const read = require('fs').readFileSync; require('https').createServer({ cert: read('{cert}'), key: read('{key}'), {tls} }, (_, it) => it.end()).listen({port}, '127.0.0.1');",
        )],
        settings: [
            &[],
            &[("tls", "minVersion: 'TLSv1', maxVersion: 'TLSv1.2', ciphers: '{article}'")],
            &[("tls", "minVersion: 'TLSv1', maxVersion: 'TLSv1.3'")],
            &[("tls", "minVersion: 'TLSv1', maxVersion: 'TLSv1.3', ciphers: 'TLS_AES_128_GCM_SHA256:{legacy}'")],
        ],
        cells: ["..YY", "..Y.", "..YY", "YYYY"],
        ..ROW
    },
    Row {
        // Up to 16 such a list switched TLS 1.3 off.
        server: "nodejs without a suite of TLS 1.3",
        start: &["node", "{folder}/main.js"],
        files: &[(
            "main.js",
            "const read = require('fs').readFileSync; require('https').createServer({ cert: read('{cert}'), key: read('{key}'), {tls} }, (_, it) => it.end()).listen({port}, '127.0.0.1');",
        )],
        settings: [
            &[("tls", "ciphers: 'ECDHE-RSA-AES128-GCM-SHA256'")],
            &[("tls", "ciphers: '{article}'")],
            &[("tls", "maxVersion: 'TLSv1.3', ciphers: '{article}'")],
            &[("tls", "minVersion: 'TLSv1', maxVersion: 'TLSv1.3', ciphers: '{legacy}'")],
        ],
        cells: ["..YY", "..YY", "..YY", "YYYY"],
        ..ROW
    },
    Row {
        server: "go",
        start: &["sh", "-c", "{wheels}/go/bin/go build -o site . && exec ./site"],
        files: &[
            ("go.mod", "module site\n\ngo 1.27\n"),
            (
                "main.go",
                "package main

import (\"crypto/tls\"; \"log\"; \"net/http\")

func main() {
	config := &tls.Config{{tls}}
	server := &http.Server{Addr: \"127.0.0.1:{port}\", TLSConfig: config}
	log.Fatal(server.ListenAndServeTLS(\"{cert}\", \"{key}\"))
}
",
            ),
        ],
        settings: [
            &[],
            &[("tls", "MinVersion: tls.VersionTLS10, MaxVersion: tls.VersionTLS12")],
            &[("tls", "MinVersion: tls.VersionTLS10, MaxVersion: tls.VersionTLS13")],
            &[("tls", "MinVersion: tls.VersionTLS10, CipherSuites: []uint16{tls.TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256, tls.TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA}")],
        ],
        cells: ["..YY", "YYY.", "YYYY", "YYYY"],
        ..ROW
    },
    Row {
        server: "python",
        start: &["/usr/bin/python3", "{folder}/main.py"],
        files: &[(
            "main.py",
            "import http.server, ssl\ncontext = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)\ncontext.load_cert_chain('{cert}', '{key}')\n{tls}\nserver = http.server.ThreadingHTTPServer(('127.0.0.1', {port}), http.server.SimpleHTTPRequestHandler)\nserver.socket = context.wrap_socket(server.socket, server_side=True)\nserver.serve_forever()\n",
        )],
        settings: [
            &[],
            &[(
                "tls",
                "context.minimum_version = ssl.TLSVersion.TLSv1; context.maximum_version = ssl.TLSVersion.TLSv1_2; context.set_ciphers('{article}')",
            )],
            &[("tls", "context.minimum_version = ssl.TLSVersion.TLSv1")],
            &[("tls", "context.minimum_version = ssl.TLSVersion.TLSv1; context.set_ciphers('{legacy}')")],
        ],
        cells: ["..YY", "..Y.", "..YY", "YYYY"],
        ..ROW
    },
];
