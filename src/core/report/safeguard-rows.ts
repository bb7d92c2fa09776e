import type { Safeguard } from '../content/safeguard.ts';
import type { State } from '../chart/state-bars.ts';
import { states } from '../chart/state-bars.ts';
import type { DutyTerm } from '../ranking/duty.ts';
import { effortSize } from '../ranking/effort.ts';
import type { Ranked } from '../ranking/rank.ts';
import type { GuideContext, OrganisationInput } from './guide-input.ts';
import type { RichText } from './prose.ts';
import type { Block, RowState, SafeguardRow } from './report.ts';
import { otherLanguage } from './sources.ts';
import type { Translate } from './words.ts';

/** The rating of a safeguard as documents show it: no rating is unknown. */
export const stateOf = ({ profile }: OrganisationInput, safeguard: Safeguard): RowState =>
  profile.ratings.get(safeguard.id)?.rating.kind ?? 'unknown';

/** The place of a safeguard in the ranking, if it has one. */
export const rankedOf = ({ ranking }: OrganisationInput, safeguard: Safeguard): Ranked | undefined =>
  ranking.items.find((item) => item.safeguard.id === safeguard.id);

/** The places that a safeguard takes when the method's numbers vary, in words. */
export const intervalWords = (say: Translate, [best, worst]: Ranked['interval']): string =>
  best === worst
    ? say('guide.alwaysRank', { rank: best })
    : say(worst === best + 1 ? 'guide.rankOr' : 'guide.rankBetween', { best, worst });

/** Counts by state; what does not apply is left out, and the caption says so. */
export function countStates(
  organisation: OrganisationInput,
  safeguards: readonly Safeguard[],
): Readonly<Record<State, number>> {
  const counts = { fully: 0, largely: 0, partially: 0, not_implemented: 0, unknown: 0 };
  for (const safeguard of safeguards) {
    const state = stateOf(organisation, safeguard);
    if (state !== 'not_applicable') counts[state] += 1;
  }
  return counts;
}

/** Every number of the counts in words, for the alternative text of a chart and for its strip. */
export const countsInWords = (
  { say, formats, language }: GuideContext,
  counts: Readonly<Record<State, number>>,
): string =>
  formats.list(
    states
      .filter((state) => counts[state] > 0)
      .map((state) =>
        say('guide.countOf', { count: counts[state], state: say(`rating.${state}`).toLocaleLowerCase(language) }),
      ),
  );

/** In the order of the ranking; what is done comes last. */
export function inRankOrder(context: GuideContext, safeguards: readonly Safeguard[]): readonly Safeguard[] {
  const { organisation } = context;
  if (organisation === null) return safeguards;
  const position = new Map(organisation.ranking.items.map(({ safeguard }, index) => [safeguard.id, index]));
  const at = (safeguard: Safeguard) => position.get(safeguard.id) ?? organisation.ranking.items.length;
  return safeguards.toSorted((left, right) => at(left) - at(right) || (left.id < right.id ? -1 : 1));
}

/** Safeguards as a table, in the order of the ranking. */
export function safeguardTable(context: GuideContext, safeguards: readonly Safeguard[]): Block {
  const { say } = context;
  const head = (name: string) => say(`guide.heads.${name}`);
  return {
    kind: 'safeguards',
    label: say('guide.labels.safeguards'),
    heads: {
      safeguard: head('safeguard'),
      state: head(context.organisation === null ? 'tier' : 'state'),
      rank: head('rank'),
      duty: head('duty'),
      effort: head(context.organisation === null ? 'effortOfMedium' : 'effort'),
      quarter: head('quarter'),
    },
    rows: inRankOrder(context, safeguards).map((safeguard) => safeguardRow(context, safeguard)),
  };
}

function safeguardRow(context: GuideContext, safeguard: Safeguard): SafeguardRow {
  const { organisation, say, formats } = context;
  const state = organisation === null ? null : stateOf(organisation, safeguard);
  const item = organisation === null ? undefined : rankedOf(organisation, safeguard);
  const [best, worst] = item?.interval ?? [0, 0];
  const quarter = organisation?.plan?.endsIn.get(safeguard.id);
  return {
    id: safeguard.id,
    title: safeguard.title,
    language: otherLanguage(context, safeguard.language),
    state,
    stateWord: say(state === null ? `tier.${safeguard.tier}` : `rating.${state}`),
    rank:
      item === undefined ? null : { at: item.placed.rank, best, worst, of: organisation?.ranking.items.length ?? 1 },
    rankWord:
      item === undefined
        ? say(unrankedWord(state))
        : best === worst
          ? String(item.placed.rank)
          : `${item.placed.rank} (${best}–${worst})`,
    duty: dutyWords(context, safeguard, item),
    effort: say('guide.days', { days: formats.span(safeguard.effortDays[sizeOf(context)]) }),
    quarter:
      quarter === undefined
        ? say(item === undefined ? 'guide.nothingDue' : 'guide.notPlanned')
        : formats.quarter(quarter),
  };
}

const unrankedWord = (state: RowState | null): string =>
  state === null ? 'guide.notRanked' : state === 'not_applicable' ? 'guide.notApplicable' : 'guide.done';

const sizeOf = ({ organisation }: GuideContext) =>
  organisation === null ? 'medium' : effortSize(organisation.profile.facts).size;

const doneDuty = (organisation: OrganisationInput | null, safeguard: Safeguard): Pick<DutyTerm, 'obligation'> =>
  organisation?.ranking.done.find((done) => done.safeguard === safeguard)?.duty ?? { obligation: null };

/** The heaviest provision, as a citation with its force; without an organisation, the clause of NIS2 that it touches. */
function dutyWords(
  { say, citer, organisation }: GuideContext,
  safeguard: Safeguard,
  item: Ranked | undefined,
): RichText {
  const { obligation } = item?.duty ?? doneDuty(organisation, safeguard);
  if (obligation !== null)
    return [say(`forceShort.${obligation.force}`), ' ', citer.cite(obligation.cite.document, obligation.cite.locator)];
  if (organisation !== null) return [say('guide.noDuty')];
  const first = safeguard.mappings.find(({ to }) => to.startsWith('nis2:')) ?? safeguard.mappings[0];
  return first === undefined ? [say('guide.noDuty')] : citer.prose(`[${first.to}]`);
}
