//! The files tab, and making a key with its request.

super::pairs! {
    NO_LEAF = "There is no server certificate here to make files of." / "没有服务器证书，无法生成文件。";
    HINT = "Made here, from what you gave: the chain in the right order, without strangers and without the root." / "全部在本页生成：证书链顺序正确，不含无关证书和根证书。";
    CERTIFICATES = "Certificates" / "证书";
    WITH_KEY = "With the private key" / "含私钥";
    CLOUDS = "For clouds and clusters" / "云平台与集群";
    FACTS = "Pins, records, reports" / "指纹、记录与报告";
    NO_KEY = "Give the private key of this certificate as well, and these can be made." / "请同时给出这张证书的私钥，才能生成这些文件。";
    LOCKED_KEY = "The private key is locked: type its password at the finding above." / "私钥还有密码：请先在上面的检查结果里输入。";
    PASSWORD = "Password for the files" / "文件密码";
    PASSWORD_HINT = "PFX and JKS need one. A key as PKCS#8 is locked with it; leave it empty for a server that starts by itself." / "PFX 和 JKS 必须设置密码；PKCS#8 私钥会用它加密，留空则不加密（服务器可自动启动）。";
    SAVE = "Save {name}" / "保存 {name}";
    REFUSED = "This file cannot be made" / "无法生成这个文件";
    MAKE = "Make it" / "生成";
    WAITING = "Making it…" / "正在生成……";
    CREATE_HINT = "The key is made by your browser’s random source and stays on this machine. Send the CSR to the CA, keep the key." / "私钥用浏览器的随机源在本机生成，不会离开本机。把 CSR 交给证书机构，私钥自己保存好。";
    CREATE_NAMES = "Names and IP addresses" / "域名和 IP 地址";
    CREATE_KEY = "Kind of key" / "密钥类型";
    CREATE_PASSWORD = "Password for the key (may stay empty)" / "私钥密码（可留空）";
    CREATE_DO = "Make key and CSR" / "生成私钥和 CSR";
    KEEP = "Keep the certificates in this tab" / "在此标签页中保留证书";
    KEEP_HINT = "They survive a reload, until you close the tab or press Clear. Keys and passwords are never kept." / "刷新页面后证书仍在，关闭标签页或清空即删除。私钥和密码从不保留。";
    KEEP_FAILED = "This browser keeps nothing here: its storage is off or full, or there are too many certificates." / "浏览器无法保留：存储被禁用或已满，或证书过多。";
    LINK = "As a link" / "生成链接";
    LINK_HINT = "A link to this page with the certificates in it, as they were given: for a colleague, a ticket, a bookmark." / "把给出的证书原样放进本页的链接里，可以发给同事、写进工单或存为书签。";
    LINK_MAKE = "Make a link" / "生成链接";
    LINK_ADDRESS = "Link" / "链接";
    LINK_CARRIES = "{count:certificate/certificates} in {letters} characters. No private key and no password: whoever has the link can read the certificates, as everybody can who connects to the server. They stand behind the #, which browsers do not send to any server; chats and histories keep it." / "含 {count} 张证书，共 {letters} 个字符。不含私钥和密码；拿到链接的人能看到证书内容，和连接服务器时看到的一样。证书放在 # 之后，浏览器不会把它发给服务器，但聊天记录和浏览历史会留下。";
    LINK_LONG = "Too long for a link ({letters} characters, {limit} at most): chats and mail would cut it. Send the file instead." / "内容太长，不适合做成链接（{letters} 个字符，上限 {limit}），聊天软件和邮件会截断。请改发文件。";
    LINK_OLD = "This browser is too old to make a link. Send the file instead." / "浏览器版本太旧，无法生成链接。请改发文件。";
}
