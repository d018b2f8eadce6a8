//! The way to the server, and where TLS ends on it.

super::pairs! {
    TITLE = "Where does TLS end?" / "TLS 在哪里终止？";
    LEAD = "Clients see the certificate of the first place that ends TLS. Add each place between the phone and the server, in order." / "客户端看到的是第一处终止 TLS 的证书。请按从手机到服务器的顺序添加经过的各处。";
    CLIENT = "Phone" / "手机";
    ADD_CDN = "Add a CDN" / "添加 CDN";
    ADD_BALANCER = "Add a load balancer" / "添加负载均衡";
    REMOVE = "Remove {name}" / "移除 {name}";
    CLOUD = "Provider" / "服务商";
    TLS = "TLS" / "TLS";
    SHOWS = "Certificate there now" / "目前的证书";
    NOT_LOOKED = "Not checked yet" / "尚未查看";
    AT_HAND = "{name}, until {until} (at hand)" / "{name}，到 {until}（手上这张）";
    UNTIL = "{name}, until {until}" / "{name}，到 {until}";
    PLANNED = "The certificate at hand goes there" / "手上这张会部署到这里";
    FILES = "Files to put there" / "需要部署的文件";
    SOURCES = "Source" / "来源";
    FINDINGS = "What is wrong on the way" / "链路上的问题";
    RIGHT = "Nothing is wrong on this way." / "这条链路没有问题。";
}
