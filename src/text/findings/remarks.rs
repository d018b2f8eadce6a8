use crate::report::message::RemarkMessage;
use crate::text::{Words, row::row};

/// The words of one remark.
pub const fn words(id: RemarkMessage) -> Words {
    match id {
        RemarkMessage::ServiceName => row!(
            "Requests go to the Service “web” on port 80", "请求会转发到名为 “web” 的 Service 的 80 端口";
            "No upstream was given, and a cluster knows programs by the names of their Services.", "没有填写上游地址；集群里的程序要用 Service 名称来指定。";
            "Write your Service and its port as the upstream: http://shop:8080.", "请把 Service 名称和端口填到上游地址，例如 http://shop:8080。";
        ),
        RemarkMessage::IngressNginxRetired => row!(
            "ingress-nginx gets no more fixes", "ingress-nginx 已停止维护";
            "The project ended in March 2026; holes found since then stay open. What is installed goes on working.", "该项目已于 2026 年 3 月停止维护，此后发现的漏洞不再修复；已安装的仍可使用。";
            "For a new cluster take the target Kubernetes Gateway API; in an old one plan the move.", "新集群请选用 Kubernetes Gateway API；现有集群请安排迁移。";
        ),
        RemarkMessage::IngressNginxShared => row!(
            "TLS versions and HSTS hold for every site of the controller", "TLS 版本和 HSTS 对控制器上的所有站点生效";
            "ingress-nginx reads them from its ConfigMap, not from an Ingress. The ConfigMap has the name and namespace that Helm and the manifests give it.", "ingress-nginx 从 ConfigMap 读取它们，而不是从 Ingress 读取。这里使用的是 Helm 和官方清单的默认名称与命名空间。";
            "Look at the other sites before you apply it; correct name and namespace if yours are others.", "应用前请确认对其他站点的影响；如果名称或命名空间不同，请改成自己的。";
        ),
        RemarkMessage::GatewayImplementation => row!(
            "TLS versions are set in Envoy Gateway’s own way", "TLS 版本使用 Envoy Gateway 自己的资源来设置";
            "The Gateway API itself has no word for them. ClientTrafficPolicy and the GatewayClass “eg” are Envoy Gateway’s; Gateway and HTTPRoute are the same everywhere.", "Gateway API 标准里没有这项设置。ClientTrafficPolicy 和名为 “eg” 的 GatewayClass 属于 Envoy Gateway，Gateway 和 HTTPRoute 则各家通用。";
            "With another implementation leave those two out, and set the versions by its own policy.", "使用其他实现时，请去掉这两项，并按它的方式设置 TLS 版本。";
        ),
        RemarkMessage::ComposeHost => row!(
            "The upstream is written as host.docker.internal", "上游地址写成了 host.docker.internal";
            "In a container 127.0.0.1 is the container. A program of the machine that listens on 127.0.0.1 only is not reached from there.", "容器里的 127.0.0.1 是容器自己；宿主机上只监听 127.0.0.1 的程序，容器访问不到。";
            "Let the program listen on the address of docker0 too (172.17.0.1), or put it into the same compose.yaml and write its service as the upstream.", "请让程序也监听 docker0 的地址（172.17.0.1），或者把它放进同一个 compose.yaml，并填写它的服务名。";
        ),
        RemarkMessage::NewListener => row!(
            "The listener is a new one", "这里会新建监听器";
            "A load balancer has one listener for a port: where there is one already, making another fails and nothing is changed.", "负载均衡的一个端口只能有一个监听器；如果已经存在，新建会失败，不会改动原有配置。";
            "Give the old listener this certificate and TLS policy instead, or delete it first at a quiet hour.", "请在原监听器上更换证书和 TLS 策略，或在业务低峰时先删除它。";
        ),
        RemarkMessage::AwsClassic => row!(
            "Classic Load Balancers stay behind", "传统型负载均衡器（CLB）已经过时";
            "They speak no TLS 1.3, no HTTP/2, and redirect nothing.", "它不支持 TLS 1.3 和 HTTP/2，也不能重定向。";
            "Move to an Application Load Balancer when you can: the target is aws-alb.", "有条件时请迁移到 Application Load Balancer，对应目标 aws-alb。";
        ),
        RemarkMessage::CloudFrontNames => row!(
            "Let the names point to the distribution", "把域名解析指向该分配";
            "A distribution answers for a name only when it is among its aliases, and no other distribution may have it.", "只有列在备用域名里的名称才会得到响应，而且同一名称不能属于另一个分配。";
            "Afterwards make each name a CNAME or ALIAS of the distribution’s domain name (….cloudfront.net).", "完成后，请把每个域名以 CNAME 或 ALIAS 指向该分配的域名（….cloudfront.net）。";
        ),
        RemarkMessage::TencentReplace => row!(
            "Uploading changes nothing that runs", "上传证书不会影响正在使用的资源";
            "CDN, CLB and the others go on with the certificate that they have, until they are told.", "CDN、CLB 等资源会继续使用原来的证书。";
            "At a renewal: tccli ssl UpdateCertificateInstance with OldCertificateId, CertificateId and ResourceTypes replaces it everywhere.", "续期时，可用 tccli ssl UpdateCertificateInstance（OldCertificateId、CertificateId、ResourceTypes）一次替换到所有资源。";
        ),
        RemarkMessage::CloudflarePlan => row!(
            "A certificate of your own at the edge needs the Business plan", "在边缘使用自己的证书需要 Business 套餐";
            "On smaller plans the upload is refused; visitors see Cloudflare’s own certificate, and yours stands at the origin.", "较低的套餐会拒绝上传，访客看到的是 Cloudflare 的证书，你的证书部署在源站。";
            "There leave the upload out, and run the rest. The commands need jq and curl.", "这种情况请跳过上传，执行其余命令。命令需要 jq 和 curl。";
        ),
        RemarkMessage::CloudflareOrigin => row!(
            "The origin has to serve this certificate too", "源站也要部署这张证书";
            "Full (strict) refuses an origin whose certificate is expired, for another name, or without its chain.", "Full (strict) 模式下，源站证书过期、域名不符或缺少证书链都会被拒绝。";
            "Make the origin’s configuration with its own target (nginx …). To let only Cloudflare in, give it authenticated_origin_pull_ca.pem as the clients’ authorities.", "请为源站选择对应目标（如 nginx）生成配置。只允许 Cloudflare 访问时，把 authenticated_origin_pull_ca.pem 填为客户端 CA。";
        ),
    }
}
