//! Names of servers where Chinese has its own.

use super::Lang;

/// The products that Chinese consoles call by a Chinese name; every other server has one name everywhere.
const CHINESE: &[(&str, &str)] = &[
    ("baota", "宝塔面板"),
    ("tencent-ssl", "腾讯云 SSL 证书"),
    ("tencent-clb", "腾讯云负载均衡 CLB"),
    ("tencent-cdn", "腾讯云 CDN"),
    ("aliyun-cas", "阿里云数字证书管理服务"),
    ("aliyun-slb", "阿里云负载均衡 CLB（原 SLB）"),
    ("aliyun-cdn", "阿里云 CDN"),
    ("huawei-cloud", "华为云弹性负载均衡 ELB"),
];

/// What a server is called, by its identifier and the name that it has everywhere.
pub fn target_title<'a>(id: &str, title: &'a str, lang: Lang) -> &'a str {
    let own = CHINESE.iter().find(|(known, _)| lang == Lang::Zh && *known == id);
    own.map_or(title, |(_, title)| title)
}
