import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { signIn } from '../../../web/client/session.ts';
import { TextField } from '../../../web/kit/field/text-field.tsx';
import { PageHeading } from '../../../web/kit/heading/page-heading.tsx';
import { say } from '../../../web/say.ts';
import { EntryForm, type Problems } from '../../../web/kit/form/entry-form.tsx';
import { PasswordField } from './password-field.tsx';
import './accounts.css';

const route = getRouteApi('/sign-in');

/** Who has an account comes in here, and goes on where the way was barred. */
export function SignInPage() {
  const client = useQueryClient();
  const router = useRouter();
  const { to } = route.useSearch();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const check = (): Problems => ({
    ...(/.@./u.test(email) ? {} : { email: say('accounts.missing.email') }),
    ...(password === '' ? { password: say('accounts.missing.password') } : {}),
  });
  return (
    <div className="page entry">
      <PageHeading title={say('accounts.signIn.title')} address="sign-in" />
      <p className="lead">{say('accounts.signIn.lead')}</p>
      <EntryForm
        button={say('accounts.signIn.button')}
        refused={say('accounts.signIn.refused')}
        check={check}
        send={() => signIn(client, email.trim(), password)}
        onDone={() => router.history.push(to ?? '/')}
      >
        {(problems) => (
          <>
            <TextField
              id="email"
              label={say('accounts.email')}
              type="email"
              inputMode="email"
              autoComplete="username"
              problem={problems['email']}
              value={email}
              onChange={setEmail}
            />
            <PasswordField
              id="password"
              label={say('accounts.password')}
              problem={problems['password']}
              value={password}
              onChange={setPassword}
            />
          </>
        )}
      </EntryForm>
      <section className="section" aria-labelledby="forgot">
        <h2 id="forgot">{say('accounts.signIn.forgot')}</h2>
        <p>{say('accounts.signIn.forgotText')}</p>
      </section>
    </div>
  );
}
