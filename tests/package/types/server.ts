// What a server does, in a project without the types of a browser; never run.
import init, { Refusal, convert, inspect, type Report } from "certloupe";
import { readFileSync } from "node:fs";

const report: Report = inspect(readFileSync("chain.pem"), { lang: "zh" });
try {
  for (const { name, bytes } of convert(readFileSync("chain.pem"), { to: "p7b" })) process.stdout.write(name + bytes.length);
} catch (error) {
  if (error instanceof Refusal) console.error(error.findings[0]?.fix, error.cause);
}
await init();

export { report };
