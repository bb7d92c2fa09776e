/** Each content rule accepts shipped content and catches one bad fragment of it. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ContentKind } from '../../core/content/content.ts';
import { contentKinds } from '../../core/content/content.ts';
import type { Framework } from '../../core/content/framework.ts';
import type { Chapter } from '../../core/content/chapter.ts';
import type { ReadSentence } from '../../core/content/second-reading.ts';
import type { Safeguard } from '../../core/content/safeguard.ts';
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

/** Shipped content without some safeguards. */
function without(isGone: (safeguard: Safeguard) => boolean): RuleInput {
  const files = shipped.files.filter(({ kind, item }) => kind !== 'safeguards' || !isGone(item as Safeguard));
  return {
    ...shipped,
    files,
    content: { ...shipped.content, safeguards: shipped.content.safeguards.filter((one) => !isGone(one)) },
  };
}

const safeguardOf = (id: string): Safeguard | undefined => shipped.content.safeguards.find((one) => one.id === id);

const chapterOf = (id: string): Chapter => {
  const found = shipped.content.chapters.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no chapter ${id}`);
  return found;
};

/** Shipped content in which one chapter was read a second time, with these findings alone. */
function withReading(id: string, readings: readonly Pick<ReadSentence, 'sentence' | 'verdict'>[]): RuleInput {
  const item = { id, readings };
  const others = shipped.files.filter((file) => file.kind !== 'readings' || idOf(file.item) !== id);
  return { ...shipped, files: [...others, { kind: 'readings', file: `readings/${id}.yaml`, text: '', item }] };
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
    rule: 'requirements-are-touched',
    name: 'a measure of the spine with one safeguard',
    input: without((safeguard) => safeguard.spine === '2.5.1' && safeguard.id !== 'S-048'),
    says: 'Cannot find 2 safeguards',
  },
  {
    rule: 'requirements-are-touched',
    name: 'a practice that no safeguard touches',
    input: without(({ mappings }) => mappings.some(({ to }) => to === 'enisa-procurement-2020:GP23')),
    says: 'map one, or say untouched_because',
  },
  {
    rule: 'requirements-are-touched',
    name: 'a reason why nothing touches what something touches',
    input: changed('frameworks', 'enisa-procurement-2020', ({ requirements, ...rest }: Framework) => ({
      ...rest,
      requirements: requirements.map((one) => (one.id === 'GP23' ? { ...one, untouchedBecause: 'No.' } : one)),
    })),
    says: 'Cannot say why GP23 is untouched',
  },
  {
    rule: 'duties-have-safeguards',
    name: 'a duty of the board that no safeguard discharges',
    input: changed('safeguards', 'S-001', (item: Item) => ({ ...item, namedDuties: [] })),
    says: 'discharges nis2-governance',
  },
  {
    rule: 'concerns-are-known',
    name: 'a service that no profile can name',
    input: changed('safeguards', 'S-043', (item: Item) => ({ ...item, concerns: ['service:dialisys'] })),
    says: 'Cannot know "service:dialisys"',
  },
  {
    rule: 'needs-stay-below',
    name: 'an essential one that needs an enhanced one',
    input: changed('safeguards', 'S-043', (item: Item) => ({ ...item, needs: ['S-021'] })),
    says: 'Cannot let S-043 (essential) need S-021',
  },
  {
    rule: 'needs-stay-below',
    name: 'an enhanced one that stands on nothing',
    input: changed('safeguards', 'S-021', (item: Item) => ({ ...item, needs: [] })),
    says: 'Cannot let S-021 (enhanced) stand on nothing',
  },
  {
    rule: 'words-are-plain',
    name: 'filler',
    input: changed('safeguards', 'S-043', (item: Item) => ({ ...item, what: 'Segment the network as appropriate.' })),
    says: 'Cannot keep "as appropriate"',
  },
  {
    rule: 'words-are-plain',
    name: 'sentences that are long on the whole',
    input: changed('safeguards', 'S-043', (item: Item) => ({ ...item, what: `${'a word '.repeat(900).trim()}.` })),
    says: 'Cannot keep a mean of',
  },
  {
    rule: 'words-are-plain',
    name: 'long words',
    input: changed('safeguards', 'S-043', (item: Item) => ({
      ...item,
      what: `${'Institutionalisation. '.repeat(90).trim()}`,
    })),
    says: 'of 13 letters or more',
  },
  {
    rule: 'abbreviations-are-explained',
    name: 'letters that nothing explains',
    input: changed('safeguards', 'S-043', (item: Item) => ({ ...item, what: 'Ask for the QRXT of each console.' })),
    says: 'Cannot leave "QRXT" unexplained',
  },
  {
    rule: 'safeguards-differ',
    name: 'one told in the words of another',
    input: changed('safeguards', 'S-043', () => ({ ...safeguardOf('S-041'), id: 'S-043' })),
    says: 'Cannot share 100 % of its words with S-041',
  },
  {
    rule: 'nothing-rests-on-recall',
    name: 'a mapping to a goal that nobody has read',
    input: changed('safeguards', 'S-043', (item: Item) => ({
      ...item,
      mappings: [{ to: 'hph-cpg-2024:N07', relation: 'intersects-with', because: 'zones' }],
    })),
    says: 'Cannot map to hph-cpg-2024:N07',
  },
  {
    rule: 'facts-are-cited',
    name: 'a fact without a source',
    input: changed('chapters', 'why', (item: Item) => ({ ...item, facts: ['Hospitals are attacked.'] })),
    says: 'without a citation',
  },
  {
    rule: 'law-is-read-twice',
    name: 'a sentence of law that nobody read again',
    input: withReading('legal', []),
    says: 'Cannot find a second reading of',
  },
  {
    rule: 'law-is-read-twice',
    name: 'a sentence that was changed after it was read',
    input: withReading('legal', [{ sentence: 'An older wording [nis2:20(1)].', verdict: 'supports' }]),
    says: 'it was changed, so read it again',
  },
  {
    rule: 'law-is-read-twice',
    name: 'a sentence that its source denies',
    input: withReading('why', [{ sentence: chapterOf('why').facts[0] ?? '', verdict: 'no' }]),
    says: 'its source does not say so',
  },
  {
    rule: 'law-is-read-twice',
    name: 'a law cited without an article',
    input: changed('chapters', 'legal', (item: Item) => ({ ...item, facts: ['Hospitals must [eu-nis2].'] })),
    says: 'name article and paragraph',
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

test('content: at least as many items as the product promises', () => {
  expect(shipped.findings).toEqual([]);
  const promised = {
    documents: 119,
    frameworks: 13,
    countries: 31,
    topics: 30,
    chapters: 17,
    roles: 10,
    statistics: 23,
    safeguards: 110,
  } as const;
  const short = Object.entries(promised).filter(
    ([kind, count]) => shipped.content[kind as keyof typeof promised].length < count,
  );
  expect(short).toEqual([]);
});
