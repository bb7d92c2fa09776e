import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { isSame, ratingFields, type RatingField } from '../../../core/profile/rating-state.ts';
import { failureOf } from '../../../web/client/ask.ts';
import { historyQuery, type Change, type Rating } from '../../../web/client/assessment.ts';
import { formatTime } from '../../../web/format.ts';
import { Loading } from '../../../web/kit/region/loading.tsx';
import { Icon } from '../../../web/kit/signs/signs.tsx';
import { FailureNote } from '../../../web/kit/summary/failure-note.tsx';
import { say } from '../../../web/say.ts';
import { dayOfInstant } from './shown-days.ts';
import { valueText, whoText } from './value-text.ts';

/** The last change in a sentence, and all of them on request. */
export function History({ rating }: { readonly rating: Rating }) {
  const [isOpen, setOpen] = useState(false);
  const { data, error, refetch } = useQuery({ ...historyQuery(rating.id), enabled: rating.version > 0 });
  if (rating.changedAt === null) return null;
  const [last] = data ?? [];
  const before = last !== undefined && last.before.rating !== last.after.rating ? last.before : null;
  const said = { date: dayOfInstant(rating.changedAt), who: whoText(rating.changedBy) };
  return (
    <div className="as-history small">
      <p className="soft">
        {before === null
          ? say('assessment.changed', said)
          : say('assessment.changedFrom', { ...said, before: valueText(before, 'rating') })}
      </p>
      <details className="as-changes" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          {say('assessment.history')}
          <span className="hidden">: {say('assessment.historyOf', { id: rating.id })}</span> <Icon name="down" />
        </summary>
        {data !== undefined ? (
          <Changes changes={data} />
        ) : error === null ? (
          <Loading what={say('assessment.historyLoading')} />
        ) : (
          <FailureNote
            title={say('assessment.historyFailed')}
            failure={failureOf(error)}
            onRetry={() => void refetch()}
          />
        )}
      </details>
    </div>
  );
}

const Changes = ({ changes }: { readonly changes: readonly Change[] }) => (
  <ol>
    {changes.map((change) => (
      <li key={change.version}>
        <p className="soft">
          {say('assessment.at', { date: dayOfInstant(change.at), time: formatTime(new Date(change.at)) })},{' '}
          {byText(change)}
        </p>
        <ul>
          {changedIn(change).map((field) => (
            <li key={field}>
              {say('assessment.historyChange', {
                field: say(`assessment.field.${field}`),
                before: valueText(change.before, field),
                after: valueText(change.after, field),
              })}
            </li>
          ))}
          {changedIn(change).length > 0 ? null : (
            <li>{say('assessment.confirmedAgain', { rating: valueText(change.after, 'rating') })}</li>
          )}
        </ul>
      </li>
    ))}
  </ol>
);

const byText = ({ by, proposedBy }: Change): string =>
  proposedBy === null ? whoText(by) : say('assessment.proposedBy', { proposedBy, who: whoText(by) });

const changedIn = ({ before, after }: Change): readonly RatingField[] =>
  ratingFields.filter((field) => !isSame(before, after, field));
