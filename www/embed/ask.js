// The engine, once for all elements and code blocks of a page: in a worker where the page allows one, else in the page.
import { answer } from "./answer.js";
import { Unavailable } from "./source.js";

/** What nearly everybody needs, and everything. */
const TIERS = ["engine", "full"];

/** The report about something, and what it says; nothing if nobody wants it any more when its turn comes. */
export const describe = async (input, options, isWanted = () => true) => {
  for (const tier of TIERS) {
    const { described, failure } = await inTurn({ tier, input, options }, isWanted);
    if (failure) throw new Unavailable(failure.reason, failure);
    if (described) return described;
  }
};

/** One question at a time: who has changed their mind meanwhile costs nothing, and what stops the engine stops for itself. */
let turn = Promise.resolve();
const inTurn = (question, isWanted) => {
  const told = turn.then(() => (isWanted() ? ask(question) : { failure: { reason: "unwanted" } }));
  turn = told.catch(() => {});
  return told;
};

/** The worker while there is one, and whether this page can have one. */
let worker;
let isRefused = false;

/** The worker's address, blessed where the page wants that. It may not let us: then it does without a worker. */
let blessed;
const address = () => {
  const { href } = new URL("./worker.js", import.meta.url);
  const bless = () => trustedTypes.createPolicy("certloupe", { createScriptURL: () => href }).createScriptURL("");
  return blessed ??= globalThis.trustedTypes ? bless() : href;
};

/** What the worker answers; nothing where it could not be fetched, or the page's policy does not let it run. */
const inWorker = (question) => new Promise((done) => {
  worker.onmessage = ({ data }) => done(data);
  worker.onerror = (event) => {
    event.preventDefault();
    done(undefined);
  };
  worker.postMessage(question);
});

const ask = async (question) => {
  try {
    if (!isRefused) worker ??= new Worker(address(), { type: "module", name: "certloupe" });
  } catch {
    isRefused = true; // from another origin, or without a blessing
  }
  if (isRefused) return answer(question);
  const told = await inWorker(question);
  // A worker lives under the policy of its own file: what it can not have, the page may.
  isRefused = !told || ["forbidden", "unloaded"].includes(told.failure?.reason);
  if (isRefused || told.failure?.reason === "stopped") {
    worker.terminate();
    worker = undefined; // the next question gets a new one
  }
  return isRefused ? answer(question) : told;
};
