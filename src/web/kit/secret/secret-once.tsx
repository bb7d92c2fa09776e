import { useState } from 'react';
import { Button } from '../button/button.tsx';
import { Note } from '../note/note.tsx';
import { say } from '../../say.ts';
import './secret-once.css';

export type SecretOnceProps = {
  readonly title: string;
  readonly text: string;
  readonly secret: string;
  readonly copy: string;
  /** Of its title, one below that of the section. */
  readonly level?: 2 | 3;
};

/** What is shown once: a link or the secret of a program, to be copied. */
export function SecretOnce({ title, text, secret, copy, level = 3 }: SecretOnceProps) {
  const Title = `h${level}` as const;
  const [isCopied, setCopied] = useState(false);
  const take = async (): Promise<void> => {
    await navigator.clipboard.writeText(secret);
    setCopied(true);
  };
  return (
    <Note>
      <Title>{title}</Title>
      <p>{text}</p>
      <p className="secret">
        <code>{secret}</code>
      </p>
      <p className="buttons">
        <Button look="quiet" onPress={() => void take()}>
          {copy}
        </Button>
        <output>{isCopied ? say('form.copied') : null}</output>
      </p>
    </Note>
  );
}
