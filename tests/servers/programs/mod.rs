//! The servers that are run, one file each.

mod apache;
mod caddy;
mod coturn;
mod dovecot;
mod exim_gnutls;
mod mariadb;
mod mosquitto;
mod nginx;
mod openldap_gnutls;
mod postfix;
mod postgresql;
mod proftpd;
mod prosody;
mod rabbitmq;
mod redis;
mod stunnel;
mod vsftpd;

use crate::pki::run;
use crate::server::{Main, NO_OLD, NOTHING, Program, TLS_12_13, TLS_ALL, USUAL, is_root};
use std::path::Path;

/// Hands the modules of all programs to another macro.
macro_rules! every_program {
    ($then:ident) => {
        $then! {
            nginx
            apache
            caddy
            postfix
            exim_gnutls
            dovecot
            postgresql
            mariadb
            redis
            mosquitto
            rabbitmq
            proftpd
            vsftpd
            openldap_gnutls
            prosody
            coturn
            stunnel
        }
    };
}
#[allow(unused_imports, reason = "some tests run one program only")]
pub(crate) use every_program;

macro_rules! list {
    ($($module:ident)*) => { &[$(&$module::PROGRAM),*] };
}

/// Every server.
pub static PROGRAMS: &[&Program] = every_program!(list);

/// The program of a target.
pub fn of(target: &str) -> &'static Program {
    PROGRAMS.iter().copied().find(|program| program.target == target).expect("every target has a program here")
}
