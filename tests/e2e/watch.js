// Notes what a page hides from a WebDriver client: errors, refused requests, what it copies.
(() => {
  const notes = [];
  const watch = { notes, copied: null, spoilNext: false, took: [] };
  Object.defineProperty(window, "__watch", { value: watch });
  const note = (kind, text) => notes.push(`${kind}: ${text}`);
  for (const level of ["error", "warn"]) {
    const usual = console[level].bind(console);
    console[level] = (...words) => { note(`console.${level}`, words.map(String).join(" ")); usual(...words); };
  }
  const where = (error) => (error && error.stack) || "";
  addEventListener("error", (event) => note("error", event.message
    ? `${event.message} ${where(event.error)}` : `could not load ${event.target.src || event.target.href}`), true);
  addEventListener("unhandledrejection", (event) => note("rejection", `${event.reason} ${where(event.reason)}`));
  document.addEventListener("securitypolicyviolation", (event) => note("policy", `${event.violatedDirective} refused ${event.blockedURI}`));
  // What the page shows where a text of its own was not at hand (`text::row::MISSING`).
  const lacks = (node) => node.nodeName !== "SCRIPT" && (node.outerHTML ?? node.data ?? "").includes("⋯");
  const look = ({ type, target, attributeName, addedNodes }) => {
    const changed = type === "childList" ? [...addedNodes] : type === "characterData" ? [target] : [];
    const attribute = attributeName && target.getAttribute(attributeName)?.includes("⋯");
    if (attribute || changed.some(lacks)) note("words", `${target.outerHTML ?? target.data}`.slice(0, 300));
  };
  new MutationObserver((records) => records.forEach(look))
    .observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
  const copy = navigator.clipboard?.writeText.bind(navigator.clipboard);
  if (copy) navigator.clipboard.writeText = (text) => { watch.copied = text; return copy(text); };
  window.Worker = class extends Worker {
    constructor(...given) {
      super(...given);
      this.addEventListener("message", () => { if (this.asked) watch.took.push(performance.now() - this.asked); });
    }
    postMessage(message, ...rest) {
      this.asked = performance.now();
      // Makes the engine crash on demand, the way it would by itself: an exception inside the worker.
      super.postMessage(watch.spoilNext ? "no request" : message, ...rest);
      watch.spoilNext = false;
    }
  };
})();
