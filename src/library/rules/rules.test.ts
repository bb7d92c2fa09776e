/** Each content rule accepts shipped content and catches one bad fragment of it. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ContentKind } from '../../core/content/content.ts';
import { contentKinds } from '../../core/content/content.ts';
import { loadContent, type ContentFile, type LoadedContent } from '../load.ts';
import { contentRules } from './index.ts';
import { idOf, type RuleInput } from './rule.ts';

const shipped = loadContent(join(import.meta.dirname, '../../../content'));

/** Shipped content with one item (or its text) changed. */
function changed(
  kind: ContentKind,
  id: string,
  change: (item: never) => object,
  text?: (text: string) => string,
): RuleInput {
  const files = shipped.files.map((file): ContentFile =>
    file.kind === kind && idOf(file.item) === id
      ? { ...file, item: change(file.item as never), text: text?.(file.text) ?? file.text }
      : file,
  );
  const items = (of: ContentKind) => files.filter((file) => file.kind === of).map(({ item }) => item);
  return {
    files,
    content: Object.fromEntries(contentKinds.map((of) => [of, items(of)])) as unknown as LoadedContent['content'],
    ledger: shipped.ledger,
  };
}

const withLedger = (ledger: Partial<LoadedContent['ledger']>): RuleInput => ({
  ...shipped,
  ledger: { ...shipped.ledger, ...ledger },
});

type Item = Readonly<Record<string, object>>;
const bad: readonly {
  readonly rule: string;
  readonly name: string;
  readonly input: RuleInput;
  readonly says: string;
}[] = [
  {
    rule: 'id-matches-file',
    name: 'an id that is not the file name',
    input: changed('topics', 'cloud', (item: Item) => ({ ...item, id: 'clouds' })),
    says: 'clouds.yaml',
  },
  {
    rule: 'ids-are-permanent',
    name: 'an id that the ledger does not know',
    input: withLedger({ safeguards: shipped.ledger.safeguards.slice(1) }),
    says: 'append it there',
  },
  {
    rule: 'ids-are-permanent',
    name: 'an id that content dropped',
    input: withLedger({ safeguards: [...shipped.ledger.safeguards, 'S-999'] }),
    says: 'Cannot drop S-999',
  },
  { rule: 'ids-are-permanent', name: 'a retired id', input: withLedger({ retired: ['S-001'] }), says: 'was retired' },
  {
    rule: 'links-resolve',
    name: 'a topic that does not exist',
    input: changed('safeguards', 'S-043', (item: Item) => ({ ...item, topic: 'nothing' })),
    says: 'Cannot find "nothing"',
  },
  {
    rule: 'links-resolve',
    name: 'a requirement that no framework has',
    input: changed('safeguards', 'S-043', (item: Item) => ({
      ...item,
      mappings: [{ to: 'nis2:99', relation: 'equal', because: '' }],
    })),
    says: 'Cannot find "nis2:99"',
  },
  {
    rule: 'marks-resolve',
    name: 'a mark that leads nowhere',
    input: changed('topics', 'cloud', (item: Item) => ({ ...item, definition: 'See [eu-nothing].' })),
    says: 'Cannot find "eu-nothing"',
  },
  {
    rule: 'prose-is-quoted',
    name: 'a hash in plain prose',
    input: changed(
      'topics',
      'cloud',
      (item: Item) => item,
      (text) => `${text}\nnote: ward 3 # not the other\n`,
    ),
    says: 'unquoted',
  },
  {
    rule: 'sentences-are-short',
    name: 'a sentence of 36 words',
    input: changed('topics', 'cloud', (item: Item) => ({ ...item, definition: `${'word '.repeat(36).trim()}.` })),
    says: '36 words',
  },
  {
    rule: 'needs-have-no-cycle',
    name: 'two that wait for each other',
    input: changed('safeguards', 'S-041', (item: Item) => ({ ...item, needs: ['S-043'] })),
    says: 'S-041 → S-043 → S-041',
  },
  {
    rule: 'low-tiers-act',
    name: 'an essential one that does little',
    input: changed('safeguards', 'S-043', (item: Item) => ({
      ...item,
      namedDuties: [],
      threats: [{ id: 'ransomware', strength: 1, because: '' }],
    })),
    says: 'strength 2 or 3',
  },
  {
    rule: 'smaller-costs-no-more',
    name: 'a small one that costs more than a large one',
    input: changed('safeguards', 'S-043', (item: Item) => ({
      ...item,
      effortDays: { micro: [1, 2], small: [90, 99], medium: [5, 6], large: [7, 8] },
    })),
    says: 'effortDays fall',
  },
  {
    rule: 'spine-is-served',
    name: 'a sub-domain without a safeguard',
    input: changed('safeguards', 'S-048', (item: Item) => ({ ...item, spine: '1.1.1' })),
    says: 'sub-domain 2.5',
  },
  {
    rule: 'facts-are-cited',
    name: 'a fact without a source',
    input: changed('chapters', 'why', (item: Item) => ({ ...item, facts: ['Hospitals are attacked.'] })),
    says: 'without a citation',
  },
  {
    rule: 'role-texts-differ',
    name: 'a sentence said to two roles',
    input: changed('safeguards', 'S-043', (item: Item) => ({
      ...item,
      forRoles: { ...item['forRoles'], cio: 'Do it.', dpo: 'Do it.' },
    })),
    says: 'Cannot repeat "Do it.',
  },
  {
    rule: 'chapters-are-complete',
    name: 'a number used twice',
    input: changed('chapters', 'why', (item: Item) => ({ ...item, number: 2 })),
    says: 'number 2 twice',
  },
  {
    rule: 'shares-have-one-source',
    name: 'shares from two sources',
    input: changed('threats', 'ransomware', (item: Item) => ({
      ...item,
      weight: { kind: 'counted', sharePercent: 1, statistic: 'ST-10' },
    })),
    says: 'Cannot mix sources',
  },
  {
    rule: 'remainder-sums-to-one',
    name: 'parts that leave something over',
    input: changed('threats', 'natural-event', (item: Item) => ({ ...item, weight: { kind: 'remainder', part: 0.9 } })),
    says: 'must sum to 1',
  },
  {
    rule: 'conditions-are-known',
    name: 'a predicate that nothing answers',
    input: changed('obligations', 'nis2-governance', (item: Item) => ({ ...item, cases: [{ when: 'in_scpoe' }] })),
    says: 'Cannot decide "in_scpoe"',
  },
  {
    rule: 'topics-are-few',
    name: 'a thirty-first topic',
    input: {
      ...shipped,
      files: [...shipped.files, ...shipped.files.filter(({ kind }) => kind === 'topics').slice(0, 1)],
    },
    says: 'more than 30',
  },
];

test.each(bad)('$rule: catches $name', ({ rule, input, says }) => {
  const messages =
    contentRules
      .find(({ name }) => name === rule)
      ?.check(input)
      .map(({ message }) => message) ?? [];
  expect(messages.join('\n')).toContain(says);
});

test.each(contentRules)('$name: accepts shipped content', (rule) => {
  expect(rule.check(shipped).map(({ file, path, message }) => `${file.file} ${path.join('.')}: ${message}`)).toEqual(
    [],
  );
});

test('contentRules: each has a bad fragment here', () => {
  expect([...new Set(bad.map(({ rule }) => rule))].toSorted()).toEqual(contentRules.map(({ name }) => name).toSorted());
});

test('content: as many items as the product promises', () => {
  const counts = Object.fromEntries(contentKinds.map((kind) => [kind, shipped.content[kind].length]));
  expect(shipped.findings).toEqual([]);
  expect(counts).toMatchObject({
    documents: 120,
    frameworks: 8,
    countries: 31,
    topics: 30,
    chapters: 17,
    roles: 10,
    statistics: 23,
  });
});
