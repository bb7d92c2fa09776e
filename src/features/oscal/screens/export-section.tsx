import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Failure } from '../../../web/client/ask.ts';
import { saveFile } from '../../../web/client/file.ts';
import {
  exportOscal,
  frameworkNamesQuery,
  oscalDocuments,
  oscalForms,
  type OscalDocument,
  type OscalForm,
} from '../../../web/client/oscal.ts';
import { Button } from '../../../web/kit/button/button.tsx';
import { Select } from '../../../web/kit/select/select.tsx';
import { FailureNote } from '../../../web/kit/summary/failure-note.tsx';
import { say } from '../../../web/say.ts';

const aboutFramework: ReadonlySet<OscalDocument> = new Set<OscalDocument>(['mapping', 'framework']);
const isDocument = (id: string): id is OscalDocument => oscalDocuments.some((document) => document === id);

/** Safeguards, minimum set, ratings and plan of the organisation, as documents for tools that read OSCAL. */
export function ExportSection() {
  const [wanted, setWanted] = useState<OscalDocument>('ssp');
  const [framework, setFramework] = useState<string | null>('nis2');
  const [outcome, setOutcome] = useState<{ readonly saved: string } | { readonly failure: Failure } | null>(null);
  const frameworks = useQuery(frameworkNamesQuery);
  const needsFramework = aboutFramework.has(wanted);
  const make = async (form: OscalForm): Promise<void> => {
    const about = needsFramework && framework !== null ? { framework } : {};
    const made = await exportOscal({ document: wanted, form, ...about });
    if (made.ok) saveFile(made.value);
    setOutcome(made.ok ? { saved: made.value.name } : { failure: made.error });
  };
  return (
    <section className="section" aria-labelledby="export">
      <h2 id="export">{say('oscalPage.export')}</h2>
      <p>{say('oscalPage.exportLead')}</p>
      <div className="oscal-form">
        <Select
          id="oscal-document"
          label={say('oscalPage.document')}
          hint={say(`oscalPage.documents.${wanted}.hint`)}
          empty={say('oscalPage.choose')}
          options={oscalDocuments.map((id) => ({ id, name: say(`oscalPage.documents.${id}.name`) }))}
          value={wanted}
          onChange={(id) => void (isDocument(id) && setWanted(id))}
        />
        {needsFramework ? (
          <Select
            id="oscal-framework"
            label={say('oscalPage.framework')}
            empty={say('oscalPage.choose')}
            options={frameworks.data ?? []}
            value={framework}
            onChange={setFramework}
          />
        ) : null}
      </div>
      <p className="buttons">
        {oscalForms.map((form) => (
          <Button key={form} look="quiet" onPress={() => void make(form)}>
            {say('oscalPage.saveAs', { form: form.toUpperCase() })}
          </Button>
        ))}
      </p>
      {outcome === null ? null : 'saved' in outcome ? (
        <output>{say('oscalPage.saved', { name: outcome.saved })}</output>
      ) : (
        <FailureNote title={say('oscalPage.notMade')} failure={outcome.failure} />
      )}
    </section>
  );
}
