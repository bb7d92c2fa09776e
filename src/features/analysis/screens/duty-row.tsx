import { Link } from '@tanstack/react-router';
import { states } from '../../../core/chart/state-bars.ts';
import type { RowState } from '../../../core/report/report.ts';
import type { Duty, Touch } from '../../../web/client/obligations.ts';
import { Cite } from '../../../web/kit/signs/cite.tsx';
import { ForceMark } from '../../../web/kit/signs/force-mark.tsx';
import { CheckMark, RatingMark } from '../../../web/kit/signs/signs.tsx';
import { InLanguage } from '../../../web/kit/text/in-language.tsx';
import { Twin } from '../../../web/kit/twin/twin.tsx';
import { langOf, locale, say } from '../../../web/say.ts';
import { longDay, monthsBetween } from './days.ts';
import { DutyTitle, FollowLine } from './follow-line.tsx';

export type DutyRowProps = {
  readonly duty: Duty;
  readonly today: string;
  readonly showsReason: boolean;
  /** One level below the heading that the list stands under. */
  readonly heading?: 'h3' | 'h4' | undefined;
};

/** One duty: how binding, what and why, and what is done about it. */
export const DutyRow = ({ duty, today, showsReason, heading = 'h3' }: DutyRowProps) => (
  <li className="duty">
    <div className="duty-force small">
      {duty.force === 'needs_answer' ? (
        <RatingMark state="unknown" word={say('obligations.force.open')} />
      ) : (
        <ForceMark force={duty.force} />
      )}
      <When duty={duty} today={today} />
    </div>
    <div>
      <DutyTitle id={duty.id} title={duty.title} heading={heading} />
      <p className="small" lang={langOf()}>
        {duty.sentence}
      </p>
      {showsReason && duty.reason !== '' ? (
        <p className="small soft" lang={langOf()}>
          {duty.reason}
        </p>
      ) : null}
      {duty.onEvent && duty.force === 'binding_now' ? <p className="small soft">{say('obligations.onEvent')}</p> : null}
      {duty.contested ? <p className="small caution">{say('obligations.contested')}</p> : null}
      <p className="small">
        <Cite cite={duty.cite} status={duty.verification.status} />
      </p>
      {duty.force === 'does_not_apply' ? null : <FollowLine id={duty.id} />}
    </div>
    {duty.force === 'does_not_apply' ? null : <Touches touches={duty.safeguards} />}
  </li>
);

/** A far day is also said in months or years. */
function When({ duty: { force, from }, today }: { readonly duty: Duty; readonly today: string }) {
  if (from === undefined) return null;
  if (force === 'binding_now') return <p className="soft">{say('obligations.force.since', { date: longDay(from) })}</p>;
  if (force !== 'binding_from') return null;
  const months = monthsBetween(today, from);
  return (
    <p>
      {say('obligations.force.from', { date: longDay(from) })}
      {months < 1 ? null : (
        <span className="soft">
          {' '}
          (
          {months < 24
            ? say('obligations.force.inMonths', { months })
            : say('obligations.force.inYears', { years: Math.round(months / 12) })}
          )
        </span>
      )}
    </p>
  );
}

const fewTouches = 2;

function Touches({ touches }: { readonly touches: readonly Touch[] }) {
  if (touches.length === 0) return <p className="duty-touch small soft">{say('obligations.touches.none')}</p>;
  return (
    <div className="duty-touch small">
      <p className="soft">{say('obligations.touches.count', { count: touches.length })}</p>
      {touches.length <= fewTouches ? (
        <TouchList touches={touches} />
      ) : (
        <>
          <ul>
            {([...states, 'not_applicable'] as readonly RowState[]).map((state) => (
              <StateCount key={state} state={state} count={touches.filter(({ rating }) => rating === state).length} />
            ))}
          </ul>
          <Twin title={say('obligations.touches.show')}>
            <TouchList touches={touches} />
          </Twin>
        </>
      )}
    </div>
  );
}

const StateCount = ({ state, count }: { readonly state: RowState; readonly count: number }) =>
  count === 0 ? null : (
    <li>
      <RatingMark
        state={state}
        word={say('obligations.touches.ofRating', { count, rating: say(`rating.${state}`).toLocaleLowerCase(locale) })}
      />
    </li>
  );

const TouchList = ({ touches }: { readonly touches: readonly Touch[] }) => (
  <ul className="touch-list">
    {touches.map((touch) => (
      <li key={touch.id}>
        <SafeguardLink touch={touch} />
        <br />
        <RatingMark state={touch.rating} />
        {touch.isNamed ? <span className="soft">, {say('obligations.touches.named')}</span> : null}
      </li>
    ))}
  </ul>
);

/** What is in the ranking leads to its recipe; what has left it leads to the library. */
const SafeguardLink = ({ touch: { id, title, language, rating } }: { readonly touch: Touch }) =>
  rating === 'fully' || rating === 'not_applicable' ? (
    <Link to="/library/$id" params={{ id }}>
      {id} <InLanguage of={language} text={title} />
    </Link>
  ) : (
    <Link to="/ranking/{-$safeguard}" params={{ safeguard: id }}>
      {id} <InLanguage of={language} text={title} />
    </Link>
  );

/** What is only recalled: its name, what is missing, and where to look. Nothing is stated. */
export const UnconfirmedRow = ({ duty }: { readonly duty: Duty }) => (
  <li className="duty">
    <div className="duty-force small">
      <CheckMark status="recall" />
    </div>
    <div>
      <DutyTitle id={duty.id} title={duty.title} heading="h3" />
      {duty.verification.note === undefined ? null : (
        <p className="small soft">{say('obligations.notChecked', { note: duty.verification.note })}</p>
      )}
      <p className="small">
        <Cite cite={duty.cite} status="recall" />
      </p>
      <FollowLine id={duty.id} />
    </div>
  </li>
);
