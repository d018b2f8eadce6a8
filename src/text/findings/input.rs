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
        InputMessage::NothingGiven => row!(
            "It is empty", "内容是空的";
            "There is nothing to judge. A file of 0 bytes is often a download or a copy that failed.", "没有可以检查的内容。0 字节的文件通常是下载或复制失败。";
            "Paste a certificate, or drop the files that your CA sent.", "粘贴证书，或把证书机构给的文件拖进来。";
        ),
        InputMessage::BlockUnclosed => row!(
            "Line {line}: the block {label} has no END line", "第 {line} 行：{label} 块没有 END 行";
            "The text stops before -----END {label}-----, so its last part is missing. Servers refuse the whole file.", "文本在 -----END {label}----- 之前就断了，末尾缺失，服务器会拒绝整个文件。";
            "Copy the block again, from the first dash to the last.", "重新复制这一块，从第一个短横到最后一个短横。";
        ),
        InputMessage::BlockBadCharacter => row!(
            "Line {line}: “{character}” does not belong into the block {label}", "第 {line} 行：{label} 块里有不该出现的字符“{character}”";
            "A block consists of letters, digits, + and / only. Chats and mail programs like to change it.", "块里只能有字母、数字、+ 和 /，聊天和邮件软件常常会改动它。";
            "Copy the block again from its source, or send it as a file.", "从原处重新复制，或改用文件传送。";
        ),
        InputMessage::BlockTruncated => row!(
            "Line {line}: the block {label} is cut off", "第 {line} 行：{label} 块不完整";
            "It ends before its content does. Part of it was lost while copying.", "内容还没结束块就结束了，复制时丢了一部分。";
            "Copy the block again, all of it.", "重新完整复制这一块。";
        ),
        InputMessage::StructureBroken => row!(
            "Damaged inside: {kind}", "内部已损坏：{kind}";
            "{structure} can not be read at byte {offset}. The parser says: {reason}.", "{structure} 在第 {offset} 字节处无法读取。解析器报告：{reason}。";
            "Download or export it again; transfer it in binary mode.", "重新下载或导出，并以二进制方式传输。";
        ),
        InputMessage::Repeated => row!(
            "{name} is there {count:time/times}", "{name} 出现了 {count} 次";
            "Once is enough. In a server’s file a second copy costs every visitor bytes, and old clients stumble over it.", "一次就够了。服务器文件里多出的一份会浪费流量，旧客户端还可能出错。";
            "Leave the copies out; the full chain made here has each certificate once.", "去掉多余的；这里生成的完整证书链每张只出现一次。";
        ),
        InputMessage::Request => row!(
            "This is a request (CSR), not a certificate", "这是证书签名请求（CSR），不是证书";
            "A CSR is what you send to the CA. A server needs what comes back; the private key for it is here.", "CSR 是交给证书机构的申请，服务器需要的是签发回来的证书。对应的私钥已经在这里。";
            "It asks for {names} with a key of {key}. Send it to your CA, then put what comes back here, together with the private key.", "它申请的是 {names}，密钥为 {key}。把它交给证书机构，签发后连同私钥一起放到这里。";
        ),
        InputMessage::RequestAlone => row!(
            "This is a request (CSR), and its private key is not here", "这是证书签名请求（CSR），但没有对应的私钥";
            "A CSR is what you send to the CA; a server needs what comes back and the private key that the CSR was made with. Who loses that key has to ask again.", "CSR 是交给证书机构的申请；服务器需要签发回来的证书，以及生成 CSR 时的私钥。私钥丢了就只能重新申请。";
            "It asks for {names} with a key of {key}. Find that key before you send this to your CA.", "它申请的是 {names}，密钥为 {key}。请先找到这个私钥，再把 CSR 交给证书机构。";
        ),
        InputMessage::PasswordNeeded => row!(
            "The private key is locked with a password", "私钥有密码保护";
            "Until it is open, nobody can tell whether it belongs to the certificate.", "解开之前，无法判断它是否与证书匹配。";
            "Decrypt it and give it again: openssl pkey -in old.key -out new.key asks for the password.", "先解密再重新给出：openssl pkey -in old.key -out new.key，按提示输入密码。";
        ),
        InputMessage::LooksLikeHtml => row!(
            "This is a web page, not a certificate", "这是网页，不是证书";
            "The download needed a login or failed, and the error page was saved under the certificate’s name.", "下载时需要登录或出了错，错误页面被存成了证书文件。";
            "Log in to the CA’s console and download it again.", "登录证书机构的控制台，重新下载。";
        ),
        InputMessage::LooksLikeJson => row!(
            "This is JSON without a certificate in it", "这是 JSON，里面没有证书";
            "It is most likely the answer of an API, or a configuration.", "多半是接口返回的内容或某个配置文件。";
            "Give the certificate itself: the text from -----BEGIN CERTIFICATE----- on.", "请给出证书本身：从 -----BEGIN CERTIFICATE----- 开始的文本。";
        ),
        InputMessage::LooksLikePicture => row!(
            "This is a picture", "这是图片";
            "A screenshot shows a certificate but does not hold it.", "截图只是证书的样子，里面没有证书数据。";
            "Give the file, or copy the text.", "请给出文件，或复制文本。";
        ),
        InputMessage::LooksLikeSshKey => row!(
            "This is an SSH key", "这是 SSH 密钥";
            "SSH and TLS keep their keys in different forms; a web server can not read this one.", "SSH 和 TLS 的密钥格式不同，Web 服务器读不了它。";
            "Look for the key that was made together with the CSR.", "请找到当初与 CSR 一起生成的私钥。";
        ),
        InputMessage::LooksLikePdf => row!(
            "This is a PDF", "这是 PDF";
            "An invoice or a certificate of ownership, perhaps; the TLS certificate is another file.", "可能是发票或证明文件，TLS 证书是另一个文件。";
            "Download the certificate files from the CA’s console.", "到证书机构的控制台下载证书文件。";
        ),
        InputMessage::LooksLikeKnown => row!(
            "Not read here yet: {kind}", "暂时还不能读取：{kind}";
            "Its form was recognised, but what is inside was not looked at.", "识别出了它的格式，但没有检查里面的内容。";
            "Convert it to PEM first, or unpack it, and give the files.", "请先转换成 PEM 或解包，再给出其中的文件。";
        ),
        InputMessage::LooksLikeBinary => row!(
            "A file that is neither certificate nor key", "有一个文件既不是证书也不是私钥";
            "Its bytes are of no kind that we know. The other files were read.", "它的内容不是任何已知的格式，其他文件已照常读取。";
            "Leave it out, or download it again if it should be a certificate.", "不需要就去掉；如果它本该是证书，请重新下载。";
        ),
        InputMessage::TooManyBytes => row!(
            "More than {limit} MiB: the rest was not read", "超过 {limit} MiB，其余部分没有读取";
            "The limit on {what} keeps the page usable. What came before it was judged.", "限制大小（{what}）是为了让页面保持可用，之前的内容已经检查。";
            "Give fewer files at a time.", "请分批给出文件。";
        ),
        InputMessage::TooMany => row!(
            "More than {limit} ({what}): the rest was not read", "超过 {limit}（{what}），其余部分没有读取";
            "The limit keeps the page usable. What came before it was judged.", "限制数量是为了让页面保持可用，之前的内容已经检查。";
            "Give fewer files at a time.", "请分批给出文件。";
        ),
        InputMessage::KeyStaysHere => row!(
            "{count:private key/private keys}: kept in this page", "有 {count} 个私钥：只留在本页";
            "It is used to see which certificate it belongs to. It never enters a report, a link, storage or a log.", "只用来判断它属于哪张证书，不会写入报告、链接、存储或日志。";
            "Nothing to do. Close the page and it is gone.", "不用处理，关闭页面就没有了。";
        ),
        InputMessage::ByteOrderMark => row!(
            "A byte order mark stands in front", "文件开头有 BOM";
            "It was saved as “UTF-8 with BOM”. OpenSSL before version 3 and Go then miss the first certificate.", "文件被存成了“带 BOM 的 UTF-8”，OpenSSL 3 之前的版本和 Go 会读不到第一张证书。";
            "Save it as UTF-8 without BOM, or take the full chain made here.", "另存为不带 BOM 的 UTF-8，或直接使用这里生成的完整证书链。";
        ),
        InputMessage::GluedBlocks => row!(
            "Line {line}: two blocks are glued together", "第 {line} 行：两个块粘在了一起";
            "The first file had no line break at its end, so END and BEGIN stand on one line. Servers refuse that.", "前一个文件末尾没有换行，END 和 BEGIN 挤在了同一行，服务器会拒绝。";
            "Put a line break between them, or take the full chain made here.", "在两者之间加上换行，或直接使用这里生成的完整证书链。";
        ),
        InputMessage::BlankLineInside => row!(
            "Line {line}: a blank line inside a block", "第 {line} 行：块中间有空行";
            "OpenSSL takes it for the end of a header and refuses the file.", "OpenSSL 会把空行当作头部的结束，从而拒绝文件。";
            "Take the blank lines out, or take the full chain made here.", "去掉空行，或直接使用这里生成的完整证书链。";
        ),
        InputMessage::Indented => row!(
            "Line {line}: spaces in front of the lines", "第 {line} 行：行首有空格";
            "It was copied out of YAML or a chat. Servers look for -----BEGIN at the start of a line and refuse the file.", "可能是从 YAML 或聊天里复制的。服务器只认行首的 -----BEGIN，会拒绝这个文件。";
            "Take the spaces out, or take the full chain made here.", "去掉行首空格，或直接使用这里生成的完整证书链。";
        ),
        InputMessage::LongLine => row!(
            "Line {line}: the line has a length that OpenSSL stumbles over", "第 {line} 行：这一行的长度会让 OpenSSL 出错";
            "PEM has 64 columns. OpenSSL before 1.1.1h loses what follows a line of 254 or 508 characters.", "PEM 每行 64 个字符；1.1.1h 之前的 OpenSSL 遇到 254 或 508 个字符的行，会丢掉后面的内容。";
            "Break the lines after 64 characters, or take the full chain made here.", "每 64 个字符换行，或直接使用这里生成的完整证书链。";
        ),
        InputMessage::OldLabel => row!(
            "Line {line}: an old label", "第 {line} 行：旧的标签";
            "X509 CERTIFICATE and TRUSTED CERTIFICATE are OpenSSL’s own labels; Go (Caddy, Traefik) and others do not know them.", "X509 CERTIFICATE 和 TRUSTED CERTIFICATE 是 OpenSSL 自己的标签，Go 编写的 Caddy、Traefik 等不认识。";
            "Write CERTIFICATE instead, or take the full chain made here.", "改成 CERTIFICATE，或直接使用这里生成的完整证书链。";
        ),
        InputMessage::Utf16 => row!(
            "The file is UTF-16 text", "文件是 UTF-16 编码";
            "Windows tools (PowerShell’s > among them) write it so. Servers see no certificate in it.", "Windows 的一些工具（例如 PowerShell 的 >）会这样写文件，服务器在里面看不到证书。";
            "Save it as UTF-8 or ASCII, or take the full chain made here.", "另存为 UTF-8 或 ASCII，或直接使用这里生成的完整证书链。";
        ),
        InputMessage::EscapedNewlines => row!(
            "Line {line}: line breaks are written as \\n", "第 {line} 行：换行被写成了 \\n";
            "It was copied out of JSON or an environment variable. Servers refuse it as it stands.", "可能是从 JSON 或环境变量里复制的，服务器无法直接使用。";
            "Turn each \\n into a line break, or take the full chain made here.", "把每个 \\n 换成真正的换行，或直接使用这里生成的完整证书链。";
        ),
        InputMessage::WrongLabel => row!(
            "Line {line}: the label says something else than the block holds", "第 {line} 行：标签与内容不符";
            "Servers believe the label and fail on the content, or refuse an END that differs from its BEGIN.", "服务器按标签读取内容会失败；BEGIN 和 END 不一致时也会拒绝。";
            "Correct the label, or take the full chain made here.", "改正标签，或直接使用这里生成的完整证书链。";
        ),
        InputMessage::LoneCarriageReturn => row!(
            "Lines end in a carriage return alone", "换行只有回车符（CR）";
            "Old Mac programs write so. Servers then see one single line and no certificate.", "旧的 Mac 程序会这样写，服务器看到的只是一整行，找不到证书。";
            "Save it with Unix line ends (LF), or take the full chain made here.", "另存为 Unix 换行（LF），或直接使用这里生成的完整证书链。";
        ),
        InputMessage::MarkerLine => row!(
            "Line {line}: BEGIN or END is not written to the letter", "第 {line} 行：BEGIN 或 END 行写得不标准";
            "It needs five hyphens on each side and capital letters. Chat programs turn hyphens into long dashes.", "两边必须各是五个短横，字母大写。聊天软件常把短横变成破折号。";
            "Write -----BEGIN CERTIFICATE----- as it is, or take the full chain made here.", "改成标准的 -----BEGIN CERTIFICATE-----，或直接使用这里生成的完整证书链。";
        ),
        InputMessage::SharedLine => row!(
            "Line {line}: BEGIN or END shares its line with something else", "第 {line} 行：BEGIN 或 END 没有单独成行";
            "Servers look for lines that consist of the marker alone; here the block is on one line, or text stands beside it.", "服务器要求标记单独占一行；这里整块挤在一行，或旁边还有别的文字。";
            "Give each marker a line of its own, or take the full chain made here.", "让每个标记单独成行，或直接使用这里生成的完整证书链。";
        ),
        InputMessage::Quoted => row!(
            "Line {line}: quotes around the lines", "第 {line} 行：行里带有引号";
            "Quotation marks, or the > of a mail, came along while copying. Servers refuse them.", "复制时带上了引号或邮件里的 >，服务器会拒绝。";
            "Take them out, or take the full chain made here.", "去掉它们，或直接使用这里生成的完整证书链。";
        ),
        InputMessage::InvisibleCharacter => row!(
            "Line {line}: an invisible character inside a block", "第 {line} 行：块里有不可见字符";
            "A no-break or zero-width space came along from a web page. Nobody sees it, and servers refuse the file.", "从网页复制时带上了不换行空格或零宽空格，肉眼看不到，但服务器会拒绝文件。";
            "Copy it again from a plain source, or take the full chain made here.", "从纯文本重新复制，或直接使用这里生成的完整证书链。";
        ),
        InputMessage::NoMarkers => row!(
            "Base64 without BEGIN and END lines", "只有 Base64，缺少 BEGIN 和 END 行";
            "What it holds was read here; servers need the two lines around it.", "这里能读出内容，但服务器需要前后这两行标记。";
            "Put -----BEGIN CERTIFICATE----- in front and -----END CERTIFICATE----- behind, or take the full chain made here.", "在前后加上 -----BEGIN CERTIFICATE----- 和 -----END CERTIFICATE-----，或直接使用这里生成的完整证书链。";
        ),
    }
}
