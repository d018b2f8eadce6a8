// The custom element's types, for pages that load embed/certloupe.js: `import type {} from "certloupe/element"`.
import type { Input, Report } from "./certloupe.js";

/** `<cert-loupe>`. */
export interface CertLoupeElement extends HTMLElement {
  /** What to show, in place of `src` and of the element's own text. */
  certificates: Input | Input[] | null | undefined;
  /** The report that is shown. */
  readonly report: Report | undefined;
  /** Draws it now, in sight or not. */
  show(): Promise<void>;
}

/** Why an element shows no report. */
export interface CertLoupeFailure {
  reason: "foreign" | "missing" | "page" | "large" | "unreachable" | "forbidden" | "unloaded" | "stopped" | "failed";
  /** The sentence that it shows. */
  message: string;
}

declare global {
  interface HTMLElementTagNameMap { "cert-loupe": CertLoupeElement }
  interface HTMLElementEventMap {
    "cert-loupe-report": CustomEvent<Report>;
    "cert-loupe-error": CustomEvent<CertLoupeFailure>;
  }
}
