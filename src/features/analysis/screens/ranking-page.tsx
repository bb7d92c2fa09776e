import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useDeferredValue, useMemo, useState } from 'react';
import { sameWeights, type Weights } from '../../../core/ranking/weights.ts';
import { failureOf } from '../../../web/client/ask.ts';
import { storedRankingQuery, type StoredRanking } from '../../../web/client/ranking.ts';
import { Button } from '../../../web/kit/button/button.tsx';
import { PageHeading } from '../../../web/kit/heading/page-heading.tsx';
import { Note } from '../../../web/kit/note/note.tsx';
import { Loading } from '../../../web/kit/region/loading.tsx';
import { FailureNote } from '../../../web/kit/summary/failure-note.tsx';
import { reweigh } from '../../../web/kit/weights/reweigh.ts';
import { shownWeights } from '../../../web/kit/weights/weights-form.tsx';
import { say } from '../../../web/say.ts';
import { NoAnswers } from './no-answers.tsx';
import { RankLists } from './rank-lists.tsx';
import { leadOf } from './ranking-lead.ts';
import { WeightsSheet } from './weights-sheet.tsx';
import './ranking.css';

const route = getRouteApi('/ranking/{-$safeguard}');

/** What to do first, and why. The address says which row is open. */
export function RankingPage() {
  const { safeguard } = route.useParams();
  const { data, error, refetch } = useQuery(storedRankingQuery);
  const failure = error === null ? null : failureOf(error);
  // Whoever came for one row is taken to it; closing it later must not send them to the heading.
  const [isTarget] = useState(safeguard === undefined);
  return (
    <div className="page">
      <PageHeading title={say('ranking.name')} address="ranking" isTarget={isTarget}>
        {say('ranking.title')}
      </PageHeading>
      {data === undefined ? (
        failure === null ? (
          <Loading what={say('ranking.loading')} />
        ) : failure.kind === 'no_profile' ? (
          <NoAnswers text={say('ranking.empty')} />
        ) : (
          <FailureNote title={say('failure.title')} failure={failure} onRetry={() => void refetch()} />
        )
      ) : (
        <Ranked ranking={data} openId={safeguard} />
      )}
    </div>
  );
}

/** While weights are tried, the rows follow the hand. */
function Ranked({ ranking, openId }: { readonly ranking: StoredRanking; readonly openId: string | undefined }) {
  const [tried, setTried] = useState<Weights | null>(null);
  const [isSheetOpen, setSheetOpen] = useState(false);
  const items = useMemo(
    () => (tried === null ? ranking.items : reweigh(ranking.items, tried, ranking.weightSwing)),
    [ranking, tried],
  );
  // The sheet answers the hand at once, and the long list follows; a further move of the hand interrupts it.
  const listed = useDeferredValue(items);
  const close = (): void => {
    setSheetOpen(false);
    setTried(null);
  };
  return (
    <>
      <p className="lead">{leadOf(items)}</p>
      <Standing ranking={ranking} />
      <Method ranking={ranking} tried={tried} onChange={() => setSheetOpen(true)} />
      <RankLists items={listed} openId={openId} />
      <WeightsSheet
        ranking={ranking}
        items={items}
        tried={tried}
        isOpen={isSheetOpen}
        onTry={setTried}
        onClose={close}
      />
    </>
  );
}

/** On what the list stands: who agreed the minimum set, and whether anything is rated. */
function Standing({ ranking: { minimumSet, items, done, outside } }: { readonly ranking: StoredRanking }) {
  const isUnrated = done.length === 0 && items.every(({ gapIsUnknown }) => gapIsUnknown);
  return (
    <>
      {minimumSet.status === 'proposed' ? (
        <p className="small soft rank-standing">
          {say('ranking.proposed', { tier: say(`tier.${minimumSet.tier}`) })}
          {minimumSet.isAssumed ? ` ${say('ranking.assumed')}` : null}
        </p>
      ) : null}
      {outside.length === 0 ? null : (
        <p className="small soft rank-standing">{say('ranking.outside', { count: outside.length })}</p>
      )}
      {isUnrated && items.length > 0 ? (
        <Note look="ochre">
          <p>
            {say('ranking.unrated')} <Link to="/assessment/{-$id}">{say('ranking.rate')}</Link>
          </p>
        </Note>
      ) : null}
    </>
  );
}

type MethodProps = { readonly ranking: StoredRanking; readonly tried: Weights | null; readonly onChange: () => void };

function Method({ ranking: { weights, methodWeights }, tried, onChange }: MethodProps) {
  const used = tried ?? weights;
  return (
    <section className="note rank-method" aria-labelledby="rank-method">
      <h2 id="rank-method">{say('ranking.method.title')}</h2>
      <p>
        {say('ranking.method.formula', shownWeights(used))} {say('ranking.method.interval')}{' '}
        {sameWeights(used, methodWeights) ? null : say('ranking.method.own', shownWeights(methodWeights))}{' '}
        {tried === null || sameWeights(tried, weights) ? null : <strong>{say('ranking.method.trying')}</strong>}
      </p>
      <p className="rank-change">
        <Button look="text" onPress={onChange}>
          {say('ranking.method.change')}
        </Button>
      </p>
    </section>
  );
}
