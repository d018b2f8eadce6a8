// The engine, once for all elements and code blocks of a page: in a worker where the page allows one, else in the page.
import { answer } from "./answer.js";
import { Unavailable } from "./source.js";

/** What nearly everybody needs, and everything. */
const TIERS = ["engine", "full"];

/** The report about something, and what it says. */
export const describe = async (input, options) => {
  for (const tier of TIERS) {
    const { described, failure } = await ask({ tier, input, options });
    if (failure) throw new Unavailable(failure.reason, failure);
    if (described) return described;
  }
};

/** The worker while there is one, whether this page can have one, and who waits for it. */
let worker;
let isRefused = false;
const open = new Map();

/** The worker's address, blessed where the page wants that. It may not let us: then it does without a worker. */
let blessed;
const address = () => {
  const { href } = new URL("./worker.js", import.meta.url);
  const bless = () => trustedTypes.createPolicy("certloupe", { createScriptURL: () => href }).createScriptURL("");
  return blessed ??= globalThis.trustedTypes ? bless() : href;
};

const start = () => {
  worker = new Worker(address(), { type: "module", name: "certloupe" });
  worker.onmessage = ({ data: { id, ...told } }) => {
    open.get(id)(told);
    open.delete(id);
  };
  // It could not be fetched, or the page's policy does not let it run.
  worker.onerror = (event) => {
    event.preventDefault();
    isRefused = true;
    end();
  };
};

/** Ends the worker; whoever waits for it hears nothing. */
const end = () => {
  worker.terminate();
  worker = undefined;
  for (const done of open.values()) done({});
  open.clear();
};

let last = 0;
const inWorker = (question) => new Promise((done) => {
  const id = ++last;
  open.set(id, done);
  worker.postMessage({ id, question });
});

const ask = async (question) => {
  try {
    if (!worker && !isRefused) start();
  } catch {
    isRefused = true; // from another origin, or without a blessing
  }
  if (!isRefused) {
    const told = await inWorker(question);
    const reason = told.failure?.reason;
    if (reason === "stopped" && worker) end(); // the next question gets a new one
    // A worker lives under the policy of its own file: what it can not have, the page may.
    if (["forbidden", "unloaded"].includes(reason)) isRefused = true;
    else if (told.described || told.failure || !isRefused) return told;
  }
  return answer(question);
};
