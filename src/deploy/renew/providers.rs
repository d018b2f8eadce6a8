//! Who writes the TXT record: what each client calls the provider, and where the credentials stand.
//!
//! lego: `lego dnshelp -c CODE` (4.9.1). acme.sh: `dnsapi/dns_ali.sh`, `dns_tencent.sh`, `dns_cf.sh` of its repository
//! (2026). certbot: its own plugin for Cloudflare, `certbot-dns-multi` 5.5.1 for the others, which has lego inside.
//! Caddy: the read-mes of github.com/caddy-dns.

use crate::deploy::syntax::{Plain, Word};
use crate::report::DnsProvider;

/// A DNS provider with an interface for programs.
#[derive(Debug)]
pub struct Provider {
    /// Which.
    pub id: DnsProvider,
    /// lego's code for it.
    pub lego: &'static str,
    /// The variables that lego reads, and those that stand in Caddy's site.
    pub lego_variables: &'static [&'static str],
    /// acme.sh's hook.
    pub acme_sh: &'static str,
    /// The variables that acme.sh reads, and keeps.
    pub acme_sh_variables: &'static [&'static str],
    /// certbot's authenticator and the option that names its file of credentials.
    pub certbot: &'static str,
    /// The package that has it.
    pub certbot_package: &'static str,
    /// That file.
    pub certbot_credentials: &'static str,
    /// The module that Caddy has to be built with.
    pub caddy_module: &'static str,
    /// What stands in Caddy's site behind `tls`: the directive's words, then the lines of its block.
    pub caddy: (&'static [Word], &'static [(&'static str, Word)]),
}

impl Provider {
    /// The environment of lego and of Caddy's modules, for a person to fill in.
    pub fn empty_variables(&self) -> String {
        self.lego_variables.iter().map(|variable| format!("{variable}=\n")).collect()
    }
}

/// The provider of a choice; none where a person writes the record.
pub fn find(id: DnsProvider) -> Option<&'static Provider> {
    PROVIDERS.iter().find(|provider| provider.id == id)
}

static PROVIDERS: [Provider; 3] = [
    Provider {
        id: DnsProvider::Alibaba,
        lego: "alidns",
        lego_variables: &["ALICLOUD_ACCESS_KEY", "ALICLOUD_SECRET_KEY"],
        acme_sh: "dns_ali",
        acme_sh_variables: &["Ali_Key", "Ali_Secret"],
        certbot: MULTI,
        certbot_package: "certbot-dns-multi",
        certbot_credentials: "dns_multi_provider = alidns\nALICLOUD_ACCESS_KEY=\nALICLOUD_SECRET_KEY=\n",
        caddy_module: "github.com/caddy-dns/alidns",
        caddy: (
            &[Plain("alidns")],
            &[
                ("access_key_id", Plain("{env.ALICLOUD_ACCESS_KEY}")),
                ("access_key_secret", Plain("{env.ALICLOUD_SECRET_KEY}")),
            ],
        ),
    },
    Provider {
        id: DnsProvider::Tencent,
        lego: "tencentcloud",
        lego_variables: &["TENCENTCLOUD_SECRET_ID", "TENCENTCLOUD_SECRET_KEY"],
        acme_sh: "dns_tencent",
        acme_sh_variables: &["Tencent_SecretId", "Tencent_SecretKey"],
        certbot: MULTI,
        certbot_package: "certbot-dns-multi",
        certbot_credentials: "dns_multi_provider = tencentcloud\nTENCENTCLOUD_SECRET_ID=\nTENCENTCLOUD_SECRET_KEY=\n",
        caddy_module: "github.com/caddy-dns/tencentcloud",
        caddy: (
            &[Plain("tencentcloud")],
            &[
                ("secret_id", Plain("{env.TENCENTCLOUD_SECRET_ID}")),
                ("secret_key", Plain("{env.TENCENTCLOUD_SECRET_KEY}")),
            ],
        ),
    },
    Provider {
        id: DnsProvider::Cloudflare,
        lego: "cloudflare",
        lego_variables: &["CF_DNS_API_TOKEN"],
        acme_sh: "dns_cf",
        acme_sh_variables: &["CF_Token"],
        certbot: "--dns-cloudflare --dns-cloudflare-credentials /etc/letsencrypt/dns.ini",
        certbot_package: "certbot-dns-cloudflare",
        certbot_credentials: "dns_cloudflare_api_token = \n",
        caddy_module: "github.com/caddy-dns/cloudflare",
        caddy: (&[Plain("cloudflare"), Plain("{env.CF_DNS_API_TOKEN}")], &[]),
    },
];

const MULTI: &str = "--authenticator dns-multi --dns-multi-credentials /etc/letsencrypt/dns.ini";
