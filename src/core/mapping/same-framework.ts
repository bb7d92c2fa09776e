/**
 * Which imported framework is one of ours under another name, and where its numbers stand in ours. Owns spellings of
 * numbers; must not know relations. It proposes; what is stored as an alias is for a person to confirm.
 */
import type { FrameworkId } from '../content/ids.ts';

/** Says that an imported framework is one of ours. */
export type Alias = {
  /** URN of the imported framework. */
  readonly imported: string;
  readonly content: FrameworkId;
  /**
   * Ids in our framework for a number of theirs: first the same requirement, then each that it is a part of, from
   * the nearest. Empty where the number means nothing in ours.
   */
  readonly ladder: (number: string) => readonly string[];
};

/** What an imported framework is known by. */
export type KnownBy = {
  readonly urn: string;
  readonly number: string | null;
  /** The numbers of its requirements, which tell an annex that stands alone from the whole standard. */
  readonly numbers: readonly string[];
};

type Rule = {
  readonly content: string;
  /** The end of its URN, or its number, in lower case with a hyphen for each other sign. */
  readonly name: RegExp;
  readonly ladder: (number: string, numbers: readonly string[]) => readonly string[];
};

const rules: readonly Rule[] = [
  { content: 'csf-2.0', name: /^(?:nist-)?csf-(?:version-|v)?2-0$/u, ladder: csf },
  { content: 'iso27001-2022', name: /^iso(?:-?iec)?-?27001-2022$/u, ladder: annexA },
  { content: 'iso27001-2022', name: /^iso(?:-?iec)?-?27001-annex-?a(?:-.*)?$/u, ladder: annexOf2022 },
  { content: 'iso27001-2022', name: /^iso(?:-?iec)?-?27002-2022$/u, ladder: (number) => control(`A.${number}`) },
  {
    content: 'cir-2024-2690',
    name: /^(?:cir|annex-nis2-regulation--?|.*-)?2024-2690(?:-.*)?$|^annex-technical-and-methodological-requirements-nis2$/u,
    ladder: dotted,
  },
  { content: 'nis2', name: /^nis-?2(?:-directive)?$|^eu-2022-2555$/u, ladder: article },
  { content: 'gdpr', name: /^gdpr$|^eu-2016-679$/u, ladder: article },
];

/** The framework of ours that this one is, as far as its names tell; null where none fits. */
export function sameFramework({ urn, number, numbers }: KnownBy): Alias | null {
  const names = [urn.slice(urn.lastIndexOf(':') + 1), number ?? ''].map((name) =>
    name.toLowerCase().replaceAll(/[^a-z0-9]/gu, '-'),
  );
  const rule = rules.find(({ name }) => names.some((one) => name.test(one)));
  return rule === undefined
    ? null
    : { imported: urn, content: rule.content as FrameworkId, ladder: (one) => rule.ladder(one, numbers) };
}

/** `pr.aa-05` is `PR.AA-05` of category `PR.AA` of function `PR`. @source NIST CSWP 29, appendix A */
function csf(number: string): readonly string[] {
  const found = /^([A-Z]{2})(?:\.([A-Z]{2})(?:-(\d{1,2}))?)?$/u.exec(number.trim().toUpperCase());
  if (found === null) return [];
  const [, one = '', category, subcategory] = found;
  const named = category === undefined ? [] : [`${one}.${category}`];
  const numbered = subcategory === undefined ? [] : [`${one}.${category}-${subcategory.padStart(2, '0')}`];
  return [...numbered, ...named, one];
}

/**
 * A control of Annex A. Without the letter, `5.2` is a clause of the standard and no control, unless the file holds the
 * annex alone: then no number has the letter, and some number is none that a clause has.
 * @source ISO/IEC 27001:2022, clauses 4 to 10 and Annex A
 */
function annexA(number: string, numbers: readonly string[]): readonly string[] {
  if (/^a\./iu.test(number)) return control(number);
  const isAnnexAlone = !numbers.some((one) => /^a\./iu.test(one)) && numbers.includes('8.34');
  return isAnnexAlone || !isClause(number) ? control(`A.${number}`) : [];
}

/** An annex that does not name its year is of 2022 if it has control 8.34, which that of 2013 has not. */
function annexOf2022(number: string, numbers: readonly string[]): readonly string[] {
  return numbers.some((one) => /^(?:a\.)?8\.34$/iu.test(one)) ? annexA(number, numbers) : [];
}

/** Clause 5 has three parts and Annex A.5 has thirty-seven controls, so that `5.23` can only be a control. */
const lastClause: Readonly<Record<string, number>> = { 5: 3, 6: 3, 7: 5, 8: 3 };

function isClause(number: string): boolean {
  const [chapter = '', part = '1', ...deeper] = number.split('.');
  const last = lastClause[chapter];
  return last === undefined || deeper.length > 0 || Number(part) <= last;
}

function control(number: string): readonly string[] {
  const found = /^A\.([5-8])(?:\.(\d{1,2}))?$/u.exec(number.trim().toUpperCase());
  if (found === null) return [];
  const [, theme = '', one] = found;
  return one === undefined ? [`A.${theme}`] : [`A.${theme}.${Number(one)}`, `A.${theme}`];
}

/** `1.1.1.a`, also written `1.1.1(a)`, is a part of point `1.1` in section `1`. */
function dotted(number: string): readonly string[] {
  const steps = stepsOf(number.replace(/^(?:annex,? *)?(?:point|section)? */iu, ''));
  return steps.map((_, index) => steps.slice(0, steps.length - index).join('.'));
}

/** `21.2.d`, also written `Art. 21(2)(d)`, is `21(2)(d)` of `21(2)` of `21`. */
function article(number: string): readonly string[] {
  const steps = stepsOf(number.replace(/^art(?:icle|\.)? */iu, ''));
  return steps.map((_, index) => {
    const [first = '', ...others] = steps.slice(0, steps.length - index);
    return `${first}${others.map((step) => `(${step})`).join('')}`;
  });
}

/** Where it does not begin with a number, it is a title, a recital or a chapter: nothing that we could place. */
function stepsOf(number: string): readonly string[] {
  const steps = number
    .trim()
    .toLowerCase()
    .split(/[.()\s]+/u)
    .filter((step) => step !== '');
  return steps.every((step) => /^[a-z0-9]{1,4}$/u.test(step)) && /^\d+$/u.test(steps[0] ?? '') ? steps : [];
}
