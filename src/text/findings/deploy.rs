use crate::report::message::DeployMessage;
use crate::text::{Words, row::row};

/// The words of one message.
pub const fn words(id: DeployMessage) -> Words {
    match id {
        DeployMessage::NoResponder => row!(
            "Stapling is left out", "没有开启 OCSP 装订";
            "The certificate names no OCSP responder, so there is nothing to staple.", "证书没有写 OCSP 地址，没有可以装订的内容。";
            "Nothing to do.", "不用处理。";
        ),
    }
}
