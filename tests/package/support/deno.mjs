// Deno, as its platform's package from npm has it: no install script has to run for that.
import { execFile } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

/** Where the program is. */
export const DENO = fileURLToPath(new URL("../node_modules/@deno/linux-x64-glibc/deno", import.meta.url));

/** Why it can not be tried; false where it can. */
export const LACKS_DENO = (process.platform !== "linux" || process.arch !== "x64") && "Deno is installed for Linux on x64 only";

/** What a program says; it may read files, and nothing else. */
export const deno = async (cwd, program) => {
  const variables = { ...process.env, DENO_DIR: join(cwd, ".deno"), DENO_NO_UPDATE_CHECK: "1", NO_COLOR: "1" };
  const { stdout, stderr } = await promisify(execFile)(DENO, ["run", "--no-prompt", "--allow-read", program], { cwd, env: variables });
  return { said: stdout.trim(), complained: stderr.trim() };
};
