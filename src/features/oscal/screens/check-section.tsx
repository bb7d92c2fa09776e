import { useState, type FormEvent } from 'react';
import { oscalForms, type OscalValidity } from '../../../web/client/oscal.ts';
import { formatNumber } from '../../../web/format.ts';
import { Button } from '../../../web/kit/button/button.tsx';
import { sizeText } from '../../../web/kit/file-drop/file-bytes.ts';
import { FileDrop } from '../../../web/kit/file-drop/file-drop.tsx';
import { Loading } from '../../../web/kit/region/loading.tsx';
import { FailureNote } from '../../../web/kit/summary/failure-note.tsx';
import { say } from '../../../web/say.ts';
import { Details } from './details.tsx';
import { FindingTable } from './finding-table.tsx';
import { MadeNote } from './made-note.tsx';
import { ResolvePart } from './resolve-part.tsx';
import { useDocument, type DocumentHandling } from './use-document.ts';

const largestBytes = 64_000_000;

/** A document that somebody has: whether it is sound, and the forms that it can be had in. */
export function CheckSection() {
  const handling = useDocument();
  return (
    <section className="section" aria-labelledby="check">
      <h2 id="check">{say('oscalPage.check')}</h2>
      <p>{say('oscalPage.checkLead')}</p>
      <CheckForm handling={handling} />
      <Outcome handling={handling} />
    </section>
  );
}

function CheckForm({ handling: { stage, check } }: { readonly handling: DocumentHandling }) {
  const [file, setFile] = useState<File | null>(null);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (stage.kind === 'working') return;
    if (file !== null && file.size <= largestBytes) return void check(file);
    setProblem(
      file === null
        ? say('oscalPage.noFile')
        : say('oscalPage.tooLarge', { name: file.name, size: sizeText(file.size) }),
    );
    document.getElementById('oscal-file')?.focus();
  };
  return (
    <form className="oscal-form" onSubmit={submit} noValidate>
      <FileDrop
        id="oscal-file"
        label={say('oscalPage.file')}
        hint={say('oscalPage.fileHint')}
        accept=".json,.yaml,.yml,.xml"
        file={file}
        problem={problem}
        onFile={(chosen) => {
          setFile(chosen);
          setProblem(undefined);
        }}
      />
      <p className="buttons">
        <Button type="submit">{say('oscalPage.checkIt')}</Button>
      </p>
    </form>
  );
}

function Outcome({ handling }: { readonly handling: DocumentHandling }) {
  const { stage } = handling;
  switch (stage.kind) {
    case 'none':
      return null;
    case 'working':
      return <Loading what={say('oscalPage.checking', { name: stage.name })} />;
    case 'failed':
      return (
        <FailureNote title={say('oscalPage.notRead')} failure={stage.failure}>
          <Details failure={stage.failure} />
        </FailureNote>
      );
    case 'judged':
      return <Judged key={stage.file.content.length} validity={stage.validity} handling={handling} />;
  }
}

function Judged({ validity, handling }: { readonly validity: OscalValidity; readonly handling: DocumentHandling }) {
  const { name, model, schema, isValid, count, findings } = validity;
  return (
    <div className="oscal-judged">
      <h3>{name}</h3>
      <output className="oscal-verdict">
        {say(isValid ? 'oscalPage.valid' : 'oscalPage.invalid', { model: say(`oscalPage.model.${model}`), schema })}
      </output>
      {count === 0 ? null : (
        <>
          <p>{say('oscalPage.findings', { count, shown: formatNumber(findings.length) })}</p>
          <FindingTable rows={findings} />
        </>
      )}
      <h3>{say('oscalPage.otherForm')}</h3>
      <p className="buttons">
        {oscalForms
          .filter((form) => form !== validity.form)
          .map((form) => (
            <Button key={form} look="quiet" onPress={() => void handling.convert(form)}>
              {say('oscalPage.saveAs', { form: form.toUpperCase() })}
            </Button>
          ))}
      </p>
      {model === 'profile' ? <ResolvePart handling={handling} /> : null}
      <MadeNote made={handling.made} />
    </div>
  );
}
