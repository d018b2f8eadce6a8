// What the element says before there is an engine, which has the words for everything else.

/** English and Chinese, side by side. */
const WORDS = {
  inspect: ["Inspect", "检查"],
  inspecting: ["Inspecting…", "正在检查……"],
  close: ["Close", "关闭"],
  whole: ["The whole report", "完整报告"],
  paste: ["Paste certificates here, or drop files. Nothing is sent anywhere.", "在这里粘贴证书，或拖入文件。内容不会上传。"],
  foreign: [
    "{src} is on another site. Put the file beside this page, or its text into the element.",
    "{src} 在另一个网站上。请把文件放到本站，或把内容直接写进元素里。",
  ],
  missing: ["{src} is not there: the server answered {status}.", "没有找到 {src}：服务器返回 {status}。"],
  page: [
    "{src} is a web page, not a certificate. Look at the address: many servers answer with a page for a file that they do not have.",
    "{src} 是网页，不是证书。请检查地址：文件不存在时，很多服务器会返回一个网页。",
  ],
  large: ["{src} has more than {megabytes} MB. No certificate file is that large.", "{src} 超过 {megabytes} MB，证书文件不会这么大。"],
  unreachable: [
    "{src} could not be fetched: no network, a redirect to another site, or a content security policy without connect-src 'self'.",
    "无法获取 {src}：网络不通、跳转到了其他网站，或者内容安全策略没有 connect-src 'self'。",
  ],
  forbidden: [
    "This page's content security policy forbids WebAssembly. Add 'wasm-unsafe-eval' to its script-src.",
    "本页的内容安全策略禁止 WebAssembly。请在 script-src 中加上 'wasm-unsafe-eval'。",
  ],
  unloaded: [
    "The engine could not be loaded. Its files belong beside certloupe.js, and the content security policy has to allow them in script-src and connect-src. ({error})",
    "检查引擎没有加载成功。它的文件要和 certloupe.js 放在一起，内容安全策略的 script-src 和 connect-src 也要允许。（{error}）",
  ],
  stopped: ["The engine stopped at this input. Please report it; the text is still here.", "检查引擎在这份输入上停止了工作。原文还在，请反馈给我们。"],
  failed: ["This can not be inspected: {error}", "无法检查：{error}"],
};

/** The language that an element is to speak: its own, else that of what it stands in. */
export const spoken = (element) =>
  /^zh/i.test(element.closest("[lang]")?.lang || document.documentElement.lang || navigator.language) ? "zh" : "en";

/** A sentence, with what it tells of. */
export const say = (key, lang, facts = {}) =>
  WORDS[key][lang === "zh" ? 1 : 0].replace(/\{(\w+)\}/g, (hole, name) => facts[name] ?? hole);
