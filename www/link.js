// Certificates in an address: `#c=` and what `pack` made of them. Whoever opens it has them in the box; the part of an
// address behind `#` never leaves the browser.
"use strict";
(() => {
  // A file of 1 MB makes no link: what claims to be more was not made here.
  const LIMIT = 1 << 20;

  const through = async (bytes, stream) => {
    const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
    const pieces = [];
    for (let length = 0; ;) {
      const { done, value } = await reader.read();
      if (done) return new Uint8Array(await new Blob(pieces).arrayBuffer());
      if ((length += value.length) > LIMIT) throw new Error("too long for a link");
      pieces.push(value);
    }
  };
  const letters = (bytes) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));

  /** Certificates, one behind the other in DER, as letters that may stand in an address. */
  const pack = async (bytes) => {
    const packed = await through(bytes, new CompressionStream("gzip"));
    return letters(packed).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
  };

  /** The PEM of what an address carries. */
  const unpack = async (hash) => {
    const packed = hash.slice("#c=".length);
    const plain = atob(packed.replaceAll("-", "+").replaceAll("_", "/"));
    const bytes = await through(Uint8Array.from(plain, (letter) => letter.charCodeAt(0)), new DecompressionStream("gzip"));
    const blocks = [];
    for (let at = 0; at < bytes.length;) {
      const end = at + size(bytes.subarray(at));
      const body = letters(bytes.subarray(at, end)).replace(/.{64}(?=.)/g, "$&\n");
      blocks.push(`-----BEGIN CERTIFICATE-----\n${body}\n-----END CERTIFICATE-----\n`);
      at = end;
    }
    return new TextEncoder().encode(blocks.join("")).buffer;
  };

  /** How long the first certificate is, by its own account (X.690 §8.1.3). */
  const size = (bytes) => {
    const [tag, first] = bytes;
    const long = first & 0x80 ? first & 0x7f : 0;
    const length = long ? bytes.slice(2, 2 + long).reduce((sum, byte) => sum * 256 + byte, 0) : first;
    const whole = 2 + long + length;
    if (tag !== 0x30 || !(whole <= bytes.length)) throw new Error("no certificate");
    return whole;
  };

  Object.assign(globalThis.certloupeScripts, { pack, unpack });
})();
