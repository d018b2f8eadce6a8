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
    KEY_MATCHES = "{key} private key, belongs to the server certificate" / "{key} 私钥，与服务器证书匹配";
    KEY_OF_OTHER = "{key} private key, belongs to another certificate here" / "{key} 私钥，属于这里的另一张证书";
    KEY_FOREIGN = "{key} private key, belongs to no certificate here" / "{key} 私钥，不属于这里的任何证书";
    ENCRYPTED_KEY = "private key, encrypted" / "加密的私钥";
    REQUEST = "CSR for {name}, {key}" / "{name} 的 CSR，{key}";
    PUBLIC_KEY_OF_CERTIFICATE = "{key} public key, belongs to {name}" / "{key} 公钥，属于 {name}";
    PUBLIC_KEY_OF_KEY = "{key} public key, belongs to the private key here" / "{key} 公钥，与这里的私钥匹配";
    PUBLIC_KEY_FOREIGN = "{key} public key, belongs to nothing here" / "{key} 公钥，与这里的内容都不匹配";
    LIST = "revocation list of {name}, next update {next}" / "{name} 的证书吊销列表，下次更新 {next}";
    LIST_WITHOUT_END = "revocation list of {name}" / "{name} 的证书吊销列表";
    ANSWER_GOOD = "OCSP answer: good for {name} until {next}" / "OCSP 响应：{name} 未吊销，此响应有效至 {next}";
    ANSWER_GOOD_WITHOUT_END = "OCSP answer: good for {name}" / "OCSP 响应：{name} 未被吊销";
    ANSWER_REVOKED = "OCSP answer: {name} is revoked" / "OCSP 响应：{name} 已被吊销";
    ANSWER_UNKNOWN = "OCSP answer: {name} is unknown" / "OCSP 响应：不认识 {name}";
    ANSWER_ABOUT_OTHERS = "OCSP answer of {name}, about no certificate here" / "{name} 的 OCSP 响应，与这里的证书无关";
    NO_ANSWER = "OCSP answer without a status ({status})" / "没有状态的 OCSP 响应（{status}）";
    HOSTS = "Names it must cover" / "需要覆盖的域名";
    HOSTS_HINT = "Enter, comma or space adds a name. Without any, the certificate’s own names count." / "按回车、逗号或空格添加。不填则以证书中的域名为准。";
    COVERED = "covered:" / "已覆盖：";
    NOT_COVERED = "not covered:" / "未覆盖：";
}
