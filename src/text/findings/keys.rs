use crate::report::message::KeyMessage;
use crate::text::{Words, row::row};

/// The words of one message.
pub const fn words(id: KeyMessage) -> Words {
    match id {
        KeyMessage::NoKey => row!(
            "No private key was given", "没有给出私钥";
            "That is fine: the configuration names the file that it expects.", "这没有问题：配置中会写明私钥文件的位置。";
            "Put the key that belongs to this certificate there.", "把与这张证书匹配的私钥放到那个位置。";
        ),
    }
}
