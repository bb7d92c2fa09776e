/** The table of content rules. */
import type { Finding } from '../finding.ts';
import { chaptersAreComplete } from './chapters-are-complete.ts';
import { factsAreCited } from './facts-are-cited.ts';
import { roleTextsDiffer } from './role-texts-differ.ts';
import { idMatchesFile } from './id-matches-file.ts';
import { lawIsReadTwice } from './law-is-read-twice.ts';
import { linksResolve } from './links-resolve.ts';
import { marksResolve } from './marks-resolve.ts';
import { conditionsAreKnown } from './conditions-are-known.ts';
import { proseIsQuoted } from './prose-is-quoted.ts';
import { sentencesAreShort } from './sentences-are-short.ts';
import { findingOf, type ContentRule, type RuleInput } from './rule.ts';
import { lowTiersAct } from './low-tiers-act.ts';
import { needsHaveNoCycle } from './needs-have-no-cycle.ts';
import { smallerCostsNoMore } from './smaller-costs-no-more.ts';
import { concernsAreKnown } from './concerns-are-known.ts';
import { dutiesHaveSafeguards } from './duties-have-safeguards.ts';
import { needsStayBelow } from './needs-stay-below.ts';
import { nothingRestsOnRecall } from './nothing-rests-on-recall.ts';
import { requirementsAreTouched } from './requirements-are-touched.ts';
import { abbreviationsAreExplained } from './abbreviations-are-explained.ts';
import { safeguardsDiffer } from './safeguards-differ.ts';
import { wordsArePlain } from './words-are-plain.ts';
import { remainderSumsToOne } from './remainder-sums-to-one.ts';
import { sharesHaveOneSource } from './shares-have-one-source.ts';
import { topicsAreFew } from './topics-are-few.ts';
import { idsArePermanent } from './ids-are-permanent.ts';

export const contentRules: readonly ContentRule[] = [
  idMatchesFile,
  idsArePermanent,
  linksResolve,
  marksResolve,
  nothingRestsOnRecall,
  proseIsQuoted,
  sentencesAreShort,
  wordsArePlain,
  abbreviationsAreExplained,
  safeguardsDiffer,
  needsHaveNoCycle,
  needsStayBelow,
  lowTiersAct,
  smallerCostsNoMore,
  requirementsAreTouched,
  dutiesHaveSafeguards,
  concernsAreKnown,
  factsAreCited,
  lawIsReadTwice,
  roleTextsDiffer,
  chaptersAreComplete,
  sharesHaveOneSource,
  remainderSumsToOne,
  topicsAreFew,
  conditionsAreKnown,
];

/** All findings of all rules. */
export const checkRules = (input: RuleInput): readonly Finding[] =>
  contentRules.flatMap((rule) => rule.check(input).map((breach) => findingOf(rule, breach)));
