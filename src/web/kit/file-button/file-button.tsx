import { useState } from 'react';
import type { Failure } from '../../client/ask.ts';
import { fileFrom, saveFile } from '../../client/file.ts';
import { say } from '../../say.ts';
import { Button } from '../button/button.tsx';
import { Icon } from '../signs/signs.tsx';
import { failureText } from '../summary/failure-note.tsx';

type Work =
  | { readonly kind: 'making' }
  | { readonly kind: 'done'; readonly name: string }
  | { readonly kind: 'failed'; readonly failure: Failure };

export type FileButtonProps = {
  readonly label: string;
  /** Where the server makes it, and what it is told besides. */
  readonly path: string;
  readonly body: object;
};

/** A file of the organisation, with word of how it goes. */
export function FileButton({ label, path, body }: FileButtonProps) {
  const [work, setWork] = useState<Work | null>(null);
  const get = async (): Promise<void> => {
    setWork({ kind: 'making' });
    const file = await fileFrom(path, body);
    if (!file.ok) return setWork({ kind: 'failed', failure: file.error });
    saveFile(file.value);
    return setWork({ kind: 'done', name: file.value.name });
  };
  return (
    <>
      <Button look="quiet" isPending={work?.kind === 'making'} onPress={() => void get()}>
        <Icon name="get" /> {label}
      </Button>
      <output className="small soft">{work === null ? null : workText(work)}</output>
    </>
  );
}

function workText(work: Work): string {
  if (work.kind === 'making') return say('file.making');
  if (work.kind === 'done') return say('file.saved', { name: work.name });
  return `${say('file.failed')} ${failureText(work.failure)}`;
}
