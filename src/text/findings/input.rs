use crate::report::message::InputMessage;
use crate::text::{Words, row::row};

/// The words of one message.
pub const fn words(id: InputMessage) -> Words {
    match id {
        InputMessage::NothingReadable => row!(
            "Nothing here is a certificate or a key", "这里没有证书，也没有私钥";
            "There is nothing to judge.", "没有可以检查的内容。";
            "Paste the text that starts with -----BEGIN CERTIFICATE-----, or drop the files that your CA sent.", "粘贴以 -----BEGIN CERTIFICATE----- 开头的文本，或把证书机构给的文件拖进来。";
        ),
    }
}
