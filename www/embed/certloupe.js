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

    customElements.define(tag, class extends HTMLElement {
      static observedAttributes = ["src", "lang", "view", "hosts", "now"];
      /** What draws it, once it was in sight. */
      #loupe;
      #certificates;
      #isShown = false;

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
        this.#loupe?.update();
      }

      /** The last report. */
      get report() { return this.#loupe?.report; }

      connectedCallback() {
        if (this.#loupe) this.#loupe.update();
        else seen.observe(this);
      }

      disconnectedCallback() {
        seen.unobserve(this);
        this.#loupe?.stop();
      }

      attributeChangedCallback() { this.#loupe?.update(); }

      /** Draws it now, in sight or not. */
      async show() {
        seen.unobserve(this);
        if (this.#isShown) return;
        this.#isShown = true;
        try {
          const { Loupe } = await loupe();
          this.#loupe = new Loupe(this);
          this.#loupe.update();
        } catch (error) {
          this.#isShown = false; // what the element holds is still there to read
          console.error(`<${tag}>:`, error);
        }
      }
    });
  };

  // Whoever is here first waits for the others: they are of the same page, and all come before it is complete.
  const copies = (globalThis[Symbol.for("certloupe")] ??= {});
  (copies[tag] ??= []).push({ version: VERSION.split(".").map(Number), define });
  const newer = (one, other) => other.version.map((part, at) => part - one.version[at]).find((difference) => difference) ?? 0;
  const settle = () => [...copies[tag]].sort(newer)[0].define();
  if (document.readyState === "complete") settle();
  else for (const moment of ["DOMContentLoaded", "load"]) addEventListener(moment, settle, { once: true });
})();
