import { ratingFields } from '../../core/profile/rating-state.ts';
import { formatsFor } from '../../core/report/formats.ts';
import type { Translate } from '../../core/report/words.ts';
import type { Services } from '../../library/services.ts';
import type { z } from 'zod';
import type { changeView, RatingView } from './rating-view.ts';

type Change = z.infer<typeof changeView>;
type State = Change['after'];

/** One rating with everything that is said of it, a line each. */
export function printRating(view: RatingView, { library }: Services): string {
  const { translate: say } = library.words('en');
  const fields = ratingFields
    .filter((field) => field !== 'evidence' && view[field] !== null)
    .map((field) => `${say(`cli.ratingFields.${field}`)}: ${shown(view, field, library)}`);
  const evidence = view.evidence.map(({ key, what, stored, link }) =>
    say('cli.evidence', { key, what, where: stored?.name ?? link ?? '-' }),
  );
  return [`${view.id}, ${say('cli.version', { version: view.version })}`, ...fields, ...evidence].join('\n');
}

/** One change a block: when, who, and each part with both values. */
export function printHistory(
  { id, changes }: { readonly id: string; readonly changes: readonly Change[] },
  { library }: Services,
): string {
  const { translate: say } = library.words('en');
  if (changes.length === 0) return say('cli.noChanges', { id });
  const { date } = formatsFor('en');
  return changes
    .map(({ at, by, proposedBy, before, after }) =>
      [
        `${date(at.slice(0, 10))} ${at.slice(11, 16)} UTC, ${changedBy(by.name ?? say(`cli.who.${by.kind}`), proposedBy, say)}`,
        ...changed(before, after).map(
          (field) =>
            `  ${say(`cli.ratingFields.${field}`)}: ${shown(before, field, library)} → ${shown(after, field, library)}`,
        ),
      ].join('\n'),
    )
    .join('\n');
}

const changedBy = (who: string, proposedBy: string | null, say: Translate): string =>
  proposedBy === null ? who : say('cli.proposedBy', { who, proposedBy });

const changed = (before: State, after: State) =>
  ratingFields.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));

function shown(state: State, field: (typeof ratingFields)[number], { words }: Services['library']): string {
  const { translate: say } = words('en');
  const value = state[field];
  if (field === 'rating') return say(`rating.${state.rating}`);
  if (field === 'evidence') return state.evidence.map(({ what }) => what).join('; ') || '-';
  if (value === null) return '-';
  return field === 'due' ? formatsFor('en').date(String(value)) : String(value);
}
