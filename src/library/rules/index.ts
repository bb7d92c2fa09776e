/** The table of content rules. */
import type { Finding } from '../finding.ts';
import { chaptersAreComplete, factsAreCited, roleTextsDiffer } from './chapters.ts';
import { idMatchesFile } from './ids.ts';
import { linksResolve, marksResolve } from './links.ts';
import { conditionsAreKnown } from './obligations.ts';
import { proseIsQuoted, sentencesAreShort } from './prose.ts';
import { findingOf, type ContentRule, type RuleInput } from './rule.ts';
import { lowTiersAct, needsHaveNoCycle, smallerCostsNoMore, spineIsServed } from './safeguards.ts';
import { remainderSumsToOne, sharesHaveOneSource, topicsAreFew } from './threats.ts';
import { idsArePermanent } from './permanent-ids.ts';

export const contentRules: readonly ContentRule[] = [
  idMatchesFile,
  idsArePermanent,
  linksResolve,
  marksResolve,
  proseIsQuoted,
  sentencesAreShort,
  needsHaveNoCycle,
  lowTiersAct,
  smallerCostsNoMore,
  spineIsServed,
  factsAreCited,
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
