import { defineConfig } from "vitest/config";

const conditions = ["@verksam/source", "module", "node", "development|production"];
const onDatabase = [
  "packages/storage-kysely/test/**/*.test.ts",
  "examples/**/*.test.ts",
  "bench/**/*.test.ts",
  "tools/fresh-database.test.ts",
];
const never = ["**/node_modules/**", "**/dist/**", "tools/fixtures/**"];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: "plain",
          include: ["packages/*/{src,test}/**/*.test.ts", "tools/**/*.test.ts"],
          exclude: [...onDatabase, ...never],
        },
      },
      {
        extends: true,
        test: {
          name: "database",
          include: onDatabase,
          exclude: never,
          globalSetup: "./tools/postgres.setup.ts",
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
    ],
    reporters: ["default", "./tools/closing-line.ts"],
    coverage: { provider: "v8", include: ["packages/*/src/**/*.ts"], reporter: ["text-summary", "lcov"] },
  },
});
