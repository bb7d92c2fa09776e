import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'tests/**/*.test.ts'],
    environment: 'node',
    // Processes, not threads: tests change folders, start workers of their own and load a native compiler.
    pool: 'forks',
    maxWorkers: 2,
    // No test asserts speed. A slow machine that is busy must not turn one red.
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
