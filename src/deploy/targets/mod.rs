//! The servers: what each version of them can do, and how a plan is written for them. One file a server; what one can be
//! like is in `target`.

mod aliyun;
mod apache;
mod apparmor;
mod aws;
mod caddy;
mod caddy_json;
mod cloudflare;
mod compose;
mod coturn;
mod dovecot;
mod emqx;
mod envoy;
mod exim;
mod gateway_api;
mod go;
mod gunicorn;
mod h2o;
mod haproxy;
mod hitch;
mod huawei;
mod iis;
mod java;
mod jetty;
mod kestrel;
mod kubernetes;
mod lighttpd;
mod litespeed;
mod low_ports;
mod mosquitto;
mod mysql;
mod nginx;
mod nginx_like;
mod nodejs;
mod openldap;
mod openlitespeed;
mod oracle_http;
mod packages;
mod php_fpm;
mod policy;
mod postfix;
mod postgresql;
mod proftpd;
mod prosody;
mod rabbitmq;
mod redis;
mod remark;
mod selinux;
mod spring_boot;
mod squid;
mod stunnel;
mod target;
mod tencent;
mod tomcat;
mod traefik;
mod unit;
mod uvicorn;
mod varnish;
mod vsftpd;
mod wildfly;

pub use policy::Policy;
use target::{ALWAYS, EVERY_PROTOCOL, PLATFORM, USUAL};
pub use target::{Judge, Library, Quirk, Reach, Target};

/// Every server, in the order in which they are offered.
pub static TARGETS: &[&Target] = &[
    // Web
    &nginx::NGINX,
    &nginx_like::OPENRESTY,
    &nginx_like::TENGINE,
    &nginx_like::BAOTA,
    &apache::APACHE,
    &oracle_http::ORACLE_HTTP,
    &caddy::CADDY,
    &caddy_json::CADDY_JSON,
    &traefik::TRAEFIK,
    &envoy::ENVOY,
    &haproxy::HAPROXY,
    &lighttpd::LIGHTTPD,
    &h2o::H2O,
    &hitch::HITCH,
    &varnish::VARNISH,
    &squid::SQUID,
    &iis::IIS,
    &openlitespeed::OPENLITESPEED,
    &litespeed::LITESPEED,
    // Applications
    &nodejs::NODEJS,
    &go::GO,
    &uvicorn::UVICORN,
    &gunicorn::GUNICORN,
    &php_fpm::PHP_FPM,
    &tomcat::TOMCAT,
    &jetty::JETTY,
    &spring_boot::SPRING_BOOT,
    &wildfly::WILDFLY,
    &kestrel::KESTREL,
    // Data, mail and other services
    &postfix::POSTFIX,
    &exim::EXIM,
    &exim::EXIM_GNUTLS,
    &dovecot::DOVECOT,
    &postgresql::POSTGRESQL,
    &mysql::MYSQL,
    &mysql::MARIADB,
    &redis::REDIS,
    &mosquitto::MOSQUITTO,
    &rabbitmq::RABBITMQ,
    &emqx::EMQX,
    &proftpd::PROFTPD,
    &vsftpd::VSFTPD,
    &openldap::OPENLDAP,
    &openldap::OPENLDAP_GNUTLS,
    &prosody::PROSODY,
    &coturn::COTURN,
    &stunnel::STUNNEL,
    // Platforms
    &kubernetes::KUBERNETES,
    &gateway_api::GATEWAY_API,
    &compose::COMPOSE_NGINX,
    &compose::COMPOSE_CADDY,
    &aws::alb::AWS_ALB,
    &aws::alb::AWS_NLB,
    &aws::elb::AWS_ELB,
    &aws::cloudfront::AWS_CLOUDFRONT,
    &tencent::TENCENT_SSL,
    &tencent::TENCENT_CLB,
    &tencent::TENCENT_CDN,
    &aliyun::ALIYUN_CAS,
    &aliyun::ALIYUN_SLB,
    &aliyun::ALIYUN_CDN,
    &huawei::HUAWEI_CLOUD,
    &cloudflare::CLOUDFLARE,
];

/// The server of an identifier.
pub fn find(id: &str) -> Option<&'static Target> {
    TARGETS.iter().copied().find(|target| target.id == id)
}
