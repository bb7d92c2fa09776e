import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { refOf } from '../../../core/library-item/item.ts';
import type { Authority, FollowedDuty } from '../../../web/client/follow-up.ts';
import type { Duty } from '../../../web/client/obligations.ts';
import { formatDate } from '../../../web/format.ts';
import { Cite } from '../../../web/kit/signs/cite.tsx';
import { ForceMark } from '../../../web/kit/signs/force-mark.tsx';
import { CheckMark } from '../../../web/kit/signs/signs.tsx';
import { InLanguage } from '../../../web/kit/text/in-language.tsx';
import { langOf, say } from '../../../web/say.ts';

export type LawFactsProps = {
  /** Absent: not listed for the organisation. */
  readonly duty: Duty | undefined;
  readonly followed: FollowedDuty;
};

/** How binding, why, where it is written and whom it goes to. What is only recalled states nothing but its name. */
export function LawFacts({ duty, followed }: LawFactsProps) {
  const isConfirmed = duty !== undefined && duty.verification.status !== 'recall';
  return (
    <section className="section" aria-labelledby="law">
      <h2 id="law">{say('follow.facts.title')}</h2>
      <dl className="follow-facts">
        {isConfirmed ? <Stated duty={duty} /> : null}
        <Fact name={say('follow.facts.law')}>
          {duty === undefined ? null : (
            <>
              <Cite cite={duty.cite} status={duty.verification.status} />
              <br />
            </>
          )}
          <Link to="/library/$id" params={{ id: refOf('obligation', followed.followUp.id) }}>
            {say('follow.facts.library')}
          </Link>
        </Fact>
        <Fact name={say('follow.facts.authority')}>
          <Authorities followed={followed} />
        </Fact>
      </dl>
    </section>
  );
}

const Fact = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

function Stated({ duty }: { readonly duty: Duty }) {
  const { force, from, reason, nationalAct } = duty;
  const why = force === 'does_not_apply' ? 'whyNot' : force === 'needs_answer' ? 'whyOpen' : 'why';
  return (
    <>
      <Fact name={say('follow.facts.force')}>
        <ForceMark force={force} />
        {from === undefined ? null : (
          <span className="soft">
            {' '}
            {say(force === 'binding_now' ? 'obligations.force.since' : 'obligations.force.from', {
              date: formatDate(from),
            })}
          </span>
        )}
        {duty.onEvent && force === 'binding_now' ? <p className="small soft">{say('obligations.onEvent')}</p> : null}
        {duty.contested ? <p className="small caution">{say('obligations.contested')}</p> : null}
      </Fact>
      {reason === '' ? null : (
        <Fact name={say(`follow.facts.${why}`)}>
          <InLanguage text={reason} />
        </Fact>
      )}
      {nationalAct === undefined ? null : (
        <Fact name={say('follow.facts.act')}>
          {nationalAct.url === null ? (
            <InLanguage text={nationalAct.title} />
          ) : (
            <a href={nationalAct.url} lang={langOf()}>
              {nationalAct.title}
            </a>
          )}
        </Fact>
      )}
    </>
  );
}

/** Whom it goes to by what we know, then whom the organisation knows itself. */
function Authorities({ followed: { authorities, followUp, mayChange } }: { readonly followed: FollowedDuty }) {
  const { contact } = followUp;
  return (
    <ul className="follow-authorities">
      {authorities.map((authority) => (
        <li key={authority.name}>
          <OneAuthority authority={authority} />
        </li>
      ))}
      {contact === null ? null : (
        <li>
          <span className="follow-contact">{contact}</span>
          <br />
          <CheckMark status="own" />
        </li>
      )}
      {authorities.length > 0 || contact !== null ? null : (
        <li>{say(mayChange ? 'follow.authority.unknown' : 'follow.authority.unknownReader')}</li>
      )}
    </ul>
  );
}

const OneAuthority = ({
  authority: { name, role, email, url, status, checkedOn },
}: {
  readonly authority: Authority;
}) => (
  <>
    {name} <span className="soft">({role})</span>
    <br />
    {email === null ? null : (
      <>
        <a href={`mailto:${email}`}>{email}</a>
        {url === null ? null : ', '}
      </>
    )}
    {url === null ? null : <a href={url}>{url.replace(/^https?:\/\/|\/$/gu, '')}</a>}
    {email === null && url === null ? null : <br />}
    <CheckMark
      status={status}
      word={say('follow.authority.checked', { status: say(`verification.${status}`), date: formatDate(checkedOn) })}
    />
  </>
);
