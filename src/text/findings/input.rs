//! A long file, for it is a table: one row for each message about what was put in.

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
        InputMessage::OnlyErrorText => row!(
            "The certificate behind this error message is missing", "只有报错信息，没有证书";
            "The message was recognised, but what it complains about was not given.", "报错已经识别，但它所指的证书没有给出。";
            "Add the certificate that the server sends: its file, or the output of openssl s_client -showcerts.", "请补上服务器实际发送的证书：证书文件，或 openssl s_client -showcerts 的输出。";
        ),
        InputMessage::OnlyParameters => row!(
            "Only parameters: the key itself is missing", "只有密钥参数，没有密钥本身";
            "EC PARAMETERS, DSA PARAMETERS and DH PARAMETERS say how a key is made and hold nothing secret. No server can start with them.", "EC PARAMETERS、DSA PARAMETERS、DH PARAMETERS 只说明密钥怎样生成，不含密钥，服务器无法用它启动。";
            "Copy the whole key file: the block that ends in PRIVATE KEY stands behind the parameters, or in a file of its own.", "请完整复制私钥文件：以 PRIVATE KEY 结尾的块在参数后面，或在另一个文件里。";
        ),
        InputMessage::NothingInside => row!(
            "Nothing is inside: {kind}", "里面是空的：{kind}";
            "It can be opened, but holds neither a certificate nor a key.", "文件可以打开，但里面没有证书，也没有私钥。";
            "Export it again with the certificate and its private key, or give the files that your CA sent.", "请重新导出，并选上证书和私钥；或直接给出证书机构发来的文件。";
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
            "{structure} cannot be read at byte {offset}. The parser says: {reason}.", "{structure} 在第 {offset} 字节处无法读取。解析器报告：{reason}。";
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
        InputMessage::RequestNameless => row!(
            "This request (CSR) asks for no name", "这个 CSR 没有写域名";
            "It holds a key of {key} and nothing that a certificate could be for. Most CAs refuse it; some take the names from the order.", "其中只有一个 {key} 密钥，没有任何域名。多数证书机构会拒绝，少数改用订单里填写的域名。";
            "Make a new one with the names as subject alternative names: here under “No certificate yet?”, or with openssl req -addext.", "重新生成并把域名写进 SAN：可以用本页的“还没有证书？”，或 openssl req -addext。";
        ),
        InputMessage::PasswordNeeded => row!(
            "Locked with a password: {kind}", "有密码保护：{kind}";
            "Until it is open, nobody can tell what is inside and whether it fits.", "解开之前，无法知道里面是什么、是否匹配。";
            "Give its password here; it does not leave this computer. Many CAs pack it beside the file (keystorePass.txt, pfx-password.txt): give that file too.", "在这里输入密码，密码不会离开这台电脑。很多证书机构会把密码放在同一个包里（keystorePass.txt、pfx-password.txt），把那个文件一起给出也行。";
        ),
        InputMessage::PasswordWrong => row!(
            "The password does not fit: {kind}", "密码不对：{kind}";
            "{count:password was/passwords were} tried as given; capitals and blanks count.", "已按原样尝试 {count} 个密码，大小写和空格都算。";
            "Type it again. It is the one that was set when the file was made or exported, not the login of the CA’s console.", "请重新输入。要的是生成或导出这个文件时设置的密码，不是证书平台的登录密码。";
        ),
        InputMessage::PasswordFileWrong => row!(
            "The password file does not fit: {kind}", "密码文件对不上：{kind}";
            "It belongs to another download, or the password was changed since.", "它来自另一次下载，或者密码后来改过。";
            "Give the password file of the same pack, or type the password.", "请给出同一个包里的密码文件，或直接输入密码。";
        ),
        InputMessage::LockUnknown => row!(
            "Locked with {scheme}, which cannot be opened here: {kind}", "用 {scheme} 加密，这里解不开：{kind}";
            "The password may well be right; hardly any program uses this algorithm for keys.", "密码也许没错，只是很少有程序用这种算法保护密钥。";
            "Export it again with AES-256 from the program that made it.", "用生成它的程序重新导出，加密算法选 AES-256。";
        ),
        InputMessage::SealUnfit => row!(
            "The PFX can be read, but importers will refuse it with this password", "PFX 可以读取，但用这个密码导入会被拒绝";
            "Its contents are not encrypted; only a check value is made with the password, and none that was tried fits. Either the password is wrong, or the file was changed.", "内容没有加密，密码只用于计算校验值，而试过的密码都对不上：要么密码不对，要么文件被改动过。";
            "Type the password with which the file was made. If that is the right one, download or export the file again.", "请输入生成文件时设置的密码；如果密码没错，请重新下载或导出。";
        ),
        InputMessage::SealUntried => row!(
            "The PFX is not encrypted; importers still ask for its password", "PFX 没有加密，但导入时仍需要密码";
            "Anybody can read it, the private key too. The password only protects a check value, which was not compared here.", "任何人都能读出里面的内容，包括私钥。密码只用于校验，这里没有校验。";
            "Give the password to have it checked, and hand the file on only under protection.", "输入密码即可校验；传送这个文件时请另加保护。";
        ),
        InputMessage::SealBroken => row!(
            "The check value of the PFX does not fit", "PFX 的校验值不对";
            "The password opens its contents, but Windows and OpenSSL refuse the file: it was changed after it was made, or its check value has another password.", "密码能解开内容，但 Windows 和 OpenSSL 会拒绝导入：文件生成后被改动过，或校验用的是另一个密码。";
            "Make a new PFX of what was read here (Files → PFX), or export it again.", "可以用这里读出的内容重新生成 PFX（文件 → PFX），或重新导出。";
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
            "This is a private key for SSH ({form})", "这是 SSH 私钥（{form}）";
            "It opens shells, not web sites: SSH and TLS keep their keys in different forms, and a web server cannot read this one.", "它用于远程登录，不用于网站：SSH 和 TLS 的密钥格式不同，Web 服务器读不了它。";
            "Look for the key that was made together with the CSR. If it is truly this one and RSA or ECDSA, ssh-keygen -p -m PKCS8 -f FILE converts it (work on a copy).", "请找到当初与 CSR 一起生成的私钥。如果确实是这一把，且是 RSA 或 ECDSA，可用 ssh-keygen -p -m PKCS8 -f 文件名 转换（请先复制一份）。";
        ),
        InputMessage::LooksLikeSshKeyLocked => row!(
            "This is a private key for SSH, locked with a passphrase ({form})", "这是带密码的 SSH 私钥（{form}）";
            "It opens shells, not web sites: SSH and TLS keep their keys in different forms, and a web server cannot read this one.", "它用于远程登录，不用于网站：SSH 和 TLS 的密钥格式不同，Web 服务器读不了它。";
            "Look for the key that was made together with the CSR. If it is truly this one and RSA or ECDSA, ssh-keygen -p -m PKCS8 -f FILE asks for the passphrase and converts it (work on a copy).", "请找到当初与 CSR 一起生成的私钥。如果确实是这一把，且是 RSA 或 ECDSA，可用 ssh-keygen -p -m PKCS8 -f 文件名 输入密码后转换（请先复制一份）。";
        ),
        InputMessage::LooksLikeSshPublicKey => row!(
            "This is a public key for SSH ({form})", "这是 SSH 公钥（{form}）";
            "It belongs into authorized_keys. A web server needs a certificate, and the private key that fits it.", "它应放在 authorized_keys 里。Web 服务器需要的是证书，以及与它匹配的私钥。";
            "Give the certificate that the CA issued, and the key that was made together with the CSR.", "请给出证书机构签发的证书，以及与 CSR 一起生成的私钥。";
        ),
        InputMessage::LooksLikePuttyKey => row!(
            "This is a key of PuTTY ({form})", "这是 PuTTY 密钥（{form}）";
            "A .ppk file is for SSH sessions. No web server reads it.", ".ppk 文件用于 SSH 会话，Web 服务器读不了它。";
            "Look for the key that was made together with the CSR. If it is truly this one, PuTTYgen writes it in OpenSSH’s form (Conversions), and ssh-keygen -p -m PKCS8 -f FILE converts that.", "请找到当初与 CSR 一起生成的私钥。如果确实是这一把，先用 PuTTYgen 的 Conversions 菜单导出为 OpenSSH 格式，再用 ssh-keygen -p -m PKCS8 -f 文件名 转换。";
        ),
        InputMessage::LooksLikePuttyKeyLocked => row!(
            "This is a key of PuTTY, locked with a passphrase ({form})", "这是带密码的 PuTTY 密钥（{form}）";
            "A .ppk file is for SSH sessions. No web server reads it.", ".ppk 文件用于 SSH 会话，Web 服务器读不了它。";
            "Look for the key that was made together with the CSR. If it is truly this one, open it in PuTTYgen with its passphrase, export it in OpenSSH’s form, and convert that: ssh-keygen -p -m PKCS8 -f FILE.", "请找到当初与 CSR 一起生成的私钥。如果确实是这一把，先在 PuTTYgen 中输入密码打开，导出为 OpenSSH 格式，再用 ssh-keygen -p -m PKCS8 -f 文件名 转换。";
        ),
        InputMessage::LooksLikePgp => row!(
            "This is a key or message of PGP", "这是 PGP 密钥或加密消息";
            "PGP signs and encrypts mails and files; its keys are not those of TLS.", "PGP 用于邮件和文件的签名与加密，它的密钥不是 TLS 密钥。";
            "If the certificate was sent to you encrypted, decrypt the message first: gpg -d FILE.", "如果证书是加密发来的，请先解密：gpg -d 文件名。";
        ),
        InputMessage::LooksLikeRichText => row!(
            "This is a formatted document (RTF)", "这是带格式的文档（RTF）";
            "WordPad or TextEdit saved it, whatever its name says. No certificate was found in it.", "它是写字板或“文本编辑”保存的文档，与文件名无关，里面没有找到证书。";
            "Save it as plain text, or download the certificate again.", "请另存为纯文本，或重新下载证书。";
        ),
        InputMessage::LooksLikeMangledBinary => row!(
            "This is a binary file that was opened as text", "这是被当作文本打开过的二进制文件";
            "An editor or chat replaced the bytes that are no letters. They are lost, in a PFX, a key store or a DER file alike.", "编辑器或聊天软件把不是文字的字节替换掉了，数据已经丢失，PFX、密钥库、DER 文件都是如此。";
            "Do not copy it out of an editor: drop the original file here.", "不要从编辑器里复制，请把原始文件拖到这里。";
        ),
        InputMessage::LooksLikeGitLfsPointer => row!(
            "This is a pointer of Git LFS, not the file itself", "这是 Git LFS 指针，不是文件本身";
            "The repository holds only a note on where the file lies.", "仓库里只保存了文件的位置信息。";
            "Fetch the file with git lfs pull and give that.", "请用 git lfs pull 取回文件后再给出。";
        ),
        InputMessage::LooksLikePrintedCertificate => row!(
            "This is the printed form of a certificate", "这只是证书的文字打印";
            "openssl x509 -text -noout shows what is inside and leaves the certificate itself out.", "openssl x509 -text -noout 只显示内容，不包含证书本身。";
            "Print it without -noout, or give the file.", "去掉 -noout 重新输出，或直接给出证书文件。";
        ),
        InputMessage::LooksLikeConfiguration => row!(
            "This is a configuration that names files: {files}", "这是配置文件，引用了：{files}";
            "The certificate and the key are in those files; the configuration holds only their names.", "证书和私钥在这些文件里，配置中只有文件名。";
            "Drop these files here.", "请把这些文件拖进来。";
        ),
        InputMessage::LooksLikePdf => row!(
            "This is a PDF", "这是 PDF";
            "An invoice or a certificate of ownership, perhaps; the TLS certificate is another file.", "可能是发票或证明文件，TLS 证书是另一个文件。";
            "Download the certificate files from the CA’s console.", "到证书机构的控制台下载证书文件。";
        ),
        InputMessage::LooksLikeMessage => row!(
            "This is a CMS message ({structure}), not a bundle of certificates", "这是 CMS 消息（{structure}），不是证书包";
            "It is signed or encrypted for one recipient, and carries no certificate that could be taken out.", "它是签名或加密给某个收件人的内容，里面没有可以取出的证书。";
            "Open it with the program and the key that it was made for, or ask the CA for the certificates as .pem or .p7b.", "用对应的程序和密钥打开它，或向证书机构索要 .pem 或 .p7b 格式的证书。";
        ),
        InputMessage::LooksLikeSecretKey => row!(
            "A secret key for symmetric encryption is in the key store", "密钥库里有一个对称加密的密钥";
            "No web server uses it; the other entries of the key store were read.", "Web 服务器用不到它；密钥库里的其他内容已经读取。";
            "Leave it where it is; it is not taken over into any file made here.", "留在原处即可，这里生成的文件都不会带上它。";
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
        InputMessage::TooManyAddresses => row!(
            "More than {limit} addresses: the rest does not count", "地址超过 {limit} 个，其余的没有计入";
            "No platform’s list holds that many. Code of other packages may be among it.", "没有平台的列表能容纳这么多，其中可能混有第三方包的代码。";
            "Give the code of the program itself, or the addresses, one a line.", "只给出小程序自己的代码，或直接填写地址，每行一个。";
        ),
        InputMessage::TooManyRounds => row!(
            "{asked} rounds of calculation for one password: {what}", "试一个密码要计算 {asked} 轮：{what}";
            "All passwords together may take {limit}, so that no file can keep the page busy for hours.", "所有密码合计最多计算 {limit} 轮，以免某个文件让页面卡上几个小时。";
            "Export it again with fewer rounds (600,000 are plenty), or give fewer files and passwords at a time.", "重新导出并减少迭代次数（60 万次足够），或分批给出文件和密码。";
        ),
        InputMessage::RoundsSpent => row!(
            "Not every password was tried: {what}", "没有试完所有密码：{what}";
            "All files and passwords together may take {limit} rounds of calculation, and that was used up here. The right password may be among those left.", "所有文件和密码合计最多计算 {limit} 轮，到这里已经用完，正确的密码可能还没有试到。";
            "Give this file alone, with the one password that belongs to it.", "请单独给出这个文件和它对应的密码。";
        ),
        InputMessage::TooMuchMemory => row!(
            "{asked} MiB of memory for one password: {what}", "试一个密码要用 {asked} MiB 内存：{what}";
            "The limit is {limit} MiB; a phone’s browser has no more to give.", "上限是 {limit} MiB，手机浏览器也给不了更多。";
            "Lock it again with smaller parameters: openssl pkcs8 -topk8 -scrypt takes 16 MiB.", "换用较小的参数重新加密：openssl pkcs8 -topk8 -scrypt 只用 16 MiB。";
        ),
        InputMessage::KeyStaysHere => row!(
            "{count:private key/private keys}: kept in this page", "有 {count} 个私钥：只留在本页";
            "It is used to see which certificate it belongs to. It never enters a report, a link, storage or a log.", "只用来判断它属于哪张证书，不会写入报告、链接、存储或日志。";
            "Nothing to do. Close the page and it is gone.", "无需处理，关闭页面就没有了。";
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
            "Line {line}: an invisible character stands here", "第 {line} 行：这里有不可见字符";
            "A no-break or zero-width space came along from a web page. Nobody sees it, and servers refuse the file.", "从网页复制时带上了不换行空格或零宽空格，肉眼看不到，但服务器会拒绝文件。";
            "Copy it again from a plain source, or take the full chain made here.", "从纯文本重新复制，或直接使用这里生成的完整证书链。";
        ),
        InputMessage::NoMarkers => row!(
            "Base64 without BEGIN and END lines", "只有 Base64，缺少 BEGIN 和 END 行";
            "What it holds was read here; servers need the two lines around it.", "这里能读出内容，但服务器需要前后这两行标记。";
            "Put -----BEGIN CERTIFICATE----- in front and -----END CERTIFICATE----- behind, or take the full chain made here.", "在前后加上 -----BEGIN CERTIFICATE----- 和 -----END CERTIFICATE-----，或直接使用这里生成的完整证书链。";
        ),
        InputMessage::LooksLikeOtherArchive => row!(
            "A {what} archive: it is not opened here", "这是 {what} 压缩包，这里打不开";
            "ZIP, tar and gzip are opened; what lies in this one was not looked at.", "可以打开的是 ZIP、tar 和 gzip，这个压缩包里的内容没有检查。";
            "Unpack it first, and drop the folder.", "请先解压，再把整个文件夹拖进来。";
        ),
        InputMessage::LockedInArchive => row!(
            "The archive is locked with a password", "压缩包设有密码";
            "Its files have names, but their content cannot be read without the password.", "能看到里面的文件名，但没有密码就读不到内容。";
            "Unpack it with its password, and drop the folder.", "请用密码解压，再把整个文件夹拖进来。";
        ),
        InputMessage::PackedInArchive => row!(
            "Packed in a way that is not undone here: {what}", "压缩方式不受支持：{what}";
            "Most programs pack ZIP files with deflate; this one was made with another method.", "ZIP 通常用 deflate 压缩，这个文件用了别的方法。";
            "Unpack it first, and drop the folder.", "请先解压，再把整个文件夹拖进来。";
        ),
        InputMessage::ArchiveBroken => row!(
            "The archive is damaged or not complete", "压缩包已损坏或不完整";
            "Its list of files is missing or broken, as after a download that broke off. The files that could be found without it were read.", "文件列表缺失或已损坏，多半是下载中断。不靠列表也能找到的文件已经读取。";
            "Download it again: files may be missing here.", "请重新下载，这里可能缺少文件。";
        ),
        InputMessage::PackedFileBroken => row!(
            "Damaged inside its archive: {file}", "压缩包里的文件已损坏：{file}";
            "Its packed bytes break off or cannot be unpacked. What came out before that was read.", "压缩数据中断或无法解开，断开之前的内容已经读取。";
            "Download the archive again.", "请重新下载压缩包。";
        ),
        InputMessage::PackedFileChanged => row!(
            "Not what was packed: {file}", "与压缩前的内容不一致：{file}";
            "Its checksum is another, so the archive was changed or damaged on its way. The file was read all the same.", "校验值对不上，压缩包在传输中被改动或损坏了。文件仍然照常读取。";
            "Download the archive again.", "请重新下载压缩包。";
        ),
        InputMessage::TooManyFiles => row!(
            "More than {limit} files in archives: the rest was not read", "压缩包里的文件超过 {limit} 个，其余没有读取";
            "No CA packs so many. The limit keeps the page usable, and what came before it was judged.", "证书机构的压缩包不会有这么多文件。限制数量是为了让页面保持可用，之前的内容已经检查。";
            "Unpack it, and give the files that matter.", "请先解压，只给出需要的文件。";
        ),
        InputMessage::UnpacksTooFar => row!(
            "Unpacks to more than {limit} MiB: {file} was not read", "解压后超过 {limit} MiB，{file} 没有读取";
            "The limit holds for all archives together and keeps the page usable. What came before it was judged.", "所有压缩包合计不能超过这个大小，以保证页面可用，之前的内容已经检查。";
            "Unpack it, and give the files that matter.", "请先解压，只给出需要的文件。";
        ),
        InputMessage::UnpacksTooMuch => row!(
            "Unpacks to more than {limit} times its size: {file}", "解压后超过原大小的 {limit} 倍：{file}";
            "Certificates and keys hardly shrink when they are packed. What grows like this is made to fill the memory, so unpacking stopped.", "证书和私钥几乎压不小。能膨胀到这种程度的文件多半是为了耗尽内存，解压已停止。";
            "Leave the file out. If it is yours, unpack it and give what matters.", "请去掉这个文件。如果确实是你的，请先解压，只给出需要的部分。";
        ),
        InputMessage::NestedTooDeep => row!(
            "An archive in an archive in an archive", "压缩包嵌套太多层";
            "No more than {limit} are opened one inside the other. This one was left closed: {file}.", "最多打开 {limit} 层，这一个没有打开：{file}。";
            "Unpack the outer one first, and drop what was in it.", "请先解压最外层，再把里面的内容拖进来。";
        ),
        InputMessage::SeveralFolders => row!(
            "Folders for several servers: {chosen} is used", "有多个服务器目录，使用的是 {chosen}";
            "They hold the same certificate in the forms of different servers: {names}.", "它们是同一张证书，只是按不同服务器准备了不同格式：{names}。";
            "Nothing to do. If your server is another one, choose its folder.", "无需处理。如果你的服务器不是这一种，请选择对应的目录。";
        ),
        InputMessage::NameOfFullChain => row!(
            "{file} holds the server certificate alone", "{file} 里只有服务器证书";
            "Its name promises the full chain, but the intermediate certificates are not in it. A server that uses it fails on phones.", "文件名看上去是完整证书链，里面却没有中间证书。服务器用了它，手机会连接失败。";
            "Use a full chain instead: it is made here as soon as no issuer is missing.", "请改用完整证书链：签发者证书齐全后，可以在这里生成。";
        ),
        InputMessage::NameOfFullChainWithoutLeaf => row!(
            "{file} holds no server certificate", "{file} 里没有服务器证书";
            "Its name promises the full chain, but only issuers are in it. A server does not start with it, or fails every visitor.", "文件名看上去是完整证书链，里面却只有签发者证书。服务器用了它会启动失败，或让所有人都连不上。";
            "Put the server certificate in front, or take the full chain made here.", "把服务器证书放到最前面，或使用这里生成的完整证书链。";
        ),
        InputMessage::NameOfRoot => row!(
            "{file} holds intermediate certificates, no root", "{file} 里是中间证书，不是根证书";
            "Roots may be left out, intermediates may not: who goes by the name serves a chain with a gap.", "根证书可以不发，中间证书不能不发。只看文件名就会漏掉它，证书链就断了。";
            "Serve it behind the server certificate: SSLCertificateChainFile in Apache, or the full chain made here.", "让服务器在证书后面发送它：Apache 用 SSLCertificateChainFile，或直接使用这里生成的完整证书链。";
        ),
        InputMessage::NameOfIssuers => row!(
            "{file} holds a server certificate", "{file} 里有服务器证书";
            "Its name promises the issuers alone. Where a server adds it behind the certificate, that is sent twice or out of place.", "文件名看上去只是签发者证书。如果服务器把它接在证书后面，服务器证书就会重复发送或顺序错乱。";
            "Use it as the certificate itself, or take the files made here.", "请把它当作证书文件使用，或使用这里生成的文件。";
        ),
        InputMessage::NameOfKey => row!(
            "{file} holds no private key ({kind})", "{file} 里没有私钥（内容是{kind}）";
            "Its name promises a private key. A server that is told to use it as such does not start.", "文件名看上去是私钥。服务器按私钥使用它会启动失败。";
            "Look for the key that was made together with the CSR.", "请找到当初与 CSR 一起生成的私钥。";
        ),
        InputMessage::NameOfRequest => row!(
            "{file} holds no request ({kind})", "{file} 里没有 CSR（内容是{kind}）";
            "Its name promises a signing request (CSR). What it really holds was read as that.", "文件名看上去是证书签名请求（CSR），这里已按实际内容读取。";
            "Rename it, so that nobody sends it to a CA by mistake.", "请改名，以免误发给证书机构。";
        ),
        InputMessage::NameOfCertificate => row!(
            "{file} holds no certificate ({kind})", "{file} 里没有证书（内容是{kind}）";
            "Its ending promises a certificate. A server that is told to use it as such does not start.", "扩展名看上去是证书。服务器按证书使用它会启动失败。";
            "Use it for what it is, and look for the file that begins with -----BEGIN CERTIFICATE-----.", "请按实际内容使用它，再找到以 -----BEGIN CERTIFICATE----- 开头的文件。";
        ),
        InputMessage::NameOfText => row!(
            "{file} is binary (DER)", "{file} 是二进制格式（DER）";
            "Windows and Java read it. nginx, Apache and most other servers want text (PEM) and say “no start line”.", "Windows 和 Java 能读取，nginx、Apache 等多数服务器只接受文本格式（PEM），会报“no start line”。";
            "Take the full chain made here: it is PEM.", "请使用这里生成的完整证书链，它是 PEM 格式。";
        ),
        InputMessage::Packed => row!(
            "Line {line}: PEM packed into base64 once more", "第 {line} 行：PEM 又被编码了一层 Base64";
            "Kubernetes Secrets and CI variables hold it so and unpack it by themselves. A server’s own file needs the text inside.", "Kubernetes Secret 和 CI 变量就是这样保存的，会自动解开；服务器的证书文件需要里面的文本。";
            "Leave it as it is there. For a server, take the full chain made here, or decode it: base64 -d.", "在那里不用改动；要放到服务器上，请使用这里生成的完整证书链，或用 base64 -d 解码。";
        ),
        InputMessage::Decorated => row!(
            "Line {line}: something stands beside every line", "第 {line} 行：每行前后都多了内容";
            "Line numbers, diff marks, comment signs, the borders of a table or a file name came along while copying. Servers refuse them.", "复制时带上了行号、diff 标记、注释符号、表格边框或文件名，服务器会拒绝。";
            "Copy it from the file itself, or take the full chain made here.", "请从文件本身复制，或直接使用这里生成的完整证书链。";
        ),
        InputMessage::TerminalColours => row!(
            "Line {line}: colours of a terminal stand in the text", "第 {line} 行：文本里带有终端的颜色代码";
            "The command that printed it coloured its output. The codes cannot be seen, and servers refuse them.", "打印它的命令给输出加了颜色；这些代码肉眼看不到，服务器会拒绝。";
            "Print it without colours (cat, or --color=never), or take the full chain made here.", "用 cat 或 --color=never 不带颜色地重新输出，或直接使用这里生成的完整证书链。";
        ),
        InputMessage::HtmlSource => row!(
            "Line {line}: written as the source of a web page", "第 {line} 行：这是网页源码的写法";
            "Tags like <br> or references like &#43; stand where line breaks and signs belong. Servers refuse them.", "换行和符号被写成了 <br>、&#43; 之类的网页代码，服务器会拒绝。";
            "Copy what the page shows, not its source, or take the full chain made here.", "请复制网页显示的内容而不是源码，或直接使用这里生成的完整证书链。";
        ),
        InputMessage::PercentEncoded => row!(
            "Line {line}: written as in a URL (%0A, %2B)", "第 {line} 行：这是 URL 编码（%0A、%2B）";
            "Proxies pass certificates on so, for example in nginx’s $ssl_client_escaped_cert. A server’s file needs the signs themselves.", "代理常这样传递证书，例如 nginx 的 $ssl_client_escaped_cert；服务器的证书文件需要原本的字符。";
            "Decode it, or take the full chain made here.", "请先解码，或直接使用这里生成的完整证书链。";
        ),
        InputMessage::QuotedPrintable => row!(
            "Line {line}: written as in the source of a mail (=3D)", "第 {line} 行：这是邮件源码的写法（=3D）";
            "The mail was copied in its transport form, quoted-printable. Servers refuse that.", "复制的是邮件的传输格式（quoted-printable），服务器会拒绝。";
            "Save the attachment, or take the full chain made here.", "请另存附件，或直接使用这里生成的完整证书链。";
        ),
        InputMessage::RichText => row!(
            "Line {line}: inside a formatted document (RTF)", "第 {line} 行：在带格式的文档（RTF）里";
            "WordPad or TextEdit put its own signs between the lines. Servers refuse the file.", "写字板或“文本编辑”在行间加入了格式代码，服务器会拒绝这个文件。";
            "Save it as plain text, or take the full chain made here.", "请另存为纯文本，或直接使用这里生成的完整证书链。";
        ),
        InputMessage::FullWidth => row!(
            "Line {line}: full-width letters or curved quotes", "第 {line} 行：含有全角字符或弯引号";
            "A chat or an input method replaced plain signs. They look alike, and servers refuse them.", "聊天软件或输入法替换了半角字符，看起来差不多，但服务器会拒绝。";
            "Copy it again from a plain source, or take the full chain made here.", "请从纯文本重新复制，或直接使用这里生成的完整证书链。";
        ),
        InputMessage::UrlSafe => row!(
            "Line {line}: the base64 of URLs, with - and _", "第 {line} 行：URL 安全的 Base64（含 - 和 _）";
            "Tokens and links use this alphabet. PEM knows only + and /, and servers refuse the others.", "令牌和链接使用这种字母表；PEM 只认 + 和 /，服务器会拒绝其他写法。";
            "Put + for - and / for _, or take the full chain made here.", "把 - 换成 +，把 _ 换成 /，或直接使用这里生成的完整证书链。";
        ),
        InputMessage::Hexadecimal => row!(
            "Line {line}: hexadecimal digits instead of a file", "第 {line} 行：十六进制数字，不是文件";
            "A debugger, a database or a dump shows the bytes so. No server reads them in this form.", "调试器、数据库或十六进制查看器会这样显示字节，服务器读不了这种形式。";
            "Turn them into bytes (xxd -r -p), or take the full chain made here.", "请还原成字节（xxd -r -p），或直接使用这里生成的完整证书链。";
        ),
        InputMessage::ErrorText => row!(
            "“{quote}”: most likely {cause}", "“{quote}”：最可能是{cause}";
            "{why} The message means: {meaning}.", "{why}报错的意思是：{meaning}。";
            "{remedy} Add the certificate too, as the server sends it, and the private key where the message speaks of one: then the causes can be told apart.", "{remedy}请把服务器实际发送的证书也放进来（报错涉及私钥时加上私钥），才能分辨是哪个原因。";
        ),
        InputMessage::ErrorTextExplained => row!(
            "“{quote}”: the cause is {cause}", "“{quote}”：原因是{cause}";
            "What was given here shows why: {codes}. {why} The message means: {meaning}.", "从这里的内容可以看出原因：{codes}。{why}报错的意思是：{meaning}。";
            "{remedy} {codes} says more.", "{remedy}详见 {codes}。";
        ),
        InputMessage::ErrorTextOfHost => row!(
            "“{quote}”: the certificate does not name {host}", "“{quote}”：证书不包含 {host}";
            "The message speaks of {host}, and the certificate that was given is not for it. The message says: {meaning}.", "报错里访问的是 {host}，而给出的证书不是这个域名的。报错的意思是：{meaning}。";
            "Reissue the certificate with {host} among its names; or, where {host} has a certificate of its own, give the server that one for it.", "重新签发，把 {host} 写进证书；如果 {host} 另有证书，在服务器上为它换成那一张。";
        ),
        InputMessage::ErrorTextElsewhere => row!(
            "“{quote}”: the file here is right, so the server sends something else", "“{quote}”：这里的文件没有问题，服务器用的是别的文件";
            "The usual cause is {cause}, and there is no sign of that here. So the server uses another file: on another port, at another CDN node, in a process that was not reloaded.", "这个报错通常是因为{cause}，而这里没有发现这个问题。说明服务器用的是别的文件：另一个端口、另一个 CDN 节点，或没有重新加载的旧进程。";
            "Check the paths in the configuration, reload, and look at what each port and node really sends: openssl s_client -connect HOST:443 -servername HOST -showcerts. Paste the output here.", "核对配置里的路径并重新加载，再查看每个端口、每个节点实际发送的证书：openssl s_client -connect HOST:443 -servername HOST -showcerts，把输出粘贴到这里。";
        ),
        InputMessage::ErrorTextUntold => row!(
            "“{quote}”: most likely {cause}", "“{quote}”：最可能是{cause}";
            "{why} The message means: {meaning}.", "{why}报错的意思是：{meaning}。";
            "{remedy} What was given here cannot show whether this is it.", "{remedy}仅凭这里的内容无法确认。";
        ),
    }
}
