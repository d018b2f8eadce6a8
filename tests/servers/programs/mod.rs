//! The servers that are run, one file each.

mod apache;
mod caddy;
mod caddy_json;
mod coturn;
mod dovecot;
mod envoy;
mod exim_gnutls;
mod go;
mod gunicorn;
mod h2o;
mod haproxy;
mod hitch;
mod jetty;
mod lighttpd;
mod mariadb;
mod mosquitto;
pub mod newer;
mod nginx;
mod nodejs;
mod openldap_gnutls;
mod php_fpm;
mod postfix;
mod postgresql;
mod proftpd;
mod prosody;
mod rabbitmq;
mod redis;
mod squid;
mod stunnel;
mod tomcat;
mod traefik;
mod uvicorn;
mod varnish;
mod vsftpd;

use crate::pki::run;
use crate::server::{Habit, Main, NO_OLD, PLAIN, PYTHONS, Program, TLS_12_13, TLS_ALL, WHEELS, is_root};
use std::path::Path;

/// Hands the modules of all programs to another macro.
macro_rules! every_program {
    ($then:ident) => {
        $then! {
            nginx
            apache
            caddy
            caddy_json
            traefik
            envoy
            nodejs
            go
            uvicorn
            gunicorn
            php_fpm
            tomcat
            jetty
            haproxy
            lighttpd
            h2o
            hitch
            varnish
            squid
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
