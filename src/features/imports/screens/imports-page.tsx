import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { EditionFacts, ImportFacts } from '../../../core/guidance/import-view.ts';
import { failureOf } from '../../../web/client/ask.ts';
import { editionsQuery, importsQuery } from '../../../web/client/imports.ts';
import { formatDate, formatList, formatNumber } from '../../../web/format.ts';
import { PageHeading } from '../../../web/kit/heading/page-heading.tsx';
import { Note } from '../../../web/kit/note/note.tsx';
import { Loading } from '../../../web/kit/region/loading.tsx';
import { FailureNote } from '../../../web/kit/summary/failure-note.tsx';
import { buttonClass } from '../../../web/kit/button/button.tsx';
import { langOf, language as ownLanguage, say } from '../../../web/say.ts';
import { ImportForm } from './import-form.tsx';
import { languageName } from '../../../web/language-name.ts';
import { Preview } from './preview.tsx';
import { SheetForm } from './sheet-form.tsx';
import { Table } from './table.tsx';
import { useImport, type ImportHandling } from './use-import.ts';
import './imports.css';

/** Which guidance of others is kept here: a way to bring some, and all that was brought. */
export function ImportsPage() {
  const list = useQuery(importsQuery);
  const editions = useQuery(editionsQuery);
  const failed = [list, editions].find(({ error }) => error !== null);
  return (
    <div className="page imports">
      <PageHeading title={say('importing.title')} address="/library/imports">
        {say('importing.question')}
      </PageHeading>
      {failed?.error ? (
        <FailureNote
          title={say('failure.title')}
          failure={failureOf(failed.error)}
          onRetry={() => void failed.refetch()}
        />
      ) : list.data === undefined || editions.data === undefined ? (
        <Loading what={say('importing.loading')} />
      ) : (
        <>
          <p className="lead">
            {list.data.imports.length === 0
              ? say('importing.empty')
              : say('importing.lead', { editions: editions.data.length, files: list.data.imports.length })}
          </p>
          <p className="small imp-other">
            <Link to="/library/oscal">{say('importing.toOscal')}</Link>
            <Link to="/library/crosswalk">{say('crosswalking.link')}</Link>
          </p>
          {list.data.mayLoad ? <Give /> : <Note>{say('importing.readOnly')}</Note>}
          <Editions editions={editions.data} />
          <Files imports={list.data.imports} />
        </>
      )}
    </div>
  );
}

function Give() {
  const handling = useImport();
  return (
    <>
      <section className="section" aria-labelledby="give">
        <h2 id="give">{say('importing.give')}</h2>
        <p>{say('importing.giveLead')}</p>
        <ImportForm handling={handling} />
        <Templates />
      </section>
      {handling.sheet === null ? null : <SheetForm sheet={handling.sheet} handling={handling} />}
      <Outcome handling={handling} />
    </>
  );
}

/** Sheets to fill in with guidance of one's own. */
const Templates = () => (
  <>
    <p className="small imp-templates">{say('importing.sheet.templates')}</p>
    <p className="buttons">
      {(['framework', 'mapping'] as const).flatMap((kind) =>
        (['xlsx', 'csv'] as const).map((format) => (
          <a
            key={`${kind} ${format}`}
            className={buttonClass('quiet')}
            href={`/api/guidance/templates/${kind}?format=${format}&language=${ownLanguage}`}
            download
          >
            {say('importing.sheet.template', { kind, format: format.toUpperCase() })}
          </a>
        )),
      )}
    </p>
  </>
);

/** What came of the last file, in the place where it is waited for. */
function Outcome({ handling }: { readonly handling: ImportHandling }) {
  const { stage } = handling;
  switch (stage.kind) {
    case 'none':
    case 'sheet':
      return null;
    case 'reading':
    case 'storing':
      return <Loading what={say(`importing.${stage.kind}`, { name: stage.name })} />;
    case 'failed':
      return <FailureNote title={say('importing.notRead')} failure={stage.failure} />;
    case 'loaded':
      return <Loaded id={stage.id} title={stage.title} />;
    case 'read':
      return <Preview key={stage.preview.file.digest} stage={stage} handling={handling} />;
  }
}

/** The button that was pressed is gone, so the keyboard goes to what came of it. */
function Loaded({ id, title }: { readonly id: string; readonly title: string }) {
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => link.current?.focus(), []);
  return (
    <Note>
      <output>{say('importing.loaded', { title })}</output>
      <p>
        <Link ref={link} to="/library/imports/$id" params={{ id }}>
          {say('importing.toImport')}
        </Link>
      </p>
    </Note>
  );
}

const Editions = ({ editions }: { readonly editions: readonly EditionFacts[] }) =>
  editions.length === 0 ? null : (
    <section className="section" aria-labelledby="editions">
      <h2 id="editions">{say('importing.editions')}</h2>
      <Table
        caption={say('importing.editions')}
        isCaptionHidden
        heads={[
          { word: say('importing.name') },
          { word: say('importing.edition') },
          { word: say('importing.languages') },
          { word: say('importing.rights') },
          { word: say('importing.requirements'), isNumber: true },
        ]}
        rows={editions.map(({ id, title, edition, language, languages, licence, requirements }) => ({
          key: id,
          head: (
            <Link to="/library/editions/$id" params={{ id }} lang={langOf(language)}>
              {title}
            </Link>
          ),
          cells: [
            edition,
            formatList(languages.map(languageName)),
            say(`importing.stance.${licence.stance}`),
            formatNumber(requirements),
          ],
        }))}
      />
    </section>
  );

const Files = ({ imports }: { readonly imports: readonly ImportFacts[] }) =>
  imports.length === 0 ? null : (
    <section className="section" aria-labelledby="files">
      <h2 id="files">{say('importing.files')}</h2>
      <Table
        caption={say('importing.files')}
        isCaptionHidden
        heads={[
          { word: say('importing.name') },
          { word: say('importing.edition') },
          { word: say('importing.day') },
          { word: say('importing.requirements'), isNumber: true },
          { word: say('importing.relations'), isNumber: true },
          { word: say('importing.notCarried'), isNumber: true },
        ]}
        rows={imports.map(({ id, title, language, edition, at, counts }) => ({
          key: id,
          head: (
            <Link to="/library/imports/$id" params={{ id }} lang={langOf(language)}>
              {title}
            </Link>
          ),
          cells: [
            edition,
            formatDate(at),
            formatNumber(counts.requirements),
            formatNumber(counts.relations),
            formatNumber(counts.losses),
          ],
        }))}
      />
    </section>
  );
