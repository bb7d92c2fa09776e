import type { ImportFinding, ImportLoss } from '../../core/guidance/bundle.ts';
import { findingKinds, type FindingCode } from './finding-kinds.ts';

/** A word of a finding; one that is costly to find is only asked for where the finding is listed. */
type Word = string | (() => string);

/** Collects what a reader finds and what it cannot carry. */
export type Notes = {
  readonly find: (code: FindingCode, at: string, ...words: readonly Word[]) => void;
  readonly lose: (code: string, at: string, what: Word) => void;
  readonly all: () => { readonly findings: readonly ImportFinding[]; readonly losses: readonly ImportLoss[] };
};

/** More of one kind are counted: nobody reads them, and a file made to have millions must not fill the memory. */
export const mostOfAKind = 5000;
const longestLoss = 200;

/** An empty collection. */
export function createNotes(): Notes {
  const findings: ImportFinding[] = [];
  const losses: ImportLoss[] = [];
  const [found, lost] = [new Map<FindingCode, number>(), new Map<string, number>()];
  return {
    find(code, at, ...words) {
      if (!isListed(found, code)) return;
      const { severity, say } = findingKinds[code];
      const message = say(...words.map((word) => (typeof word === 'string' ? word : word())));
      findings.push({ code, severity, at: storable(at), message: storable(message) });
    },
    lose(code, at, what) {
      if (!isListed(lost, code)) return;
      const said = typeof what === 'string' ? what : what();
      losses.push({ code, at: storable(at), what: storable(said.slice(0, longestLoss)) });
    },
    all: () => ({
      findings: [...findings, ...uncounted(found).map(toFinding)],
      losses: [...losses, ...moreLost(lost)],
    }),
  };
}

/** Keys and values of a file may hold letters that no text may have. */
const storable = (text: string): string => text.toWellFormed().replaceAll('\0', '\uFFFD');

function isListed<Code>(counts: Map<Code, number>, code: Code): boolean {
  const count = (counts.get(code) ?? 0) + 1;
  counts.set(code, count);
  return count <= mostOfAKind;
}

const uncounted = <Code extends string>(counts: ReadonlyMap<Code, number>): readonly (readonly [Code, number])[] =>
  [...counts].filter(([, count]) => count > mostOfAKind).map(([code, count]) => [code, count - mostOfAKind] as const);

const toFinding = ([code, count]: readonly [FindingCode, number]): ImportFinding => ({
  code: 'more_of_a_kind',
  // As grave as what it stands for: an error must not hide behind a number.
  severity: findingKinds[code].severity,
  at: '',
  message: findingKinds.more_of_a_kind.say(String(count), code),
});

const moreLost = (counts: ReadonlyMap<string, number>): readonly ImportLoss[] =>
  uncounted(counts).map(([code, count]) => ({ code, at: '', what: `${count} more are not listed` }));
