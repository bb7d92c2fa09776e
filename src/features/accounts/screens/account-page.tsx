import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { changePassword, enterOrganisation, sessionQuery, signOut, type Session } from '../../../web/client/session.ts';
import type { Failure } from '../../../web/client/ask.ts';
import { setMailDue } from '../../../web/client/mail.ts';
import { Button } from '../../../web/kit/button/button.tsx';
import { CheckChoice } from '../../../web/kit/choice/check-choice.tsx';
import { PageHeading } from '../../../web/kit/heading/page-heading.tsx';
import { Note } from '../../../web/kit/note/note.tsx';
import { failureText } from '../../../web/kit/summary/failure-note.tsx';
import { say } from '../../../web/say.ts';
import { EntryForm, type Problems } from '../../../web/kit/form/entry-form.tsx';
import { PasswordField } from './password-field.tsx';
import './accounts.css';

/** The account of whoever is signed in. */
export function AccountPage() {
  const { data } = useQuery(sessionQuery);
  if (data === undefined || data.account === null) return null;
  const { name, email } = data.account;
  return (
    <div className="page">
      <PageHeading title={say('accounts.account.title')} address="account" />
      <p className="lead">{say('accounts.account.lead', { name, email })}</p>
      <Organisations session={data} />
      {data.isMailOn ? <DueMail isWanted={data.account.isMailedDue} /> : null}
      <PasswordChange />
      <Sessions />
    </div>
  );
}

function Organisations({ session: { organisation, organisations } }: { readonly session: Session }) {
  const client = useQueryClient();
  const router = useRouter();
  const go = async (id: string): Promise<void> => {
    await enterOrganisation(client, id);
    router.history.push('/');
  };
  return (
    <section className="section" aria-labelledby="belongs">
      <h2 id="belongs">{say('accounts.account.belongs')}</h2>
      <ul className="ruled-list">
        {organisations.map(({ id, name, role }) => (
          <li key={id} className="member">
            <span>
              {name === 'local' ? say('shell.unnamed') : name}
              <span className="small soft"> {say(`accounts.roles.${role}`)}</span>
            </span>
            {id === organisation?.id ? (
              <span className="small soft">{say('accounts.account.here')}</span>
            ) : (
              <Button look="quiet" onPress={() => void go(id)}>
                {say('accounts.account.go', { name })}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function DueMail({ isWanted }: { readonly isWanted: boolean }) {
  const client = useQueryClient();
  const [failure, setFailure] = useState<Failure | null>(null);
  const change = async (due: boolean): Promise<void> => {
    const changed = await setMailDue(client, due);
    setFailure(changed.ok ? null : changed.error);
  };
  return (
    <section className="section" aria-labelledby="mail">
      <h2 id="mail">{say('accounts.account.mail')}</h2>
      <p>{say('accounts.account.mailText')}</p>
      <CheckChoice name={say('accounts.account.mailDue')} isSelected={isWanted} onChange={(due) => void change(due)} />
      {failure === null ? null : (
        <p className="problem" role="alert">
          {failureText(failure)}
        </p>
      )}
    </section>
  );
}

function PasswordChange() {
  const [present, setPresent] = useState('');
  const [next, setNext] = useState('');
  const [isDone, setDone] = useState(false);
  const check = (): Problems => ({
    ...(present === '' ? { present: say('accounts.missing.password') } : {}),
    ...(next === '' ? { password: say('accounts.missing.password') } : {}),
  });
  const done = (): void => {
    setPresent('');
    setNext('');
    setDone(true);
  };
  return (
    <section className="section" aria-labelledby="change">
      <h2 id="change">{say('accounts.account.password')}</h2>
      <output>{isDone ? <Note>{say('accounts.account.changed')}</Note> : null}</output>
      <EntryForm
        button={say('accounts.account.button')}
        refused={say('accounts.signIn.refused')}
        check={check}
        send={() => changePassword(present, next)}
        onDone={done}
      >
        {(problems) => (
          <>
            <PasswordField
              id="present"
              label={say('accounts.account.present')}
              problem={problems['present']}
              value={present}
              onChange={setPresent}
            />
            <PasswordField
              id="password"
              label={say('accounts.account.next')}
              hint={say('accounts.passwordHint')}
              isNew
              problem={problems['password']}
              value={next}
              onChange={setNext}
            />
          </>
        )}
      </EntryForm>
    </section>
  );
}

function Sessions() {
  const client = useQueryClient();
  const router = useRouter();
  const leave = async (): Promise<void> => {
    await signOut(client, true);
    router.history.push('/sign-in');
  };
  return (
    <section className="section" aria-labelledby="sessions">
      <h2 id="sessions">{say('accounts.account.sessions')}</h2>
      <p>{say('accounts.account.sessionsText')}</p>
      <p className="buttons">
        <Button look="quiet" onPress={() => void leave()}>
          {say('accounts.account.everywhere')}
        </Button>
      </p>
    </section>
  );
}
