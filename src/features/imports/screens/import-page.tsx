import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { ImportDetail, SheetReading } from '../../../core/guidance/import-view.ts';
import { failureOf, type Failure } from '../../../web/client/ask.ts';
import { importQuery, removeImport } from '../../../web/client/imports.ts';
import { formatDate, formatList } from '../../../web/format.ts';
import { Button, buttonClass } from '../../../web/kit/button/button.tsx';
import { sizeText } from '../../../web/kit/file-drop/file-bytes.ts';
import { PageHeading } from '../../../web/kit/heading/page-heading.tsx';
import { Loading } from '../../../web/kit/region/loading.tsx';
import { InLanguage } from '../../../web/kit/text/in-language.tsx';
import { FailureNote } from '../../../web/kit/summary/failure-note.tsx';
import { langOf, say } from '../../../web/say.ts';
import { CountTable } from './count-table.tsx';
import { Facts, formatWord, Licence } from './facts.tsx';
import { languageName } from '../../../web/language-name.ts';
import { Paged } from './paged.tsx';
import { FindingTable, LossTable } from './report-tables.tsx';
import { Table } from './table.tsx';
import './imports.css';

const route = getRouteApi('/library/imports/$id');
const step = 100;

/** One import: where it is from, what it may be used for, what it brought, and what was not carried. */
export function ImportPage() {
  const { id } = route.useParams();
  const [findingsFrom, setFindingsFrom] = useState(0);
  const [lossesFrom, setLossesFrom] = useState(0);
  const { data, error, refetch } = useQuery(importQuery(id, findingsFrom, lossesFrom));
  const failure = error === null ? null : failureOf(error);
  return (
    <div className="page imports">
      <p className="small">
        <Link to="/library/imports">{say('importing.back')}</Link>
      </p>
      <PageHeading title={data?.title ?? say('importing.title')} address={`/library/imports/${id}`}>
        {failure?.kind === 'not_found' || failure?.kind === 'invalid_input' ? (
          say('importing.missing')
        ) : data === undefined ? (
          say('importing.title')
        ) : (
          <InLanguage of={data.language} text={data.title} />
        )}
      </PageHeading>
      {data !== undefined ? (
        <>
          <About view={data} />
          {data.sheet === null ? null : <ReadAs sheet={data.sheet} />}
          <Parts parts={data.parts} />
          <CountTable counts={data.counts} />
          <section className="section" aria-labelledby="findings">
            <h2 id="findings">{say('importing.findings')}</h2>
            <p>{say('importing.findingsLead', { count: data.findings.total })}</p>
            {data.findings.total === 0 ? null : (
              <Paged {...placeOf(data.findings)} onFrom={setFindingsFrom}>
                <FindingTable rows={data.findings.rows} />
              </Paged>
            )}
          </section>
          <section className="section" aria-labelledby="losses">
            <h2 id="losses">{say('importing.losses')}</h2>
            <p>{say('importing.lossesLead', { count: data.losses.total })}</p>
            {data.losses.total === 0 ? null : (
              <Paged {...placeOf(data.losses)} onFrom={setLossesFrom}>
                <LossTable rows={data.losses.rows} />
              </Paged>
            )}
          </section>
          {data.mayRemove ? <Remove view={data} /> : null}
        </>
      ) : failure === null ? (
        <Loading what={say('importing.loading')} />
      ) : (
        <FailureNote title={say('failure.title')} failure={failure} onRetry={() => void refetch()} />
      )}
    </div>
  );
}

const placeOf = ({ from, total, rows }: ImportDetail['findings'] | ImportDetail['losses']) => ({
  from,
  total,
  shown: rows.length,
  step,
});

const About = ({ view }: { readonly view: ImportDetail }) => (
  <>
    <Facts
      facts={[
        [
          'importing.facts.by',
          say('importing.byOn', { by: view.by.kind, name: view.by.name ?? '', day: formatDate(view.at) }),
        ],
        ['importing.facts.source', view.source ?? say('importing.noSource')],
        ['importing.facts.licence', <Licence key="licence" licence={view.licence} />],
        ['importing.facts.publisher', view.publisher],
        ['importing.facts.packager', view.packager],
        ['importing.facts.edition', view.edition],
        ['importing.facts.language', languageName(view.language)],
        ['importing.facts.format', formatWord(view.format)],
        ['importing.facts.needs', view.needs.length === 0 ? null : formatList(view.needs)],
        ['importing.facts.file', say('importing.about', { title: view.file.name, size: sizeText(view.file.size) })],
        ['importing.facts.digest', <code key="digest">{view.file.digest}</code>],
      ]}
    />
    <p className="buttons">
      <a className={buttonClass('quiet')} href={`/api/imports/${view.id}/original`} download={view.file.name}>
        {say('importing.original')}
      </a>
    </p>
  </>
);

/** How a spreadsheet was read, so that it can be explained, and read so again. */
const ReadAs = ({ sheet: { as, page, from, to, columns } }: { readonly sheet: SheetReading }) => (
  <section className="section" aria-labelledby="read-as">
    <h2 id="read-as">{say('importing.sheet.readAs', { kind: say(`importing.sheet.kinds.${as}`) })}</h2>
    {(page ?? from ?? to) === null ? null : (
      <Facts
        facts={[
          ['importing.sheet.page', page],
          ['importing.sheet.from', from],
          ['importing.sheet.to', to],
        ]}
      />
    )}
    <Table
      caption={say('importing.sheet.columns')}
      isCaptionHidden
      heads={[{ word: say('importing.sheet.column') }, { word: say('importing.sheet.is') }]}
      rows={columns.map(({ letter, head, role }) => ({
        key: letter,
        head: head === '' ? letter : `${letter}: ${head}`,
        cells: [say(`importing.sheet.roles.${role}`)],
      }))}
    />
  </section>
);

const Parts = ({ parts }: { readonly parts: ImportDetail['parts'] }) =>
  parts.length === 0 ? null : (
    <section className="section" aria-labelledby="brought">
      <h2 id="brought">{say('importing.brought')}</h2>
      <Table
        caption={say('importing.brought')}
        isCaptionHidden
        heads={[
          { word: say('importing.name') },
          { word: say('importing.what') },
          { word: say('importing.edition') },
          { word: say('importing.standing') },
        ]}
        rows={parts.map(({ kind, urn, title, edition, standing, id }) => ({
          key: `${urn} ${edition}`,
          head:
            id === null ? (
              title
            ) : (
              <Link to="/library/editions/$id" params={{ id }} lang={langOf()}>
                {title}
              </Link>
            ),
          cells: [say(`importing.kind.${kind}`), edition, say(`imports.standing.${standing}`)],
        }))}
      />
    </section>
  );

/** Asks once more: what goes takes all that it brought with it. */
function Remove({ view: { id, title } }: { readonly view: ImportDetail }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const [isAsking, setAsking] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const remove = async (): Promise<void> => {
    const removed = await removeImport(client, id);
    if (removed.ok) return void navigate({ to: '/library/imports' });
    setFailure(removed.error);
  };
  return (
    <section className="section" aria-label={say('importing.remove')}>
      {failure === null ? null : <FailureNote title={say('importing.notRemoved')} failure={failure} />}
      {isAsking ? (
        <fieldset className="imp-sure" aria-label={say('importing.remove')}>
          <p>{say('importing.removeSure', { title })}</p>
          <p className="buttons">
            <Button look="quiet" onPress={() => void remove()}>
              {say('importing.removeYes')}
            </Button>
            <Button look="text" onPress={() => setAsking(false)}>
              {say('importing.keep')}
            </Button>
          </p>
        </fieldset>
      ) : (
        <Button look="text" onPress={() => setAsking(true)}>
          {say('importing.remove')}
        </Button>
      )}
    </section>
  );
}
