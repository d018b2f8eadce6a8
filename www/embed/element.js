// What a <cert-loupe> shows: where its certificate comes from, and the states on the way to a report.
import { describe } from "./ask.js";
import { fetched, given, options } from "./source.js";
import { clothe, draw, make, message, progress } from "./view.js";
import { say, spoken } from "./words.js";

/** Reasons that may be gone the next time. */
const PASSES = ["unreachable", "unloaded", "stopped"];

/** Milliseconds after the last key: who types is not asked at every letter. */
const TYPED = 150;

export class Loupe {
  #host;
  #root;
  /** Ends what is under way. */
  #running;
  /** What the last answer was for: the same question is not asked again when an element is moved. */
  #asked;
  #watch;
  #due;
  #typing;
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

  /** Looks soon whether something else is to be shown: several changes at once are one. */
  update() {
    this.#due ??= Promise.resolve().then(() => {
      this.#due = undefined;
      if (this.#host.isConnected) this.#look();
    });
  }

  /** Asks again, if what is asked has changed. */
  #look() {
    const host = this.#host;
    this.#watch.observe(host, { childList: true, characterData: true, subtree: true });
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
    this.#abort();
    this.#asked = question;
    this.#running = new AbortController();
    this.#answer(question, this.#running.signal);
  }

  #abort() {
    this.#running?.abort();
    this.#running = undefined;
  }

  /** Ends what is under way, which is asked again when the element comes back; what is drawn stays. */
  stop() {
    this.#watch.disconnect();
    if (this.#running) this.#asked = undefined;
    this.#abort();
  }

  async #answer(question, signal) {
    const { lang } = question;
    this.report = undefined;
    try {
      const input = await this.#input(question, signal);
      if (signal.aborted) return;
      // Nothing is here yet: whoever reads this page may put something in.
      if (!input) return this.#state("empty", ...this.#box(lang));
      this.#state("working", ...this.#box(lang), progress(lang), make("slot"));
      const { report, document: told } = await describe(input, options(question), () => !signal.aborted);
      if (signal.aborted) return;
      this.report = report;
      this.#state("done", ...this.#box(lang), draw(told, report, { lang, full: question.view === "full" }));
      this.#tell("cert-loupe-report", report);
    } catch (error) {
      if (signal.aborted) return;
      const reason = error.reason ?? "failed";
      const text = say(reason, lang, { error: String(error.message ?? error), ...error.facts });
      this.#state("failed", ...this.#box(lang), message(text), make("slot"));
      this.#tell("cert-loupe-error", { reason, message: text });
      // The same may go better the next time.
      if (PASSES.includes(reason)) this.#asked = undefined;
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

  /** The box, where it was the element's only input; the same one, so that nobody's text or focus is lost. */
  #box(lang) {
    const { src, certificates, text } = this.#asked;
    if (src || certificates != null || text?.trim()) return [];
    const box = this.#root.querySelector("textarea") ?? make("textarea", {
      part: "input", "data-test": "input", rows: "4", spellcheck: "false", autocomplete: "off", autocapitalize: "none", wrap: "off",
    });
    for (const name of ["aria-label", "placeholder"]) box.setAttribute(name, say("paste", lang));
    box.oninput = () => {
      clearTimeout(this.#typing);
      this.#typing = setTimeout(() => this.#put(box.value.trim() ? given(box.value) : undefined), TYPED);
    };
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
  }

  #tell(name, detail) {
    this.#host.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}
