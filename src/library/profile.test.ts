import { expect, test } from 'vitest';
import type { SafeguardId } from '../core/content/ids.ts';
import { readProfileText } from './profile.ts';

const safeguards = ['S-001', 'S-041', 'S-043'] as SafeguardId[];

/** A file and what is said of it: line, path and message of the only finding. */
const wrong = [
  {
    name: 'unknown key, with the nearest',
    text: 'name: X\ncountri: GR\n',
    line: 2,
    path: 'countri',
    says: 'nearest key is "country"',
  },
  {
    name: 'value outside a list, with the nearest',
    text: 'name: X\nprovider_form: hospitl\n',
    line: 2,
    path: 'provider_form',
    says: 'the nearest is "hospital"',
  },
  {
    name: 'a text where a number belongs',
    text: 'name: X\nstaff_fte: many\n',
    line: 2,
    path: 'staff_fte',
    says: 'Cannot read "many": a number is wanted',
  },
  {
    name: 'a negative number',
    text: 'name: X\nturnover_eur: -1\n',
    line: 2,
    path: 'turnover_eur',
    says: 'at least 0 is wanted',
  },
  {
    name: 'half a euro',
    text: 'name: X\nturnover_eur: 1.5\n',
    line: 2,
    path: 'turnover_eur',
    says: 'a whole number is wanted',
  },
  {
    name: 'yes where true belongs',
    text: 'name: X\npublic_sector: yes\n',
    line: 2,
    path: 'public_sector',
    says: 'true or false is wanted',
  },
  { name: 'a country in words', text: 'name: X\ncountry: Greece\n', line: 2, path: 'country', says: 'ISO 3166-1' },
  {
    name: 'an unknown service, by its place in the list',
    text: 'name: X\nservices:\n  - imaging\n  - xray\n',
    line: 4,
    path: 'services[1]',
    says: 'allowed are',
  },
  {
    name: 'an unknown field of a record',
    text: 'name: X\nai_systems:\n  - route: annex3\n    since: 2026-01-01\n',
    line: 4,
    path: 'ai_systems[0].since',
    says: 'no such key',
  },
  {
    name: 'a rating word',
    text: 'name: X\nratings:\n  S-041: mostly\n',
    line: 3,
    path: 'ratings.S-041',
    says: 'Cannot read "mostly": allowed are "not_implemented"',
  },
  {
    name: 'a rating word in a record',
    text: 'name: X\nratings:\n  S-041:\n    rating: done\n',
    line: 4,
    path: 'ratings.S-041.rating',
    says: 'Cannot read "done"',
  },
  {
    name: 'an unknown safeguard',
    text: 'name: X\nratings:\n  S-43: fully\n',
    line: 3,
    path: 'ratings.S-43',
    says: 'the nearest is "S-043"',
  },
  {
    name: 'not applicable without a reason',
    text: 'name: X\nratings:\n  S-041:\n    rating: not_applicable\n',
    line: 3,
    path: 'ratings.S-041',
    says: 'add "reason"',
  },
  {
    name: 'not applicable as a bare word',
    text: 'name: X\nratings:\n  S-041: not_applicable\n',
    line: 3,
    path: 'ratings.S-041',
    says: 'add "reason"',
  },
  { name: 'no name', text: 'country: GR\n', line: 1, path: 'name', says: 'Cannot read nothing: a text is wanted' },
  { name: 'broken YAML', text: 'name: X\n  country: : GR\n', line: 2, path: '', says: '' },
  {
    name: 'aliases, which could unfold without end',
    text: 'name: &a X\nshort_name: *a\n',
    line: 2,
    path: '',
    says: 'alias',
  },
] as const;

for (const { name, text, line, path, says } of wrong) {
  test(`readProfileText: ${name}`, () => {
    const read = readProfileText(text, 'p.yaml', safeguards);
    const [finding] = read.ok ? [] : read.error;
    expect([finding?.file, finding?.line, finding?.path]).toEqual(['p.yaml', line, path]);
    expect(finding?.message).toContain(says);
  });
}

test('readProfileText: all problems at once', () => {
  const read = readProfileText('name: X\ncountri: GR\nstaff_fte: many\n', 'p.yaml', safeguards);
  expect(read.ok ? 0 : read.error.length).toBe(2);
});

test('readProfileText: null and absence are unknown, an empty list means none', () => {
  const read = readProfileText(
    'name: X\nstaff_fte: null\ndigital_roles: []\nratings:\n  S-041: unknown\n  S-043: largely\n',
    'p.yaml',
    safeguards,
  );
  expect(read.ok ? [read.value.facts, [...read.value.ratings.keys()]] : read.error).toEqual([
    { digital_roles: [] },
    ['S-043'],
  ]);
});
