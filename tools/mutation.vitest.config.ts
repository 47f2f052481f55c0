import { defineConfig } from "vitest/config";

/** What mutation testing runs against every mutant: the quick tests of election mathematics, from source. */
export default defineConfig({
  resolve: { conditions: ["@verksam/source", "module", "node", "development|production"] },
  test: {
    // no test sees what another left in a module, and loading them anew for each mutant takes most of the time
    isolate: false,
    provide: { profiles: 400 },
    include: ["packages/election-math/{src,test}/**/*.test.ts"],
    exclude: [
      "packages/election-math/test/{differential,ranked-differential-bites}.test.ts",
      "packages/election-math/src/{scenarios,ballots}/**",
    ],
  },
});
