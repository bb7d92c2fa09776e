import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { EditionTree } from '../../../core/guidance/import-view.ts';
import { failureOf } from '../../../web/client/ask.ts';
import { editionQuery } from '../../../web/client/imports.ts';
import { formatDate, formatList, formatNumber } from '../../../web/format.ts';
import { TextField } from '../../../web/kit/field/text-field.tsx';
import { PageHeading } from '../../../web/kit/heading/page-heading.tsx';
import { Loading } from '../../../web/kit/region/loading.tsx';
import { Select } from '../../../web/kit/select/select.tsx';
import { FailureNote } from '../../../web/kit/summary/failure-note.tsx';
import { langOf, say } from '../../../web/say.ts';
import { EditionFiles } from './edition-files.tsx';
import { Facts, Licence } from './facts.tsx';
import { languageName } from '../../../web/language-name.ts';
import { BranchItem, RequirementText } from './requirement-item.tsx';
import { Table } from './table.tsx';
import { searchTree, treeOf, wayTo, type Hit } from './tree.ts';
import './imports.css';

const route = getRouteApi('/library/editions/$id');

/** An edition of a framework as it came: its tree, its words in each language, and what else there is of it. */
export function EditionPage() {
  const { id } = route.useParams();
  const { words, at } = route.useSearch();
  const { data, error, refetch } = useQuery(editionQuery(id, words));
  const failure = error === null ? null : failureOf(error);
  return (
    <div className="page imports">
      <p className="small">
        <Link to="/library/imports">{say('importing.back')}</Link>
      </p>
      <PageHeading title={data?.title ?? say('importing.title')} address={`/library/editions/${id}`}>
        {failure?.kind === 'not_found' || failure?.kind === 'invalid_input' ? (
          say('importing.missingEdition')
        ) : data === undefined ? (
          say('importing.title')
        ) : (
          <span lang={langOf(data.language)}>{data.title}</span>
        )}
      </PageHeading>
      {data !== undefined ? (
        <Edition view={data} at={at} />
      ) : failure === null ? (
        <Loading what={say('importing.loadingEdition')} />
      ) : (
        <FailureNote title={say('failure.title')} failure={failure} onRetry={() => void refetch()} />
      )}
    </div>
  );
}

type EditionProps = { readonly view: EditionTree; readonly at: string | undefined };

const Edition = ({ view, at }: EditionProps) => (
  <>
    <p className="lead">
      {say('importing.editionLead', {
        requirements: view.requirements,
        assessable: view.assessable,
        day: formatDate(view.loadedAt),
      })}
    </p>
    <Facts
      facts={[
        ['importing.edition', view.edition],
        ['importing.facts.publisher', view.publisher],
        ['importing.facts.published', view.publishedOn === null ? null : formatDate(view.publishedOn)],
        ['importing.facts.languages', formatList(view.languages.map(languageName))],
        ['importing.facts.licence', <Licence key="licence" licence={view.licence} />],
        ['importing.facts.urn', <code key="urn">{view.urn}</code>],
      ]}
    />
    <p className="small">
      <Link to="/library/imports/$id" params={{ id: view.importId }}>
        {say('importing.toImport')}
      </Link>
    </p>
    <p className="small">
      <Link to="/library/crosswalk" search={{ from: view.urn }}>
        {say('crosswalking.compareThis')}
      </Link>
    </p>
    <Others view={view} />
    <Requirements view={view} at={at} />
    <Groups groups={view.groups} />
    <Mappings view={view} />
    <EditionFiles view={view} />
  </>
);

/** The later edition is always the one that is compared. */
const Others = ({ view: { id, others, loadedAt } }: { readonly view: EditionTree }) =>
  others.length === 0 ? null : (
    <section className="section" aria-labelledby="others">
      <h2 id="others">{say('importing.others')}</h2>
      <ul className="ruled-list">
        {others.map((other) => {
          const isLater = other.loadedAt > loadedAt;
          return (
            <li key={other.id} className="imp-other">
              <Link to="/library/editions/$id" params={{ id: other.id }}>
                {say('importing.edition')} {other.edition}
              </Link>
              <Link
                to="/library/editions/compare"
                search={isLater ? { from: id, to: other.id } : { from: other.id, to: id }}
              >
                {say(isLater ? 'importing.compareTo' : 'importing.compareWith', { edition: other.edition })}
              </Link>
            </li>
          );
        })}
      </ul>
    </section>
  );

const mostHits = 200;

function Requirements({ view: { id, tree, languages, shownIn }, at }: EditionProps) {
  const navigate = useNavigate();
  const [question, setQuestion] = useState('');
  const hits = searchTree(tree, question);
  const way = at === undefined ? [] : wayTo(tree, at);
  return (
    <section className="section" aria-labelledby="tree">
      <h2 id="tree">{say('importing.tree')}</h2>
      <div className="imp-tools">
        <TextField
          id="within"
          type="search"
          label={say('importing.search')}
          hint={say('importing.searchHint')}
          value={question}
          onChange={setQuestion}
        />
        {languages.length < 2 ? null : (
          <Select
            id="words"
            label={say('importing.inLanguage')}
            empty={say('importing.inLanguage')}
            options={languages.map((one) => ({ id: one, name: languageName(one) }))}
            value={shownIn}
            onChange={(words) =>
              void navigate({
                to: '/library/editions/$id',
                params: { id },
                search: { words, ...(at === undefined ? {} : { at }) },
                resetScroll: false,
              })
            }
          />
        )}
      </div>
      <output className="small soft">
        {question.trim() === '' ? '' : say('importing.hits', { count: hits.length })}
      </output>
      {question.trim() === '' ? (
        <ul className="imp-tree">
          {treeOf(tree).map((branch) => (
            <BranchItem key={branch.requirement.id} branch={branch} way={way} />
          ))}
        </ul>
      ) : (
        <Hits hits={hits} />
      )}
    </section>
  );
}

const Hits = ({ hits }: { readonly hits: readonly Hit[] }) => (
  <>
    <ul className="imp-tree">
      {hits.slice(0, mostHits).map(({ requirement, above }) => (
        <li key={requirement.id}>
          {above.length === 0 ? null : <p className="small soft">{above.join(' › ')}</p>}
          <RequirementText requirement={requirement} />
        </li>
      ))}
    </ul>
    {hits.length > mostHits ? <p className="small soft">{say('importing.mostHits', { most: mostHits })}</p> : null}
  </>
);

const Groups = ({ groups }: { readonly groups: EditionTree['groups'] }) =>
  groups.length === 0 ? null : (
    <section className="section" aria-labelledby="groups">
      <h2 id="groups">{say('importing.groups')}</h2>
      <Table
        caption={say('importing.groups')}
        isCaptionHidden
        heads={[{ word: say('importing.group') }, { word: say('importing.requirements'), isNumber: true }]}
        rows={groups.map(({ id, title, requirements }) => ({
          key: id,
          head: title,
          cells: [formatNumber(requirements)],
        }))}
      />
    </section>
  );

const Mappings = ({ view: { mappings, urn } }: { readonly view: EditionTree }) =>
  mappings.length === 0 ? null : (
    <section className="section" aria-labelledby="mappings">
      <h2 id="mappings">{say('importing.mappings')}</h2>
      <Table
        caption={say('importing.mappings')}
        isCaptionHidden
        heads={[
          { word: say('importing.name') },
          { word: say('importing.edition') },
          { word: say('importing.what') },
          { word: say('importing.relations'), isNumber: true },
          { word: say('importing.asFile') },
        ]}
        rows={mappings.map(({ id, title, edition, source, target, relations, mayPassOn }) => ({
          key: `${title} ${edition} ${source} ${target}`,
          head: title,
          cells: [
            edition,
            source === urn ? say('importing.mapsTo', { target }) : say('importing.mapsFrom', { source }),
            formatNumber(relations),
            mayPassOn ? (
              <a key="file" href={`/api/mappings/${id}/export?format=xlsx`} download>
                {say('importing.exportFormats.xlsx')}
              </a>
            ) : (
              <span key="file" className="soft">
                {say('importing.notPassedOn')}
              </span>
            ),
          ],
        }))}
      />
    </section>
  );
