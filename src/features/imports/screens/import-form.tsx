import { useState, type FormEvent } from 'react';
import { Button } from '../../../web/kit/button/button.tsx';
import { TextField } from '../../../web/kit/field/text-field.tsx';
import { sizeText } from '../../../web/kit/file-drop/file-bytes.ts';
import { FileDrop } from '../../../web/kit/file-drop/file-drop.tsx';
import { say } from '../../../web/say.ts';
import type { ImportHandling } from './use-import.ts';

const largestBytes = 64_000_000;
const longestSource = 500;

/** A file and where it is from. What is wrong with either stands above it, and takes the focus. */
export function ImportForm({ handling: { stage, read } }: { readonly handling: ImportHandling }) {
  const [file, setFile] = useState<File | null>(null);
  const [source, setSource] = useState('');
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const sourceProblem =
    source.trim().length > longestSource
      ? say('importing.sourceLong', { most: longestSource, length: source.trim().length })
      : undefined;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (stage.kind === 'reading' || stage.kind === 'storing') return;
    if (file === null || file.size > largestBytes) {
      const size = sizeText(file?.size ?? 0);
      setProblem(file === null ? say('importing.noFile') : say('importing.tooLarge', { name: file.name, size }));
      return document.getElementById('guidance-file')?.focus();
    }
    if (sourceProblem === undefined) void read(file, source.trim());
  };
  return (
    <form className="imp-form" onSubmit={submit} noValidate>
      <FileDrop
        id="guidance-file"
        label={say('importing.file')}
        hint={say('importing.fileHint')}
        accept=".yaml,.yml,.json,.xml,.xlsx,.csv,.ods"
        file={file}
        problem={problem}
        onFile={(chosen) => {
          setFile(chosen);
          setProblem(undefined);
        }}
      />
      <TextField
        id="guidance-source"
        label={say('importing.source')}
        hint={say('importing.sourceHint')}
        problem={sourceProblem}
        value={source}
        onChange={setSource}
      />
      <p className="buttons">
        <Button type="submit">{say('importing.show')}</Button>
      </p>
    </form>
  );
}
