/** What the content as a whole must hold, beside what its rules hold of each file. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { execFileSync } from 'node:child_process';
import { exampleAnalysis, library, type ExampleName } from './support/examples.ts';

const firstTen = (name: ExampleName): readonly string[] =>
  exampleAnalysis(name)
    .ranking.items.slice(0, 10)
    .map(({ safeguard }) => safeguard.id);

test('content: a hospital and a practice share at most four of their first ten', () => {
  const [hospital, practice] = [firstTen('hospital-greece'), firstTen('practice-ireland')];
  expect(hospital.filter((id) => practice.includes(id)).length).toBeLessThanOrEqual(4);
});

test('content: no governance paper leads without a duty, nor does what touches no threat', () => {
  for (const name of ['hospital-greece', 'clinic-germany', 'practice-ireland'] as const) {
    const open = exampleAnalysis(name)
      .ranking.items.filter(({ group }) => group > 0)
      .slice(0, 10);
    const idle = open.filter(
      ({ safeguard }) => safeguard.namedDuties.length === 0 && safeguard.threats.every(({ strength }) => strength < 2),
    );
    expect(idle.map(({ safeguard }) => safeguard.id)).toEqual([]);
  }
});

test('content: a contact point’s safeguards concern no hospital, and a practice is asked for nothing about theatres', () => {
  const outside = (name: ExampleName) => exampleAnalysis(name).ranking.outside.map(({ id }) => id as string);
  expect(outside('hospital-greece')).toEqual(expect.arrayContaining(['S-145', 'S-148']));
  expect(outside('practice-ireland')).toEqual(expect.arrayContaining(['S-129', 'S-133', 'S-145']));
});

test('content: each topic has a safeguard, so that a vote on it leads somewhere', () => {
  const served = new Set(library.content.safeguards.map(({ topic }) => topic));
  expect(library.content.topics.map(({ id }) => id).filter((id) => !served.has(id))).toEqual([]);
});

test('content: the chapters on law, governance and incidents are read twice', () => {
  const read = library.content.readings.map(({ id }) => id as string);
  expect(read).toEqual(expect.arrayContaining(['legal', 'governance', 'incidents']));
});

test('content: docs/coverage.md is what the command writes today', () => {
  const root = join(import.meta.dirname, '..');
  const written = execFileSync(process.execPath, [join(root, 'theriac'), 'library', 'coverage'], { encoding: 'utf8' });
  expect(readFileSync(join(root, 'docs/coverage.md'), 'utf8')).toBe(written);
});
