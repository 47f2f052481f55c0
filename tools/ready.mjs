/**
 * Installs what the lock file asks for and node_modules lacks, then runs the command it was given.
 * Plain JavaScript: on a fresh machine it runs under whatever Node there is, before Node 24 is installed.
 */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import process from "node:process";

const packages = (lock) => JSON.parse(readFileSync(lock, "utf8")).packages;

/** Is every locked package there in its locked version? Optional ones may be for another platform. */
export const isInstalled = (wanted, present) =>
  Object.entries(wanted).every(([path, { version, optional }]) => {
    if (!path.startsWith("node_modules/")) return true;
    return path in present ? present[path].version === version : optional === true;
  });

const installed = () => {
  try {
    // npm writes this file last, so an install that was interrupted does not count as one
    return isInstalled(packages("package-lock.json"), packages("node_modules/.package-lock.json"));
  } catch {
    return false;
  }
};

// a shell remembers where it found `node`; a new process looks again and finds the one just installed
const run = (command, args) => {
  const { status, error } = spawnSync(command, args, { stdio: "inherit" });
  if (error) console.error(`${command}: ${error.message}`);
  return status ?? 1;
};

const main = (command, ...args) => {
  if (!installed()) {
    console.log("Installing packages (npm ci), once …");
    const status = run("npm", ["ci"]);
    if (status !== 0) return status;
  }
  return run(command, args);
};

if (import.meta.filename === process.argv[1]) process.exitCode = main(...process.argv.slice(2));
