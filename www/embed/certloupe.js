// <cert-loupe>: a certificate on any page. This script knows the element's name and when it comes into sight; everything
// else is fetched then, from the folder that it lies in. It runs as a classic script and as a module, and may be there
// twice: of several versions the newest one gets the name.
"use strict";
(() => {
  const VERSION = "";
  const NEAR = "300px"; // of what is in sight
  // Only a classic script knows its element. It has to: from another origin, its imports would have no address to begin at.
  const script = document.currentScript;
  // Two versions at once: `<script src="…" data-tag="cert-loupe-old">`.
  const tag = script?.dataset.tag ?? "cert-loupe";
  const at = (file) => (script?.src ? new URL(file, script.src).href : file);

  const loupe = () => import(at("./element.js"));

  const define = () => {
    if (customElements.get(tag)) return;

    const seen = new IntersectionObserver((entries) => {
      for (const { target, isIntersecting } of entries) if (isIntersecting) target.show();
    }, { rootMargin: NEAR });
    /** Who shows something: asked again when the page around changes its language. */
    const shown = new Set();
    const languages = new MutationObserver(() => shown.forEach((element) => element.refresh()));
    const everyone = () => document.querySelectorAll(tag).forEach((element) => element.show());
    addEventListener("beforeprint", everyone); // what is not in sight is on paper, too

    customElements.define(tag, class extends HTMLElement {
      static observedAttributes = ["src", "lang", "view", "hosts", "now"];
      /** What draws it, once it was in sight. */
      #loupe;
      #certificates;
      #coming;

      constructor() {
        super();
        // What was set before this script came.
        if (!Object.hasOwn(this, "certificates")) return;
        this.#certificates = this.certificates;
        delete this.certificates;
      }

      /** Text, bytes, `{ name, bytes }`, or a list of them; in place of `src` and of the element's own text. */
      get certificates() { return this.#certificates; }
      set certificates(given) {
        this.#certificates = given;
        this.refresh();
      }

      /** The report that is shown. */
      get report() { return this.#loupe?.report; }

      connectedCallback() {
        if (!shown.size) languages.observe(document, { attributeFilter: ["lang"], subtree: true });
        shown.add(this);
        if (this.#loupe) this.refresh();
        else seen.observe(this);
      }

      disconnectedCallback() {
        seen.unobserve(this);
        shown.delete(this);
        if (!shown.size) languages.disconnect();
        this.#loupe?.stop();
      }

      attributeChangedCallback() { this.refresh(); }

      /** Looks whether something else is to be shown; on a page only, and not before it was in sight. */
      refresh() {
        if (this.isConnected) this.#loupe?.update();
      }

      /** Draws it now, in sight or not. */
      show() {
        seen.unobserve(this);
        return this.#coming ??= this.#come();
      }

      async #come() {
        try {
          const { Loupe } = await loupe();
          this.#loupe = new Loupe(this);
          this.refresh();
        } catch (error) {
          // What the element holds is still there to read. It is tried again when it comes back into sight.
          this.#coming = undefined;
          console.error(`<${tag}>:`, error);
          this.dispatchEvent(new CustomEvent("cert-loupe-error", {
            detail: { reason: "unloaded", message: String(error) }, bubbles: true, composed: true,
          }));
        }
      }
    });
  };

  // Whoever is here first waits for the others: they are of the same page, and all come before it is complete.
  const copies = (globalThis[Symbol.for("certloupe")] ??= {});
  (copies[tag] ??= []).push({ version: VERSION, define });
  // As versions are ordered: numbers by their size, and what leads to a version before it.
  const parts = (version) => version.split("-")[0].split(".").map(Number);
  const newer = ({ version: one }, { version: other }) =>
    parts(other).map((part, place) => part - parts(one)[place]).find((difference) => difference)
    ?? (one.includes("-") - other.includes("-") || other.localeCompare(one, "en", { numeric: true }));
  const settle = () => [...copies[tag]].sort(newer)[0].define();
  if (document.readyState === "complete") settle();
  else for (const moment of ["DOMContentLoaded", "load"]) addEventListener(moment, settle, { once: true });
})();
