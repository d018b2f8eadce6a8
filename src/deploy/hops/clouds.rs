//! What the owners of CDNs and load balancers say of TLS, each with the page that says so. Pages were read on 2026-11-22
//! as copies; the day behind a source is the one that the page shows.

use crate::report::{Cloud, FileFormat, HopKind};
use crate::text::{Pair, hops as words};

/// What is known of a place.
#[derive(Debug)]
pub struct Facts {
    /// The formats that its form takes.
    pub files: &'static [FileFormat],
    /// What its owner says.
    pub known: &'static [Pair],
    /// Where.
    pub sources: &'static [&'static str],
}

/// The full chain and the key, as every server takes them.
const USUAL: Facts = Facts { files: &[FileFormat::Pem, FileFormat::Pkcs8], known: &[], sources: &[] };

/// Rows of clouds and kinds; what has no row is as usual. The formats are those of `export`, which cite their forms.
const TABLE: &[(Cloud, HopKind, Facts)] = &[
    (
        Cloud::Tencent,
        HopKind::Cdn,
        Facts {
            files: &[FileFormat::Tencent],
            known: &[words::TENCENT_CDN],
            sources: &[
                "https://cloud.tencent.com/document/product/228/41334", // 2021-06-16
                "https://www.tencentcloud.com/document/product/228/49403", // 2024-12-30
            ],
        },
    ),
    (
        Cloud::Tencent,
        HopKind::LoadBalancer,
        Facts {
            files: &[FileFormat::Tencent],
            known: &[words::TENCENT_BALANCER],
            sources: &[
                "https://www.tencentcloud.com/document/product/214/38450", // 2024-01-04
                "https://www.tencentcloud.com/document/product/214/32519", // 2025-08-15
            ],
        },
    ),
    (
        Cloud::Alibaba,
        HopKind::Cdn,
        Facts {
            files: &[FileFormat::Alibaba],
            known: &[words::ALIBABA_CDN],
            sources: &[
                "https://www.alibabacloud.com/help/en/cdn/user-guide/common-name-whitelist",
                "https://www.alibabacloud.com/help/en/cdn/user-guide/configure-sni",
            ],
        },
    ),
    (
        Cloud::Alibaba,
        HopKind::LoadBalancer,
        Facts {
            files: &[FileFormat::Alibaba],
            known: &[words::ALIBABA_BALANCER],
            sources: &["https://help.aliyun.com/en/slb/classic-load-balancer/user-guide/add-an-https-listener-1"],
        },
    ),
    (
        Cloud::Huawei,
        HopKind::Cdn,
        Facts {
            files: &[FileFormat::Huawei],
            known: &[words::HUAWEI_CDN],
            sources: &["https://support.huaweicloud.com/intl/en-us/usermanual-cdn/cdn_01_0258.html"], // 2025-07-21
        },
    ),
    (Cloud::Huawei, HopKind::LoadBalancer, Facts { files: &[FileFormat::Huawei], known: &[], sources: &[] }),
    (
        Cloud::Aws,
        HopKind::Cdn,
        Facts {
            files: &[FileFormat::Aws],
            known: &[words::AWS_CDN],
            sources: &[
                "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cnames-and-https-procedures.html",
            ],
        },
    ),
    (
        Cloud::Aws,
        HopKind::LoadBalancer,
        Facts {
            files: &[FileFormat::Aws],
            known: &[words::AWS_BALANCER],
            sources: &[
                "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/create-https-listener.html",
            ],
        },
    ),
    (
        Cloud::Cloudflare,
        HopKind::Cdn,
        Facts {
            files: USUAL.files,
            known: &[words::CLOUDFLARE_CDN],
            sources: &[
                "https://developers.cloudflare.com/ssl/origin-configuration/ssl-modes/full-strict/",
                "https://developers.cloudflare.com/api/resources/zones/subresources/settings/",
            ],
        },
    ),
];

/// What is known of a kind of place in a cloud.
pub fn facts(cloud: Cloud, kind: HopKind) -> &'static Facts {
    let row = TABLE.iter().find(|(of, what, _)| *of == cloud && *what == kind);
    row.map_or(&USUAL, |(.., facts)| facts)
}
