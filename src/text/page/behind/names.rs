//! The names tab.

super::pairs! {
    NO_LEAF = "There is no server certificate here to compare names with." / "没有服务器证书，无法比对域名。";
    HINT = "Clients compare each host with the certificate's alternative names. A wildcard stands for exactly one label." / "客户端会拿主机名与证书的备用名称（SAN）比对。通配符只代表一级。";
    HINT_OWN = "These are the certificate's own names. Type the hosts that you need, and they are compared." / "这些是证书自己的名称。填入你需要的域名即可比对。";
    TABLE = "Hosts and the names that cover them" / "域名与覆盖它的证书名称";
    HOST = "Host" / "域名";
    STATE = "State" / "状态";
    BECAUSE = "Because of" / "依据";
    COVERED = "Covered" / "已覆盖";
    NOT_COVERED = "Not covered" / "未覆盖";
    COVERS = "covers it" / "覆盖";
    ALL = "All {count:name/names} of the certificate" / "证书中的全部 {count} 个名称";
}
