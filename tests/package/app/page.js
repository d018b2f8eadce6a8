// Asks on the page and in a module worker, and tells what came of it in attributes of <html>.
import init, { EngineNotReady, EngineStopped, Refusal, convert, inspect } from "certloupe";
import { chain, root } from "./chain.js";

const tell = (what, said) => {
  document.documentElement.dataset[what] = JSON.stringify(said);
};

const thrown = (call) => {
  try {
    return call();
  } catch (error) {
    return error;
  }
};

const run = async () => {
  const early = thrown(() => inspect(chain));
  await Promise.all([init(), init(), init()]);
  const { schema, verdict } = inspect(chain, { roots: root, platforms: ["mobile-web"] });
  const refused = thrown(() => convert(chain, { to: "pfx", outPassword: "x" }));
  const stopped = thrown(() => inspect(new Uint8Array(2 ** 31)));
  await init();
  const again = inspect(chain, { roots: root, platforms: ["mobile-web"] }).verdict;
  tell("page", {
    schema, verdict, again, early: [early instanceof EngineNotReady, early.message],
    refused: [refused instanceof Refusal, refused.findings?.length > 0], stopped: [stopped instanceof EngineStopped, String(stopped.cause)],
  });
};

run().catch((error) => tell("page", { trouble: String(error) }));

const worker = new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
worker.onmessage = ({ data }) => tell("worker", data);
worker.onerror = ({ message }) => tell("worker", { trouble: message });
worker.postMessage({ chain, root });
