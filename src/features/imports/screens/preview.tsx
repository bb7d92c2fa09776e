import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import type { FrameworkPreview, ImportPreview } from '../../../core/guidance/import-view.ts';
import { formatDate, formatList, formatNumber } from '../../../web/format.ts';
import { Button } from '../../../web/kit/button/button.tsx';
import { sizeText } from '../../../web/kit/file-drop/file-bytes.ts';
import { Note } from '../../../web/kit/note/note.tsx';
import { FailureNote } from '../../../web/kit/summary/failure-note.tsx';
import { say } from '../../../web/say.ts';
import { CountTable } from './count-table.tsx';
import { DifferenceLines } from './difference-lines.tsx';
import { Facts, formatWord, Licence } from './facts.tsx';
import { languageName } from '../../../web/language-name.ts';
import { Paged } from './paged.tsx';
import { FindingTable, LossTable } from './report-tables.tsx';
import { Table } from './table.tsx';
import type { ImportHandling, ImportStage } from './use-import.ts';

export type PreviewProps = {
  readonly stage: Extract<ImportStage, { kind: 'read' }>;
  readonly handling: Pick<ImportHandling, 'load' | 'putAway'>;
};

/** What a file would bring, beside what is there; and the way to load it. */
export function Preview({ stage: { preview, failure }, handling: { load, putAway } }: PreviewProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  // What was waited for is below the form: the keyboard goes where the eye goes.
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className="section" aria-labelledby="preview">
      <h2 id="preview" ref={heading} tabIndex={-1}>
        {say('importing.preview', { name: preview.file.name })}
      </h2>
      {failure === null ? null : <FailureNote title={say('importing.notLoaded')} failure={failure} />}
      <Verdict preview={preview} />
      <p className="buttons">
        {preview.isLoadable && preview.already === null ? (
          <Button onPress={() => void load()}>{say('importing.load')}</Button>
        ) : null}
        <Button look="quiet" onPress={putAway}>
          {say('importing.cancel')}
        </Button>
      </p>
      <About preview={preview} />
      <CountTable counts={preview.counts} />
      <Frameworks frameworks={preview.frameworks} />
      <Mappings sets={preview.mappingSets} />
      <Findings preview={preview} />
      <Losses preview={preview} />
    </section>
  );
}

const Verdict = ({ preview: { already, counts } }: { readonly preview: ImportPreview }) =>
  already !== null ? (
    <Note>
      <output>{say('importing.already', { day: formatDate(already.at) })}</output>
      <p>
        <Link to="/library/imports/$id" params={{ id: already.id }}>
          {say('importing.toImport')}
        </Link>
      </p>
    </Note>
  ) : counts.errors > 0 ? (
    <Note look="ochre">
      <output>{say('importing.hasErrors', { count: counts.errors })}</output>
    </Note>
  ) : null;

const About = ({ preview }: { readonly preview: ImportPreview }) => (
  <>
    <p className="imp-about">
      <b>{say('importing.about', { title: preview.title, size: sizeText(preview.file.size) })}</b>
    </p>
    <Facts
      facts={[
        ['importing.facts.publisher', preview.publisher],
        ['importing.facts.packager', preview.packager],
        ['importing.facts.edition', preview.edition],
        ['importing.facts.language', languageName(preview.language)],
        ['importing.facts.format', formatWord(preview.format)],
        ['importing.facts.licence', <Licence key="licence" licence={preview.licence} />],
        ['importing.facts.needs', preview.needs.length === 0 ? null : formatList(preview.needs)],
      ]}
    />
  </>
);

const Frameworks = ({ frameworks }: { readonly frameworks: readonly FrameworkPreview[] }) =>
  frameworks.length === 0 ? null : (
    <>
      <h3>{say('importing.frameworks')}</h3>
      <ul className="ruled-list">
        {frameworks.map(({ urn, title, edition, standing, against, like }) => (
          <li key={`${urn} ${edition}`}>
            <b>{say('importing.editionTitle', { title, edition })}</b>
            <p className="small">{say(`imports.standing.${standing}`)}</p>
            {like === null ? null : (
              <p className="small">{say('importing.like', { title: like.title, shared: like.shared, of: like.of })}</p>
            )}
            {against === null ? null : (
              <>
                <p className="small">
                  {say('importing.compared', {
                    edition: against.edition,
                    where: against.id === null ? 'content' : 'stored',
                  })}
                </p>
                <DifferenceLines summary={against.difference} />
              </>
            )}
          </li>
        ))}
      </ul>
    </>
  );

const Mappings = ({ sets }: { readonly sets: ImportPreview['mappingSets'] }) =>
  sets.length === 0 ? null : (
    <Table
      caption={say('importing.mappings')}
      heads={[
        { word: say('importing.name') },
        { word: say('importing.edition') },
        { word: say('importing.standing') },
        { word: say('importing.relations'), isNumber: true },
      ]}
      rows={sets.map(({ urn, title, edition, standing, relations }) => ({
        key: `${urn} ${edition}`,
        head: title,
        cells: [edition, say(`imports.standing.${standing}`), formatNumber(relations)],
      }))}
    />
  );

const step = 100;

function Findings({ preview: { findings } }: { readonly preview: ImportPreview }) {
  const [from, setFrom] = useState(0);
  const rows = findings.slice(from, from + step);
  return (
    <>
      <h3>{say('importing.findings')}</h3>
      <p>{say('importing.findingsLead', { count: findings.length })}</p>
      {rows.length === 0 ? null : (
        <Paged from={from} shown={rows.length} total={findings.length} step={step} onFrom={setFrom}>
          <FindingTable rows={rows} />
        </Paged>
      )}
    </>
  );
}

function Losses({ preview: { losses, counts } }: { readonly preview: ImportPreview }) {
  const [from, setFrom] = useState(0);
  const rows = losses.slice(from, from + step);
  return (
    <>
      <h3>{say('importing.losses')}</h3>
      <p>{say('importing.lossesLead', { count: counts.losses })}</p>
      {rows.length === 0 ? null : (
        <Paged from={from} shown={rows.length} total={losses.length} step={step} onFrom={setFrom}>
          <LossTable rows={rows} />
        </Paged>
      )}
    </>
  );
}
