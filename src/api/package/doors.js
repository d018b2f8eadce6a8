// What everybody gets, however the engine is loaded. glue.js is what wasm-bindgen writes.
import * as glue from "./glue.js";
import { door } from "./engine.js";

export { EngineNotReady, EngineStopped, Refusal } from "./engine.js";

export const checks = door(glue.checks);
export const codes = door(glue.codes);
export const compare = door(glue.compare);
export const convert = door(glue.convert);
export const create = door(glue.create);
export const deploy = door(glue.deploy);
export const describe = door(glue.describe);
export const formats = door(glue.formats);
export const handbook = door(glue.handbook);
export const hops = door(glue.hops);
export const inspect = door(glue.inspect);
export const platforms = door(glue.platforms);
export const renew = door(glue.renew);
export const targets = door(glue.targets);
