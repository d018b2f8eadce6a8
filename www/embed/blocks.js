// The button on a code block, the verdict that takes its place, and the report behind that.
import { describe } from "./ask.js";
import { given, options } from "./source.js";
import { clothe, draw, make, sign, tone } from "./view.js";
import { say, spoken } from "./words.js";

/** Set when somebody asked for the first time: then the engine is there, and the other blocks get their verdicts when they
 * come into sight. */
let isAsked = false;

const inSight = new IntersectionObserver((entries) => {
  for (const { target, isIntersecting } of entries) if (isIntersecting) live.get(target).inspect();
});

/** In the next frame: WebKit may not look before something is drawn, and nothing might be. */
const watch = (pre) => requestAnimationFrame(() => inSight.observe(pre));

/** Blocks by their places on the page, which frameworks throw away with the page. */
const live = new WeakMap();

/** Puts a button on every block that has none, and a new one where another text stands now. */
export const attach = (codes) => {
  for (const code of codes) {
    const pre = code.closest("pre");
    const there = live.get(pre);
    if (there?.speaksOf(code)) continue;
    there?.remove();
    live.set(pre, new Block(pre, code));
  }
};

class Block {
  #host = make("div", { "data-certloupe": "block" });
  #pre;
  #code;
  #text;
  #lang;
  #button = make("button", { type: "button", part: "button", "data-test": "inspect" });
  #described;
  #coming;

  constructor(pre, code) {
    this.#pre = pre;
    this.#code = code;
    this.#text = code.textContent;
    this.#lang = spoken(pre);
    // In the block, behind its text, without a size; and where it is whatever is scrolled, or floats.
    for (const [name, value] of Object.entries({
      all: "initial", "color-scheme": "inherit", display: "block", position: "sticky", left: "0", height: "0", clear: "both", "z-index": "1",
    })) this.#host.style.setProperty(name, value, "important");
    const shadow = this.#host.attachShadow({ mode: "open" });
    clothe(shadow);
    this.#label("inspect");
    this.#button.onclick = () => (this.#described ? this.#open() : this.inspect());
    shadow.append(make("div", { part: "block", class: "block", "aria-live": "polite", lang: this.#lang }, this.#button));
    pre.append(this.#host);
    if (isAsked) watch(pre);
  }

  /** Whether this is still the block's button, for what stands in it. */
  speaksOf(code) {
    return this.#host.isConnected && code === this.#code && code.textContent === this.#text && spoken(this.#pre) === this.#lang;
  }

  remove() {
    inSight.unobserve(this.#pre);
    this.#host.remove();
  }

  #label(key) {
    this.#button.replaceChildren(sign("loupe"), say(key, this.#lang));
  }

  /** Asks the engine, once. */
  inspect() {
    this.#coming ??= this.#inspect();
    return this.#coming;
  }

  async #inspect() {
    inSight.unobserve(this.#pre);
    this.#label("inspecting");
    const lang = this.#lang;
    try {
      const [now, hosts] = ["now", "hosts"].map((name) => this.#pre.closest(`[data-certloupe-${name}]`)?.getAttribute(`data-certloupe-${name}`));
      // As it is seen: some generators have lines, but no line breaks.
      const described = await describe(given(this.#code.innerText), options({ now, hosts, lang }), () => this.#host.isConnected);
      const { headline } = described.document;
      this.#described = described;
      this.#show(tone(headline.severity), make("bdi", {}, headline.sentence));
      Object.assign(this.#button.dataset, { test: "verdict", verdict: described.report.verdict });
      this.#host.dispatchEvent(new CustomEvent("cert-loupe-report", { detail: described.report, bubbles: true, composed: true }));
      this.#others();
    } catch (error) {
      this.#coming = undefined;
      if (!this.#host.isConnected) return;
      const text = say(error.reason ?? "failed", lang, { error: String(error.message), ...error.facts });
      this.#show("warning", text);
      this.#button.title = text;
    }
  }

  #show(severity, ...words) {
    this.#button.className = severity;
    this.#button.replaceChildren(sign(severity), ...words);
  }

  /** The engine is here: whoever is in sight need not ask for it. */
  #others() {
    if (isAsked) return;
    isAsked = true;
    for (const pre of document.querySelectorAll("pre")) if (live.has(pre)) watch(pre);
  }

  /** The whole report, over the page. */
  #open() {
    const { report, document: told } = this.#described;
    const lang = this.#lang;
    const close = make("button", { type: "button", part: "button close", "data-test": "close" }, say("close", lang));
    const dialog = make("dialog", { part: "dialog", lang, "aria-label": told.title }, make("div", { part: "bar" }, close), draw(told, report, { lang, full: true }));
    close.onclick = () => dialog.close();
    dialog.onclick = (event) => { if (event.target === dialog) dialog.close(); };
    dialog.onclose = () => { dialog.remove(); this.#button.focus(); };
    this.#host.shadowRoot.append(dialog);
    dialog.showModal();
  }
}
