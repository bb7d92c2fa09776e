import { Button } from '../../../web/kit/button/button.tsx';
import { RatingControl } from '../../../web/kit/rating/rating-control.tsx';
import { ReasonForm } from '../../../web/kit/rating/reason-form.tsx';
import { RatingMark } from '../../../web/kit/signs/signs.tsx';
import { failureText } from '../../../web/kit/summary/failure-note.tsx';
import { InLanguage } from '../../../web/kit/text/in-language.tsx';
import { say } from '../../../web/say.ts';
import type { SiteRow } from '../../../web/client/sites.ts';
import type { Problem, SiteWork } from './use-site-ratings.ts';

/** One safeguard at a site, with what the organisation says of itself. */
export function SiteRatingRow({
  row,
  mayRate,
  work,
}: {
  readonly row: SiteRow;
  readonly mayRate: boolean;
  readonly work: SiteWork;
}) {
  const { id, title, organisation } = row;
  const problem = work.problems.get(id);
  const rating = work.pending.get(id) ?? row.rating;
  return (
    <li id={`row-${id}`} data-row={id} className="as-row">
      <div className="as-line">
        <div>
          <a className="as-title" href={`/library/${id}`} tabIndex={mayRate ? -1 : 0}>
            <InLanguage of={row.language} text={title} />
          </a>
          <p className="as-facts small soft">
            <code>{id}</code>
            <span>
              {say('sites.own')} <RatingMark state={organisation} />
            </span>
            {row.reason === null ? null : <span>{say('assessment.reasonIs', { reason: row.reason })}</span>}
          </p>
        </div>
        {mayRate ? (
          <RatingControl
            id={id}
            title={title}
            rating={rating}
            isCurrent={id === work.currentId}
            onRate={(rated) => work.rate(id, rated)}
          />
        ) : (
          <RatingMark state={rating} />
        )}
      </div>
      {work.reasonFor === id ? (
        <ReasonForm
          id={id}
          reason={row.reason}
          onGive={(reason) => work.giveReason(id, reason)}
          onCancel={() => work.cancelReason(id)}
        />
      ) : null}
      {problem === undefined ? null : <ProblemNote id={id} problem={problem} work={work} />}
    </li>
  );
}

/** Not stored: what was wanted, what stands there, and the choice between both. */
function ProblemNote({
  id,
  problem: { wanted, failure, stored },
  work,
}: {
  readonly id: string;
  readonly problem: Problem;
  readonly work: SiteWork;
}) {
  return (
    <div className="as-problem" role="alert">
      <p>
        {stored === undefined
          ? failureText(failure)
          : say('sites.conflict', { yours: say(`rating.${wanted.rating}`), stored: say(`rating.${stored.rating}`) })}
      </p>
      <p className="buttons">
        <Button look="quiet" onPress={() => work.again(id)}>
          {say(stored === undefined ? 'failure.retry' : 'sites.keepMine')}
        </Button>
        <Button look="text" onPress={() => work.giveUp(id)}>
          {say('sites.takeStored')}
        </Button>
      </p>
    </div>
  );
}
