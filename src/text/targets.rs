//! Names of servers where Chinese has its own.

use super::Lang;
use std::borrow::Cow;

/// The products that Chinese consoles call by a Chinese name; every other server has one name everywhere.
const CHINESE: &[(&str, &str)] = &[
    ("BT panel (Baota)", "宝塔面板"),
    ("Tencent Cloud SSL", "腾讯云 SSL 证书"),
    ("Tencent Cloud CLB", "腾讯云负载均衡 CLB"),
    ("Tencent Cloud CDN", "腾讯云 CDN"),
    ("Alibaba Cloud Certificate Management", "阿里云数字证书管理服务"),
    ("Alibaba Cloud CLB (SLB)", "阿里云传统型负载均衡 CLB（原 SLB）"),
    ("Alibaba Cloud CDN", "阿里云 CDN"),
    ("Huawei Cloud ELB", "华为云弹性负载均衡 ELB（独享型）"),
];

/// What a server is called, by the name that it has everywhere; a version behind it stays.
pub fn target_title(name: &str, lang: Lang) -> Cow<'_, str> {
    let own = |(title, chinese): &(&str, &str)| Some(format!("{chinese}{}", name.strip_prefix(title)?));
    let chinese = (lang == Lang::Zh).then(|| CHINESE.iter().find_map(own)).flatten();
    chinese.map_or(Cow::Borrowed(name), Cow::Owned)
}
