// Three real browsers over WebDriver, as scripts/setup.sh installs them, each in a home of its own.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** How each driver starts, and what it must be told. */
export const BROWSERS = {
  chromium: {
    command: (port) => [process.env.CHROMEDRIVER ?? "chromedriver", `--port=${port}`],
    wants: (home) => ({
      browserName: "chrome",
      "goog:chromeOptions": {
        args: ["--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--disable-background-networking",
          "--disable-component-update", "--disable-sync", "--no-first-run", `--user-data-dir=${join(home, "profile")}`],
      },
    }),
  },
  firefox: {
    command: (port) => [process.env.GECKODRIVER ?? "geckodriver", "--port", String(port), "--websocket-port", "0"],
    wants: () => ({ browserName: "firefox", "moz:firefoxOptions": { args: ["-headless"] } }),
  },
  webkit: {
    // It has no headless mode; as root in a container there is neither a sandbox nor a graphics card.
    command: (port) => ["xvfb-run", "-a", process.env.WEBKITDRIVER ?? "WebKitWebDriver", `--port=${port}`],
    variables: {
      NO_AT_BRIDGE: "1", GDK_BACKEND: "x11", WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1", WEBKIT_DISABLE_DMABUF_RENDERER: "1",
    },
    wants: () => ({ browserName: "MiniBrowser", "webkitgtk:browserOptions": { args: ["--automation"] } }),
  },
};

const PATIENCE = 60_000;

const freePort = () => new Promise((done) => {
  const server = createServer().listen(0, "127.0.0.1", () => {
    const { port } = server.address();
    server.close(() => done(port));
  });
});

/** Asks until there is an answer; `undefined` is none. */
const until = async (what, ask) => {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > end) throw new Error(`${what}: not within ${PATIENCE / 1000} s`);
    await sleep(50);
  }
};

export class Browser {
  #address;
  #driver;
  #home = mkdtempSync(join(tmpdir(), "certloupe-package-browser-"));

  static async open(name) {
    const { command, variables, wants } = BROWSERS[name];
    const browser = new Browser(), port = await freePort(), home = browser.#home;
    const [program, ...words] = command(port);
    // A group of its own: what the driver starts ends with it.
    browser.#driver = spawn(program, words, {
      stdio: "ignore", detached: true, env: { ...process.env, HOME: home, XDG_CONFIG_HOME: home, XDG_CACHE_HOME: home, ...variables },
    });
    browser.#driver.on("error", () => {}); // told by the driver that does not listen
    process.once("exit", () => browser.#clear());
    browser.#address = `http://127.0.0.1:${port}/session`;
    try {
      await until(`${program} listens`, () => fetch(`http://127.0.0.1:${port}/status`).then(() => true, () => undefined));
      const { sessionId } = await browser.#ask("POST", "", { capabilities: { alwaysMatch: wants(home) } });
      browser.#address += `/${sessionId}`;
      return browser;
    } catch (error) {
      browser.#clear();
      throw error;
    }
  }

  async #ask(method, path, body) {
    const answer = await fetch(this.#address + path, {
      method, ...(body && { body: JSON.stringify(body), headers: { "Content-Type": "application/json" } }),
    });
    const { value } = await answer.json();
    if (!answer.ok) throw new Error(`${path}: ${value.message}`);
    return value;
  }

  visit(url) {
    return this.#ask("POST", "/url", { url });
  }

  /** Types into an element; a path, where that chooses files. */
  async type(selector, text) {
    const found = await this.#ask("POST", "/element", { using: "css selector", value: selector });
    await this.#ask("POST", `/element/${Object.values(found)[0]}/value`, { text });
  }

  /** What a script in the page returns, once that is something. */
  value(what, script) {
    return until(what, async () => (await this.#ask("POST", "/execute/sync", { script, args: [] })) ?? undefined);
  }

  async end() {
    await this.#ask("DELETE", "").catch(() => {}); // its driver ends it below
    this.#clear();
  }

  #clear() {
    try {
      process.kill(-this.#driver.pid, "SIGKILL");
    } catch {
      // It is gone.
    }
    rmSync(this.#home, { recursive: true, force: true, maxRetries: 5 });
  }
}
