// Where certificates come from: an address of this page's own origin, or what a script or the page's text gives.

/** No page that shows a certificate has more than that: the largest bundle of roots known has a quarter of a megabyte. */
const MOST = 16 << 20;

/** Why there is nothing to look at; `reason` is a key of the words, `facts` what they tell of. */
export class Unavailable extends Error {
  constructor(reason, facts) {
    super(reason);
    Object.assign(this, { reason, facts });
  }
}

/** Something or a list of things, as a list of what the engine takes. */
export const given = (things) => (Array.isArray(things) ? things : [things]).map((thing) =>
  // A copy of what counts: frameworks wrap objects in what can not be sent to a worker.
  typeof thing === "string" || ArrayBuffer.isView(thing) || thing instanceof ArrayBuffer
    ? { name: "", bytes: thing } : { name: thing.name ?? "", bytes: thing.bytes });

/** What attributes ask for, as the engine takes it; it refuses what it does not know. */
export const options = ({ lang, hosts, now }) => ({
  lang,
  ...(hosts && { hosts: hosts.split(",").map((host) => host.trim()).filter(Boolean) }),
  ...(now && { now }),
});

const megabytes = MOST >> 20;

/** A file by its address, which has to be of this origin. */
export const fetched = async (src, signal) => {
  const address = new URL(src, document.baseURI);
  if (address.origin !== location.origin) throw new Unavailable("foreign", { src });
  try {
    // What is of this origin may lead elsewhere: that is refused, too.
    const response = await fetch(address, { mode: "same-origin", signal });
    if (!response.ok) throw new Unavailable("missing", { src, status: response.status });
    const bytes = await read(response, src);
    if (isPage(bytes)) throw new Unavailable("page", { src });
    return [{ name: named(address), bytes }];
  } catch (error) {
    throw error instanceof Unavailable ? error : new Unavailable("unreachable", { src, error: error.message });
  }
};

/** The file's name, which may not be what an address is made of. */
const named = ({ pathname }) => {
  const name = pathname.split("/").pop();
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
};

/** All of it, if that is not too much; and no more is fetched than is found out. */
const read = async (response, src) => {
  const tooLarge = () => new Unavailable("large", { src, megabytes });
  if (response.headers.get("content-length") > MOST) {
    response.body?.cancel();
    throw tooLarge();
  }
  const [parts, reader] = [[], response.body?.getReader()];
  let length = 0;
  while (reader) {
    const { done, value } = await reader.read();
    if (done) break;
    parts.push(value);
    length += value.length;
    if (length > MOST) {
      reader.cancel();
      throw tooLarge();
    }
  }
  const bytes = new Uint8Array(length);
  parts.reduce((at, part) => (bytes.set(part, at), at + part.length), 0);
  return bytes;
};

/** What many servers answer for a file that is not there: a page, without a certificate in it. */
const isPage = (bytes) => {
  const text = new TextDecoder("latin1").decode(bytes.subarray(0, 1 << 16));
  return /^\s*(?:\xef\xbb\xbf)?<(?:!doctype|html)\b/i.test(text) && !text.includes("-----BEGIN ");
};
