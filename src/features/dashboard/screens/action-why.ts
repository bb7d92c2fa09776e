import type { Explanation } from '../../../web/client/ranking.ts';
import { say } from '../../../web/say.ts';

type Duty = Explanation['duties'][number];

/** Why something stands among the first, in one line, and the duty that it cites. */
export type Why = { readonly text: string; readonly duty: Duty | null };

const highest = <Item>(items: readonly Item[], of: (item: Item) => number): Item | undefined =>
  items.toSorted((left, right) => of(right) - of(left))[0];

/** The strongest reason: a duty that names it, then what is unknown, what it unlocks, a duty it touches, a threat. */
export function whyOf({ item, duties, threats }: Explanation): Why {
  const named = duties.find(({ isNamed, force }) => isNamed && force === 'binding_now');
  if (named !== undefined) return { text: say('dashboard.why.named', { title: named.title }), duty: named };
  if (item.gapIsUnknown) return { text: say('dashboard.why.unknown'), duty: null };
  const unlocks = item.valuedWith ?? item.movedBefore;
  if (unlocks !== null) return { text: say('dashboard.why.unlocks', { id: unlocks }), duty: null };
  const duty = highest(duties, ({ value }) => value);
  if (duty !== undefined)
    return {
      text: say('dashboard.why.duty', { title: duty.title, force: say(`force.${duty.force}`) }),
      duty,
    };
  const threat = highest(threats, ({ part }) => part);
  return {
    text: threat === undefined ? say('dashboard.why.value') : say('dashboard.why.threat', { title: threat.title }),
    duty: null,
  };
}
