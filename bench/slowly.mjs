// A processor that is four times slower for every thread of a page. Chromium's own throttle stops a page's main thread
// only: workers, and threads that compile WebAssembly, go on at full speed beside it. Here the whole renderer process is
// stopped for three quarters of the time.
import { Worker } from "node:worker_threads";

/** How long the renderer runs and how long it stands, in ms. */
const RUNS = 4, STANDS = 12;

const LOOP = `
  const { workerData: { shared, runs, stands } } = require("node:worker_threads");
  const [on, count] = [0, 1];
  const pids = () => shared.slice(2, 2 + Atomics.load(shared, count));
  const signal = (name) => pids().forEach((pid) => { try { process.kill(pid, name); } catch {} });
  const still = new Int32Array(new SharedArrayBuffer(4));
  while (Atomics.load(shared, on)) {
    signal("SIGSTOP");
    Atomics.wait(still, 0, 0, stands);
    signal("SIGCONT");
    Atomics.wait(still, 0, 0, runs);
  }`;

/** Begins to slow processes down; `add` takes more of them, `end` lets them all go. */
export const slowly = () => {
  const shared = new Int32Array(new SharedArrayBuffer(4 * 66));
  shared[0] = 1;
  const worker = new Worker(LOOP, { eval: true, workerData: { shared, runs: RUNS, stands: STANDS } });
  const gone = new Promise((done) => worker.once("exit", done));
  // A process that stands still can not end either.
  const release = () => shared.subarray(2, 2 + shared[1]).forEach((pid) => { try { process.kill(pid, "SIGCONT"); } catch {} });
  process.once("exit", release);
  return {
    add(pids) {
      const fresh = pids.filter((pid) => !shared.subarray(2, 2 + shared[1]).includes(pid)).slice(0, 64 - shared[1]);
      shared.set(fresh, 2 + shared[1]);
      Atomics.add(shared, 1, fresh.length);
    },
    async end() {
      Atomics.store(shared, 0, 0);
      await gone;
      release();
      process.off("exit", release);
    },
  };
};
