import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useRouter } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { sessionQuery, signOut } from './client/session.ts';
import { HelpHere } from './help-here.tsx';
import { Button } from './kit/button/button.tsx';
import { LanguageSelect } from './language-select.tsx';
import { say } from './say.ts';
import './kit/field/field.css';
import './top-line.css';

/** Search of the library, the language, and the account. */
export function TopLine() {
  const client = useQueryClient();
  const router = useRouter();
  const { data: session } = useQuery(sessionQuery);
  const [words, setWords] = useState('');
  const find = (event: FormEvent): void => {
    event.preventDefault();
    router.history.push(`/library?q=${encodeURIComponent(words.trim())}`);
  };
  const leave = async (): Promise<void> => {
    await signOut(client, false);
    router.history.push('/sign-in');
  };
  return (
    <div className="top-line">
      <search className="find">
        <form action="/library" onSubmit={find}>
          <label className="hidden" htmlFor="find">
            {say('shell.find')}
          </label>
          <input
            id="find"
            name="q"
            type="search"
            className="input"
            placeholder={say('shell.findHint')}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        </form>
      </search>
      <nav className="personal small" aria-label={say('shell.personal')}>
        <LanguageSelect />
        <HelpHere />
        <Link to="/account">{session?.account?.name ?? say('shell.account')}</Link>
        <Button look="text" onPress={() => void leave()}>
          {say('shell.signOut')}
        </Button>
      </nav>
    </div>
  );
}
