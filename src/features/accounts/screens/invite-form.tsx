import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { invite } from '../../../web/client/people.ts';
import { sessionQuery, type RoleName } from '../../../web/client/session.ts';
import { formatDate } from '../../../web/format.ts';
import { TextField } from '../../../web/kit/field/text-field.tsx';
import { say } from '../../../web/say.ts';
import { EntryForm } from '../../../web/kit/form/entry-form.tsx';
import { RoleQuestion } from './role-question.tsx';
import { SecretOnce } from '../../../web/kit/secret/secret-once.tsx';

type Made = { readonly link: string; readonly endsAt: string; readonly isMailed: boolean; readonly email: string };

/** Makes a link that lets one person in. */
export function InviteForm() {
  const client = useQueryClient();
  const isMailOn = useQuery(sessionQuery).data?.isMailOn === true;
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<RoleName>('contributor');
  const [made, setMade] = useState<Made | null>(null);
  const send = async () => {
    const answer = await invite(client, email.trim(), role);
    if (answer.ok) setMade({ ...answer.value, email: email.trim() });
    return answer;
  };
  return (
    <section className="section" aria-labelledby="invite">
      <h2 id="invite">{say('accounts.people.invite')}</h2>
      <p>{say('accounts.people.inviteLead')}</p>
      <output>
        {made === null ? null : (
          <SecretOnce
            title={say('accounts.people.made')}
            text={say(made.isMailed ? 'accounts.people.mailedText' : 'accounts.people.madeText', {
              until: formatDate(made.endsAt),
              email: made.email,
            })}
            secret={`${location.origin}/welcome#${made.link}`}
            copy={say('accounts.people.copy')}
          />
        )}
      </output>
      <EntryForm
        button={say('accounts.people.inviteButton')}
        refused={say('failure.title')}
        check={() => (email.trim() === '' || /.@./u.test(email) ? {} : { email: say('accounts.missing.email') })}
        send={send}
        onDone={() => setEmail('')}
      >
        {(problems) => (
          <>
            <TextField
              id="email"
              label={say('accounts.people.inviteEmail')}
              hint={say(isMailOn ? 'accounts.people.inviteMailHint' : 'accounts.people.inviteEmailHint')}
              type="email"
              inputMode="email"
              problem={problems['email']}
              value={email}
              onChange={setEmail}
            />
            <RoleQuestion id="role" value={role} onChange={setRole} />
          </>
        )}
      </EntryForm>
    </section>
  );
}
