use crate::report::message::ChainMessage;
use crate::text::{Words, row::row};

/// The words of one message.
pub const fn words(id: ChainMessage) -> Words {
    use ChainMessage as Id;
    match id {
        Id::NoServerCertificate | Id::OnlyARoot => no_leaf(id),
        Id::LeafNotFirst | Id::WrongOrder => order(id),
        Id::MissingIssuer
        | Id::MissingIssuerWithoutAddress
        | Id::MissingAbove
        | Id::MissingAboveWithoutAddress
        | Id::MissingRoot
        | Id::MissingNamesake
        | Id::MissingNamesakeAt
        | Id::MissingSupplied
        | Id::Circle => missing(id),
        Id::RootIncluded
        | Id::Stranger
        | Id::StrangerBesideGap
        | Id::ExpiredAlternative
        | Id::KeepCrossSigned
        | Id::SeveralPaths
        | Id::SeveralPrivatePaths
        | Id::WiderReach
        | Id::ShorterHandshake => members(id),
        Id::SeveralSites | Id::SeveralKeys | Id::SeveralIssues => several(id),
        Id::WrongKey
        | Id::BrokenSignature
        | Id::NotByKnownRoot
        | Id::UnverifiedSignature
        | Id::KeyIdsDisagree
        | Id::SerialsDisagree
        | Id::NameDiffers => links(id),
        Id::SelfSigned | Id::SelfSignedLocally => self_signed(id),
        Id::NoCommonPolicy | Id::MapsAnyPolicy => policies(id),
        Id::TooManySignatures | Id::TooManyPaths | Id::PathTooDeep | Id::TooManyNames => limits(id),
        _ => issuers(id),
    }
}

const fn policies(id: ChainMessage) -> Words {
    match id {
        ChainMessage::MapsAnyPolicy => row!(
            "{certificate} maps “any policy”", "{certificate} 映射了“任意策略”";
            "A mapping makes one policy stand for another; the standard forbids it for anyPolicy, and validators refuse the path.", "策略映射让一个策略代表另一个，标准禁止对 anyPolicy 使用，验证器会拒绝这条路径。";
            "Have the CA certificate issued again without this mapping.", "去掉这条映射，重新签发该 CA 证书。";
        ),
        _ => row!(
            "No policy holds on the whole path", "整条路径没有共同的证书策略";
            "{issuer} asks every path through it to keep to one policy (requireExplicitPolicy), and at {certificate} none is left. Chrome and Go refuse it.", "{issuer} 要求经过它的路径始终遵循某一策略（requireExplicitPolicy），而到 {certificate} 已没有可用的策略。Chrome 和 Go 会拒绝。";
            "Have {certificate} issued with one of the policies of its issuer, or take requireExplicitPolicy out of the CA’s certificate.", "让 {certificate} 带上其签发者的某个策略重新签发，或去掉 CA 证书中的 requireExplicitPolicy。";
        ),
    }
}

const fn no_leaf(id: ChainMessage) -> Words {
    match id {
        ChainMessage::OnlyARoot => row!(
            "This is a root certificate, not a server certificate", "这是根证书，不是服务器证书";
            "{names} signs itself and can only issue other certificates. Its place is in the client; a server shows the certificate issued for its own name.", "{names} 是自签名的，只能用来签发其他证书。它应该装在客户端里；服务器要出示的是为自己域名签发的证书。";
            "Add the certificate that the CA issued for your domain.", "请补上证书机构为你的域名签发的证书。";
        ),
        _ => row!(
            "There is no server certificate here", "没有找到服务器证书";
            "Only CA certificates were given. A server shows the certificate issued for its own name.", "给出的全是 CA 证书。服务器要出示的是为自己域名签发的那一张。";
            "Add the certificate that the CA issued for your domain. The file is often named after the domain.", "请补上证书机构为你的域名签发的证书，文件名通常就是域名。";
        ),
    }
}

const fn order(id: ChainMessage) -> Words {
    match id {
        ChainMessage::LeafNotFirst => row!(
            "The server certificate does not come first", "服务器证书没有放在最前面";
            "{before} stands before {certificate}. A server presents the first certificate of a file as its own: clients see the wrong one, or the server does not start because the private key does not fit.", "{before} 排在了 {certificate} 前面。服务器会把文件中的第一张证书当作自己的证书：客户端会看到错误的证书，或者服务器因私钥不匹配而无法启动。";
            "Put {certificate} first, then each certificate followed by the one that signed it. The fix writes the file in this order.", "把 {certificate} 放在最前面，其后每张证书都紧跟它的签发者。一键修复会按这个顺序重写文件。";
        ),
        _ => row!(
            "The certificates are in the wrong order", "证书的先后顺序不对";
            "{certificate} has to come before {before}. TLS 1.2 wants each certificate followed by its issuer. Browsers, phones and Java sort it out; small TLS libraries in devices, and some gateways, refuse the chain.", "{certificate} 应排在 {before} 之前。TLS 1.2 要求每张证书后面紧跟它的签发者：浏览器、手机和 Java 能自行整理，设备中的小型 TLS 库和一些网关会直接拒绝。";
            "Server certificate first, then its issuer, then the issuer of that. The fix writes the file in this order.", "先放服务器证书，再放它的签发者，依次向上。一键修复会按这个顺序重写文件。";
        ),
    }
}

const fn missing(id: ChainMessage) -> Words {
    match id {
        ChainMessage::MissingIssuer => row!(
            "The certificate that issued yours is missing", "缺少签发你证书的中间证书";
            "{issuer} was not given. Android, WebViews, Java and mini-programs do not fetch a missing intermediate by themselves; desktop browsers often hide the fault. What is missing: {subject}.", "没有给出 {issuer}。安卓、WebView、Java 和小程序不会自动补全中间证书；电脑浏览器常常掩盖这个问题。缺的是：{subject}。";
            "Download it from {address}, or take the full chain file of your CA, and add it here. Serve it right after your certificate.", "从 {address} 下载，或使用证书机构提供的完整链文件，添加到这里；部署时紧跟在服务器证书之后发送。";
        ),
        ChainMessage::MissingIssuerWithoutAddress => row!(
            "The certificate that issued yours is missing", "缺少签发你证书的中间证书";
            "{issuer} was not given. Android, WebViews, Java and mini-programs do not fetch a missing intermediate by themselves; desktop browsers often hide the fault. What is missing: {subject}.", "没有给出 {issuer}。安卓、WebView、Java 和小程序不会自动补全中间证书；电脑浏览器常常掩盖这个问题。缺的是：{subject}。";
            "Your certificate does not say where it can be had. Take the full chain file of your CA (fullchain.pem, or a name with bundle or chain) and add it here.", "你的证书没有写明下载地址。请使用证书机构提供的完整链文件（fullchain.pem，或文件名带 bundle、chain 的文件），添加到这里。";
        ),
        ChainMessage::MissingSupplied => row!(
            "Intermediate missing, one click adds it: {issuer}", "缺少中间证书，可一键补上：{issuer}";
            "It issued {certificate} and was not given. Android, WebViews, Java and mini-programs do not fetch it by themselves; desktop browsers often hide the fault.", "{certificate} 由它签发，但没有给出。安卓、WebView、Java 和小程序不会自动补全；电脑浏览器常常掩盖这个问题。";
            "The fix adds {added} from our supply of {date} and writes the full chain. Serve that file.", "一键修复会从内置的中间证书库（{date}）补上 {added}，并写出完整链；部署该文件即可。";
        ),
        ChainMessage::MissingAbove => row!(
            "An intermediate is missing: {issuer}", "缺少上级中间证书：{issuer}";
            "It issued {certificate}, and it is neither here nor a root that clients have. Android, WebViews, Java and mini-programs do not fetch it by themselves. What is missing: {subject}.", "{certificate} 由它签发，但它既没有给出，也不是客户端内置的根证书。安卓、WebView、Java 和小程序不会自动补全。缺的是：{subject}。";
            "Download it from {address}, or take the full chain file of your CA, and add it here. Serve it right after {certificate}.", "从 {address} 下载，或使用证书机构提供的完整链文件，添加到这里；部署时紧跟在 {certificate} 之后发送。";
        ),
        ChainMessage::MissingAboveWithoutAddress => row!(
            "An intermediate is missing: {issuer}", "缺少上级中间证书：{issuer}";
            "It issued {certificate}, and it is neither here nor a root that clients have. Android, WebViews, Java and mini-programs do not fetch it by themselves. What is missing: {subject}.", "{certificate} 由它签发，但它既没有给出，也不是客户端内置的根证书。安卓、WebView、Java 和小程序不会自动补全。缺的是：{subject}。";
            "{certificate} does not say where it can be had. Take the full chain file of your CA (fullchain.pem, or a name with bundle or chain) and add it here.", "{certificate} 没有写明下载地址。请使用证书机构提供的完整链文件（fullchain.pem，或文件名带 bundle、chain 的文件），添加到这里。";
        ),
        ChainMessage::MissingNamesake => row!(
            "A CA named {issuer} is missing, not the root that clients have", "缺少一张名为 {issuer} 的 CA 证书（并非客户端内置的那张）";
            "{certificate} was issued by {subject}. Clients have a root of this name, with another key. What is missing is a CA certificate of the same name, older or newer, or one that only borrows the name.", "{certificate} 由 {subject} 签发。客户端内置了同名的根证书，但密钥不同。缺的是另一代同名的 CA 证书，也可能只是借用了这个名称。";
            "Take the complete chain file of your CA (fullchain.pem), and add the certificate of {issuer} with this key identifier here.", "使用证书机构提供的完整链文件（fullchain.pem），把密钥标识相符的 {issuer} 添加到这里。";
        ),
        ChainMessage::MissingNamesakeAt => row!(
            "A CA named {issuer} is missing, not the root that clients have", "缺少一张名为 {issuer} 的 CA 证书（并非客户端内置的那张）";
            "{certificate} was issued by {subject}. Clients have a root of this name, with another key. What is missing is a CA certificate of the same name, older or newer, or one that only borrows the name.", "{certificate} 由 {subject} 签发。客户端内置了同名的根证书，但密钥不同。缺的是另一代同名的 CA 证书，也可能只是借用了这个名称。";
            "Download it from {address}, or take the complete chain file of your CA, and add it here.", "从 {address} 下载，或使用证书机构提供的完整链文件，添加到这里。";
        ),
        ChainMessage::Circle => row!(
            "The chain runs in a circle and reaches no root", "证书链绕成一圈，到不了根证书";
            "{certificate} was issued by {issuer}, which stands below it already. Clients find no root on this way and refuse the chain.", "{certificate} 由 {issuer} 签发，而后者已经在它的下方。客户端沿这条路找不到根证书，会拒绝连接。";
            "Take the full chain file of your CA, which holds {issuer} signed by a root.", "请使用证书机构提供的完整链文件，其中有由根证书签发的 {issuer}。";
        ),
        _ => row!(
            "{issuer} is missing, and clients do not know it", "缺少 {issuer}，而客户端并不认识它";
            "{certificate} was issued by {subject}. It is called a root, but no list of roots that we know has it. A new root needs its cross-signed certificate in the chain (Let's Encrypt's Root YR and Root YE do), a withdrawn one is refused by new browsers, and a private one is known only where it was installed.", "{certificate} 由 {subject} 签发。它虽名为根证书，却不在已知的根证书列表里：新的根需要把交叉签名证书放进链中（Let's Encrypt 的 Root YR、Root YE 就是如此），已被移除的根会被新浏览器拒绝，私有的根只有装过它的设备才认识。";
            "From a public CA: use its complete chain file (fullchain.pem), which holds {issuer} signed by an older root. From a private CA: add the root here, and install it on every device.", "公共证书机构：使用它提供的完整链文件（fullchain.pem），其中有由更早的根签发的 {issuer}。私有 CA：把根证书添加到这里，并安装到每台设备。";
        ),
    }
}

const fn members(id: ChainMessage) -> Words {
    match id {
        ChainMessage::RootIncluded => row!(
            "The root certificate is in the bundle", "证书文件里带了根证书";
            "{name} signs itself. Clients use their own copy of a root and ignore this one; it only makes every handshake longer.", "{name} 是自签名的根证书。客户端只认自己内置的根，会忽略这一张，它只会让每次握手多传数据。";
            "Leave it out of the file that the server sends. Keep it where devices have to install a private root.", "从服务器发送的文件中去掉即可。若是私有 CA，请另行保留，用于安装到设备。";
        ),
        ChainMessage::Stranger => row!(
            "Not every certificate belongs to this chain", "混入了与这条证书链无关的证书";
            "No way from the server certificate to a root leads through {names}. The server sends them all the same, and strict clients give up where one certificate does not lead to the next.", "从服务器证书到根证书，没有一条路径经过 {names}。服务器仍会照样发送，而严格的客户端遇到接不上的证书就会放弃。";
            "Remove them. The fix keeps only what belongs to the chain.", "请移除它们。一键修复只保留属于这条链的证书。";
        ),
        ChainMessage::StrangerBesideGap => row!(
            "These certificates did not issue yours", "这些证书不是你的证书的签发者";
            "The chain ends where {missing} is missing, and nothing connects it with {names}. This may be the intermediate of an earlier certificate, or of another product of the CA.", "证书链断在缺少 {missing} 的地方，与 {names} 接不上。它们可能是旧证书的中间证书，或同一机构其他产品的中间证书。";
            "Add {missing} first. What then still belongs to no chain can go.", "请先补上 {missing}；之后仍不属于任何链的证书即可移除。";
        ),
        ChainMessage::ExpiredAlternative => row!(
            "An expired certificate is still in the bundle", "证书文件里还有已过期的证书";
            "{names} belongs to another way upward and has expired. New clients go around it; older ones, such as OpenSSL 1.0, follow it and fail although a good way exists.", "{names} 属于另一条路径，且已过期。新客户端会绕开它；OpenSSL 1.0 等旧客户端会沿着它走，明明另有可用的路径也会连接失败。";
            "Remove it. The fix keeps only what is needed and valid.", "请移除它。一键修复只保留需要且有效的证书。";
        ),
        ChainMessage::KeepCrossSigned => row!(
            "Keep {name}: it looks like a root, but is cross-signed", "请保留 {name}：看似根证书，实为交叉签名证书";
            "This one is signed by {issuer}. Clients that do not have {name} among their roots reach {issuer} through it; without it older phones refuse the chain.", "这一张由 {issuer} 签发。没有内置 {name} 的客户端要经由它到达 {issuer}；去掉它，旧手机就会拒绝连接。";
            "Leave it in the file. Only a certificate that is its own issuer can be dropped.", "把它留在文件里。只有签发者就是自己的证书才可以去掉。";
        ),
        ChainMessage::SeveralPrivatePaths => row!(
            "There is more than one way to a root", "有多条路径通往根证书";
            "{count} paths, to {uses}. No public list of roots has any of them.", "共有 {count} 条路径，通往 {uses}，公共的根证书列表均未收录。";
            "Nothing to do. Serve the path whose root is installed on your devices; keep the cross-signed certificates for the others.", "无需处理。请部署设备上装有其根证书的那条路径，其余设备需要时保留交叉签名证书。";
        ),
        ChainMessage::WiderReach => row!(
            "Another chain reaches further: {gained}", "换一条链可以支持更多客户端：{gained}";
            "Add {added} to what the server sends (cross-signed, not a root), and they connect reliably, too.", "在服务器发送的证书中再加上 {added}（交叉签名证书，不是根证书），它们也能稳定连接。";
            "The fix serves that chain. Leave it if none of your users have them.", "一键修复会改用这条链。如果没有这类用户，可以不管。";
        ),
        ChainMessage::ShorterHandshake => row!(
            "Today’s clients need fewer certificates", "新客户端不需要这么长的链";
            "Without {dropped} every handshake is smaller. Lost would be: {lost}.", "去掉 {dropped} 可以缩短每次握手，但会失去：{lost}。";
            "Keep it for the widest reach. For the shortest handshake let the fix drop it.", "想支持最多客户端就保留；想要最短的握手，可用一键修复去掉。";
        ),
        _ => row!(
            "There is more than one way to a root", "有多条路径通往根证书";
            "{count} ways, and who takes which: {uses}.", "共有 {count} 条路径，各由谁采用：{uses}。";
            "Nothing to do. Keep the cross-signed certificates in the file: each client takes the path whose root it has.", "无需处理。请保留文件中的交叉签名证书：每个客户端都会走自己内置了根证书的那一条。";
        ),
    }
}

const fn several(id: ChainMessage) -> Words {
    match id {
        ChainMessage::SeveralKeys => row!(
            "The same names with several kinds of key: {kinds}", "同一组域名有多种密钥类型的证书：{kinds}";
            "A server can offer all of them, but each from a file of its own: in one file it shows only the first. This verdict is about the {kind} certificate.", "服务器可以同时启用它们，但每张要放在各自的文件里：同一个文件中只有第一张会生效。本次结论针对 {kind} 证书。";
            "Configure each certificate with its own chain file and private key (nginx takes ssl_certificate twice), and check them here one by one.", "为每张证书分别配置链文件和私钥（nginx 可以写两组 ssl_certificate），并在这里逐张检查。";
        ),
        ChainMessage::SeveralIssues => row!(
            "Several certificates for the same names", "同一组域名有多张证书";
            "There are {count} for {name}, probably an old one and its renewal. A server shows only the first of a file. This verdict is about the one issued on {issued}.", "{name} 有 {count} 张证书，多半是旧证书和续期后的证书。服务器只会出示文件中的第一张。本次结论针对 {issued} 签发的那一张。";
            "Keep the newest, issued on {newest}, and take the others out of the file.", "保留最新的一张（{newest} 签发），其余的从文件中移除。";
        ),
        _ => row!(
            "Several server certificates were given", "给出了多张服务器证书";
            "There are {count}: {names}. A server shows only the first of a file, so a file holds one of them with its own chain. This verdict is about {name}.", "共 {count} 张：{names}。服务器只会出示文件中的第一张，所以一个文件里只能放一张服务器证书和它的链。本次结论针对 {name}。";
            "Make one file for each site and check them one by one. Where the private key is given too, its certificate is the one judged.", "每个站点单独做一个文件，逐个检查。如果同时给出私钥，则以与它匹配的证书为准。";
        ),
    }
}

const fn links(id: ChainMessage) -> Words {
    match id {
        ChainMessage::WrongKey => row!(
            "{issuer} has the right name, but not the right key", "{issuer} 名称相符，但密钥不对";
            "Its key did not make the signature of {certificate}. CAs renew intermediates under the same name, and every client checks the signature, so every client refuses this chain.", "{certificate} 的签名不是由它的密钥生成的。证书机构会用相同名称换发中间证书，而所有客户端都会验证签名，因此都会拒绝这条链。";
            "Replace it with the version that belongs to {certificate}: download the chain again from your CA, together with the certificate.", "换成与 {certificate} 对应的版本：从证书机构重新下载证书和配套的证书链。";
        ),
        ChainMessage::BrokenSignature => row!(
            "The signature of {certificate} is not valid", "{certificate} 的签名无效";
            "{issuer} holds the key that it asks for, yet the signature does not fit the content: the certificate was changed or damaged after it was issued.", "{issuer} 正是它要求的签发者，但签名与内容不符：证书在签发之后被改动或损坏了。";
            "Download it again from your CA. If it stays the same, have it issued again.", "请从证书机构重新下载；如果仍然如此，请重新签发。";
        ),
        ChainMessage::NotByKnownRoot => row!(
            "{root} did not sign {certificate}", "{certificate} 并非由 {root} 签发";
            "The certificate names that public root as its issuer, but the root’s key did not make the signature. It is forged, or damaged.", "证书写明由这个公共根签发，但签名不是用该根的密钥生成的：它是伪造的，或已损坏。";
            "Do not serve it. Download the chain again from your CA.", "不要部署它。请从证书机构重新下载证书链。";
        ),
        ChainMessage::UnverifiedSignature => row!(
            "The signature of {certificate} could not be verified", "无法验证 {certificate} 的签名";
            "It is made with {algorithm} and the key of {issuer}, which are not known here or do not go together. It is not called wrong, but nobody who cannot verify it trusts it, and most clients cannot.", "它使用 {algorithm}，签发者是 {issuer}，这里不认识这种算法或密钥，或者两者不匹配。这并不表示签名是错的，但无法验证它的客户端不会信任它，而大多数客户端都无法验证。";
            "Check it with openssl verify where it matters.", "如有需要，请用 openssl verify 验证。";
        ),
        ChainMessage::NameDiffers => row!(
            "{certificate} writes the name of {issuer} in another way", "{certificate} 中签发者 {issuer} 的名称写法不一致";
            "Letters, spaces or the kind of string differ. OpenSSL, Java, Chrome and iOS take both for the same name; Firefox, Go and rustls compare bytes and find no issuer.", "大小写、空格或字符串类型不同。OpenSSL、Java、Chrome 和 iOS 视为同一名称；Firefox、Go 和 rustls 按字节比较，会认为找不到签发者。";
            "Have {certificate} issued again, with the issuer’s name copied byte by byte.", "请重新签发 {certificate}，签发者名称须与上级证书逐字节一致。";
        ),
        ChainMessage::KeyIdsDisagree => row!(
            "{certificate} asks for another key than that of {issuer}", "{certificate} 所指的签发密钥与 {issuer} 不一致";
            "The signature is right, but the authority key identifier below and the subject key identifier above differ. OpenSSL, and with it curl, Python and PHP, does not take such an issuer; browsers do.", "签名本身正确，但下级的 authorityKeyIdentifier 与上级的 subjectKeyIdentifier 不同。OpenSSL 以及基于它的 curl、Python、PHP 不接受这样的签发者，浏览器则可以接受。";
            "Take the version of {issuer} whose key identifier fits. In a private CA, issue again so that the two are equal.", "换用密钥标识相符的 {issuer}。如果是私有 CA，请重新签发，使两者一致。";
        ),
        _ => row!(
            "{certificate} asks for an issuer with another serial number", "{certificate} 所指的签发者序列号不一致";
            "The signature is right, but the authority key identifier names another certificate of {issuer}. OpenSSL, and with it curl, Python and PHP, does not take such an issuer; browsers do.", "签名本身正确，但 authorityKeyIdentifier 指的是 {issuer} 的另一张证书。OpenSSL 以及基于它的 curl、Python、PHP 不接受这样的签发者，浏览器则可以接受。";
            "Take the version of {issuer} with that serial number. In a private CA, issue again without the serial number in the identifier.", "换用序列号相符的 {issuer}。如果是私有 CA，请重新签发，标识中不要写序列号。";
        ),
    }
}

/// What is wrong with an issuer.
const fn issuers(id: ChainMessage) -> Words {
    match id {
        ChainMessage::NotCa => row!(
            "{issuer} may not issue certificates", "{issuer} 无权签发证书";
            "It says of itself that it is no CA (basicConstraints), yet it issued {certificate}. Every client refuses such a chain.", "它自己声明不是 CA（basicConstraints），却签发了 {certificate}。所有客户端都会拒绝这样的证书链。";
            "Have {certificate} issued by a CA. In a private CA, make its certificate again with basicConstraints = critical, CA:TRUE.", "请由真正的 CA 签发 {certificate}。如果是私有 CA，请以 basicConstraints = critical, CA:TRUE 重做它的证书。";
        ),
        ChainMessage::NoBasicConstraints => row!(
            "{issuer} does not say that it is a CA", "{issuer} 没有声明自己是 CA";
            "It issued {certificate}, but basicConstraints is missing. Without it no certificate may issue another, and browsers and phones refuse the chain.", "它签发了 {certificate}，却没有 basicConstraints 扩展。没有这个扩展就不能签发证书，浏览器和手机都会拒绝这条链。";
            "In a private CA, make its certificate again with basicConstraints = critical, CA:TRUE. From a public CA, take the current chain.", "如果是私有 CA，请以 basicConstraints = critical, CA:TRUE 重做它的证书；如果是公共证书机构，请使用最新的证书链。";
        ),
        ChainMessage::NoCertSign => row!(
            "The key of {issuer} may not sign certificates", "{issuer} 的密钥不可用于签发证书";
            "It issued {certificate}, but its key usage does not list keyCertSign. Every client refuses such a chain.", "它签发了 {certificate}，但 keyUsage 中没有 keyCertSign。所有客户端都会拒绝这样的证书链。";
            "In a private CA, make its certificate again with keyUsage = critical, keyCertSign, cRLSign. From a public CA, take the current chain.", "如果是私有 CA，请以 keyUsage = critical, keyCertSign, cRLSign 重做它的证书；如果是公共证书机构，请使用最新的证书链。";
        ),
        ChainMessage::PathTooLong => row!(
            "There are too many intermediates below {issuer}", "{issuer} 下面的中间证书过多";
            "It allows {allowed:intermediate/intermediates} below itself (pathLenConstraint), and the chain has {found}. Every client refuses it.", "它最多允许 {allowed} 层中间证书（pathLenConstraint），而这条链有 {found} 层。所有客户端都会拒绝。";
            "Have the server certificate issued directly by the last CA that is allowed, or get a CA certificate with a larger limit.", "请由允许范围内的最后一级 CA 直接签发服务器证书，或换一张层数限制更大的 CA 证书。";
        ),
        ChainMessage::PathTooDeepForUser => row!(
            "The chain is longer than you allow", "证书链超出你设定的层数";
            "{found:intermediate stands/intermediates stand} up to {issuer}, and the limit is {allowed}. Servers with ssl_verify_depth or -verify_depth set like this refuse it.", "到 {issuer} 为止已有 {found} 层中间证书，而上限是 {allowed}。按此设置 ssl_verify_depth 或 -verify_depth 的服务器会拒绝。";
            "Raise the limit, or have the certificate issued by a CA further up.", "调大上限，或改由更上级的 CA 签发。";
        ),
        ChainMessage::OutsideConstraints => row!(
            "{issuer} may not vouch for these names: {names}", "{issuer} 无权为这些名称签发证书：{names}";
            "Its name constraints do not let these names of {certificate} pass. Clients then refuse the whole certificate, not only those names.", "{certificate} 中的这些名称超出了它的名称约束（nameConstraints）。客户端会拒绝整张证书，而不只是这些名称。";
            "Have the certificate issued without these names, or by a CA that is not limited to others.", "重新签发时去掉这些名称，或换一个没有此限制的 CA 签发。";
        ),
        ChainMessage::BrokenConstraints => row!(
            "The name constraints of {issuer} cannot be read", "{issuer} 的名称约束无法解析";
            "One of its entries does not parse, so clients cannot tell which names it may vouch for, and refuse everything below it.", "其中有一项不符合格式，客户端无法判断它可以为哪些名称签发，因此会拒绝它下面的所有证书。";
            "In a private CA, make its certificate again; an address there is written with its mask (8 or 32 bytes). From a public CA, take the current chain.", "如果是私有 CA，请重做它的证书；其中的 IP 地址要连同掩码一起写（8 或 32 字节）。如果是公共证书机构，请使用最新的证书链。";
        ),
        ChainMessage::IssuerNotForServers => row!(
            "{issuer} may not issue server certificates", "{issuer} 不能签发服务器证书";
            "Its extended key usage lists other purposes, such as email, code or clients, and clients apply it to everything below.", "它的扩展密钥用法只列出了其他用途（如邮件、代码签名、客户端认证），而客户端会把这一限制用于它下面的所有证书。";
            "Have the certificate issued below the CA's intermediate for TLS servers.", "请改用该 CA 专门签发 TLS 服务器证书的中间证书重新签发。";
        ),
        ChainMessage::IssuerNotForClients => row!(
            "{issuer} may not issue client certificates", "{issuer} 不能签发客户端证书";
            "Its extended key usage leaves out clientAuth, and servers apply it to everything below.", "它的扩展密钥用法不含 clientAuth，而服务器会把这一限制用于它下面的所有证书。";
            "Have the certificate issued below a CA for clients. Public CAs leave clientAuth out since 2026: use a CA of your own.", "请用专门签发客户端证书的 CA 重新签发。公共证书机构自 2026 年起不再包含 clientAuth，请使用自建 CA。";
        ),
        ChainMessage::WeakSignature => row!(
            "{certificate} is signed with a hash that is broken", "{certificate} 的签名用了已被攻破的哈希算法";
            "{algorithm} can be forged, and browsers and phones refuse it anywhere below the root.", "{algorithm} 可以被伪造，浏览器和手机不接受根证书以下的任何此类签名。";
            "Take the current chain of your CA, signed with SHA-256 or better. In a private CA, issue this certificate again.", "请使用证书机构最新的、以 SHA-256 或更强算法签名的证书链；如果是私有 CA，请重新签发这张证书。";
        ),
        _ => row!(
            "The key of {certificate} is too short", "{certificate} 的密钥太短";
            "RSA with {bits:bit/bits} can be broken; browsers and phones want 2048 everywhere in the chain.", "{bits} 位 RSA 可以被破解，浏览器和手机要求整条链都不低于 2048 位。";
            "Take the current chain of your CA. In a private CA, make a new key of 2048 bits or more and issue everything below it again.", "请使用证书机构最新的证书链；如果是私有 CA，请换用 2048 位以上的密钥，并重新签发其下的所有证书。";
        ),
    }
}

const fn self_signed(id: ChainMessage) -> Words {
    match id {
        ChainMessage::SelfSigned => row!(
            "The server certificate is self-signed", "服务器证书是自签名的";
            "{name} vouches only for itself. Browsers warn, and apps and mini-programs refuse without offering a way around.", "{name} 只有自己为自己担保。浏览器会弹出警告，应用和小程序会直接拒绝，用户无法跳过。";
            "Get a certificate from a public CA. Let's Encrypt and most clouds give one for free.", "向公共证书机构申请证书；Let's Encrypt 和多数云厂商都提供免费证书。";
        ),
        _ => row!(
            "Self-signed, for local names only", "自签名证书，仅用于本地名称";
            "No public CA issues for {name}, so this is usual in development. Each device has to trust it by hand, and mini-programs do not allow that outside their tools.", "公共证书机构不会为 {name} 签发证书，开发环境里这样做很常见。但每台设备都要手动信任它，而小程序在开发者工具之外不允许这样做。";
            "For development, a small CA of your own (mkcert makes one) is easier to trust. For everything else, use a public name and a public CA.", "开发时可以自建一个小型 CA（例如用 mkcert），更便于安装信任；其他场合请使用公网域名和公共证书机构的证书。";
        ),
    }
}

const fn limits(id: ChainMessage) -> Words {
    match id {
        ChainMessage::TooManySignatures => row!(
            "Gave up after {limit:signature/signatures}", "验证了 {limit} 个签名后停止";
            "Many certificates share one name, so each of them had to be tried as the issuer. A real chain needs three to six signatures; clients have such limits too.", "许多证书同名，只能逐一尝试是否为签发者。正常的链只需验证三到六个签名，客户端也有类似的上限。";
            "Give only the certificates of one site: its own, its intermediates, and its key.", "请只给出一个站点的内容：服务器证书、它的中间证书和私钥。";
        ),
        ChainMessage::TooManyPaths => row!(
            "Gave up after {limit:step/steps} from certificate to issuer", "向上查找 {limit} 步后停止";
            "The certificates are cross-signed in so many ways that the paths cannot all be followed. Clients have such limits too.", "这些证书相互交叉签名，路径多到无法全部走完。客户端也有类似的上限。";
            "Give only the certificates of one site: its own, its intermediates, and its key.", "请只给出一个站点的内容：服务器证书、它的中间证书和私钥。";
        ),
        ChainMessage::PathTooDeep => row!(
            "Gave up at {limit:certificate/certificates} in one chain", "一条链超过 {limit} 张证书，已停止";
            "Real chains have two to five. OpenSSL stops at the same limit, other clients much earlier.", "正常的链只有两到五张。OpenSSL 的上限与此相同，其他客户端更早就会放弃。";
            "Give only the certificates of one site: its own, its intermediates, and its key.", "请只给出一个站点的内容：服务器证书、它的中间证书和私钥。";
        ),
        _ => row!(
            "Gave up after comparing {limit:name/names} with name constraints", "与名称约束比对 {limit} 次后停止";
            "A certificate with very many names stands below a CA with very many constraints. Clients have such limits too.", "名称极多的证书遇上了名称约束极多的 CA。客户端也有类似的上限。";
            "Have the names split over several certificates.", "请把这些名称拆分到多张证书中。";
        ),
    }
}
