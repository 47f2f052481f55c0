/** The migrations of the kernel's own tables, oldest first. */
import type { Migration } from "@verksam/kernel";
import { kernel0001 } from "./0001-kernel.ts";

export const kernelMigrations: ReadonlyArray<Migration> = [kernel0001];
