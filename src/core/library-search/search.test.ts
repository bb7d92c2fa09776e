import { expect, test } from 'vitest';
import type { Entry, EntryState, Forces } from './entry.ts';
import type { FacetName } from './facets.ts';
import { fold, wordsOf } from './fold.ts';
import type { Question } from './question.ts';
import { indexOf } from './search-index.ts';
import { search, type Answers } from './search.ts';

type Row = Partial<Entry> & Pick<Entry, 'ref' | 'title'> & { readonly text?: string };

/** An invented library of a few items in several scripts. */
const rows: readonly Row[] = [
  {
    ref: 'el-law',
    title: 'Νόμος για την ασφάλεια',
    text: 'Η ασφάλεια των νοσοκομείων και οι κανόνες τους.',
    place: 'GR',
  },
  { ref: 'de-norm', title: 'Norm für Krankenhäuser', text: 'Was Häuser mit großer Straße brauchen.', place: 'DE' },
  { ref: 'bg-law', title: 'Закон за киберсигурност', text: 'Българският закон за сигурността.', place: 'BG' },
  { ref: 'pl-act', title: 'Ustawa o cyberbezpieczeństwie', text: 'Źródła łączności.', place: 'PL' },
  { ref: 'eu-law', title: 'Law', text: 'Suppliers may reach a scanner from outside.', place: 'EU', topics: ['supply'] },
  { ref: 'eu-old', title: 'Old law', text: 'Suppliers of scanners, as it was.', place: 'EU', state: 'past' },
  {
    ref: 'law:21(2)(d)',
    kind: 'requirement',
    code: 'Law Art. 21(2)(d)',
    title: 'Security of suppliers',
    topics: ['supply'],
  },
  {
    ref: 'S-043',
    kind: 'safeguard',
    code: 'S-043',
    title: 'Supplier maintenance only through a gateway',
    text: 'No supplier reaches a scanner directly. Remote access is recorded. Multi-factor sign-in.',
    topics: ['supply'],
    roles: ['ciso', 'biomedical'],
  },
  {
    ref: 'S-071',
    kind: 'safeguard',
    code: 'S-071',
    title: 'Offline backup',
    text: 'Copies nobody can reach.',
    roles: ['cio'],
  },
];

const entries: readonly Entry[] = rows.map(({ text, ...row }) => ({
  kind: 'document',
  fields: text === undefined ? [] : [{ weight: 4, text, isShown: true }],
  topics: [],
  roles: [],
  state: 'current' satisfies EntryState,
  place: null,
  writtenIn: ['en'],
  date: null,
  verification: 'editorial',
  ...row,
}));
const index = indexOf(entries, new Map([['en', new Set(['the', 'of', 'a'])]]));

const ask = (words: string, more: Partial<Question> = {}): Answers =>
  search(index, { words, filters: {}, order: 'match', show: 20, forces: null, ...more });
const refs = ({ hits }: Answers): readonly string[] => hits.map(({ entry }) => entry.ref);

const folded: readonly (readonly [string, string])[] = [
  ['ασφάλεια', 'ασφαλεια'],
  ['ΑΣΦΆΛΕΙΑ', 'ασφαλεια'],
  ['νόμος', 'νομοσ'],
  ['Krankenhäuser', 'krankenhauser'],
  ['STRASSE', 'strasse'],
  ['Straße', 'strasse'],
  ['Ελλάδα', 'ελλαδα'],
  ['Българският', 'българският'],
  ['Йовков', 'иовков'],
  ['Źródła', 'zrodla'],
  ['İstanbul', 'istanbul'],
  ['Ærø', 'aero'],
];
test.each(folded)('fold: %s is %s', (text, wanted) => {
  expect(fold(text)).toBe(wanted);
});

test('wordsOf: signs inside join what they part', () => {
  expect(wordsOf('(see 21(2)(d), multi-factor)').map((word) => word.folded)).toEqual([
    'see',
    '21',
    '2',
    'd',
    '212d',
    'multi',
    'factor',
    'multifactor',
  ]);
});

const found: readonly (readonly [name: string, words: string, first: string])[] = [
  ['accents', 'ασφαλεια', 'el-law'],
  ['capitals without accents', 'ΑΣΦΑΛΕΙΑ', 'el-law'],
  ['the other sigma', 'νομοσ', 'el-law'],
  ['umlauts', 'krankenhauser', 'de-norm'],
  ['sharp s', 'strasse', 'de-norm'],
  ['Cyrillic', 'киберсиг', 'bg-law'],
  ['Polish', 'lacznosci', 'pl-act'],
  ['the beginning of a word', 'gatew', 'S-043'],
  ['a plural for a singular', 'gateways', 'S-043'],
  ['an id', 's-043', 'S-043'],
  ['an id without its sign', 'S043', 'S-043'],
  ['a clause', '21(2)(d)', 'law:21(2)(d)'],
  ['words that a sign joins', 'multifactor', 'S-043'],
  ['the same apart', 'multi factor', 'S-043'],
  ['the name of an item before what mentions it', 'law', 'eu-law'],
  ['title and text before text alone', 'supplier', 'S-043'],
];
test.each(found)('search: %s', (_name, words, first) => {
  expect(refs(ask(words))[0]).toBe(first);
});

test('search: several words must all be met, in any order', () => {
  expect(refs(ask('scanner supplier')).toSorted()).toEqual(['S-043', 'eu-law']);
  expect(refs(ask('gateway scanner'))).toEqual(['S-043']);
});

test('search: words that say nothing are not insisted on, and not ignored where they stand alone', () => {
  expect(refs(ask('security of the suppliers'))).toEqual(['law:21(2)(d)']);
  expect(ask('the').total).toBe(0);
});

test('search: where nothing has all the words, what has most of them, and it says so', () => {
  const answers = ask('supplier gateway helicopter');
  expect([answers.isPartial, refs(answers)[0], answers.unmet]).toEqual([true, 'S-043', ['helicopter']]);
});

test('search: a single letter is a whole word only', () => {
  expect(refs(ask('s')).toSorted()).toEqual(['S-043', 'S-071']);
});

test('search: without words everything, but no documents of the past', () => {
  const answers = ask('');
  expect([answers.total, refs(answers).includes('eu-old')]).toEqual([8, false]);
  expect(answers.leftOut).toEqual([{ name: 'status', count: 1 }]);
});

type Narrowed = readonly [name: string, filters: Question['filters'], wanted: readonly string[]];
const narrowed: readonly Narrowed[] = [
  ['kind', { kind: ['safeguard'] }, ['S-043']],
  ['two kinds', { kind: ['safeguard', 'requirement'] }, ['S-043', 'law:21(2)(d)']],
  ['kind and reader', { kind: ['safeguard'], role: ['cio'] }, []],
  ['reader', { role: ['biomedical'] }, ['S-043']],
  ['topic', { topic: ['supply'] }, ['S-043', 'eu-law', 'law:21(2)(d)']],
  ['any status', { status: ['any'], kind: ['document'] }, ['eu-law', 'eu-old']],
  ['the past', { status: ['past'] }, ['eu-old']],
  ['country', { country: ['EU'] }, ['eu-law']],
];
test.each(narrowed)('search: narrowed down by %s', (_name, filters, wanted) => {
  expect(refs(ask('supplier', { filters })).toSorted()).toEqual(wanted);
});

const counts = (answers: Answers, name: FacetName): Readonly<Record<string, number>> =>
  Object.fromEntries(
    answers.facets.find((facet) => facet.name === name)?.values.map(({ value, count }) => [value, count]) ?? [],
  );

test('facets: each counts what it would leave, the others being as they are', () => {
  const answers = ask('supplier', { filters: { kind: ['safeguard'] } });
  expect(counts(answers, 'kind')).toEqual({ safeguard: 1, document: 1, requirement: 1 });
  expect(counts(answers, 'role')).toEqual({ ciso: 1, biomedical: 1 });
  expect(counts(answers, 'status')).toEqual({ current: 1 });
});

test('facets: a chosen value is listed with none', () => {
  expect(counts(ask('backup', { filters: { topic: ['supply'] } }), 'topic')).toEqual({ supply: 0 });
});

test('facets: what a choice keeps away is named', () => {
  expect(ask('supplier', { filters: { kind: ['topic'], status: ['any'] } }).leftOut).toEqual([
    { name: 'kind', count: 4 },
  ]);
});

test('search: force for an organisation narrows down and orders', () => {
  const forces: Forces = new Map([
    ['eu-law', { force: 'recommended' }],
    ['law:21(2)(d)', { force: 'binding_now' }],
  ]);
  expect(refs(ask('supplier', { forces, order: 'force' })).slice(0, 2)).toEqual(['law:21(2)(d)', 'eu-law']);
  expect(refs(ask('supplier', { forces, filters: { force: ['recommended'] } }))).toEqual(['eu-law']);
  expect(ask('supplier', { filters: { force: ['recommended'] } }).total).toBe(0);
});

const shown = (words: string): readonly [string, string] => {
  const [hit] = ask(words).hits;
  const cut = ({ text, marks }: { text: string; marks: readonly (readonly [number, number])[] }): string =>
    marks.map(([start, end]) => text.slice(start, end)).join('|');
  return [cut(hit?.title ?? { text: '', marks: [] }), cut(hit?.excerpt ?? { text: '', marks: [] })];
};

const marks: readonly (readonly [string, string, string])[] = [
  ['ασφαλεια', 'ασφάλεια', 'ασφάλεια'],
  ['supplier gateway', 'Supplier|gateway', 'supplier'],
  ['remote access gateway', 'gateway', 'Remote access'],
  ['multifactor gateway', 'gateway', 'Multi-factor'],
];
test.each(marks)('marks: %s', (words, title, excerpt) => {
  expect(shown(words)).toEqual([title, excerpt]);
});

test('search: so many answers are shown as were asked for, and the total is that of all', () => {
  const answers = ask('', { show: 3 });
  expect([answers.hits.length, answers.total]).toEqual([3, 8]);
});

test('search: a very long question is cut, and strange signs are no words', () => {
  expect(ask(`${'x'.repeat(500)} ** // ((`).total).toBe(0);
  expect(ask('*** ((( )))').total).toBe(8);
});
