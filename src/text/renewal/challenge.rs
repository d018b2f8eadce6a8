//! Proving control over the names.

super::pairs! {
    WAY = "How control is proved" / "域名验证方式";
    DNS = "DNS-01: a TXT record for each name, as listed. It works for wildcards, for servers that the Internet cannot reach, and before the site is up." / "DNS-01：为每个域名添加上表中的 TXT 记录。支持通配符，也适用于外网访问不到或尚未上线的服务器。";
    HTTP = "HTTP-01: the CA fetches http://{host}/.well-known/acme-challenge/… on port 80 of every name. Port 80 must be reachable from abroad, and no firewall, CDN or filing notice may answer in its place." / "HTTP-01：证书机构访问每个域名 80 端口的 http://{host}/.well-known/acme-challenge/…。80 端口必须能从境外访问，不能被防火墙、CDN 或备案提示页拦截。";
    WILDCARD_NEEDS_DNS = "HTTP-01 cannot prove {names}: wildcards take DNS-01, so the commands below use that." / "HTTP-01 无法验证 {names}：通配符只能用 DNS-01，下面的命令已改用 DNS-01。";
    TWO_VALUES = "{record} holds {values:value/values} at the same time: a bare name and its wildcard are proved apart. Add the second beside the first." / "{record} 需要同时有 {values} 个值：域名本身与通配符分别验证，请并列添加，不要覆盖前一个。";
    ZONE = "A DNS console shows the zone’s name behind the field: type only the host part." / "DNS 控制台会自动补上主域名，只填“主机记录”一栏中的部分。";
    NOT_IN_ZONE = "Not below {zone}: {names}. These records go into another zone." / "{names} 不在 {zone} 之下，对应记录要加到各自的解析区域。";

    FIXED = "Why a record that stays does not renew" / "为什么 TXT 记录不能一直不变";
    FIXED_TEXT = "The value is a hash over a token that is new for each order and your account’s key. Every renewal needs a new value; the old record may be deleted." / "记录值由每次申请都不同的令牌和你的账户密钥计算得出。每次续期都要换新的值，旧记录可以删除。";
    FIXED_PERSIST = "DNS-PERSIST-01 is a draft for a record that stays, under _validation-persist. Let’s Encrypt announced it on 18 February 2026, for its test service first; do not build on it before your CA offers it." / "DNS-PERSIST-01 草案允许在 _validation-persist 下放一条长期有效的记录。Let’s Encrypt 于 2026 年 2 月 18 日宣布，先在测试环境提供；在证书机构正式支持之前不要依赖它。";

    DELEGATE = "No API key for the main zone: delegate by CNAME" / "不想交出主域名的 API 密钥：用 CNAME 委托";
    DELEGATE_TEXT = "Add this record once and keep it: {record} CNAME _acme-challenge.ALIAS, where ALIAS is a domain of yours whose provider has an API. CAs follow it. From then on the values are written below ALIAS." / "添加一次并保留这条记录：{record} CNAME _acme-challenge.ALIAS，其中 ALIAS 是你另一个带 API 的域名。证书机构会跟随 CNAME，此后验证值都写在 ALIAS 下。";
    DELEGATE_CLIENTS = "acme.sh: --challenge-alias ALIAS. lego follows the CNAME by itself. certbot does so with a plugin that follows CNAMEs. Caddy: dns_challenge_override_domain _acme-challenge.ALIAS." / "acme.sh：加 --challenge-alias ALIAS。lego 会自动跟随 CNAME。certbot 需要支持 CNAME 的插件。Caddy：dns_challenge_override_domain _acme-challenge.ALIAS。";

    CAA = "May your CA issue for this domain?" / "域名的 CAA 记录是否允许签发";
    CAA_TEXT = "No answer for the name and all above it: every CA may. An answer must name yours: letsencrypt.org for Let’s Encrypt; issuewild is for wildcards." / "该域名及其各级上级都没有 CAA 记录，则任何证书机构都可以签发；如果有，必须包含你的证书机构，例如 Let’s Encrypt 是 letsencrypt.org；issuewild 只管通配符。";
    CAA_PRESENT = "For {issuer}, who issued the present certificate, a record must name one of: {domains}." / "现有证书由 {issuer} 签发；如果继续向它申请，记录中要有其中之一：{domains}。";
}
