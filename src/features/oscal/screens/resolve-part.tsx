import { useState } from 'react';
import { oscalForms } from '../../../web/client/oscal.ts';
import { Button } from '../../../web/kit/button/button.tsx';
import { FileDrop } from '../../../web/kit/file-drop/file-drop.tsx';
import { say } from '../../../web/say.ts';
import type { DocumentHandling } from './use-document.ts';

/** A profile chooses from a catalog that stands in another file: with it, the catalog that comes out can be had. */
export function ResolvePart({ handling }: { readonly handling: DocumentHandling }) {
  const [catalogs, setCatalogs] = useState<readonly File[]>([]);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const add = (file: File | null): void => {
    setProblem(undefined);
    if (file !== null) setCatalogs((known) => [...known.filter(({ name }) => name !== file.name), file]);
  };
  return (
    <>
      <h3>{say('oscalPage.resolve')}</h3>
      <p>{say('oscalPage.resolveLead')}</p>
      <div className="oscal-form">
        <FileDrop
          id="oscal-catalog"
          label={say('oscalPage.catalog')}
          hint={say('oscalPage.catalogHint')}
          accept=".json,.yaml,.yml,.xml"
          file={catalogs.at(-1) ?? null}
          problem={problem}
          onFile={add}
        />
        {catalogs.length > 1 ? (
          <p className="small">{say('oscalPage.catalogs', { names: catalogs.map(({ name }) => name).join(', ') })}</p>
        ) : null}
      </div>
      <p className="buttons">
        {oscalForms.map((form) => (
          <Button
            key={form}
            look="quiet"
            onPress={() =>
              catalogs.length === 0 ? setProblem(say('oscalPage.noCatalog')) : void handling.resolve(catalogs, form)
            }
          >
            {say('oscalPage.resolveAs', { form: form.toUpperCase() })}
          </Button>
        ))}
      </p>
    </>
  );
}
