import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { chromiumPath, requires, testdata } from './require.ts';

// Its word on what is skipped would be read as a word on this run.
beforeEach(() => void vi.spyOn(process.stderr, 'write').mockReturnValue(true));
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

const absent = join(tmpdir(), 'theriac-not-there');

test('requires: what is absent is skipped', () => {
  vi.stubEnv('CHROMIUM_PATH', absent);
  vi.stubEnv('THERIAC_REQUIRE', 'postgres');
  expect(chromiumPath()).toBe(null);
  expect(requires('chromium')).toBe(false);
});

test('requires: what is absent and demanded fails', () => {
  vi.stubEnv('CHROMIUM_PATH', absent);
  vi.stubEnv('THERIAC_REQUIRE', 'chromium,postgres');
  expect(() => requires('chromium')).toThrow('CHROMIUM_PATH');
});

test('requires: what is there is used', () => {
  vi.stubEnv('CHROMIUM_PATH', process.execPath);
  vi.stubEnv('THERIAC_REQUIRE', 'chromium');
  expect(requires('chromium')).toBe(true);
});

test('testdata: the folder of the setting, or nothing', () => {
  const folder = mkdtempSync(join(tmpdir(), 'theriac-'));
  vi.stubEnv('THERIAC_TESTDATA', folder);
  expect(testdata()).toBe(folder);
  vi.stubEnv('THERIAC_TESTDATA', absent);
  vi.stubEnv('THERIAC_REQUIRE', '');
  expect(testdata()).toBe(null);
});
