import { useEffect, useRef, useState } from 'react';
import { followFields, type FollowField, type Proof } from '../../../core/follow-up/follow-up.ts';
import { isFollowed, nearnessOf } from '../../../core/follow-up/standing.ts';
import type { FollowedDuty } from '../../../web/client/follow-up.ts';
import { formatDate, formatTime } from '../../../web/format.ts';
import { Button } from '../../../web/kit/button/button.tsx';
import { followText } from '../../../web/kit/follow-up/follow-text.ts';
import { say } from '../../../web/say.ts';
import { FollowForm } from './follow-form.tsx';
import { fieldName, valueText } from './value-text.ts';

/** What is kept of the duty; whoever may change it opens the form in its place. */
export function Record({ duty }: { readonly duty: FollowedDuty }) {
  const { followUp: record, today, mayChange } = duty;
  const [isOpen, setOpen] = useState(false);
  const [savedAt, setSavedAt] = useState<Date | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const wasOpen = useRef(false);
  // The form had the focus: closed, it gives it to the part that it changed.
  useEffect(() => {
    if (wasOpen.current && !isOpen) heading.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  return (
    <section className="section follow-record" aria-labelledby="follow-up">
      <h2 id="follow-up" ref={heading} tabIndex={-1}>
        {say('follow.record.title')}
      </h2>
      {isOpen ? (
        <FollowForm
          record={record}
          today={today}
          onLeave={() => setOpen(false)}
          onSaved={() => {
            setOpen(false);
            setSavedAt(new Date());
          }}
        />
      ) : (
        <>
          <Shown duty={duty} />
          {mayChange ? (
            <p className="buttons">
              <Button look={isFollowed(record) ? 'quiet' : 'main'} onPress={() => setOpen(true)}>
                {say(isFollowed(record) ? 'follow.record.change' : 'follow.record.start')}
              </Button>
            </p>
          ) : (
            <p className="small soft">{say('follow.record.readOnly')}</p>
          )}
        </>
      )}
      <output className="small soft">
        {savedAt === null || isOpen ? null : say('follow.record.saved', { time: formatTime(savedAt) })}
      </output>
    </section>
  );
}

function Shown({ duty: { followUp: record, today } }: { readonly duty: FollowedDuty }) {
  const isOverdue = nearnessOf(record, today) === 'overdue';
  return (
    <>
      <p className={isOverdue ? 'follow-standing overdue' : 'follow-standing'}>
        <strong>{followText(record, today)}</strong>
      </p>
      {isFollowed(record) ? null : <p className="soft">{say('follow.record.none')}</p>}
      <dl className="follow-facts">
        {followFields.filter(isListed(record)).map((field) => (
          <div key={field}>
            <dt>{fieldName(field)}</dt>
            <dd>{field === 'evidence' ? <Evidence evidence={record.evidence} /> : valueText(record, field)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

/** The state and its days are said already, and the contact stands beside the authority. */
const isListed =
  (record: FollowedDuty['followUp']) =>
  (field: FollowField): boolean =>
    ['repeatMonths', 'owner', 'note'].includes(field)
      ? record[field] !== null
      : field === 'evidence' && record.evidence.length > 0;

const Evidence = ({ evidence }: { readonly evidence: readonly Proof[] }) => (
  <ul>
    {evidence.map(({ what, link, dated }) => (
      <li key={`${what} ${link} ${dated}`}>
        {link === null ? (
          what
        ) : (
          <a href={link} rel="noreferrer">
            {what}
          </a>
        )}
        {dated === null ? null : <span className="soft">, {formatDate(dated)}</span>}
      </li>
    ))}
  </ul>
);
