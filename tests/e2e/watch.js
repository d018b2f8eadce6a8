// Notes what a page hides from a WebDriver client: errors, refused requests, and the workers it starts.
(() => {
  const notes = [];
  const workers = [];
  Object.defineProperty(window, "__watch", { value: { notes, workers } });
  const note = (kind, text) => notes.push(`${kind}: ${text}`);
  for (const level of ["error", "warn"]) {
    const usual = console[level].bind(console);
    console[level] = (...words) => { note(`console.${level}`, words.map(String).join(" ")); usual(...words); };
  }
  addEventListener("error", (event) => note("error", event.message || `could not load ${event.target.src || event.target.href}`), true);
  addEventListener("unhandledrejection", (event) => note("rejection", String(event.reason)));
  document.addEventListener("securitypolicyviolation", (event) => note("policy", `${event.violatedDirective} refused ${event.blockedURI}`));
  window.Worker = class extends Worker {
    constructor(...given) { super(...given); workers.push(this); }
  };
})();
