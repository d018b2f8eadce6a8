//! What was put in.

super::pairs! {
    LABEL = "Certificates, keys, anything your CA sent" / "证书、私钥，或证书机构给的任何内容";
    PLACEHOLDER = "Paste here: certificates, private key, a whole bundle.\n-----BEGIN CERTIFICATE-----" / "粘贴到这里：证书、私钥，或整个证书包。\n-----BEGIN CERTIFICATE-----";
    FILES = "Files…" / "选择文件";
    FOLDER = "Folder…" / "选择文件夹";
    DROP = "or drop them here" / "或拖到这里";
    CLEAR = "Clear" / "清空";
    GIVEN = "What you gave" / "已读入";
    PASTED = "Pasted text" / "粘贴的文本";
    REMOVE = "Remove {name}" / "移除 {name}";
    MORE = "and {count} more" / "另有 {count} 项";
    KEY_MATCHES = "{key} private key, belongs to the server certificate" / "{key} 私钥，与服务器证书匹配";
    KEY_OF_OTHER = "{key} private key, belongs to another certificate here" / "{key} 私钥，属于这里的另一张证书";
    KEY_FOREIGN = "{key} private key, belongs to no certificate here" / "{key} 私钥，不属于这里的任何证书";
    ENCRYPTED_KEY = "private key, encrypted" / "加密的私钥";
    HOSTS = "Names it must cover" / "需要覆盖的域名";
    HOSTS_HINT = "Enter, comma or space adds a name. Without any, the certificate's own names count." / "按回车、逗号或空格添加。不填则以证书中的域名为准。";
    COVERED = "covered:" / "已覆盖：";
    NOT_COVERED = "not covered:" / "未覆盖：";
}
