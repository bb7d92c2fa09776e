import type { RatingWord } from '../profile/rating-state.ts';
import type { Translate } from '../report/words.ts';
import { knownIn, type Comparison } from './compare.ts';
import type { Spread } from './spread.ts';

/** The day of each side in words; `to` null where it is today. */
export type ComparedDays = { readonly from: string; readonly to: string | null };

/** The answer in numbers, and what else moved them: the minimum set, and the library. Words stand under `compared`. */
export function comparisonLead(comparison: Comparison, days: ComparedDays, say: Translate): readonly string[] {
  const { all, changes, tier, contentChanged } = comparison;
  const counts = {
    improved: changes.improved.length,
    fellBack: changes.fell_back.length,
    known: changes.newly_known.length,
    unknown: changes.newly_unknown.length,
  };
  const numbers =
    days.to === null
      ? say('compared.since', { ...counts, from: days.from })
      : say('compared.between', { ...counts, from: days.from, to: days.to });
  const known = say('compared.known', {
    before: knownIn(all.before),
    allBefore: knownIn(all.before) + all.before.unknown,
    after: knownIn(all.after),
    allAfter: knownIn(all.after) + all.after.unknown,
  });
  const moved = { came: changes.came.length, went: changes.went.length };
  return [
    numbers,
    known,
    ...(tier.before === tier.after
      ? []
      : [say('compared.tier', { before: say(`tier.${tier.before}`), after: say(`tier.${tier.after}`) })]),
    ...(contentChanged ? [say('compared.content', moved)] : []),
  ];
}

/** A rating in a word; what content did not have that day has none. */
export const sideWord = (rating: RatingWord | null, say: Translate): string =>
  say(rating === null ? 'compared.notThere' : `rating.${rating}`);

/** `Partially to Fully`, or one word where they are one; unknown where nothing is known. */
export function spreadWords({ worst, best }: Pick<Spread, 'worst' | 'best'>, say: Translate): string {
  if (worst === null || best === null) return say('rating.unknown');
  const [from, to] = [say(`rating.${worst}`), say(`rating.${best}`)];
  return worst === best ? from : say('compared.spread', { from, to });
}

/** The spread with how many are unknown; a site that was not there that day has none. */
export function siteWords(spread: Spread | null, say: Translate): string {
  if (spread === null) return say('compared.noSite');
  const { unknown } = spread.counts;
  return unknown === 0
    ? spreadWords(spread, say)
    : say('compared.withUnknown', { spread: spreadWords(spread, say), unknown });
}
