import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { failureOf, type Failure } from '../../../web/client/ask.ts';
import {
  peopleQuery,
  removeMember,
  setRole,
  withdraw,
  type Invitation,
  type Member,
} from '../../../web/client/people.ts';
import { sessionQuery, type RoleName, type Session } from '../../../web/client/session.ts';
import { formatDate } from '../../../web/format.ts';
import { Button } from '../../../web/kit/button/button.tsx';
import { PageHeading } from '../../../web/kit/heading/page-heading.tsx';
import { Note } from '../../../web/kit/note/note.tsx';
import { Loading } from '../../../web/kit/region/loading.tsx';
import { Select } from '../../../web/kit/select/select.tsx';
import { FailureNote, failureText } from '../../../web/kit/summary/failure-note.tsx';
import { say } from '../../../web/say.ts';
import { InviteForm } from './invite-form.tsx';
import { Programs } from './programs.tsx';
import { roleOptions } from './role-options.ts';
import './accounts.css';

/** Who belongs to the organisation and what each may do; administrators let others in from here. */
export function PeoplePage() {
  const session = useQuery(sessionQuery);
  const { data, error, refetch } = useQuery(peopleQuery);
  const organisation = session.data?.organisation;
  const isAdministrator = organisation?.role === 'administrator';
  return (
    <div className="page">
      <PageHeading title={say('accounts.people.title')} address="people" />
      {error !== null ? (
        <FailureNote title={say('failure.title')} failure={failureOf(error)} onRetry={() => void refetch()} />
      ) : data === undefined || session.data === undefined ? (
        <Loading what={say('loading.page')} />
      ) : (
        <>
          <p className="lead">
            {say('accounts.people.lead', {
              count: data.members.length,
              administrators: data.members.filter(({ role }) => role === 'administrator').length,
              organisation: nameOf(session.data),
            })}
          </p>
          {isAdministrator ? null : <Note>{say('accounts.people.readOnly')}</Note>}
          <Members members={data.members} session={session.data} isAdministrator={isAdministrator} />
          {isAdministrator ? (
            <>
              <Links invitations={data.invitations} />
              <InviteForm />
              <Programs />
            </>
          ) : null}
        </>
      )}
    </div>
  );
}

const nameOf = ({ organisation }: Session): string =>
  organisation === null || organisation.name === 'local' ? say('accounts.welcome.unnamed') : organisation.name;

type MembersProps = {
  readonly members: readonly Member[];
  readonly session: Session;
  readonly isAdministrator: boolean;
};

function Members({ members, session, isAdministrator }: MembersProps) {
  const [failure, setFailure] = useState<Failure | null>(null);
  return (
    <section className="section" aria-labelledby="members">
      <h2 id="members">{say('accounts.people.members')}</h2>
      {failure === null ? null : (
        <p className="problem" role="alert">
          {failureText(failure)}
        </p>
      )}
      <ul className="ruled-list">
        {members.map((member) => (
          <MemberRow
            key={member.id}
            member={member}
            isYou={member.id === session.account?.id}
            isAdministrator={isAdministrator}
            onFailure={setFailure}
          />
        ))}
      </ul>
    </section>
  );
}

type MemberRowProps = {
  readonly member: Member;
  readonly isYou: boolean;
  readonly isAdministrator: boolean;
  readonly onFailure: (failure: Failure | null) => void;
};

function MemberRow({ member: { id, name, email, role }, isYou, isAdministrator, onFailure }: MemberRowProps) {
  const client = useQueryClient();
  const [isLeaving, setLeaving] = useState(false);
  const change = async (to: RoleName | null): Promise<void> => {
    const changed = await (to === null ? removeMember(client, id) : setRole(client, id, to));
    onFailure(changed.ok ? null : changed.error);
    setLeaving(false);
  };
  return (
    <li className="member">
      <span className="who">
        <b>{name}</b> {isYou ? <span className="small soft">({say('accounts.people.you')})</span> : null}
        <span className="small soft block">{email}</span>
      </span>
      {isAdministrator ? (
        <Select
          id={`role-${id}`}
          label={say('accounts.people.roleOf', { name })}
          isLabelHidden
          empty=""
          options={roleOptions()}
          value={role}
          onChange={(to) => void change(to as RoleName)}
        />
      ) : (
        <span>{say(`accounts.roles.${role}`)}</span>
      )}
      {isAdministrator ? (
        <Button look="text" onPress={() => setLeaving(true)} aria-label={say('accounts.people.removeName', { name })}>
          {say('accounts.people.remove')}
        </Button>
      ) : null}
      {isLeaving ? (
        <fieldset className="sure" aria-label={say('accounts.people.removeName', { name })}>
          <p>{say('accounts.people.removeSure', { name })}</p>
          <p className="buttons">
            <Button look="quiet" onPress={() => void change(null)}>
              {say('accounts.people.removeYes', { name })}
            </Button>
            <Button look="text" onPress={() => setLeaving(false)}>
              {say('accounts.people.cancel')}
            </Button>
          </p>
        </fieldset>
      ) : null}
    </li>
  );
}

function Links({ invitations }: { readonly invitations: readonly Invitation[] }) {
  const client = useQueryClient();
  if (invitations.length === 0) return null;
  return (
    <section className="section" aria-labelledby="links">
      <h2 id="links">{say('accounts.people.open')}</h2>
      <ul className="ruled-list">
        {invitations.map(({ id, email, role, endsAt }) => {
          const who = email ?? say('accounts.people.anyone');
          return (
            <li key={id} className="member">
              <span className="who">
                {who}
                <span className="small soft block">
                  {say(`accounts.roles.${role}`)}, {say('accounts.people.until', { until: formatDate(endsAt) })}
                </span>
              </span>
              <Button
                look="text"
                onPress={() => void withdraw(client, id)}
                aria-label={say('accounts.people.withdrawName', { who })}
              >
                {say('accounts.people.withdraw')}
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
