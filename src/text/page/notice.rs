//! Trouble outside of the certificates.

super::pairs! {
    CRASHED = "The engine crashed and was started again. Your input is still here." / "检查引擎崩溃后已重新启动，你的输入还在。";
    STOPPED = "Stopped. Your input is still here." / "已停止，你的输入还在。";
    NO_ENGINE = "The engine could not be started. Reload the page; if that does not help, update the browser: it may be too old." / "检查引擎无法启动。请刷新页面；如果仍然不行，可能是浏览器版本太旧，请更新后再试。";
    NO_DEPLOYER = "The part that writes configurations could not be loaded. Check the connection, then open the tab again." / "生成配置所需的部分未能加载。请检查网络，然后重新打开“部署”。";
    NO_LOOK = "The tabs could not be loaded. Check the connection, then try again." / "各标签页的内容未能加载。请检查网络，然后再试一次。";
    UNREADABLE = "The browser could not read {names}." / "浏览器无法读取 {names}。";
    TOO_LARGE = "Not read: {names}. No more than {limit} MiB and {files} files are taken at a time. An archive this large is best unpacked first: give the files that matter." / "没有读取：{names}。一次最多 {limit} MiB、{files} 个文件。这么大的压缩包请先解压，只给出需要的文件。";
    NO_EXAMPLE = "The example could not be loaded. Check the connection and choose it again." / "示例加载失败，请检查网络连接后再选一次。";
    BAD_LINK = "The certificates in this link could not be read: the link was cut off, the connection failed, or this browser is too old. Reload the page; if that does not help, ask for the files." / "链接里的证书读不出来：可能是链接不完整、网络中断，或浏览器版本太旧。请刷新页面；还是不行的话，请对方直接发文件。";
    NO_WORDS = "Words of the page could not be loaded. Check the connection and try again." / "部分文字加载失败，请检查网络连接后重试。";
    AGAIN = "Try again" / "再试一次";
    CLOSE = "Close" / "关闭";
}
