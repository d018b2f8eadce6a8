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
  addEventListener("error", (event) => note("error", event.message || `could not load ${event.target.src || event.target.href}`), true);
  addEventListener("unhandledrejection", (event) => note("rejection", String(event.reason)));
  document.addEventListener("securitypolicyviolation", (event) => note("policy", `${event.violatedDirective} refused ${event.blockedURI}`));
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
