//! Who trusts the chain: the grid of clients and versions, and what decides in each cell.

super::pairs! {
    TITLE = "Who trusts it" / "谁信任这条链";
    AS_OF = "Lists of roots, the oldest of {date}; each cell tells its own. Roots and their limits only: what a phone’s owner installed or removed is not in it." / "各客户端的根证书列表，最早的截至 {date}，点选一格可看到各自日期。只看系统自带的根证书及其限制，用户自行安装或删除的不在其中。";
    HINT = "Choose a cell to see the way that client takes, and why." / "点选一格，查看该客户端走哪条路径、依据是什么。";
    TABLE = "Clients and versions, with their answers" / "各客户端各版本的结果";
    CLIENT = "Client" / "客户端";
    ANSWER = "Answer by version" / "各版本结果";
    YES = "yes" / "信任";
    NO = "no" / "不信任";
    FETCHED = "sometimes" / "不一定";
    TRUSTS = "{client} trusts the chain" / "{client} 信任这条链";
    TRUSTS_NOT = "{client} does not trust the chain" / "{client} 不信任这条链";
    TRUSTS_SOMETIMES = "{client} sometimes finds what is missing" / "{client} 有时能自行补全";
    PATH = "Its way" / "验证路径";
    PATH_REPAIRED = "Its way after the repair" / "修复后的验证路径";
    RULE = "Because" / "依据";
    HELP = "What helps" / "解决办法";
    LIST_OF = "Its list is of" / "列表日期";
    IN_STORE = "{root} is in its list of roots." / "它的根证书列表中有 {root}。";
    IN_STORE_SINCE = "{root} has been in its list of roots since {list}. A device without that update refuses the chain." / "它的根证书列表从 {list} 起才有 {root}，未更新的设备会拒绝。";
    IN_STORE_UNTIL = "{root} is in its list of roots for what was issued until {date}. Yours is early enough; a renewal after that day is refused." / "它的列表中有 {root}，但只接受 {date}及以前签发的证书。这张符合；该日之后续期得到的会被拒绝。";
    RULE_FETCHED = "An intermediate was not given. It fetches or remembers such certificates, but not always." / "缺少一张中间证书。它会自行下载或沿用缓存，但并不可靠。";
    NOT_IN_STORE = "{root} was never in its list of roots." / "它的根证书列表从未收录 {root}。";
    SINCE = "{root} came into its list of roots with {list}." / "{root} 到 {list} 才进入它的根证书列表。";
    REMOVED = "{root} was taken out of its list of roots with {list}." / "{root} 已在 {list} 从它的根证书列表中移除。";
    ISSUED_AFTER = "Below {root} it accepts only what was issued until {date}." / "对 {root} 之下的证书，它只接受 {date}及以前签发的。";
    LOGGED_AFTER = "Below {root} it accepts only what was logged until {date}, by the earliest timestamp in the certificate." / "对 {root} 之下的证书，它只接受 {date}及以前记入 CT 日志的，以证书中最早的 SCT 时间为准。";
    NOT_FOR_NAME = "Below {root} it accepts only names in {permitted}, and {name} is another." / "对 {root} 之下的证书，它只接受 {permitted} 范围内的域名，而 {name} 不在其中。";
    ROOT_ENDED = "{root} ended on {date}, and this client refuses ended roots." / "{root} 已于 {date}到期，它会检查根证书的有效期。";
    REVOKED = "The CA certificate {name} is on the revocation list of this client’s vendor." / "CA 证书 {name} 在该客户端厂商的吊销列表中。";
    PRIVATE = "The chain ends in {root}, a private root that no public list has." / "这条链止于私有根证书 {root}，公共列表都没有收录。";
    INCOMPLETE = "A certificate is missing, and it does not look for it." / "缺少一张证书，它不会自行补全。";
    UNVERIFIED = "A signature of the chain is of a kind that could not be verified here." / "链中有一个签名属于这里无法验证的算法。";
    BROKEN_PATH = "The chain does not hold for anybody: {reason}." / "这条链对谁都无效：{reason}。";
    THE_ROOT = "The root" / "根证书";
    HELP_REPAIR = "Serve the missing certificate, too: the repair adds it from our supply." / "把缺少的证书一并部署：修复会从内置证书库中补上。";
    HELP_REPLACE = "The repair puts the CA’s present certificate in its place." / "修复会换成该 CA 现行的证书。";
    HELP_CROSS_SIGNED = "Serve the cross-signed certificate, too: the repair adds it." / "把交叉签名证书也一并部署，修复会补上。";
    HELP_MISSING = "Add the missing certificate; the full chain file of your CA has it." / "补上缺少的证书，证书机构提供的完整链文件中就有。";
    HELP_ROOT = "Serve a cross-signed intermediate that leads to a root it has, if your CA offers one, or take a certificate below an older root." / "如果证书机构提供交叉签名的中间证书，能通往该客户端已有的根，就一并部署；否则改用更早的根签发的证书。";
    HELP_REISSUE = "Ask your CA for a certificate below another root." / "请证书机构改用其他根重新签发。";
    HELP_INTERMEDIATE = "Serve the CA’s present intermediate, or have the certificate issued again." / "换成 CA 现行的中间证书，或重新签发。";
    HELP_PRIVATE = "Install the root on the device. Mini-programs refuse it all the same: they need a public CA." / "在设备上安装这张根证书。小程序无论如何都不接受，须使用公共证书机构的证书。";
    HELP_PATH = "Fix the errors in the findings first." / "请先处理检查结果中的错误。";
    LIST_OF_MONTH = "the list of {month}" / "{month} 的列表";
}
