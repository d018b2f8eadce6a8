//! Which kind of certificate it is, and which it takes.

super::pairs! {
    TITLE = "This certificate" / "这张证书";
    DV = "DV: the CA checked control over the domain, nothing else." / "DV（域名型）：证书机构只验证了域名控制权。";
    OV = "OV: the CA also checked the organisation that is named in it." / "OV（企业型）：证书机构还核实了证书中的组织。";
    IV = "IV: the CA also checked the person who is named in it." / "IV（个人型）：证书机构还核实了证书中的个人。";
    EV = "EV: the CA checked the organisation by the strictest rules." / "EV（增强型）：证书机构按最严格的规则核实了组织。";
    UNKNOWN = "Its policies do not say how far the CA checked." / "证书策略没有说明验证级别。";
    SINGLE = "It is for one name: {name}." / "单域名：{name}。";
    SINGLE_WWW = "It is for one site, with and without www: {name}." / "单站点，带 www 和不带 www 各一个：{name}。";
    MULTI = "It lists {count} names (multi-domain)." / "多域名，共 {count} 个名称。";
    WILDCARD = "It has wildcards: {names}. Each stands for exactly one label: not for the bare domain, not for names two labels below." / "含通配符：{names}。通配符只代表一级：不含去掉 *. 后的域名本身，也不含再下一级的名称。";

    NEEDS = "Which kind is enough" / "该选哪一种";
    MINI_PROGRAM = "Mini-programs: DV is enough. No platform’s page asks for OV or EV; what counts is a public root, the full chain, the name and the date." / "小程序：DV 就够了。各平台文档都没有要求 OV 或 EV，看的是公共根证书、完整证书链、域名和有效期。";
    APPS = "Apps and web pages: DV, too. Browsers show no difference any more, phones never did." / "应用和网页：DV 也足够。浏览器早已不再区别显示，手机从来没有。";
    ORGANISATION = "OV or EV: where a contract, a bank, an authority or your own procurement asks for the organisation’s name in the certificate. They encrypt no better, and cannot be had by ACME from free CAs." / "OV 或 EV：合同、银行、主管部门或采购要求证书写明组织名称时才需要。加密强度相同，也无法从免费证书机构通过 ACME 申请。";
    LIST = "A list of names or a wildcard? A list shows what there is, can be proved by HTTP-01, and a leaked key harms only these names. A wildcard suits many changing names right below one domain; it takes DNS-01, and its key opens them all." / "逐个列出还是用通配符？逐个列出一目了然，可用 HTTP-01 验证，私钥泄露时也只影响这些域名。通配符适合同一级下数量多、经常变化的域名，但必须用 DNS-01，且一把私钥关系到全部。";
    SERVERS = "Server domains and business domains of one mini-program may have different certificates. A CDN or load balancer in front needs its own copy." / "同一小程序的服务器域名和业务域名可以使用不同的证书。前面有 CDN 或负载均衡时，那里也要部署一份。";
}
