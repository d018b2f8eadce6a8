//! The frame around everything.

super::pairs! {
    DOCUMENT_TITLE = "certloupe: will phones accept this certificate?" / "certloupe：证书链检查与部署";
    PRIVATE = "Nothing leaves this page" / "所有内容只在本页处理";
    LANGUAGE = "Language" / "语言";
    THEME = "Colours: {name}" / "外观：{name}";
    THEME_AUTO = "Auto" / "自动";
    THEME_LIGHT = "Light" / "浅色";
    THEME_DARK = "Dark" / "深色";
    WORKING = "Reading and checking…" / "正在读取和检查……";
    READING = "Reading certificates: {done} of {total}" / "正在读取证书：{done} / {total}";
    UNPACKING = "Unpacking {name}: {done} of {total}" / "正在解压 {name}：{done} / {total}";
    UNLOCKING = "Unlocking {name}: {total} rounds of key derivation" / "正在解锁 {name}：密钥派生 {total} 轮";
    MAKING_KEY = "Looking for two large primes…" / "正在寻找两个大素数……";
    CANCEL = "Stop" / "停止";
    COPY = "Copy" / "复制";
    COPIED = "Copied" / "已复制";
    NOT_COPIED = "Blocked: copy it by hand" / "请手动复制";
    SHOWN = "{shown} of {count} shown" / "已显示 {shown} / {count}";
    SHOW_MORE = "Show more" / "显示更多";
    FOOT = "certloupe works offline and sends nothing anywhere: the page’s security policy forbids every connection to other places. It cannot see your live server, filings or today’s revocations." / "certloupe 可离线使用，不会发送任何内容：页面的安全策略禁止连接任何其他地址。它看不到线上服务器、备案信息和最新的吊销状态。";
    UPDATE = "A new version is ready. Loading it clears what you put in." / "有新版本，载入时会清空已输入的内容。";
    UPDATE_NOW = "Load it" / "载入";
    CREATE = "No certificate yet? Make a key and a request (CSR)" / "还没有证书？在这里生成私钥和 CSR";
    HANDBOOK = "Look up an error message" / "查报错信息";
}
