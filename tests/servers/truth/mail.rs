//! Mail.

use super::*;

fn postfix(folder: &Path) {
    std::fs::create_dir_all(folder.join("queue")).expect("a folder");
    std::fs::create_dir_all(folder.join("data")).expect("a folder");
    give_to("postfix", &folder.join("data"));
}

/// One row a server.
pub static ROWS: &[Row] = &[
    Row {
        server: "postfix",
        // As its own script does it, but in the group of who starts it.
        start: "sh start.sh",
        files: &[
            (
                "start.sh",
                "
                [ -e queue/pid ] || postfix -c {folder} check
                exec /usr/lib/postfix/sbin/master -c {folder} -d
                ",
            ),
            (
                "main.cf",
                "
                compatibility_level = 3.6
                queue_directory = {folder}/queue
                data_directory = {folder}/data
                command_directory = /usr/sbin
                daemon_directory = /usr/lib/postfix/sbin
                mail_owner = postfix
                setgid_group = postdrop
                inet_interfaces = 127.0.0.1
                myhostname = site.test
                maillog_file = {folder}/error.log
                maillog_file_prefixes = /
                smtpd_tls_security_level = may
                smtpd_tls_chain_files = {key}, {cert}
                {tls}
                ",
            ),
            (
                "master.cf",
                "
                {port} inet n - n - - smtpd
                tlsmgr unix - - n 1000? 1 tlsmgr
                proxymap unix - - n - - proxymap
                rewrite unix - - n - - trivial-rewrite
                cleanup unix n - n - 0 cleanup
                anvil unix - - n - 1 anvil
                postlog unix-dgram n - n - 1 postlogd
                ",
            ),
        ],
        prepare: postfix,
        cells: [
            // It lowers the security level by itself: the default is open.
            ("", "YYYY"),
            ("smtpd_tls_protocols = TLSv1, TLSv1.1, TLSv1.2", "YYY."),
            ("smtpd_tls_protocols = TLSv1, TLSv1.1, TLSv1.2, TLSv1.3", "YYYY"),
            ("smtpd_tls_protocols = >=TLSv1", "YYYY"),
        ],
        reach: Reach::StartTls("smtp", 25),
        ..ROW
    },
    Row {
        server: "exim",
        start: "{unpacked}/exim4-daemon-heavy/usr/sbin/exim4 -C {folder}/main.conf -bdf",
        files: &[(
            "main.conf",
            "
            daemon_smtp_ports = {port}
            local_interfaces = 127.0.0.1
            primary_hostname = site.test
            spool_directory = {folder}/spool
            log_file_path = {folder}/spool/%slog
            pid_file_path = {folder}/spool/pid
            tls_advertise_hosts = *
            tls_certificate = {cert}
            tls_privatekey = {key}
            {tls}
            ",
        )],
        prepare: |folder| {
            folders(folder);
            give_to("Debian-exim", &folder.join("spool"));
        },
        cells: [
            // Debian's is linked with GnuTLS, whose usual set has the old versions.
            ("", "YYYY"),
            ("tls_require_ciphers = NORMAL:-VERS-ALL:+VERS-TLS1.2:+VERS-TLS1.1:+VERS-TLS1.0", "YYY."),
            ("tls_require_ciphers = NORMAL:+VERS-TLS1.1:+VERS-TLS1.0", "YYYY"),
            ("tls_require_ciphers = NORMAL:+VERS-TLS1.1:+VERS-TLS1.0", "YYYY"),
        ],
        reach: Reach::StartTls("smtp", 25),
        ..ROW
    },
    Row {
        server: "dovecot",
        start: "dovecot -F -c {folder}/main.conf",
        files: &[(
            "main.conf",
            "
            protocols = imap
            listen = 127.0.0.1
            base_dir = {folder}/run
            state_dir = {folder}/data
            log_path = {folder}/error.log
            ssl = required
            ssl_cert = <{cert}
            ssl_key = <{key}
            passdb {
                driver = static
                args = nopassword=y
            }
            userdb {
                driver = static
                args = uid=1000 gid=1000 home=/tmp
            }
            service imap-login {
                chroot =
                inet_listener imap {
                    port = 0
                }
                inet_listener imaps {
                    port = {port}
                    ssl = yes
                }
            }
            {tls}
            ",
        )],
        prepare: folders,
        // There is a minimum, and no maximum.
        cells: [
            ("", "..YY"),
            ("ssl_min_protocol = TLSv1\nssl_cipher_list = {article}", "..YY"),
            ("ssl_min_protocol = TLSv1", "..YY"),
            ("ssl_min_protocol = TLSv1\nssl_cipher_list = {legacy}", "YYYY"),
        ],
        reach: Reach::Tls(993),
        ..ROW
    },
];
