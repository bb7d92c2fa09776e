import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { addToken, revokeToken, tokensQuery, type Token } from '../../../web/client/people.ts';
import type { RoleName } from '../../../web/client/session.ts';
import { formatDate } from '../../../web/format.ts';
import { Button } from '../../../web/kit/button/button.tsx';
import { TextField } from '../../../web/kit/field/text-field.tsx';
import { say } from '../../../web/say.ts';
import { EntryForm, type Problems } from '../../../web/kit/form/entry-form.tsx';
import { RoleQuestion } from './role-question.tsx';
import { SecretOnce } from '../../../web/kit/secret/secret-once.tsx';

const mostDays = 366;

/** Programs that may ask the API for this organisation. */
export function Programs() {
  const { data } = useQuery(tokensQuery);
  return (
    <section className="section" aria-labelledby="programs">
      <h2 id="programs">{say('accounts.tokens.title')}</h2>
      <p>{say('accounts.tokens.lead')}</p>
      {data === undefined ? null : data.tokens.length === 0 ? (
        <p className="soft">{say('accounts.tokens.none')}</p>
      ) : (
        <ul className="ruled-list">
          {data.tokens.map((token) => (
            <TokenRow key={token.id} token={token} />
          ))}
        </ul>
      )}
      <TokenForm />
    </section>
  );
}

function TokenRow({ token: { id, name, role, endsAt, revokedAt } }: { readonly token: Token }) {
  const client = useQueryClient();
  const works =
    revokedAt === null ? say('accounts.people.until', { until: formatDate(endsAt) }) : say('accounts.tokens.revoked');
  return (
    <li className="member">
      <span className="who">
        {name}
        <span className="small soft block">
          {say(`accounts.roles.${role}`)}, {works}
        </span>
      </span>
      {revokedAt === null ? (
        <Button
          look="text"
          onPress={() => void revokeToken(client, id)}
          aria-label={say('accounts.tokens.revokeName', { name })}
        >
          {say('accounts.tokens.revoke')}
        </Button>
      ) : null}
    </li>
  );
}

const isDays = (text: string): boolean => /^\d{1,3}$/u.test(text) && Number(text) >= 1 && Number(text) <= mostDays;

function TokenForm() {
  const client = useQueryClient();
  const [name, setName] = useState('');
  const [days, setDays] = useState('90');
  const [role, setRole] = useState<RoleName>('reader');
  const [made, setMade] = useState<{ readonly secret: string; readonly endsAt: string } | null>(null);
  const check = (): Problems => ({
    ...(name.trim() === '' ? { 'token-name': say('accounts.tokens.missingName') } : {}),
    ...(isDays(days) ? {} : { 'token-days': say('accounts.tokens.missingDays') }),
  });
  const send = async () => {
    const answer = await addToken(client, { name: name.trim(), role, days: Number(days) });
    if (answer.ok) setMade(answer.value);
    return answer;
  };
  return (
    <>
      <output>
        {made === null ? null : (
          <SecretOnce
            title={say('accounts.tokens.made')}
            text={say('accounts.tokens.madeText', { until: formatDate(made.endsAt) })}
            secret={made.secret}
            copy={say('accounts.tokens.copy')}
          />
        )}
      </output>
      <EntryForm
        button={say('accounts.tokens.button')}
        refused={say('failure.title')}
        check={check}
        send={send}
        onDone={() => setName('')}
      >
        {(problems) => (
          <>
            <TextField
              id="token-name"
              label={say('accounts.tokens.name')}
              problem={problems['token-name']}
              value={name}
              onChange={setName}
            />
            <TextField
              id="token-days"
              label={say('accounts.tokens.days')}
              inputMode="numeric"
              problem={problems['token-days']}
              value={days}
              onChange={setDays}
            />
            <RoleQuestion id="token-role" value={role} onChange={setRole} />
          </>
        )}
      </EntryForm>
    </>
  );
}
