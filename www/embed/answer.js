// Asks one of the engines, wherever this runs: in the worker, or in the page.

/** The smallest module there is: who refuses it refuses every one. */
const EMPTY = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]);

/** Asked only when something went wrong. */
const isForbidden = () => WebAssembly.instantiate(EMPTY).then(() => false, () => true);

const engines = {};

const load = async (tier) => {
  const glue = await import(`./${tier}.js`);
  await glue.default({ module_or_path: new URL(`./${tier}_bg.wasm`, import.meta.url) });
  return glue;
};

const failed = (reason, error) => ({ failure: { reason, error: String(error?.message ?? error) } });

/** `{ described }`, which is undefined where it takes an engine with more in it; or `{ failure }` with its reason: `forbidden`
 * or `unloaded` where there is no engine here, `stopped` where it came to an end, `failed` where the question makes no sense. */
export const answer = async ({ tier, input, options }) => {
  let engine;
  try {
    engine = await (engines[tier] ??= load(tier));
  } catch (error) {
    engines[tier] = undefined;
    return failed(await isForbidden() ? "forbidden" : "unloaded", error);
  }
  try {
    return { described: engine.describe(input, options) };
  } catch (error) {
    if (error instanceof TypeError) return failed("failed", error);
    engine.__wbg_reset_state(); // what trapped is in nobody's hands: the next question begins anew
    return failed("stopped", error);
  }
};
