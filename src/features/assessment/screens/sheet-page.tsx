import { useState, type FormEvent } from 'react';
import { useQuery } from '@tanstack/react-query';
import { assessmentQuery } from '../../../web/client/assessment.ts';
import { Button } from '../../../web/kit/button/button.tsx';
import { FileButton } from '../../../web/kit/file-button/file-button.tsx';
import { PageHeading } from '../../../web/kit/heading/page-heading.tsx';
import { Note } from '../../../web/kit/note/note.tsx';
import { Loading } from '../../../web/kit/region/loading.tsx';
import { FailureNote } from '../../../web/kit/summary/failure-note.tsx';
import { language, say } from '../../../web/say.ts';
import { FileDrop } from '../../../web/kit/file-drop/file-drop.tsx';
import { sizeText } from '../../../web/kit/file-drop/file-bytes.ts';
import { SheetSuggestions } from './sheet-suggestions.tsx';
import { useSheetFile, type SheetHandling } from './use-sheet-file.ts';
import './assessment.css';
import './open-row.css';
import './sheet-page.css';

/** Rating in a spreadsheet: get it, fill it in with others, hand it in, and confirm what it suggests. */
export function RatingSheetPage() {
  const { data } = useQuery(assessmentQuery);
  const handling = useSheetFile();
  return (
    <div className="page sheet-page">
      <PageHeading title={say('sheetPage.name')} address="assessment/sheet">
        {say('sheetPage.title')}
      </PageHeading>
      <p className="lead">{say('sheetPage.lead')}</p>
      <section className="section" aria-labelledby="sheet-get">
        <h2 id="sheet-get">{say('sheetPage.get')}</h2>
        <p>{say('sheetPage.getText')}</p>
        <p className="buttons">
          {(['xlsx', 'csv'] as const).map((format) => (
            <FileButton
              key={format}
              label={say(`sheetPage.formats.${format}`)}
              path="/api/ratings/sheet"
              body={{ format, language }}
            />
          ))}
        </p>
      </section>
      <section className="section" aria-labelledby="sheet-hand-in">
        <h2 id="sheet-hand-in">{say('sheetPage.handIn')}</h2>
        {data?.mayRate === false ? (
          <Note>
            <p>{say('assessment.readOnly')}</p>
          </Note>
        ) : (
          <HandIn handling={handling} />
        )}
      </section>
      <Outcome handling={handling} />
    </div>
  );
}

const largestBytes = 1_000_000;

function HandIn({ handling: { stage, read } }: { readonly handling: SheetHandling }) {
  const [file, setFile] = useState<File | null>(null);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (file === null || file.size > largestBytes) {
      const size = sizeText(file?.size ?? 0);
      setProblem(file === null ? say('sheetPage.noFile') : say('sheetPage.tooLarge', { name: file.name, size }));
      return document.getElementById('sheet-file')?.focus();
    }
    return void read(file);
  };
  return (
    <form onSubmit={submit} noValidate>
      <FileDrop
        id="sheet-file"
        label={say('sheetPage.file')}
        hint={say('sheetPage.fileHint')}
        accept=".xlsx,.csv"
        file={file}
        problem={problem}
        onFile={(chosen) => {
          setFile(chosen);
          setProblem(undefined);
        }}
      />
      <p className="buttons">
        <Button type="submit" isPending={stage.kind === 'reading'}>
          {say('sheetPage.read')}
        </Button>
      </p>
    </form>
  );
}

/** What came of the last sheet, in the place where it is waited for. */
function Outcome({ handling: { stage, store } }: { readonly handling: SheetHandling }) {
  switch (stage.kind) {
    case 'none':
      return null;
    case 'reading':
    case 'storing':
      return <Loading what={say(`sheetPage.${stage.kind}`, { name: stage.name })} />;
    case 'failed':
      // Why a file cannot be read is said by the server, in words for people.
      return <FailureNote title={say('sheetPage.notRead')} failure={stage.failure} />;
    case 'stored':
      return (
        <Note>
          <output>{say('sheetPage.stored', { count: stage.reading.stored })}</output>
          <p>
            <a href="/assessment">{say('sheetPage.toAssessment')}</a>
          </p>
        </Note>
      );
    case 'read':
      return <SheetSuggestions key={stage.reading.file} stage={stage} store={store} />;
  }
}
