// What a <cert-loupe> shows: where its certificate comes from, and the states on the way to a report.
import { describe } from "./ask.js";
import { fetched, given, options } from "./source.js";
import { clothe, draw, make, message, progress } from "./view.js";
import { say, spoken } from "./words.js";

export class Loupe {
  #host;
  #root;
  /** Ends what is under way. */
  #running;
  /** What the last answer was for: the same question is not asked again when an element is moved. */
  #asked;
  #watch;
  /** What somebody pasted into it, where it has nothing else. */
  #pasted;
  report;

  constructor(host) {
    this.#host = host;
    const shadow = host.shadowRoot ?? host.attachShadow({ mode: "open" });
    clothe(shadow);
    this.#root = make("div", { part: "root", "data-state": "empty" });
    // The element's own text, until there is something better; and for good where that never comes.
    this.#root.append(make("slot"));
    shadow.replaceChildren(this.#root);
    this.#watch = new MutationObserver(() => this.update());
  }

  get #lang() { return spoken(this.#host); }

  /** Asks again, if what is asked has changed. */
  update() {
    this.#watch.observe(this.#host, { childList: true, characterData: true, subtree: true });
    const host = this.#host;
    const question = {
      src: host.getAttribute("src"),
      certificates: host.certificates,
      text: host.textContent,
      pasted: this.#pasted,
      hosts: host.getAttribute("hosts"),
      now: host.getAttribute("now"),
      lang: this.#lang,
      view: host.getAttribute("view"),
    };
    if (this.#asked && Object.keys(question).every((key) => question[key] === this.#asked[key])) return;
    this.stop();
    this.#asked = question;
    this.#running = new AbortController();
    this.#answer(question, this.#running.signal);
  }

  /** Ends what is under way; what is drawn stays. */
  stop() {
    this.#watch.disconnect();
    if (!this.#running) return;
    this.#running.abort();
    this.#running = this.#asked = undefined;
  }

  async #answer(question, signal) {
    const { lang } = question;
    try {
      const input = await this.#input(question, signal);
      if (signal.aborted) return;
      if (!input) return this.#ask(lang);
      this.#state("working", ...this.#box(lang), progress(lang));
      const { report, document: told } = await describe(input, options(question));
      if (signal.aborted) return;
      this.report = report;
      this.#state("done", ...this.#box(lang), draw(told, report, { lang, full: question.view === "full" }));
      this.#tell("cert-loupe-report", report);
    } catch (error) {
      if (signal.aborted) return;
      this.report = undefined;
      const reason = error.reason ?? "failed";
      const text = say(reason, lang, { error: String(error.message ?? error), ...error.facts });
      this.#state("failed", ...this.#box(lang), message(text), make("slot"));
      this.#tell("cert-loupe-error", { reason, message: text });
    } finally {
      if (this.#running?.signal === signal) this.#running = undefined;
    }
  }

  /** What there is to look at, now or soon: the property, the address, the text inside, or what was pasted; nothing if there
   * is none. */
  #input({ src, certificates, text, pasted }, signal) {
    if (certificates != null) return given(certificates);
    if (src) return fetched(src, signal);
    if (text.trim()) return given(text);
    return pasted;
  }

  /** Nothing is here yet: whoever reads this page may put something in. */
  #ask(lang) {
    this.report = undefined;
    this.#state("empty", ...this.#box(lang));
  }

  /** The box, where it was the element's only input; the same one, so that nobody's text or focus is lost. */
  #box(lang) {
    const { src, certificates, text } = this.#asked ?? {};
    if (src || certificates != null || text?.trim()) return [];
    const box = this.#root.querySelector("textarea") ?? make("textarea", {
      part: "input", "data-test": "input", rows: "4", spellcheck: "false", autocomplete: "off", autocapitalize: "none", wrap: "off",
    });
    for (const name of ["aria-label", "placeholder"]) box.setAttribute(name, say("paste", lang));
    box.oninput = () => this.#put(box.value.trim() ? given(box.value) : undefined);
    box.ondragover = (event) => event.preventDefault();
    box.ondrop = (event) => {
      const files = [...event.dataTransfer.files];
      if (!files.length) return;
      event.preventDefault();
      this.#put(Promise.all(files.map(async (file) => ({ name: file.name, bytes: await file.arrayBuffer() }))));
    };
    return [box];
  }

  #put(input) {
    this.#pasted = input;
    this.update();
  }

  /** Shows a state; what stays the same stays where it is. */
  #state(state, ...content) {
    this.#root.dataset.state = state;
    this.#root.lang = this.#lang;
    for (const child of [...this.#root.childNodes]) if (!content.includes(child)) child.remove();
    content.forEach((child, at) => {
      if (this.#root.childNodes[at] !== child) this.#root.insertBefore(child, this.#root.childNodes[at] ?? null);
    });
    // Until there is an answer, the text can be read.
    if (state === "working") this.#root.append(make("slot"));
  }

  #tell(name, detail) {
    this.#host.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}
