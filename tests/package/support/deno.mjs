// Deno, as its platform's package from npm has it: no install script has to run for that.
import { execFile } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const PLATFORMS = fileURLToPath(new URL("../node_modules/@deno", import.meta.url));

/** Where the program is. */
export const DENO = join(PLATFORMS, readdirSync(PLATFORMS)[0], "deno");

/** What a program says; it may read files, and nothing else. */
export const deno = async (cwd, program) => {
  const variables = { ...process.env, DENO_DIR: join(cwd, ".deno"), DENO_NO_UPDATE_CHECK: "1", NO_COLOR: "1" };
  const { stdout, stderr } = await promisify(execFile)(DENO, ["run", "--no-prompt", "--allow-read", program], { cwd, env: variables });
  return { said: stdout.trim(), complained: stderr.trim() };
};
