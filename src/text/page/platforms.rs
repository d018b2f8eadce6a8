//! Mini-programs and phones: what the program calls, who takes it, and what to enter where.

super::pairs! {
    CALLS = "What does your program call?" / "小程序请求哪些地址？";
    CALLS_HINT = "Addresses, one a line, or code: wx.request(…), app.json, .env, a whole bundle. Without any, only the certificate counts." / "每行一个地址，或直接粘贴代码：wx.request(…)、app.json、.env、整个打包文件均可。不填则只检查证书。";
    CALLS_PLACEHOLDER = "https://api.example.com/v1\nwss://push.example.com\nwx.request({url:'https://a.example'})" / "https://api.example.com/v1\nwss://push.example.com\nwx.request({url:'https://a.example'})";
    CODE_FILES = "Files with code…" / "选择代码文件";
    REMOVE = "Remove {name}" / "移除 {name}";
    LISTED = "What the console lists today" / "平台后台目前已配置的域名";
    LISTED_HINT = "Paste the list as it is. Without it, one is made for you below." / "原样粘贴即可。不填时，下方会直接生成应填的列表。";
    FOUND = "{count:address/addresses} found, {skipped} left out" / "找到 {count} 个地址，略过 {skipped} 个";
    ADDRESS = "Address" / "地址";
    USED_FOR = "Used for" / "用途";
    PLACE = "Where" / "位置";
    LINE = "line {line}" / "第 {line} 行";
    SKIPPED = "left out: {why}" / "略过：{why}";
    REQUEST = "request" / "请求";
    UPLOAD = "upload" / "上传";
    DOWNLOAD = "download, images" / "下载、图片";
    SOCKET = "WebSocket" / "WebSocket";
    WEB_VIEW = "page in a web-view" / "web-view 网页";
    UDP = "UDP" / "UDP";
    TCP = "TCP" / "TCP";
    PREFETCH = "DNS prefetch" / "DNS 预解析";
    WHERE = "Where does it run?" / "运行在哪些平台？";
    WHERE_HINT = "Each platform has rules of its own. Choose those that you publish on." / "各平台规则不同，点选要发布的平台。";
    OLDEST = "Oldest {system} that counts" / "最低系统版本：{system}";
    ANY_PHONE = "any version" / "不限定";
    READY = "takes it" / "可以接受";
    ATTENTION = "takes it, look at this" / "可以接受，但需注意";
    BROKEN = "refuses it" / "会拒绝";
    ALL_READY = "All take it" / "全部接受";
    SOME_BROKEN = "Refused by {count} of {all}" / "{all} 个平台中 {count} 个拒绝";
    SOME_ATTENTION = "Check {count} of {all}" / "{all} 个平台中 {count} 个需注意";
    BY_HAND = "Only you can check: {count}" / "需要自行确认：{count} 项";
    SAYS = "{platform} {says}" / "{platform}{says}";
    NOTHING = "Nothing speaks against it." / "没有发现问题。";
    CONSOLE = "To enter into the console" / "填入平台后台";
    COPIED_LIST = "the list {name}" / "列表 {name}";
    ENTRIES = "{count:entry/entries}" / "{count} 条";
    LEFT_OUT = "Not possible: {url} ({why})" / "不能使用：{url}（{why}）";
    NO_ENTRY = "Nothing to enter." / "没有可填的域名。";
}
