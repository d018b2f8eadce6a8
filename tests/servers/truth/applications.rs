//! Programs and their servers.

use super::*;

/// Java has a list of its own of what is switched off; without the old versions in it they work.
const SECURITY: [&str; 4] = [
    "",
    "",
    "",
    "jdk.tls.disabledAlgorithms=SSLv3, RC4, DES, MD5withRSA, DH keySize < 1024, EC keySize < 224, anon, NULL",
];

/// A keystore, which Jetty takes.
fn keystore(folder: &Path) {
    let words = "pkcs12 -export -in fullchain.pem -inkey privkey.pem -out site.p12 -passout pass:changeit";
    run(folder, "openssl", &words.split(' ').collect::<Vec<_>>());
}

/// Where nothing is compiled yet, the library takes longer than a server may to listen.
fn library(folder: &Path) {
    let go = tools("wheels").expect("it is here").join("go/bin/go");
    let built = command(&format!("{} build net/http", go.display()), folder).status();
    assert!(built.is_ok_and(|status| status.success()), "Go builds its own library");
}

/// A list of Jetty's.
macro_rules! set {
    ($name:literal $($item:literal)*) => {
        concat!("<Set name='", $name, "'><Array type='String'>", $("<Item>", $item, "</Item>",)* "</Array></Set>\n")
    };
}

const NODEJS: Row = Row {
    server: "nodejs",
    start: "node {folder}/main.js",
    files: &[(
        "main.js",
        "
        const read = require('fs').readFileSync;
        const options = { cert: read('{cert}'), key: read('{key}'), {tls} };
        require('https').createServer(options, (_, it) => it.end()).listen({port}, '127.0.0.1');
        ",
    )],
    cells: [
        ("", "..YY"),
        ("minVersion: 'TLSv1', maxVersion: 'TLSv1.2', ciphers: '{article}'", "..Y."),
        ("minVersion: 'TLSv1', maxVersion: 'TLSv1.3'", "..YY"),
        ("minVersion: 'TLSv1', maxVersion: 'TLSv1.3', ciphers: 'TLS_AES_128_GCM_SHA256:{legacy}'", "YYYY"),
    ],
    ..ROW
};

/// The slowest first.
pub static ROWS: &[Row] = &[
    Row {
        server: "tomcat",
        start: "/usr/share/tomcat10/bin/catalina.sh run",
        files: &[
            ("bin/setenv.sh", "JAVA_OPTS='-XX:TieredStopAtLevel=1 -Djava.security.properties={folder}/security'"),
            ("security", "{more}"),
            ("conf/web.xml", "<web-app/>"),
            (
                "conf/server.xml",
                r#"
                <Server port="-1">
                  <Service name="Catalina">
                    <Connector port="{port}" address="127.0.0.1" SSLEnabled="true"
                               protocol="org.apache.coyote.http11.Http11NioProtocol">
                      <SSLHostConfig {tls}>
                        <Certificate certificateFile="{cert}" certificateKeyFile="{key}" type="RSA"/>
                      </SSLHostConfig>
                    </Connector>
                    <Engine name="Catalina" defaultHost="localhost">
                      <Host name="localhost" appBase="webapps"/>
                    </Engine>
                  </Service>
                </Server>
                "#,
            ),
        ],
        cells: [
            ("", "..YY"),
            ("protocols='+TLSv1+TLSv1.1+TLSv1.2'", "..Y."),
            ("protocols='+TLSv1+TLSv1.1+TLSv1.2+TLSv1.3'", "..YY"),
            ("protocols='+TLSv1+TLSv1.1+TLSv1.2+TLSv1.3'", "YYYY"),
        ],
        more: SECURITY,
        ..ROW
    },
    Row {
        server: "jetty",
        start: "java -XX:TieredStopAtLevel=1 -Djava.security.properties={folder}/security \
                -jar /usr/share/jetty9/start.jar jetty.home=/usr/share/jetty9 jetty.base={folder}",
        files: &[
            ("security", "{more}"),
            (
                "start.ini",
                "
                --module=https
                jetty.ssl.host=127.0.0.1
                jetty.ssl.port={port}
                jetty.sslContext.keyStoreAbsolutePath={folder}/site.p12
                jetty.sslContext.keyStorePassword=changeit
                jetty.sslContext.keyManagerPassword=changeit
                jetty.sslContext.trustStoreAbsolutePath={folder}/site.p12
                jetty.sslContext.trustStorePassword=changeit
                etc/tls.xml
                ",
            ),
            (
                "etc/tls.xml",
                r#"
                <?xml version="1.0"?>
                <!DOCTYPE Configure PUBLIC "-//Jetty//Configure//EN" "https://www.eclipse.org/jetty/configure_9_3.dtd">
                <Configure id="sslContextFactory" class="org.eclipse.jetty.util.ssl.SslContextFactory$Server">
                {tls}
                </Configure>
                "#,
            ),
        ],
        prepare: keystore,
        cells: [
            ("", "..YY"),
            (concat!(set!("ExcludeProtocols"), set!("IncludeProtocols" "TLSv1" "TLSv1.1" "TLSv1.2"),), "..Y."),
            (
                concat!(set!("ExcludeProtocols"), set!("IncludeProtocols" "TLSv1" "TLSv1.1" "TLSv1.2" "TLSv1.3"),),
                "..YY",
            ),
            (
                concat!(
                    set!("ExcludeProtocols"),
                    set!("ExcludeCipherSuites"),
                    set!("IncludeProtocols" "TLSv1" "TLSv1.1" "TLSv1.2" "TLSv1.3"),
                ),
                "YYYY",
            ),
        ],
        more: SECURITY,
        ..ROW
    },
    NODEJS,
    Row {
        // Up to 16 such a list switched TLS 1.3 off.
        server: "nodejs without a suite of TLS 1.3",
        cells: [
            ("ciphers: 'ECDHE-RSA-AES128-GCM-SHA256'", "..YY"),
            ("ciphers: '{article}'", "..YY"),
            ("maxVersion: 'TLSv1.3', ciphers: '{article}'", "..YY"),
            ("minVersion: 'TLSv1', maxVersion: 'TLSv1.3', ciphers: '{legacy}'", "YYYY"),
        ],
        ..NODEJS
    },
    Row {
        server: "go",
        start: "sh start.sh {wheels}/go/bin/go",
        files: &[
            ("start.sh", "$1 build -o site . && exec ./site"),
            ("go.mod", "module site\n\ngo 1.27"),
            (
                "main.go",
                r#"
                package main

                import ("crypto/tls"; "log"; "net/http")

                func main() {
                    config := &tls.Config{{tls}}
                    server := &http.Server{Addr: "127.0.0.1:{port}", TLSConfig: config}
                    log.Fatal(server.ListenAndServeTLS("{cert}", "{key}"))
                }
                "#,
            ),
        ],
        prepare: library,
        cells: [
            ("", "..YY"),
            ("MinVersion: tls.VersionTLS10, MaxVersion: tls.VersionTLS12", "YYY."),
            ("MinVersion: tls.VersionTLS10, MaxVersion: tls.VersionTLS13", "YYYY"),
            (
                "MinVersion: tls.VersionTLS10, CipherSuites: []uint16{
                    tls.TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256, tls.TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA}",
                "YYYY",
            ),
        ],
        ..ROW
    },
    Row {
        server: "python",
        start: "/usr/bin/python3 {folder}/main.py",
        files: &[(
            "main.py",
            "
            import http.server, ssl
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain('{cert}', '{key}')
            {tls}
            server = http.server.ThreadingHTTPServer(('127.0.0.1', {port}), http.server.SimpleHTTPRequestHandler)
            server.socket = context.wrap_socket(server.socket, server_side=True)
            server.serve_forever()
            ",
        )],
        cells: [
            ("", "..YY"),
            (
                concat!(
                    "context.minimum_version = ssl.TLSVersion.TLSv1\n",
                    "context.maximum_version = ssl.TLSVersion.TLSv1_2\n",
                    "context.set_ciphers('{article}')",
                ),
                "..Y.",
            ),
            ("context.minimum_version = ssl.TLSVersion.TLSv1", "..YY"),
            ("context.minimum_version = ssl.TLSVersion.TLSv1; context.set_ciphers('{legacy}')", "YYYY"),
        ],
        ..ROW
    },
];
