//! The commands of the ACME clients.

super::pairs! {
    PREPARE = "Prepare (as root, in the folder with the downloaded files)" / "准备（以 root 身份，在下载文件所在的目录执行）";
    PREPARE_HOOK = "The hook copies a new certificate to where the server’s configuration has it, checks the configuration and reloads {server}." / "钩子脚本把新证书复制到服务器配置所写的位置，检查配置，然后重新加载 {server}。";
    FILL_IN = "First write your DNS provider’s API key behind the equals signs. Give it the right to change DNS records and nothing more." / "先把 DNS 服务商的 API 密钥填到等号后面。这个密钥只需要修改解析记录的权限，不要多给。";
    EXPORT = "Put your DNS provider’s API key behind the equals signs; acme.sh keeps it for renewals." / "把 DNS 服务商的 API 密钥填到等号后面，acme.sh 会保存下来供续期使用。";
    TEST = "Try it without using up any limit" / "先试运行，不占用签发额度";
    TEST_WHY = "This asks the CA’s test service. Do not go on before it succeeds: failed tries at the real one are limited." / "这一步使用证书机构的测试环境。成功之后再继续：正式环境对失败次数有限制。";
    ISSUE = "Get it and take it into use" / "申请并部署";
    RENEW = "See that it renews by itself" / "确认会自动续期";
    RENEW_LEGO = "Renew: once a day, from cron or a timer" / "续期：每天运行一次（cron 或定时器）";
    RENEW_BY_HAND = "Renew by hand, each time" / "每次手动续期";
    BY_HAND = "Without an API key of your DNS provider nobody can write the record but you: the client prints a new value each time. Choose your provider above, or delegate the record by CNAME, and it renews by itself." / "没有 DNS 服务商的 API 密钥，就只能由你来添加记录：客户端每次都会给出新的值。请在上面选择服务商，或用 CNAME 委托，才能自动续期。";
    TEST_STOPS = "This asks the CA’s test service. It prints values and ends with an error on purpose: the account and the names are in order, and nothing has to be added to DNS for it." / "这一步使用证书机构的测试环境。它会显示记录值，然后以错误结束，这是正常的：说明账户和域名没有问题，不需要为此添加解析记录。";
    STOPS = "It prints the values and ends with an error on purpose. Add the TXT records, see with dig that they are there, and go on with the next step." / "命令显示记录值后会以错误结束，这是正常的。添加 TXT 记录，用 dig 确认已生效，再执行下一步。";
    GO_ON = "With the records in place: go on" / "记录生效后：继续";
    GO_ON_WHY = "The CA looks for the records now; if they are not there yet, a new attempt needs new values." / "此时证书机构才会查询记录；如果尚未生效，重试时需要换成新的值。";
    FROM_LETS_ENCRYPT = "These commands get a certificate from Let’s Encrypt (DV, 90 days), not from {issuer}: to stay with your CA, name its ACME server with --server (Caddy: acme_ca) and give the EAB key that it hands out." / "以下命令向 Let’s Encrypt 申请证书（DV，90 天），而不是向 {issuer} 申请。要继续使用原来的 CA，请用 --server（Caddy 用 acme_ca）指定它的 ACME 服务地址，并填写它提供的 EAB 密钥。";
    SELF_SIGNED = "The present certificate is self-signed: no CA vouches for it, and no phone trusts it. These commands replace it by one from Let’s Encrypt (DV, 90 days)." / "现有证书是自签名证书，没有证书机构担保，手机不会信任。以下命令会申请 Let’s Encrypt 证书（DV，90 天）来替换它。";
    PLACE = "Where the files come to lie" / "文件的位置";
    PLACE_OURS = "{server} reads the hook’s copies: {folder}/fullchain.pem and {folder}/privkey.pem, as the configuration on the Deploy tab has them." / "{server} 读取钩子脚本复制出的文件：{folder}/fullchain.pem 和 {folder}/privkey.pem，与“部署”中生成的配置一致。";
    KEY_KEPT = "The new key is of the same kind as the present one: {key}." / "新私钥的类型与现有证书相同：{key}。";
    KEY_CHANGED = "Public CAs issue for RSA, P-256 and P-384 only; the new key is {key}." / "公共证书机构只接受 RSA、P-256 和 P-384，新私钥改用 {key}。";
    NO_LEAF = "Give a server certificate, and the commands for it stand here." / "请先给出服务器证书，这里会生成相应的命令。";
    ONLY_ADDRESSES = "These are IP addresses only. Let’s Encrypt issues for addresses with its six-day profile, by HTTP-01; mini-programs do not accept addresses in any case." / "这里只有 IP 地址。Let’s Encrypt 仅以六天有效期的签发方案（profile）、通过 HTTP-01 为 IP 签发证书；而且小程序根本不接受 IP 地址。";
    ADDRESSES_LEFT_OUT = "IP addresses are left out: {names}. They cannot be proved by DNS, and CAs issue them only in short-lived profiles of their own." / "已略去 IP 地址：{names}。IP 无法用 DNS 验证，证书机构只以专门的短期签发方案（profile）签发。";
    TOO_MANY = "{count} names: Let’s Encrypt takes 100 in one certificate, 25 in its tlsserver and shortlived profiles. Split the list." / "共 {count} 个名称：Let’s Encrypt 一张证书最多 100 个，tlsserver 和 shortlived 签发方案（profile）最多 25 个，请分成几张。";
    CADDY_ONLY_ITSELF = "Caddy gets certificates for itself only, so the server is Caddy here. Its site stands in a file of its own; add what your site does to it." / "Caddy 只为自己申请证书，所以这里的服务器就是 Caddy。站点写在单独的文件里，把网站原有的内容补进去即可。";

    CERTBOT_PLACE = "certbot: /etc/letsencrypt/live/{name}/ with fullchain.pem and privkey.pem." / "certbot：/etc/letsencrypt/live/{name}/，其中有 fullchain.pem 和 privkey.pem。";
    CERTBOT_NOTE = "The package’s timer looks twice a day. It renews with a third of the lifetime left, and sooner where the CA says so (ARI), from certbot 4 on; older ones wait until 30 days before the end." / "安装包自带的定时器每天检查两次。certbot 4 起在剩余三分之一有效期时续期，并听从证书机构的提前通知（ARI）；更旧的版本固定在到期前 30 天。";
    CERTBOT_PLUGIN = "Needs the plugin {package}, installed beside certbot (pip, or the snap of that name)." / "需要插件 {package}，与 certbot 装在一起（pip 或同名 snap）。";
    ACME_SH_PLACE = "acme.sh: ~/.acme.sh/{name}_ecc/ (~/.acme.sh/{name}/ for RSA) with fullchain.cer and the key. Never name {name}.cer in a configuration: it has no intermediates." / "acme.sh：~/.acme.sh/{name}_ecc/（RSA 为 ~/.acme.sh/{name}/），其中有 fullchain.cer 和私钥。不要在配置里使用 {name}.cer，它不含中间证书。";
    ACME_SH_NOTE = "Its own cron job renews every certificate that is due; an ARI window of the CA counts. --days pins the date: leave it out." / "acme.sh 自带的定时任务会续期所有到期的证书，并遵循证书机构的 ARI 时间窗。不要写 --days，它会把日期固定下来。";
    LEGO_PLACE = "lego: /etc/lego/certificates/{name}.crt (full chain) and {name}.key; an asterisk is written as an underscore." / "lego：/etc/lego/certificates/{name}.crt（完整证书链）和 {name}.key，文件名中的星号写作下划线。";
    LEGO_NOTE = "These are commands of lego 4, as Debian and Ubuntu have it. --email wants an address: put yours." / "以上是 lego 4 的命令，即 Debian 和 Ubuntu 中的版本。--email 必须填写，请换成你的邮箱。";
    LEGO_DAYS = "--days does not follow shorter lifetimes by itself: lower it to 21 for certificates of 64 days, to 15 for those of 45." / "--days 不会随有效期缩短自动调整：64 天的证书请改为 21，45 天的改为 15。";
    LEGO_5 = "lego 5 has its options behind the command: “lego run --accept-tos …”. run renews, too (renew is gone), and the hook is --deploy-hook." / "lego 5 的选项写在命令之后：“lego run --accept-tos …”。run 也负责续期（不再有 renew），钩子选项是 --deploy-hook。";
    CADDY_PLACE = "Caddy: its own storage, /var/lib/caddy/.local/share/caddy/certificates/. Nothing has to be copied." / "Caddy：自己的存储目录 /var/lib/caddy/.local/share/caddy/certificates/，不需要复制。";
    CADDY_BY_HAND = "Caddy can not have a person write the record: choose your DNS provider above. Names without a wildcard need no record; Caddy proves them by HTTP-01 itself." / "Caddy 不支持手动添加记录：请在上面选择 DNS 服务商。不含通配符的域名不需要记录，Caddy 会自行通过 HTTP-01 验证。";
    CADDY_MODULE = "The package’s caddy has no modules, so one with yours takes its place. An upgrade of the package would put the old one back: hold it (apt-mark hold caddy), and build anew from time to time." / "安装包里的 caddy 不含服务商模块，所以用自行编译的替换。升级安装包会把它换回去：请锁定版本（apt-mark hold caddy），并定期重新编译。";
    CADDY_CHECK = "Check the configuration" / "检查配置";
    CADDY_CHECK_WHY = "This asks no CA. For a try at the test service write acme_ca https://acme-staging-v02.api.letsencrypt.org/directory into the Caddyfile’s global block, and take it out afterwards." / "这一步不会联系证书机构。要用测试环境试运行，请在 Caddyfile 的全局块中写入 acme_ca https://acme-staging-v02.api.letsencrypt.org/directory，成功后删掉。";
    CADDY_NOTE = "Caddy renews with a third of the lifetime left. For DNS-01 it has to be built with the provider’s module; the packages have none." / "Caddy 在剩余三分之一有效期时自动续期。使用 DNS-01 需要编译进服务商模块，发行版的安装包里没有。";
}
