//! The servers that are run, one file each.

mod apache;
mod caddy;
mod caddy_json;
mod envoy;
mod go;
mod gunicorn;
#[allow(dead_code, reason = "some tests run what Debian has")]
pub mod newer;
mod nginx;
mod nodejs;
#[allow(dead_code, reason = "some tests ask for no scripts")]
pub mod php_fpm;
mod traefik;
mod uvicorn;

use crate::server::{Main, NO_OLD, NOTHING, PYTHONS, Program, USUAL, WHEELS, is_root};
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
