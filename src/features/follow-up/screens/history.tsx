import {
  changedFields,
  isSameField,
  notFollowed,
  type FollowField,
  type FollowUp,
} from '../../../core/follow-up/follow-up.ts';
import type { FollowChange } from '../../../web/client/follow-up.ts';
import { formatDate, formatTime } from '../../../web/format.ts';
import { say } from '../../../web/say.ts';
import { fieldName, valueText, whoText } from './value-text.ts';

/** What nobody had said before needs no arrow. */
const isSaid = (record: FollowUp, field: FollowField): boolean => !isSameField(record, notFollowed, field);

/** Who changed what and when, latest first. */
export const History = ({ changes }: { readonly changes: readonly FollowChange[] }) => (
  <section className="section" aria-labelledby="changes">
    <h2 id="changes">{say('follow.history.title')}</h2>
    {changes.length === 0 ? (
      <p className="soft">{say('follow.history.none')}</p>
    ) : (
      <ol className="ruled-list small">
        {changes.map(({ version, at, by, before, after }) => (
          <li key={version}>
            <p className="soft">
              {say('follow.history.at', {
                date: formatDate(at),
                time: formatTime(new Date(at)),
                who: whoText(by),
              })}
            </p>
            <ul>
              {changedFields(before, after).map((field) => (
                <li key={field}>
                  {say(isSaid(before, field) ? 'follow.history.change' : 'follow.history.first', {
                    field: fieldName(field),
                    before: valueText(before, field),
                    after: valueText(after, field),
                  })}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    )}
  </section>
);
