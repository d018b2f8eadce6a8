use crate::report::message::ValidityMessage;
use crate::text::{Words, row::row};

/// The words of one message.
pub const fn words(id: ValidityMessage) -> Words {
    match id {
        ValidityMessage::Expired => row!(
            "Expired {days:day/days} ago", "已过期 {days} 天";
            "Every client refuses it since {date}.", "从 {date} 起，所有客户端都会拒绝它。";
            "Renew it now and replace it wherever TLS ends: servers, load balancer, CDN.", "立即续期，并在所有终止 TLS 的地方替换：服务器、负载均衡、CDN。";
        ),
    }
}
