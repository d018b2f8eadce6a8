//! Databases and other services.

use super::*;

fn postgres(folder: &Path) {
    let versions = std::fs::read_dir("/usr/lib/postgresql").expect("run scripts/setup.sh servers");
    let newest = versions.flatten().map(|version| version.path().join("bin")).max().expect("a version");
    std::os::unix::fs::symlink(newest, folder.join("bin")).expect("linked");
    run(folder, "chmod", &["600", "privkey.pem"]);
    give_to("postgres", folder);
    let path = |name: &str| folder.join(name).to_str().expect("a plain path").to_owned();
    let (initdb, data) = (path("bin/initdb"), path("data"));
    let who = ["--reuid=postgres", "--regid=postgres", "--clear-groups"];
    run(folder, "setpriv", &[&who[..], &[&initdb, "--no-sync", "--auth=trust", "-D", &data]].concat());
}

fn mariadb(folder: &Path) {
    let data = format!("--datadir={}/data", folder.display());
    run(folder, "mariadb-install-db", &["--no-defaults", &data, "--user=root", "--skip-test-db"]);
}

/// One row a server.
pub static ROWS: &[Row] = &[
    Row {
        server: "mariadb",
        start: "mariadbd --defaults-file={folder}/main.cnf",
        files: &[(
            "main.cnf",
            "
            [mariadbd]
            user=root
            datadir={folder}/data
            socket={folder}/socket
            pid-file={folder}/pid
            bind-address=127.0.0.1
            port={port}
            ssl-cert={cert}
            ssl-key={key}
            {tls}
            ",
        )],
        prepare: mariadb,
        cells: [
            ("", "..YY"),
            ("tls_version=TLSv1.0,TLSv1.1,TLSv1.2\nssl-cipher={article}", "..Y."),
            ("tls_version=TLSv1.0,TLSv1.1,TLSv1.2,TLSv1.3", "..YY"),
            ("tls_version=TLSv1.0,TLSv1.1,TLSv1.2,TLSv1.3\nssl-cipher={legacy}", "YYYY"),
        ],
        reach: Reach::StartTls("mysql", 3306),
        ..ROW
    },
    Row {
        server: "postgresql",
        start: "setpriv --reuid=postgres --regid=postgres --clear-groups {folder}/bin/postgres \
                -D {folder}/data -c config_file={folder}/main.conf",
        files: &[(
            "main.conf",
            "
            hba_file='{folder}/data/pg_hba.conf'
            ident_file='{folder}/data/pg_ident.conf'
            listen_addresses='127.0.0.1'
            port={port}
            unix_socket_directories=''
            ssl=on
            ssl_cert_file='{cert}'
            ssl_key_file='{key}'
            {tls}
            ",
        )],
        prepare: postgres,
        cells: [
            ("", "..YY"),
            ("ssl_min_protocol_version='TLSv1'\nssl_max_protocol_version='TLSv1.2'\nssl_ciphers='{article}'", "..Y."),
            ("ssl_min_protocol_version='TLSv1'", "..YY"),
            ("ssl_min_protocol_version='TLSv1'\nssl_ciphers='{legacy}'", "YYYY"),
        ],
        reach: Reach::StartTls("postgres", 5432),
        ..ROW
    },
    Row {
        server: "redis",
        start: "redis-server {folder}/main.conf",
        files: &[(
            "main.conf",
            r#"
            bind 127.0.0.1
            port 0
            tls-port {port}
            tls-cert-file {cert}
            tls-key-file {key}
            tls-auth-clients no
            save ""
            dir {folder}
            {tls}
            "#,
        )],
        cells: [
            ("", "..YY"),
            ("tls-protocols \"TLSv1 TLSv1.1 TLSv1.2\"\ntls-ciphers {article}", "..Y."),
            ("tls-protocols \"TLSv1 TLSv1.1 TLSv1.2 TLSv1.3\"", "..YY"),
            ("tls-protocols \"TLSv1 TLSv1.1 TLSv1.2 TLSv1.3\"\ntls-ciphers {legacy}", "YYYY"),
        ],
        reach: Reach::Tls(6379),
        ..ROW
    },
    Row {
        server: "stunnel",
        start: "stunnel4 {folder}/main.conf",
        files: &[(
            "main.conf",
            "
            foreground = yes
            syslog = no
            pid =
            [site]
            accept = 127.0.0.1:{port}
            connect = 127.0.0.1:{behind}
            cert = {cert}
            key = {key}
            {tls}
            ",
        )],
        cells: [
            ("", "..YY"),
            ("sslVersionMin = TLSv1\nsslVersionMax = TLSv1.2\nciphers = {article}", "..Y."),
            ("sslVersionMin = TLSv1\nsslVersionMax = TLSv1.3", "..YY"),
            ("sslVersionMin = TLSv1\nsslVersionMax = TLSv1.3\nciphers = {legacy}", "YYYY"),
        ],
        reach: Reach::Tls(443),
        ..ROW
    },
    Row {
        server: "proftpd",
        start: "proftpd -n -c {folder}/main.conf",
        files: &[(
            "main.conf",
            "
            ServerType standalone
            ServerName site.test
            DefaultAddress 127.0.0.1
            Port {port}
            UseIPv6 off
            UseReverseDNS off
            User nobody
            Group nogroup
            PidFile {folder}/pid
            ScoreboardFile {folder}/scoreboard
            DelayEngine off
            WtmpLog off
            ModulePath /usr/lib/proftpd
            LoadModule mod_tls.c
            TLSEngine on
            TLSRSACertificateFile {cert}
            TLSRSACertificateKeyFile {key}
            {tls}
            ",
        )],
        cells: [
            ("", "..YY"),
            ("TLSProtocol TLSv1 TLSv1.1 TLSv1.2\nTLSCipherSuite {article}", "..Y."),
            ("TLSProtocol TLSv1 TLSv1.1 TLSv1.2 TLSv1.3", "..YY"),
            ("TLSProtocol TLSv1 TLSv1.1 TLSv1.2 TLSv1.3\nTLSCipherSuite {legacy}", "YYYY"),
        ],
        reach: Reach::StartTls("ftp", 21),
        ..ROW
    },
    Row {
        server: "vsftpd",
        start: "{unpacked}/vsftpd/usr/sbin/vsftpd {folder}/main.conf",
        files: &[(
            "main.conf",
            "
            listen=YES
            listen_address=127.0.0.1
            listen_port={port}
            background=NO
            secure_chroot_dir={folder}/empty
            ssl_enable=YES
            rsa_cert_file={cert}
            rsa_private_key_file={key}
            {tls}
            ",
        )],
        prepare: folders,
        cells: [
            ("", "..YY"),
            ("ssl_tlsv1=YES\nssl_ciphers={article}", "..YY"),
            ("ssl_tlsv1=YES", "..YY"),
            ("ssl_tlsv1=YES\nssl_ciphers={legacy}", "YYYY"),
        ],
        reach: Reach::StartTls("ftp", 21),
        ..ROW
    },
    Row {
        server: "slapd",
        start: "slapd -d 0 -f {folder}/main.conf -h ldaps://127.0.0.1:{port}/",
        files: &[(
            "main.conf",
            "
            include /etc/ldap/schema/core.schema
            pidfile {folder}/pid
            argsfile {folder}/args
            TLSCertificateFile {cert}
            TLSCertificateKeyFile {key}
            {tls}
            ",
        )],
        cells: [
            ("", "YYYY"),
            ("TLSCipherSuite NORMAL:-VERS-ALL:+VERS-TLS1.2:+VERS-TLS1.1:+VERS-TLS1.0", "YYY."),
            ("TLSCipherSuite NORMAL:+VERS-TLS1.1:+VERS-TLS1.0", "YYYY"),
            ("TLSCipherSuite NORMAL:+VERS-TLS1.1:+VERS-TLS1.0", "YYYY"),
        ],
        reach: Reach::Tls(636),
        ..ROW
    },
    Row {
        server: "prosody",
        start: "prosody --config {folder}/main.lua -F",
        files: &[(
            "main.lua",
            r#"
            run_as_root = true
            pidfile = "{folder}/pid"
            data_path = "{folder}/data"
            log = { { levels = { min = "info" }, to = "file", filename = "{folder}/error.log" } }
            interfaces = { "127.0.0.1" }
            c2s_ports = { {port} }
            s2s_ports = {}
            modules_enabled = { "tls" }
            modules_disabled = { "s2s" }
            ssl = { certificate = "{cert}"; key = "{key}"; {tls} }
            VirtualHost "site.test"
            "#,
        )],
        prepare: folders,
        // There is a minimum, and no maximum.
        cells: [
            ("", "..YY"),
            (r#"protocol = "tlsv1+"; ciphers = "{article}""#, "..YY"),
            (r#"protocol = "tlsv1+""#, "..YY"),
            (r#"protocol = "tlsv1+"; ciphers = "{legacy}""#, "YYYY"),
        ],
        reach: Reach::StartTls("xmpp", 5222),
        ..ROW
    },
    Row {
        server: "mosquitto",
        start: "mosquitto -c {folder}/main.conf",
        files: &[(
            "main.conf",
            "
            user root
            listener {port} 127.0.0.1
            allow_anonymous true
            certfile {cert}
            keyfile {key}
            {tls}
            ",
        )],
        cells: [
            ("", "..YY"),
            ("tls_version tlsv1\nciphers {article}", REFUSED),
            ("tls_version tlsv1", REFUSED),
            ("tls_version tlsv1\nciphers {legacy}", REFUSED),
        ],
        reach: Reach::Tls(8883),
        ..ROW
    },
    Row {
        server: "coturn",
        start: "turnserver -c {folder}/main.conf",
        files: &[(
            "main.conf",
            "
            listening-ip=127.0.0.1
            relay-ip=127.0.0.1
            listening-port={other}
            tls-listening-port={port}
            no-udp
            no-dtls
            no-cli
            no-auth
            cert={cert}
            pkey={key}
            log-file=stdout
            pidfile={folder}/pid
            userdb={folder}/users
            {tls}
            ",
        )],
        // What is not switched off is on.
        cells: [
            ("", "..Y."),
            ("cipher-list=\"{article}\"", "..Y."),
            ("", "..Y."),
            ("cipher-list=\"{legacy}\"", "YYY."),
        ],
        reach: Reach::Tls(5349),
        ..ROW
    },
];
