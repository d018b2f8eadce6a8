//! When to renew, and what changes.

super::pairs! {
    WHEN = "When" / "什么时候续期";
    RENEW_AT = "Renew on {renew}: it ends on {end}." / "请在 {renew}续期，证书在 {end}到期。";
    RENEW_NOW = "Renew now: it was due on {renew}, and it ends on {end}." / "现在就续期：应在 {renew}续期，证书在 {end}到期。";
    EXPIRED = "It ended on {end}. Get a new one now; the steps are the same." / "证书已在 {end}到期，请立即重新申请，步骤相同。";
    CHAIN_ENDS = "The chain ends before, on {chain}: renew by then." / "证书链在 {chain}就会失效，请在此之前续期。";
    RULE = "The rule: after two thirds of a lifetime of up to 90 days, else 30 days before the end. Better still, let the client ask the CA (ARI), which can also call a certificate back early." / "规则：有效期不超过 90 天的，用到三分之二时续期；更长的，在到期前 30 天续期。更好的办法是让客户端询问证书机构（ARI），需要提前更换时也能及时得知。";
    COUNT = "By the end of 2029 that makes {count:renewal/renewals}." / "到 2029 年底共需续期 {count} 次。";
    COUNT_MORE = "By the end of 2029 that makes more than {count} renewals." / "到 2029 年底续期超过 {count} 次。";
    PRIVATE = "A private CA sets its own lifetimes; the limits of public CAs do not bind it. Apple’s devices take 825 days at most." / "私有 CA 自行决定有效期，不受公共证书机构的期限约束；但苹果设备最多接受 825 天。";

    CHANGES = "What gets shorter" / "期限会越来越短";
    LIFETIMES = "Public certificates: 200 days at most since 15 March 2026, 100 from 15 March 2027, 47 from 15 March 2029, by the day of issue. A paid plan of one or more years is a series of such certificates." / "公共证书最长有效期按签发日计算：2026 年 3 月 15 日起 200 天，2027 年 3 月 15 日起 100 天，2029 年 3 月 15 日起 47 天。一年或多年的付费套餐，其实是多张这样的证书。";
    REUSE = "A proof of control may be used again for 200, 100 and, from 2029, 10 days: from then on practically every renewal proves it anew, which nobody does by hand." / "域名验证结果的复用期同步缩短为 200、100 天，2029 年起只有 10 天：届时几乎每次续期都要重新验证，手工操作不现实。";
    FIXED_CRON = "A cron job that renews every 60 days breaks: with a 64-day certificate one failed try is too many, and a 45-day one has already expired. Run the client every day and let it decide." / "固定每 60 天续期一次的定时任务会出问题：64 天的证书只要失败一次就来不及，45 天的证书则已经过期。应当每天运行客户端，由它判断是否续期。";
    BY_HAND = "A reminder alone will not do any more: take the calendar file for now, and automate." / "光靠提醒已经不够：可以先下载日历文件，同时尽快实现自动续期。";

    AUTHORITY = "What your CA does" / "你的证书机构";
    LETS_ENCRYPT = "Let’s Encrypt: 90 days now, 64 from 10 February 2027, 45 from 16 February 2028. It sends no mail before the end. Its chains of 2026 (YR, YE) have 3 or 4 certificates: serve all that the client writes to fullchain.pem." / "Let’s Encrypt：目前 90 天，2027 年 2 月 10 日起 64 天，2028 年 2 月 16 日起 45 天。到期前不再发邮件。2026 年起的证书链（YR、YE）有 3 到 4 张证书，客户端写进 fullchain.pem 的要全部部署。";
    CONSOLE = "From a cloud’s console: nothing renews by itself there unless its hosting service does. Alibaba Cloud’s free certificates, for one, are valid for three months: apply again, download, replace. Paid ones are reissued within the plan; each has to be put in place." / "从云厂商控制台申请的：除非使用其托管服务，否则不会自动续期。例如阿里云的免费证书有效期 3 个月，需要重新申请、下载、替换；付费证书在套餐期内会重新签发，每次都要重新部署。";
}
