//! Things to try.

super::pairs! {
    TITLE = "Or try an example" / "也可以试试示例";
    GOOD = "A good chain" / "正确的证书链";
    GOOD_NOTE = "Server certificate, intermediate and matching key." / "服务器证书、中间证书和匹配的私钥。";
    WRONG_ORDER = "Wrong order, with the root" / "顺序错误，还带着根证书";
    WRONG_ORDER_NOTE = "One click puts it right." / "一键即可修好。";
    LEAF_ONLY = "Server certificate alone" / "只有服务器证书";
    LEAF_ONLY_NOTE = "Opens on a desktop, fails on phones." / "电脑能打开，手机会失败。";
    WRONG_FILE = "The wrong file of a zip" / "压缩包里选错文件";
    WRONG_FILE_NOTE = "The CA’s chain alone, without the certificate." / "只选了证书链文件，没有域名证书。";
    EXPIRED = "Expired" / "已过期";
    EXPIRED_NOTE = "Renewal was forgotten." / "忘记续期了。";
    FOREIGN_KEY = "A key that does not fit" / "私钥不匹配";
    FOREIGN_KEY_NOTE = "The server would not start." / "服务器会启动失败。";
    HOSTILE = "Hostile names" / "恶意名称";
    HOSTILE_NOTE = "Markup, hidden characters and quotes as names." / "名称里藏着标签、不可见字符和引号。";
}
