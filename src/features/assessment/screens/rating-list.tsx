import { useRef, type RefObject } from 'react';
import { countRatings } from '../../../core/assessment/overview.ts';
import type { Assessment, AssessmentGroup } from '../../../web/client/assessment.ts';
import { Button } from '../../../web/kit/button/button.tsx';
import { InLanguage } from '../../../web/kit/text/in-language.tsx';
import { actOf } from '../../../web/kit/rating/keys.ts';
import { useRowEvents } from '../../../web/kit/rating/row-events.ts';
import { say } from '../../../web/say.ts';
import { findId } from './filter-tools.tsx';
import type { OutboxState } from './outbox.ts';
import { RatingRow } from './rating-row.tsx';
import type { Place } from './place.ts';
import type { Sheet } from './use-sheet.ts';
import type { WorstSites } from './worst-sites.ts';

export type RatingListProps = {
  readonly assessment: Assessment;
  readonly sheet: Sheet;
  /** The rows that a colleague is to be asked about; null while none are chosen. */
  readonly chosen: readonly string[] | null;
  readonly place: Place;
  readonly outbox: OutboxState;
  readonly hasLetters: boolean;
  readonly onHelp: () => void;
  readonly onClear: () => void;
  readonly onDomain: (id: string) => void;
  readonly worstSites: WorstSites;
};

/** The rows of a domain under its sub-domains. The keys act while the focus is on a row. */
export function RatingList(props: RatingListProps) {
  const { sheet } = props;
  const list = useRef<HTMLDivElement>(null);
  useKeys(list, props);
  const shown = new Set((sheet.visible.get(sheet.domain.id) ?? []).map(({ id }) => id));
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- the groups inside are its sections.
    <div ref={list} role="group" aria-label={say('assessment.list', { domain: sheet.domain.title })}>
      {sheet.domain.groups
        .filter(({ rows }) => rows.some(({ id }) => shown.has(id)))
        .map((group) => (
          <Group key={group.id} group={group} shown={shown} {...props} />
        ))}
      {shown.size > 0 ? null : <NothingFound {...props} />}
    </div>
  );
}

function Group({
  group,
  shown,
  sheet,
  chosen,
  place,
  outbox,
  worstSites,
}: RatingListProps & { readonly group: AssessmentGroup; readonly shown: ReadonlySet<string> }) {
  const { unknown } = countRatings(group.rows.map(({ id }) => sheet.stateOf(id).rating));
  return (
    <section className="as-group" aria-labelledby={`group-${group.id}`}>
      <h2 id={`group-${group.id}`}>
        <span>
          {group.id} <InLanguage text={group.title} />
        </span>
        <span className="small soft">
          {say('assessment.ratedOf', { rated: group.rows.length - unknown, all: group.rows.length })}
        </span>
      </h2>
      <ul>
        {group.rows
          .filter(({ id }) => shown.has(id))
          .map((row) => {
            const edit = outbox.edits.get(row.id);
            return (
              <RatingRow
                key={row.id}
                row={row}
                state={sheet.stateOf(row.id)}
                rating={sheet.ratingOf(row.id)}
                worstSite={worstSites.get(row.id) ?? null}
                edit={edit}
                isCurrent={row.id === sheet.currentId}
                isOpen={row.id === place.openId}
                isChosen={chosen === null ? null : chosen.includes(row.id)}
                asksReason={row.id === sheet.reasonFor}
                isWaiting={edit !== undefined && edit.problem === null && outbox.line !== 'open'}
              />
            );
          })}
      </ul>
    </section>
  );
}

/** Where else something matches, and the way back to everything. */
function NothingFound({ assessment, sheet, onClear, onDomain }: RatingListProps) {
  const others = assessment.domains
    .map((domain) => ({ domain, count: sheet.visible.get(domain.id)?.length ?? 0 }))
    .filter(({ count }) => count > 0);
  return (
    <div className="as-none">
      <p>{say(others.length === 0 ? 'assessment.noneAnywhere' : 'assessment.none')}</p>
      <p className="buttons">
        {others.map(({ domain, count }) => (
          <Button key={domain.id} look="quiet" onPress={() => onDomain(domain.id)}>
            {say('assessment.elsewhere', { count, domain: domain.title })}
          </Button>
        ))}
        <Button look="text" onPress={onClear}>
          {say('assessment.clear')}
        </Button>
      </p>
    </div>
  );
}

/** One listener for all rows. Letters act on the line of a row alone: in its fields people write. */
function useKeys(list: RefObject<HTMLElement | null>, { sheet, place, hasLetters, onHelp }: RatingListProps): void {
  const { acts, setCurrent } = sheet;
  useRowEvents(
    list,
    (event, { id: here, isLine }) => {
      const id = here === null ? null : (sheet.coming() ?? here);
      const act = actOf(event, hasLetters && isLine);
      if (id === null || act === null || event.isComposing || (!isLine && act.kind !== 'close')) return;
      // The title is a link: Enter on it is a click.
      if (act.kind === 'open' && (event.target as HTMLElement).tagName === 'A') return;
      event.preventDefault();
      switch (act.kind) {
        case 'rate':
          acts.rate(id, act.rating);
          return act.rating === 'not_applicable' ? undefined : acts.move(id, 1);
        case 'move':
          return acts.move(id, act.by);
        case 'open':
          return acts.toggle(id);
        case 'close':
          return place.openId === id || sheet.reasonFor === id ? acts.close(id) : undefined;
        case 'evidence':
        case 'owner':
          return acts.openTo(id, act.kind);
        case 'find':
          return document.getElementById(findId)?.focus();
        case 'help':
          return onHelp();
      }
    },
    setCurrent,
  );
}
