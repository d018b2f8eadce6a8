// What Node's tests say, in the last line as cargo says it: scripts/test.sh adds these lines up.
export default async function* report(events) {
  const counts = { pass: 0, fail: 0 };
  for await (const { type, data } of events) {
    if (type === "test:stdout" || type === "test:stderr") yield data.message;
    // A file is told of as a test, too, and so is what holds others.
    const counted = (type === "test:pass" || type === "test:fail") && data.details.type !== "suite" && data.nesting === 0;
    if (!counted) continue;
    if (data.skip !== undefined) {
      yield `test ${data.name} ... skipped: ${data.skip}\n`;
      continue;
    }
    const verdict = type.slice("test:".length);
    counts[verdict] += 1;
    yield `test ${data.name} ... ${verdict === "pass" ? "ok" : "FAILED"} (${(data.details.duration_ms / 1000).toFixed(1)} s)\n`;
    if (verdict === "fail") yield `${data.details.error.cause?.stack ?? data.details.error.cause ?? data.details.error}\n`;
  }
  const end = counts.fail === 0 && counts.pass > 0 ? "ok" : "FAILED";
  yield `\ntest result: ${end}. ${counts.pass} passed; ${counts.fail} failed\n`;
}
