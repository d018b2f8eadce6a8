use crate::report::message::NameMessage;
use crate::text::{Words, row::row};

/// The words of one message.
pub const fn words(id: NameMessage) -> Words {
    match id {
        NameMessage::NotCovered => row!(
            "{host} is not covered", "没有覆盖 {host}";
            "Clients compare the host with the alternative names, and none of them matches.", "客户端会拿主机名和证书的备用名称逐一比较，没有一个匹配。";
            "Ask the CA for a certificate that also names {host}.", "请让证书机构签发包含 {host} 的证书。";
        ),
    }
}
