import { formatsFor } from '../../../core/report/formats.ts';
import type { Variation } from '../../../core/ranking/weigh.ts';
import type { Explanation } from '../../../web/client/ranking.ts';
import { language, locale, say } from '../../../web/say.ts';

const { number, money } = formatsFor(language);

/** The reasons in one sentence: the threat that counts most, the duty that weighs most, and the work. */
export function sentenceOf({ threats, duties, work }: Explanation): string {
  const [threat] = threats.toSorted((left, right) => right.part - left.part);
  // Three figures are as many as an estimate bears.
  const eur = Number(work.eur.toPrecision(3));
  const parts = {
    duty: dutyClause(duties[0]),
    work: say('ranking.recipe.work', { days: number(Math.round(work.days)), eur: eur === 0 ? 'none' : money(eur) }),
  };
  return threat === undefined
    ? say('ranking.recipe.actsOnNothing', parts)
    : say('ranking.recipe.acts', { threat: lowerFirst(threat.title), ...parts });
}

/** A title inside a sentence. Names of acts and units keep their capitals, because only one letter changes. */
const lowerFirst = (title: string): string =>
  /^\p{Lu}\p{Ll}/u.test(title) ? title.charAt(0).toLocaleLowerCase(locale) + title.slice(1) : title;

function dutyClause(duty: Explanation['duties'][number] | undefined): string {
  if (duty === undefined || duty.force === 'does_not_apply') return say('ranking.recipe.duty.none');
  if (duty.isNamed && duty.force === 'binding_now') return say('ranking.recipe.duty.named');
  return say(`ranking.recipe.duty.${duty.force}`);
}

/** What would move it: each other rank with the cases that lead to it, then the rest, then better ratings. */
export function movesText({ item: { rank }, moves, afterRating }: Explanation): readonly string[] {
  const others = moves.filter((move) => move.rank !== rank);
  const same = moves.length - others.length;
  const moving = [...Map.groupBy(others, (move) => move.rank)]
    .toSorted(([left], [right]) => left - right)
    .map(([to, cases]) =>
      say('ranking.recipe.move', {
        rank: to,
        cases: cases
          .map(({ variation }) => caseText(variation))
          .reduce((first, second) => say('ranking.recipe.or', { first, second })),
      }),
    );
  const staying =
    same === 0
      ? []
      : moving.length === 0
        ? [say('ranking.recipe.staysAll', { rank, count: same })]
        : [say('ranking.recipe.stays', { rank, count: same })];
  const rated = afterRating
    .filter((after) => after.rank !== rank)
    .map((after) =>
      say('ranking.recipe.afterRating', {
        rank: after.rank,
        rating: say(`rating.${after.rating}`).toLocaleLowerCase(locale),
      }),
    );
  return [...moving, ...staying, ...rated];
}

const caseText = (variation: Variation): string =>
  variation.kind === 'weight'
    ? say(variation.factor > 1 ? 'ranking.recipe.caseOf.more' : 'ranking.recipe.caseOf.less', { name: variation.name })
    : say(`ranking.recipe.caseOf.${variation.kind}`);
