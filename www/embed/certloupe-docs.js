// Makes the certificates in the code blocks of a documentation site live: a button on each ```pem block, then a verdict of one
// line, and the whole report on demand. Nothing on the page moves, and until somebody asks no engine is loaded. Runs as a
// classic script and as a module, and does nothing the second time.
"use strict";
(() => {
  const mark = Symbol.for("certloupe.docs");
  if (globalThis[mark]) return;
  globalThis[mark] = true;

  // As in certloupe.js: from another origin, a classic script's imports have no address to begin at.
  const script = document.currentScript;
  const at = (file) => (script?.src ? new URL(file, script.src).href : file);

  // Milliseconds after a page is complete: some are still being taken over by their framework, which minds what it does not know.
  const TAKEN_OVER = 1000;

  // Where generators say what a block is in: on the code, or on something around it.
  const BLOCKS = "pre code.language-pem, pre code.lang-pem, .language-pem pre code, pre.language-pem code";
  const scan = async () => {
    const found = document.querySelectorAll(BLOCKS);
    if (!found.length) return;
    try {
      (await import(at("./blocks.js"))).attach([...found]);
    } catch (error) {
      seen.disconnect(); // it would fail at every change of the page
      console.error("certloupe-docs.js:", error);
    }
  };

  // Frameworks take over what a server has drawn, and throw away what they do not know; later they draw new pages in place
  // of old ones. So this begins when a page is complete, and looks again at whatever comes.
  let waiting = false;
  const seen = new MutationObserver(() => {
    if (waiting) return;
    waiting = true;
    setTimeout(() => { waiting = false; scan(); }, 100);
  });
  const begin = () => {
    seen.observe(document.documentElement, { childList: true, characterData: true, subtree: true, attributeFilter: ["lang"] });
    scan();
  };
  const soon = () => setTimeout(() => (window.requestIdleCallback ?? setTimeout)(begin), TAKEN_OVER);
  if (document.readyState === "complete") soon();
  else addEventListener("load", soon, { once: true });
})();
