import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useLocation, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { failureOf } from '../../../web/client/ask.ts';
import { accept, offerOf, type Offer } from '../../../web/client/session.ts';
import { TextField } from '../../../web/kit/field/text-field.tsx';
import { PageHeading } from '../../../web/kit/heading/page-heading.tsx';
import { Loading } from '../../../web/kit/region/loading.tsx';
import { FailureNote } from '../../../web/kit/summary/failure-note.tsx';
import { say } from '../../../web/say.ts';
import { EntryForm, type Problems } from '../../../web/kit/form/entry-form.tsx';
import { PasswordField } from './password-field.tsx';
import './accounts.css';

/** What the server calls an organisation before its profile names it. */
const unnamed = 'local';
const nameIn = ({ organisation }: Offer): string =>
  organisation === unnamed ? say('accounts.welcome.unnamed') : organisation;

/** Where a link leads. Its secret stands behind the hash, so that no server or log sees it in an address. */
export function WelcomePage() {
  const link = useLocation().hash;
  const { data: offer, error } = useQuery(offerOf(link));
  if (offer !== undefined) return <Welcome link={link} offer={offer} />;
  const isOver = error !== null && failureOf(error).kind === 'link_over';
  return (
    <div className="page entry">
      <PageHeading title={say(isOver ? 'accounts.welcome.over' : 'accounts.welcome.plainTitle')} address="welcome" />
      {isOver ? (
        <>
          <p className="lead">{say('accounts.welcome.overText')}</p>
          <p>
            <Link to="/sign-in">{say('accounts.signIn.title')}</Link>
          </p>
        </>
      ) : error === null ? (
        <Loading what={say('accounts.welcome.checking')} />
      ) : (
        <FailureNote title={say('failure.title')} failure={failureOf(error)} />
      )}
    </div>
  );
}

const Have = () => <p className="small soft have">{say('accounts.welcome.have')}</p>;

function Welcome({ link, offer }: { readonly link: string; readonly offer: Offer }) {
  const client = useQueryClient();
  const router = useRouter();
  const [email, setEmail] = useState(offer.email ?? '');
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const check = (): Problems => ({
    ...(name.trim() === '' ? { name: say('accounts.missing.name') } : {}),
    ...(/.@./u.test(email) ? {} : { email: say('accounts.missing.email') }),
    ...(password === '' ? { password: say('accounts.missing.password') } : {}),
  });
  return (
    <div className="page entry">
      <PageHeading title={say('accounts.welcome.title', { organisation: nameIn(offer) })} address="welcome" />
      <p className="lead">{say('accounts.welcome.lead', { role: offer.role })}</p>
      <EntryForm
        button={say('accounts.welcome.button')}
        refused={say('accounts.signIn.refused')}
        check={check}
        send={() => accept(client, { link, email: email.trim(), name: name.trim(), password })}
        onDone={() => router.history.push('/')}
      >
        {(problems) => (
          <>
            <TextField
              id="name"
              label={say('accounts.name')}
              hint={say('accounts.nameHint')}
              autoComplete="name"
              problem={problems['name']}
              value={name}
              onChange={setName}
            />
            <TextField
              id="email"
              label={say('accounts.email')}
              hint={offer.email === null ? undefined : say('accounts.emailHint')}
              type="email"
              inputMode="email"
              autoComplete="username"
              problem={problems['email']}
              value={email}
              onChange={setEmail}
            />
            <PasswordField
              id="password"
              label={say('accounts.newPassword')}
              hint={say('accounts.passwordHint')}
              isNew
              problem={problems['password']}
              value={password}
              onChange={setPassword}
            />
          </>
        )}
      </EntryForm>
      <Have />
    </div>
  );
}
