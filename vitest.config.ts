import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    environment: 'node',
    projects: [
      // What stands beside the source is pure: files can share a process, which then reads code and content once.
      { extends: true, test: { name: 'source', include: ['src/**/*.test.{ts,tsx}'], isolate: false } },
      { extends: true, test: { name: 'whole', include: ['tests/**/*.test.ts'], exclude: ['tests/e2e/**'] } },
      // A browser, its server and its test already keep two cores busy; two of each side by side take longer than one after the other.
      {
        extends: true,
        test: { name: 'screens', include: ['tests/e2e/**/*.test.ts'], maxWorkers: 1, sequence: { groupOrder: 1 } },
      },
    ],
    // Processes, not threads: tests change folders, start workers of their own and load a native compiler.
    pool: 'forks',
    maxWorkers: 2,
    // No test asserts speed. A slow machine that is busy must not turn one red.
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
