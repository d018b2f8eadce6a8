use crate::report::message::ChainMessage;
use crate::text::{Words, row::row};

/// The words of one message.
pub const fn words(id: ChainMessage) -> Words {
    match id {
        ChainMessage::NoServerCertificate => row!(
            "There is no server certificate here", "没有服务器证书";
            "All that was given are CA certificates; a server needs the one issued for its own name.", "给出的都是 CA 证书；服务器需要为自己的域名签发的那一张。";
            "Add the certificate that the CA issued for your domain.", "请补上证书机构为你的域名签发的证书。";
        ),
    }
}
