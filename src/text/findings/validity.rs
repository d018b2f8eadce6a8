use crate::report::message::ValidityMessage;
use crate::text::{Words, row::row};

/// The words of one message.
pub const fn words(id: ValidityMessage) -> Words {
    match id {
        ValidityMessage::Expired => row!(
            "Expired {days:day/days} ago", "已过期 {days} 天";
            "Its last day was {date}. Every client has refused it since.", "有效期到 {date}为止，此后所有客户端都会拒绝它。";
            "Renew it now and replace it wherever TLS ends: servers, load balancer, CDN.", "立即续期，并在所有终止 TLS 的地方替换：服务器、负载均衡、CDN。";
        ),
        ValidityMessage::ExpiredIssuer => row!(
            "{name}, higher in the chain, expired {days:day/days} ago", "证书链上的 {name} 已过期 {days} 天";
            "Its last day was {date}. A chain is only as good as each of its certificates.", "它的有效期到 {date}为止。链上任何一张过期，整条链都无效。";
            "Replace it with the CA’s current certificate of the same name, or reissue yours.", "换成证书机构当前使用的同名证书，或重新签发你的证书。";
        ),
        ValidityMessage::NotYetValid => row!(
            "Not valid before {date}", "{date}起才生效";
            "Until then every client refuses it.", "在此之前，所有客户端都会拒绝它。";
            "Keep the old certificate until then. If it should be valid now, check the clock.", "生效前请继续使用旧证书；如果它本应已经生效，请检查系统时间。";
        ),
        ValidityMessage::NotYetValidIssuer => row!(
            "{name}, higher in the chain, is not valid before {date}", "证书链上的 {name} 从 {date}起才生效";
            "Until then clients refuse the whole chain.", "在此之前，客户端会拒绝整条证书链。";
            "Use the CA’s current certificate of the same name, or check the clock.", "换成证书机构当前使用的同名证书，或检查系统时间。";
        ),
        ValidityMessage::RenewNow => row!(
            "Renew now: {days:day/days} left", "该续期了：还剩 {days} 天";
            "It ends on {date} and was due for renewal on {due}. After the end every client refuses it at once.", "有效期到 {date}，续期时间是 {due}。过期后所有客户端会立即拒绝。";
            "Renew it and replace it wherever TLS ends. If a job should have done so, check that job.", "现在续期，并在所有终止 TLS 的地方替换。如果本该自动续期，请检查任务是否正常。";
        ),
        ValidityMessage::TooLong => row!(
            "Valid for {days:day/days}; only {allowed} were allowed", "有效期 {days} 天，超过允许的 {allowed} 天";
            "It was issued on {issued}. Since {since} clients refuse public certificates that live longer than that.", "它签发于 {issued}，而从 {since}起，客户端拒绝超过这个期限的公共证书。";
            "Get a shorter one. Subscriptions of a year or more are fine: they are reissued several times.", "换一张有效期更短的证书。按年购买没有问题，只是期间要多次重新签发。";
        ),
        ValidityMessage::TooLongPrivate => row!(
            "Valid for {days:day/days}; public certificates get {allowed}", "有效期 {days} 天，公共证书最长 {allowed} 天";
            "It comes from a private CA, which the limit of {since} does not bind. Some clients apply it all the same.", "它来自私有 CA，不受 {since}起的期限约束，但有的客户端仍会按此拒绝。";
            "Issue shorter certificates and renew them automatically.", "签发更短的证书，并设置自动续期。";
        ),
        ValidityMessage::TooLongForApple => row!(
            "Valid for {days:day/days}: iPhones and Macs refuse it", "有效期 {days} 天，iPhone 和 Mac 会拒绝";
            "Apple accepts 825 days at most, from private CAs too. Public certificates issued on {issued} get {allowed}.", "即使是私有 CA，Apple 最多也只接受 825 天；{issued}签发的公共证书最长 {allowed} 天。";
            "Issue shorter certificates and renew them automatically.", "签发更短的证书，并设置自动续期。";
        ),
        ValidityMessage::ChainEndsFirst => row!(
            "The chain ends on {date}, before your certificate does", "证书链在 {date}到期，早于你的证书";
            "{name} ends first. From then on the chain is not valid, although yours runs until {own}.", "{name} 先到期。之后整条链失效，即使你的证书可以用到 {own}。";
            "Replace {name} by the CA’s newer one, or reissue yours before that date.", "在此之前换上证书机构新的 {name}，或重新签发你的证书。";
        ),
        ValidityMessage::DateEncoding => row!(
            "A date is written irregularly: {field} {written}", "日期写法不规范：{field} {written}";
            "Dates through 2049 are UTCTime, later ones GeneralizedTime, always with seconds and Z. Strict clients refuse anything else.", "2049 年及以前用 UTCTime，之后用 GeneralizedTime，必须写到秒并以 Z 结尾；严格的客户端会拒绝其他写法。";
            "Ask the CA for a new certificate.", "请证书机构重新签发。";
        ),
        ValidityMessage::EndsBeforeStart => row!(
            "It ends before it begins", "结束时间早于开始时间";
            "It ends on {end} and begins on {start}, so there is no moment at which it is valid.", "它在 {end}结束，却从 {start}开始，没有任何有效的时刻。";
            "Issue it again with the dates the right way round.", "改正日期后重新签发。";
        ),
        ValidityMessage::NextRenewal => row!(
            "The next one can be valid for {allowed:day/days} at most", "下一张证书最长 {allowed} 天";
            "It is due on {due}; since {since} public certificates may not live longer.", "下次续期在 {due}，而从 {since}起公共证书不能超过这个期限。";
            "Automate renewal before then: by hand it will be too often.", "请在那之前实现自动续期，手工操作会过于频繁。";
        ),
    }
}
