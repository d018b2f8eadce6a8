use crate::report::message::CertificateMessage;
use crate::text::{Words, row::row};

/// The words of one message.
pub const fn words(id: CertificateMessage) -> Words {
    match id {
        CertificateMessage::NotVersion3 => row!(
            "This certificate is version {version}, not 3", "这张证书是 v{version}，不是 v3";
            "Only version 3 can hold alternative names; every current client refuses the others.", "只有 v3 才能写入备用名称，现在的客户端都会拒绝其他版本。";
            "Ask the CA for a new certificate.", "请证书机构重新签发。";
        ),
    }
}
