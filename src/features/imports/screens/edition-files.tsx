import { useState } from 'react';
import type { EditionTree } from '../../../core/guidance/import-view.ts';
import { withheldBy } from '../../../core/guidance/pass-on.ts';
import type { Failure } from '../../../web/client/ask.ts';
import { saveFile } from '../../../web/client/file.ts';
import { editionFile, exportFormats, type ExportFormat } from '../../../web/client/imports.ts';
import { Button } from '../../../web/kit/button/button.tsx';
import { FailureNote } from '../../../web/kit/summary/failure-note.tsx';
import { say } from '../../../web/say.ts';

/** The edition as a file to hand on. What its licence keeps out is said before anybody asks for it. */
export function EditionFiles({ view: { id, licence } }: { readonly view: EditionTree }) {
  const [failure, setFailure] = useState<Failure | null>(null);
  const [saved, setSaved] = useState('');
  const withheld = withheldBy(licence.stance);
  const save = async (format: ExportFormat): Promise<void> => {
    setSaved('');
    const made = await editionFile(id, format);
    setFailure(made.ok ? null : made.error);
    if (!made.ok) return;
    saveFile(made.value);
    setSaved(made.value.name);
  };
  return (
    <section className="section" aria-labelledby="files">
      <h2 id="files">{say('importing.asFile')}</h2>
      <p>{say(`imports.export.withheld.${withheld}`)}</p>
      {withheld === 'everything' ? null : (
        <p className="buttons">
          {exportFormats.map((format) => (
            <Button key={format} look="quiet" onPress={() => void save(format)}>
              {say(`importing.exportFormats.${format}`)}
            </Button>
          ))}
        </p>
      )}
      <output className="small soft">{saved === '' ? '' : say('guide.saved', { name: saved })}</output>
      {failure === null ? null : <FailureNote title={say('importing.exportFailed')} failure={failure} />}
    </section>
  );
}
