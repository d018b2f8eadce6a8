// Says by name what a browser lacks that is too old for this page. Written for such browsers, in the JavaScript of 2009:
// those that know no modules load it by themselves, for the others boot.js does when it has to.
(function () {
  "use strict";
  function has(what) { try { return Boolean(what()); } catch (error) { return false; } }
  var alone = !document.querySelector("script[src]"); // everything stands in one file, packed
  var needs = {
    "WebAssembly": function () { return WebAssembly.instantiate; },
    // A module with a function that takes a reference.
    "WebAssembly reference types": function () {
      return WebAssembly.validate(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 1, 111, 0]));
    },
    "Web Workers": function () { return Worker && Blob && URL.createObjectURL; },
    "ES modules": function () { return "noModule" in document.createElement("script"); },
    "ES2022": function () { return globalThis && [].at && "".replaceAll && Promise.prototype.finally; },
    "DecompressionStream": function () { return !alone || DecompressionStream; }
  };
  var lacks = Object.keys(needs).filter(function (name) { return !has(needs[name]); });
  if (!lacks.length) return;
  function tell() {
    var page = document.documentElement;
    // boot.js has found out what to speak, where it ran at all.
    var chinese = /^zh/i.test(window.certloupeBoot ? page.lang : navigator.language || "");
    page.lang = chinese ? "zh-CN" : "en";
    // Where the last of these came: https://webassembly.org/features, https://developer.mozilla.org (Array.prototype.at,
    // module workers, DecompressionStream).
    var enough = "Chrome 96, Edge 96, Firefox 114, Safari " + (alone ? "16.4" : "15.4");
    document.querySelector("[data-state]").setAttribute("data-state", "failed");
    document.querySelector("[data-lacks]").textContent = chinese
      ? "浏览器版本太旧，缺少：" + lacks.join("、") + "。请用 " + enough + " 或更新的版本打开；在微信、支付宝里，请先更新 App。"
      : "This browser is too old: it lacks " + lacks.join(", ") + ". Open this page in " + enough + " or newer; inside WeChat or Alipay, update the app.";
  }
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", tell);
  else tell();
})();
