import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import type { SideFacts } from '../../../core/crosswalk/view.ts';
import { frameworksQuery } from '../../../web/client/crosswalk.ts';
import { Button } from '../../../web/kit/button/button.tsx';
import { sizeText } from '../../../web/kit/file-drop/file-bytes.ts';
import { FileDrop } from '../../../web/kit/file-drop/file-drop.tsx';
import { Select } from '../../../web/kit/select/select.tsx';
import { say } from '../../../web/say.ts';
import type { AnswersHandling } from './use-answers.ts';

const largestBytes = 10_000_000;

type Problems = { readonly file?: string; readonly framework?: string };

/** A filled file, and the framework that it answers. */
export function AnswersForm({ handling: { stage, read } }: { readonly handling: AnswersHandling }) {
  const frameworks = useQuery(frameworksQuery);
  const [file, setFile] = useState<File | null>(null);
  const [framework, setFramework] = useState<string | null>(null);
  const [problems, setProblems] = useState<Problems>({});
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const found = problemsOf(file, framework);
    setProblems(found);
    if (found.file !== undefined) return document.getElementById('answers-file')?.focus();
    if (file === null || framework === null)
      return document.querySelector<HTMLElement>('#answers-framework button')?.focus();
    return void read(file, framework);
  };
  return (
    <form onSubmit={submit} noValidate>
      <FileDrop
        id="answers-file"
        label={say('answersPage.file')}
        hint={say('answersPage.fileHint')}
        accept=".csv,.xlsx,.ods"
        file={file}
        problem={problems.file}
        onFile={(chosen) => {
          setFile(chosen);
          setProblems({});
        }}
      />
      <Select
        id="answers-framework"
        label={say('answersPage.framework')}
        problem={problems.framework}
        empty={say('answersPage.choose')}
        options={(frameworks.data ?? []).flatMap(optionOf)}
        value={framework}
        onChange={(id) => {
          setFramework(id);
          setProblems({});
        }}
      />
      <p className="buttons">
        <Button type="submit" isPending={stage.kind === 'reading'}>
          {say('answersPage.read')}
        </Button>
      </p>
    </form>
  );
}

/** Our own safeguards are answered in a sheet of their own. */
const optionOf = ({ id, kind, shortTitle, edition, language }: SideFacts) =>
  kind === 'safeguards'
    ? []
    : [
        {
          id,
          name: edition === null ? shortTitle : `${shortTitle} (${edition})`,
          ...(language === null ? {} : { language }),
        },
      ];

function problemsOf(file: File | null, framework: string | null): Problems {
  if (file === null) return { file: say('answersPage.noFile') };
  if (file.size > largestBytes)
    return { file: say('answersPage.tooLarge', { name: file.name, size: sizeText(file.size) }) };
  return framework === null ? { framework: say('answersPage.noFramework') } : {};
}
