import process from "node:process";
import { activityPlan } from "./activity-plan.ts";
import { processTerminal } from "./terminal.ts";

process.exitCode = await activityPlan(process.argv.slice(2), processTerminal);
