import { Link } from '@tanstack/react-router';
import { useId, useState, type FormEvent, type RefObject } from 'react';
import { Button } from '../../../web/kit/button/button.tsx';
import { say } from '../../../web/say.ts';

export type SearchFormProps = {
  readonly words: string;
  readonly field: RefObject<HTMLInputElement | null>;
  readonly onSearch: (words: string) => void;
};

/** The large field. It asks when one says so: an answer that changes under the fingers cannot be read. */
export function SearchForm({ words, field, onSearch }: SearchFormProps) {
  const [typed, setTyped] = useState(words);
  const hint = useId();
  const [shown, setShown] = useState(words);
  // Going back, or a search from the line above, changes the words of the address.
  if (words !== shown) {
    setShown(words);
    setTyped(words);
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onSearch(typed);
  };
  return (
    <search aria-label={say('library.library')} className="lib-form">
      <form onSubmit={submit}>
        <label className="label" htmlFor="library-words">
          {say('library.search.label')}
        </label>
        <div className="lib-field">
          <input
            ref={field}
            id="library-words"
            className="input"
            type="search"
            enterKeyHint="search"
            autoComplete="off"
            spellCheck={false}
            maxLength={200}
            aria-describedby={hint}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
          <Button type="submit">{say('library.search.button')}</Button>
        </div>
        <p className="hint" id={hint}>
          {say('library.search.hint')}{' '}
          <Link to="/library" search={{ q: say('library.search.try') }}>
            {say('library.search.try')}
          </Link>
        </p>
      </form>
    </search>
  );
}
