import { useQuery } from '@tanstack/react-query';
import { failureOf } from '../../../web/client/ask.ts';
import { changesQuery, coverageQuery, dueQuery } from '../../../web/client/upkeep.ts';
import { PageHeading } from '../../../web/kit/heading/page-heading.tsx';
import { Loading } from '../../../web/kit/region/loading.tsx';
import { FailureNote } from '../../../web/kit/summary/failure-note.tsx';
import { say } from '../../../web/say.ts';
import { ChangeList } from './change-list.tsx';
import { CoverageTable } from './coverage-table.tsx';
import { DueList } from './due-list.tsx';
import './library.css';
import './table.css';

/** How well is the library checked, and what became different in it? */
export function UpkeepPage() {
  const due = useQuery(dueQuery);
  const changes = useQuery(changesQuery);
  const coverage = useQuery(coverageQuery);
  const failed = [due, changes, coverage].find(({ error }) => error !== null);
  const isThere = due.data !== undefined && changes.data !== undefined && coverage.data !== undefined;
  return (
    <div className="page">
      <PageHeading title={say('upkeep.name')} address="/library/upkeep">
        {say('upkeep.title')}
      </PageHeading>
      {failed?.error ? (
        <FailureNote
          title={say('upkeep.failed')}
          failure={failureOf(failed.error)}
          onRetry={() => void failed.refetch()}
        />
      ) : isThere ? (
        <>
          <DueList due={due.data} />
          <ChangeList changes={changes.data} />
          <CoverageTable coverage={coverage.data} />
        </>
      ) : (
        <Loading what={say('library.loading')} />
      )}
    </div>
  );
}
