import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Two browsers with their servers side by side take longer than one after the other, and one alone leaves half a machine idle. So each
 * browser test is followed by its share of the others.
 */
class Spread extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const of = (name: string) => files.filter(({ project }) => project.name === name);
    const [screens, whole, source] = [of('screens'), of('whole'), of('source')];
    const shareOf = (all: readonly TestSpecification[], at: number): readonly TestSpecification[] =>
      all.slice(Math.round((at * all.length) / screens.length), Math.round(((at + 1) * all.length) / screens.length));
    if (screens.length === 0) return files;
    return screens.flatMap((screen, at) => [screen, ...shareOf(whole, at), ...shareOf(source, at)]);
  }
}

export default defineConfig({
  test: {
    environment: 'node',
    sequence: { sequencer: Spread },
    projects: [
      // What stands beside the source is pure: files can share a process, which then reads code and content once.
      { extends: true, test: { name: 'source', include: ['src/**/*.test.{ts,tsx}'], isolate: false } },
      { extends: true, test: { name: 'whole', include: ['tests/**/*.test.ts'], exclude: ['tests/e2e/**'] } },
      { extends: true, test: { name: 'screens', include: ['tests/e2e/**/*.test.ts'] } },
    ],
    // Processes, not threads: tests change folders, start workers of their own and load a native compiler.
    pool: 'forks',
    // An engine that a test file uses for seconds is not worth the best code it can be compiled to.
    execArgv: ['--liftoff-only'],
    maxWorkers: 2,
    // No test asserts speed. A slow machine that is busy must not turn one red.
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
