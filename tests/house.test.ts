/** The rules of the house, run on the tree as it stands. Each finding names the file, the line and the remedy. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { exceptions, rules } from './house/rules.ts';
import type { Rule } from './house/rule.ts';
import { parse, readTree } from './house/source.ts';
import type { Source } from './house/source.ts';

const tree = readTree(join(import.meta.dirname, '..'), ['src', 'tests', 'tools', 'vite.config.ts', 'vitest.config.ts']);

const isExcepted = (rule: Rule, { path }: Source): boolean =>
  exceptions.some((row) => row.rule === rule.name && row.path === path);

const report = (rule: Rule, sources: readonly Source[]): readonly string[] =>
  sources
    .filter(({ path }) => rule.applies(path))
    .flatMap((source) => rule.check(source).map(({ line, message }) => `${source.path}:${line} ${message}`));

for (const rule of rules) {
  test(`${rule.name}: ${rule.why}`, () => {
    expect(
      report(
        rule,
        tree.filter((source) => !isExcepted(rule, source)),
      ),
    ).toEqual([]);
  });

  test(`${rule.name}: finds what is wrong and leaves what is right`, () => {
    const found = (fragments: Rule['good']): readonly string[] =>
      fragments.filter((fragment) => report(rule, [parse(fragment)]).length > 0).map(({ text }) => text);
    expect(found(rule.good)).toEqual([]);
    expect(found(rule.bad)).toEqual(rule.bad.map(({ text }) => text));
  });
}

test('exceptions: each is still needed', () => {
  const needless = exceptions.filter(({ rule: name, path }) => {
    const rule = rules.find((candidate) => candidate.name === name);
    const source = tree.find((candidate) => candidate.path === path);
    return rule === undefined || source === undefined || report(rule, [source]).length === 0;
  });
  expect(needless).toEqual([]);
});
