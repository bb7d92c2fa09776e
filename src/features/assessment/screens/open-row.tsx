import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { RatingState } from '../../../core/profile/rating-state.ts';
import { failureOf } from '../../../web/client/ask.ts';
import { guidanceQuery, type AssessmentRow, type Guidance, type Rating } from '../../../web/client/assessment.ts';
import { Loading } from '../../../web/kit/region/loading.tsx';
import { CheckSquare, RatingMark } from '../../../web/kit/signs/signs.tsx';
import { FailureNote } from '../../../web/kit/summary/failure-note.tsx';
import { say } from '../../../web/say.ts';
import { Button, buttonClass } from '../../../web/kit/button/button.tsx';
import { EvidencePart } from './evidence-part.tsx';
import { History } from './history.tsx';
import { Runs } from './runs.tsx';
import { useSheetInfo } from './sheet-context.ts';
import { WorkFields } from './work-fields.tsx';
import './open-row.css';

/** What one needs to judge a safeguard, and what is kept about it. */
export function OpenRow({
  row,
  state,
  rating,
}: {
  readonly row: AssessmentRow;
  readonly state: RatingState;
  readonly rating: Rating;
}) {
  const guidance = useQuery(guidanceQuery(row.id));
  return (
    <div className="as-open">
      <div>
        {guidance.data !== undefined ? (
          <Judging guidance={guidance.data} />
        ) : guidance.error === null ? (
          <Loading what={say('assessment.guidanceLoading')} />
        ) : (
          <FailureNote
            title={say('assessment.guidanceFailed')}
            failure={failureOf(guidance.error)}
            onRetry={() => void guidance.refetch()}
          />
        )}
        <Reason id={row.id} state={state} />
        <AskAbout id={row.id} />
      </div>
      <div>
        <EvidencePart id={row.id} state={state} rating={rating} wanted={guidance.data?.evidence ?? []} />
        <WorkFields id={row.id} state={state} />
        <History rating={rating} />
      </div>
    </div>
  );
}

const levels = ['partially', 'largely', 'fully'] as const;

const Judging = ({ guidance }: { readonly guidance: Guidance }) => (
  <>
    <h3>{say('assessment.doneWhen')}</h3>
    <dl className="as-levels small">
      {levels.map((level) => (
        <div key={level}>
          <dt>
            <RatingMark state={level} />
          </dt>
          <dd>
            <Runs prose={guidance.doneWhen[level]} />
          </dd>
        </div>
      ))}
    </dl>
    <p className="small">
      <b>{say('assessment.patients')}</b> <Runs prose={guidance.patients} />
    </p>
    <p className="small">
      {say('assessment.comesFrom')}{' '}
      {guidance.sources.map(({ document, text, status }) => (
        <span key={text}>
          <a className="cite" href={`/library/${document}`}>
            {text}
            <CheckSquare status={status} />
          </a>{' '}
        </span>
      ))}
    </p>
  </>
);

function Reason({ id, state }: { readonly id: string; readonly state: RatingState }) {
  const { acts, mayRate } = useSheetInfo();
  if (state.rating !== 'not_applicable' || !mayRate) return null;
  return (
    <Button look="text" onPress={() => acts.askReason(id)}>
      {say('assessment.reason.change')}
    </Button>
  );
}

/** Whoever knows best may have no account. */
function AskAbout({ id }: { readonly id: string }) {
  const { mayRate } = useSheetInfo();
  if (!mayRate) return null;
  return (
    <p>
      <Link to="/questions/new" search={{ ids: id }} className={buttonClass('quiet')}>
        {say('questions.choose.one')}
      </Link>
    </p>
  );
}
