import { useState } from 'react';
import { Button } from '../../../web/kit/button/button.tsx';
import { Note } from '../../../web/kit/note/note.tsx';
import { say } from '../../../web/say.ts';

export type SecretOnceProps = {
  readonly title: string;
  readonly text: string;
  readonly secret: string;
  readonly copy: string;
};

/** What is shown once: a link or the secret of a program, to be copied. */
export function SecretOnce({ title, text, secret, copy }: SecretOnceProps) {
  const [isCopied, setCopied] = useState(false);
  const take = async (): Promise<void> => {
    await navigator.clipboard.writeText(secret);
    setCopied(true);
  };
  return (
    <Note>
      <h3>{title}</h3>
      <p>{text}</p>
      <p className="secret">
        <code>{secret}</code>
      </p>
      <p className="buttons">
        <Button look="quiet" onPress={() => void take()}>
          {copy}
        </Button>
        <output>{isCopied ? say('accounts.people.copied') : null}</output>
      </p>
    </Note>
  );
}
