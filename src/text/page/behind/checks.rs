//! What to look at before a program is submitted.

super::pairs! {
    TITLE = "Before you submit" / "提交审核前的检查";
    LEAD = "This page cannot connect to your server. These commands can; they are made from your addresses and this certificate." / "本页无法连接你的服务器。请在终端运行下面的命令，它们根据你的接口地址和这张证书生成。";
    EDGES = "IP addresses of CDN edges or servers" / "CDN 节点或服务器的 IP";
    EDGES_HINT = "Separate several with a comma. Each is asked for the same names." / "多个用逗号分隔，会逐个用同样的域名检查。";
    FILE = "File that proves the business domain" / "业务域名校验文件名";
    FILE_HINT = "As the platform calls it. Empty: no web-view." / "填写平台给出的文件名；没有 web-view 可留空。";
    COPY_ALL = "all commands" / "全部命令";
    ALL = "All commands" / "全部命令";
    DOWNLOAD = "Download check.sh, which runs them all" / "下载自动检查脚本 check.sh";
    NOTES = "Left out" / "没有列入的内容";
    WAITING = "Writing…" / "正在生成……";
    REFUSED = "There is nothing to check" / "没有可检查的内容";
    SKIP = "When to skip: " / "可跳过的情况：";
    ON_WINDOWS = "On Windows" / "Windows 上";
    EXPECT = "Expect: " / "应看到：";
    ANSWERS = "What the answers mean" / "输出结果的含义";
    SHOWN = "Shown" / "输出";
    MEANS = "Meaning" / "含义";
}
