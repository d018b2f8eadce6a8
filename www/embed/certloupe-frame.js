// Gives frames with certloupe in them the height of what they show:
// `<iframe data-certloupe src="https://certs.example/?embed=1&origin=https://docs.example"></iframe>`.
// Where the frame has no `src`, `data-certloupe` is the page's address, and the rest is added.
"use strict";
(() => {
  const mark = Symbol.for("certloupe.frame");
  if (globalThis[mark]) return;
  globalThis[mark] = true;

  const HIGHEST = 50_000; // pixels: more is no report, and nobody scrolls that far

  const frames = () => [...document.querySelectorAll("iframe[data-certloupe]")];
  const fill = () => {
    for (const frame of frames()) {
      if (frame.hasAttribute("src") || !URL.canParse(frame.dataset.certloupe, document.baseURI)) continue;
      const address = new URL(frame.dataset.certloupe, document.baseURI);
      if (!/^https?:$/.test(address.protocol)) continue; // an attribute is no script
      const asked = { embed: "1", origin: location.origin, lang: (frame.closest("[lang]") ?? document.documentElement).lang };
      for (const [name, value] of Object.entries(asked)) if (value) address.searchParams.set(name, value);
      frame.src = address.href;
    }
  };

  addEventListener("message", ({ source, origin, data }) => {
    if (data?.certloupe !== 1) return;
    const frame = frames().find((it) => it.contentWindow === source);
    // Another page may have come into it.
    if (!frame || new URL(frame.src, document.baseURI).origin !== origin) return;
    if (data.type === "height" && data.height > 0) frame.style.height = `${Math.min(data.height, HIGHEST)}px`;
    frame.dispatchEvent(new CustomEvent(`certloupe-${data.type}`, { detail: data, bubbles: true }));
  });

  // Those that come later, too.
  new MutationObserver(fill).observe(document.documentElement, { childList: true, subtree: true });
  fill();
})();
