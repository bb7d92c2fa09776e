import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { totalOf } from '../../../core/chart/state-bars.ts';
import { failureOf, type Failure } from '../../../web/client/ask.ts';
import { removeSnapshot, snapshotsQuery, type Snapshot } from '../../../web/client/snapshots.ts';
import { formatDate } from '../../../web/format.ts';
import { Button } from '../../../web/kit/button/button.tsx';
import { PageHeading } from '../../../web/kit/heading/page-heading.tsx';
import { Note } from '../../../web/kit/note/note.tsx';
import { Loading } from '../../../web/kit/region/loading.tsx';
import { FailureNote, failureText } from '../../../web/kit/summary/failure-note.tsx';
import { say } from '../../../web/say.ts';
import { now } from './address.ts';
import { ChooseDays } from './choose-days.tsx';
import { TakeForm } from './take-form.tsx';
import './snapshots.css';

/** What changed since: the days that were kept, and the way to compare two of them. */
export function SnapshotsPage() {
  const { data, error, refetch } = useQuery(snapshotsQuery);
  return (
    <div className="page snapshots">
      <PageHeading title={say('snapshots.title')} address="snapshots">
        {say('snapshots.question')}
      </PageHeading>
      {data === undefined ? (
        error === null ? (
          <Loading what={say('snapshots.loading')} />
        ) : (
          <FailureNote title={say('failure.title')} failure={failureOf(error)} onRetry={() => void refetch()} />
        )
      ) : (
        <>
          <p className="lead">{leadOf(data.snapshots)}</p>
          {data.snapshots.length === 0 ? null : (
            <>
              <ChooseDays snapshots={data.snapshots} />
              <List snapshots={data.snapshots} mayRemove={data.mayRemove} />
            </>
          )}
          {data.mayTake ? <TakeForm /> : <Note>{say('snapshots.readOnly')}</Note>}
          <p className="small snapshots-ways">
            <Link to="/assessment/{-$id}" params={{ id: undefined }}>
              {say('snapshots.toAssessment')}
            </Link>
            <Link to="/sites">{say('sites.link')}</Link>
          </p>
        </>
      )}
    </div>
  );
}

function leadOf(snapshots: readonly Snapshot[]): string {
  const [latest, oldest] = [snapshots[0], snapshots.at(-1)];
  if (latest === undefined || oldest === undefined) return say('snapshots.empty');
  return say('snapshots.lead', {
    count: snapshots.length,
    span: oldest.day === latest.day ? 'day' : 'days',
    first: formatDate(oldest.day),
    last: formatDate(latest.day),
  });
}

const List = ({ snapshots, mayRemove }: { readonly snapshots: readonly Snapshot[]; readonly mayRemove: boolean }) => (
  <section className="section" aria-labelledby="kept">
    <h2 id="kept">{say('snapshots.kept')}</h2>
    <ul className="ruled-list">
      {snapshots.map((snapshot) => (
        <Line key={snapshot.id} snapshot={snapshot} mayRemove={mayRemove} />
      ))}
    </ul>
  </section>
);

type LineProps = { readonly snapshot: Snapshot; readonly mayRemove: boolean };

function Line({ snapshot, mayRemove }: LineProps) {
  const [isAsking, setAsking] = useState(false);
  const { id, name } = snapshot;
  return (
    <li className="snapshots-line">
      <What snapshot={snapshot} />
      <span className="buttons">
        <Link
          to="/snapshots/compare"
          search={{ from: id, to: now }}
          className="button quiet"
          aria-label={say('snapshots.sinceName', { name })}
        >
          {say('snapshots.since')}
        </Link>
        {mayRemove ? (
          <Button look="text" aria-label={say('snapshots.removeName', { name })} onPress={() => setAsking(true)}>
            {say('snapshots.remove')}
          </Button>
        ) : null}
      </span>
      {isAsking ? <Remove snapshot={snapshot} onKeep={() => setAsking(false)} /> : null}
    </li>
  );
}

const What = ({ snapshot: { name, note, day, counts } }: Pick<LineProps, 'snapshot'>) => (
  <div className="snapshots-what">
    <b>{name}</b>
    <p className="small soft">
      {formatDate(day)};{' '}
      {say('snapshots.inPlace', {
        inPlace: counts.minimumSet.fully + counts.minimumSet.largely,
        all: totalOf(counts.minimumSet),
        unknown: counts.minimumSet.unknown,
      })}
    </p>
    {note === null ? null : <p className="small">{note}</p>}
  </div>
);

/** Asks once more: what is gone can be compared with no more. */
function Remove({ snapshot: { id, name }, onKeep }: Pick<LineProps, 'snapshot'> & { readonly onKeep: () => void }) {
  const client = useQueryClient();
  const [failure, setFailure] = useState<Failure | null>(null);
  const remove = async (): Promise<void> => {
    const removed = await removeSnapshot(client, id);
    if (!removed.ok) setFailure(removed.error);
  };
  return (
    <fieldset className="snapshots-sure" aria-label={say('snapshots.removeName', { name })}>
      {failure === null ? null : (
        <p className="problem" role="alert">
          {failureText(failure)}
        </p>
      )}
      <p>{say('snapshots.removeSure', { name })}</p>
      <p className="buttons">
        <Button look="quiet" onPress={() => void remove()}>
          {say('snapshots.removeYes')}
        </Button>
        <Button look="text" onPress={onKeep}>
          {say('snapshots.cancel')}
        </Button>
      </p>
    </fieldset>
  );
}
