//! Databases, mail and other services.

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

fn postfix(folder: &Path) {
    std::fs::create_dir_all(folder.join("queue")).expect("a folder");
    std::fs::create_dir_all(folder.join("data")).expect("a folder");
    give_to("postfix", &folder.join("data"));
}

fn folders(folder: &Path) {
    for name in ["run", "spool", "empty", "data"] {
        std::fs::create_dir_all(folder.join(name)).expect("a folder");
    }
}

/// One row a server.
pub static ROWS: &[Row] = &[
    Row {
        server: "mariadb",
        start: &["mariadbd", "--defaults-file={folder}/main.cnf"],
        files: &[(
            "main.cnf",
            "[mariadbd]\nuser=root\ndatadir={folder}/data\nsocket={folder}/socket\npid-file={folder}/pid\nbind-address=127.0.0.1\nport={port}\nssl-cert={cert}\nssl-key={key}\n{tls}\n",
        )],
        prepare: mariadb,
        settings: [
            &[],
            &[("tls", "tls_version=TLSv1.0,TLSv1.1,TLSv1.2\nssl-cipher={article}")],
            &[("tls", "tls_version=TLSv1.0,TLSv1.1,TLSv1.2,TLSv1.3")],
            &[("tls", "tls_version=TLSv1.0,TLSv1.1,TLSv1.2,TLSv1.3\nssl-cipher={legacy}")],
        ],
        cells: ["..YY", "..Y.", "..YY", "YYYY"],
        reach: Reach::StartTls("mysql", 3306),
    },
    Row {
        server: "postgresql",
        start: &[
            "setpriv",
            "--reuid=postgres",
            "--regid=postgres",
            "--clear-groups",
            "{folder}/bin/postgres",
            "-D",
            "{folder}/data",
            "-c",
            "config_file={folder}/main.conf",
        ],
        files: &[(
            "main.conf",
            "hba_file='{folder}/data/pg_hba.conf'\nident_file='{folder}/data/pg_ident.conf'\nlisten_addresses='127.0.0.1'\nport={port}\nunix_socket_directories=''\nssl=on\nssl_cert_file='{cert}'\nssl_key_file='{key}'\n{tls}\n",
        )],
        prepare: postgres,
        settings: [
            &[],
            &[("tls", "ssl_min_protocol_version='TLSv1'\nssl_max_protocol_version='TLSv1.2'\nssl_ciphers='{article}'")],
            &[("tls", "ssl_min_protocol_version='TLSv1'")],
            &[("tls", "ssl_min_protocol_version='TLSv1'\nssl_ciphers='{legacy}'")],
        ],
        cells: ["..YY", "..Y.", "..YY", "YYYY"],
        reach: Reach::StartTls("postgres", 5432),
    },
    Row {
        server: "redis",
        start: &["redis-server", "{folder}/main.conf"],
        files: &[(
            "main.conf",
            "bind 127.0.0.1\nport 0\ntls-port {port}\ntls-cert-file {cert}\ntls-key-file {key}\ntls-auth-clients no\nsave \"\"\ndir {folder}\n{tls}\n",
        )],
        settings: [
            &[],
            &[("tls", "tls-protocols \"TLSv1 TLSv1.1 TLSv1.2\"\ntls-ciphers {article}")],
            &[("tls", "tls-protocols \"TLSv1 TLSv1.1 TLSv1.2 TLSv1.3\"")],
            &[("tls", "tls-protocols \"TLSv1 TLSv1.1 TLSv1.2 TLSv1.3\"\ntls-ciphers {legacy}")],
        ],
        cells: ["..YY", "..Y.", "..YY", "YYYY"],
        reach: Reach::Tls(6379),
        ..ROW
    },
    Row {
        server: "stunnel",
        start: &["stunnel4", "{folder}/main.conf"],
        files: &[(
            "main.conf",
            "foreground = yes\nsyslog = no\npid =\n[site]\naccept = 127.0.0.1:{port}\nconnect = 127.0.0.1:{behind}\ncert = {cert}\nkey = {key}\n{tls}\n",
        )],
        settings: [
            &[],
            &[("tls", "sslVersionMin = TLSv1\nsslVersionMax = TLSv1.2\nciphers = {article}")],
            &[("tls", "sslVersionMin = TLSv1\nsslVersionMax = TLSv1.3")],
            &[("tls", "sslVersionMin = TLSv1\nsslVersionMax = TLSv1.3\nciphers = {legacy}")],
        ],
        cells: ["..YY", "..Y.", "..YY", "YYYY"],
        reach: Reach::Tls(443),
        ..ROW
    },
    Row {
        server: "proftpd",
        start: &["proftpd", "-n", "-c", "{folder}/main.conf"],
        files: &[(
            "main.conf",
            "ServerType standalone\nServerName site.test\nDefaultAddress 127.0.0.1\nPort {port}\nUseIPv6 off\nUseReverseDNS off\nUser nobody\nGroup nogroup\nPidFile {folder}/pid\nScoreboardFile {folder}/scoreboard\nDelayEngine off\nWtmpLog off\nModulePath /usr/lib/proftpd\nLoadModule mod_tls.c\nTLSEngine on\nTLSRSACertificateFile {cert}\nTLSRSACertificateKeyFile {key}\n{tls}\n",
        )],
        settings: [
            &[],
            &[("tls", "TLSProtocol TLSv1 TLSv1.1 TLSv1.2\nTLSCipherSuite {article}")],
            &[("tls", "TLSProtocol TLSv1 TLSv1.1 TLSv1.2 TLSv1.3")],
            &[("tls", "TLSProtocol TLSv1 TLSv1.1 TLSv1.2 TLSv1.3\nTLSCipherSuite {legacy}")],
        ],
        cells: ["..YY", "..Y.", "..YY", "YYYY"],
        reach: Reach::StartTls("ftp", 21),
        ..ROW
    },
    Row {
        server: "vsftpd",
        start: &["{unpacked}/vsftpd/usr/sbin/vsftpd", "{folder}/main.conf"],
        files: &[(
            "main.conf",
            "listen=YES\nlisten_address=127.0.0.1\nlisten_port={port}\nbackground=NO\nsecure_chroot_dir={folder}/empty\nssl_enable=YES\nrsa_cert_file={cert}\nrsa_private_key_file={key}\n{tls}\n",
        )],
        prepare: folders,
        settings: [
            &[],
            &[("tls", "ssl_tlsv1=YES\nssl_ciphers={article}")],
            &[("tls", "ssl_tlsv1=YES")],
            &[("tls", "ssl_tlsv1=YES\nssl_ciphers={legacy}")],
        ],
        cells: ["..YY", "..YY", "..YY", "YYYY"],
        reach: Reach::StartTls("ftp", 21),
    },
    Row {
        server: "postfix",
        // As its own script does it, but in the group of who starts it.
        start: &[
            "sh",
            "-c",
            "[ -e queue/pid ] || postfix -c {folder} check; exec /usr/lib/postfix/sbin/master -c {folder} -d",
        ],
        files: &[
            (
                "main.cf",
                "compatibility_level = 3.6\nqueue_directory = {folder}/queue\ndata_directory = {folder}/data\ncommand_directory = /usr/sbin\ndaemon_directory = /usr/lib/postfix/sbin\nmail_owner = postfix\nsetgid_group = postdrop\ninet_interfaces = 127.0.0.1\nmyhostname = site.test\nmaillog_file = {folder}/error.log\nmaillog_file_prefixes = /\nsmtpd_tls_security_level = may\nsmtpd_tls_chain_files = {key}, {cert}\n{tls}\n",
            ),
            (
                "master.cf",
                "{port} inet n - n - - smtpd\ntlsmgr unix - - n 1000? 1 tlsmgr\nproxymap unix - - n - - proxymap\nrewrite unix - - n - - trivial-rewrite\ncleanup unix n - n - 0 cleanup\nanvil unix - - n - 1 anvil\npostlog unix-dgram n - n - 1 postlogd\n",
            ),
        ],
        prepare: postfix,
        settings: [
            &[],
            &[("tls", "smtpd_tls_protocols = TLSv1, TLSv1.1, TLSv1.2")],
            &[("tls", "smtpd_tls_protocols = TLSv1, TLSv1.1, TLSv1.2, TLSv1.3")],
            &[("tls", "smtpd_tls_protocols = >=TLSv1")],
        ],
        // It lowers the security level by itself: the default is open.
        cells: ["YYYY", "YYY.", "YYYY", "YYYY"],
        reach: Reach::StartTls("smtp", 25),
    },
    Row {
        server: "exim",
        start: &["{unpacked}/exim4-daemon-heavy/usr/sbin/exim4", "-C", "{folder}/main.conf", "-bdf"],
        files: &[(
            "main.conf",
            "daemon_smtp_ports = {port}\nlocal_interfaces = 127.0.0.1\nprimary_hostname = site.test\nspool_directory = {folder}/spool\nlog_file_path = {folder}/spool/%slog\npid_file_path = {folder}/spool/pid\ntls_advertise_hosts = *\ntls_certificate = {cert}\ntls_privatekey = {key}\n{tls}\n",
        )],
        prepare: |folder| {
            folders(folder);
            give_to("Debian-exim", &folder.join("spool"));
        },
        settings: [
            &[],
            &[("tls", "tls_require_ciphers = NORMAL:-VERS-ALL:+VERS-TLS1.2:+VERS-TLS1.1:+VERS-TLS1.0")],
            &[("tls", "tls_require_ciphers = NORMAL:+VERS-TLS1.1:+VERS-TLS1.0")],
            &[("tls", "tls_require_ciphers = NORMAL:+VERS-TLS1.1:+VERS-TLS1.0")],
        ],
        // Debian's is linked with GnuTLS, whose usual set has the old versions.
        cells: ["YYYY", "YYY.", "YYYY", "YYYY"],
        reach: Reach::StartTls("smtp", 25),
    },
    Row {
        server: "slapd",
        start: &["slapd", "-d", "0", "-f", "{folder}/main.conf", "-h", "ldaps://127.0.0.1:{port}/"],
        files: &[(
            "main.conf",
            "include /etc/ldap/schema/core.schema\npidfile {folder}/pid\nargsfile {folder}/args\nTLSCertificateFile {cert}\nTLSCertificateKeyFile {key}\n{tls}\n",
        )],
        settings: [
            &[],
            &[("tls", "TLSCipherSuite NORMAL:-VERS-ALL:+VERS-TLS1.2:+VERS-TLS1.1:+VERS-TLS1.0")],
            &[("tls", "TLSCipherSuite NORMAL:+VERS-TLS1.1:+VERS-TLS1.0")],
            &[("tls", "TLSCipherSuite NORMAL:+VERS-TLS1.1:+VERS-TLS1.0")],
        ],
        cells: ["YYYY", "YYY.", "YYYY", "YYYY"],
        reach: Reach::Tls(636),
        ..ROW
    },
    Row {
        server: "dovecot",
        start: &["dovecot", "-F", "-c", "{folder}/main.conf"],
        files: &[(
            "main.conf",
            "protocols = imap\nlisten = 127.0.0.1\nbase_dir = {folder}/run\nstate_dir = {folder}/data\nlog_path = {folder}/error.log\nssl = required\nssl_cert = <{cert}\nssl_key = <{key}\npassdb {\n driver = static\n args = nopassword=y\n}\nuserdb {\n driver = static\n args = uid=1000 gid=1000 home=/tmp\n}\nservice imap-login {\n chroot =\n inet_listener imap {\n  port = 0\n }\n inet_listener imaps {\n  port = {port}\n  ssl = yes\n }\n}\n{tls}\n",
        )],
        prepare: folders,
        settings: [
            &[],
            // There is a minimum, and no maximum.
            &[("tls", "ssl_min_protocol = TLSv1\nssl_cipher_list = {article}")],
            &[("tls", "ssl_min_protocol = TLSv1")],
            &[("tls", "ssl_min_protocol = TLSv1\nssl_cipher_list = {legacy}")],
        ],
        cells: ["..YY", "..YY", "..YY", "YYYY"],
        reach: Reach::Tls(993),
    },
    Row {
        server: "prosody",
        start: &["prosody", "--config", "{folder}/main.lua", "-F"],
        files: &[(
            "main.lua",
            "run_as_root = true\npidfile = \"{folder}/pid\"\ndata_path = \"{folder}/data\"\nlog = { { levels = { min = \"info\" }, to = \"file\", filename = \"{folder}/error.log\" } }\ninterfaces = { \"127.0.0.1\" }\nc2s_ports = { {port} }\ns2s_ports = {}\nmodules_enabled = { \"tls\" }\nmodules_disabled = { \"s2s\" }\nssl = { certificate = \"{cert}\"; key = \"{key}\"; {tls} }\nVirtualHost \"site.test\"\n",
        )],
        prepare: folders,
        settings: [
            &[],
            // There is a minimum, and no maximum.
            &[("tls", "protocol = \"tlsv1+\"; ciphers = \"{article}\"")],
            &[("tls", "protocol = \"tlsv1+\"")],
            &[("tls", "protocol = \"tlsv1+\"; ciphers = \"{legacy}\"")],
        ],
        cells: ["..YY", "..YY", "..YY", "YYYY"],
        reach: Reach::StartTls("xmpp", 5222),
    },
    Row {
        server: "mosquitto",
        start: &["mosquitto", "-c", "{folder}/main.conf"],
        files: &[(
            "main.conf",
            "user root\nlistener {port} 127.0.0.1\nallow_anonymous true\ncertfile {cert}\nkeyfile {key}\n{tls}\n",
        )],
        settings: [
            &[],
            &[("tls", "tls_version tlsv1\nciphers {article}")],
            &[("tls", "tls_version tlsv1")],
            &[("tls", "tls_version tlsv1\nciphers {legacy}")],
        ],
        cells: ["..YY", REFUSED, REFUSED, REFUSED],
        reach: Reach::Tls(8883),
        ..ROW
    },
    Row {
        server: "coturn",
        start: &["turnserver", "-c", "{folder}/main.conf"],
        files: &[(
            "main.conf",
            "listening-ip=127.0.0.1\nrelay-ip=127.0.0.1\nlistening-port={other}\ntls-listening-port={port}\nno-udp\nno-dtls\nno-cli\nno-auth\ncert={cert}\npkey={key}\nlog-file=stdout\npidfile={folder}/pid\nuserdb={folder}/users\nuserdb={folder}/users\n{tls}\n",
        )],
        settings: [
            &[],
            // What is not switched off is on.
            &[("tls", "cipher-list=\"{article}\"")],
            &[],
            &[("tls", "cipher-list=\"{legacy}\"")],
        ],
        cells: ["..Y.", "..Y.", "..Y.", "YYY."],
        reach: Reach::Tls(5349),
        ..ROW
    },
];
