import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { failureOf } from '../../../web/client/ask.ts';
import { explanationQuery, type Explanation, type RankedItem } from '../../../web/client/ranking.ts';
import { buttonClass } from '../../../web/kit/button/button.tsx';
import { Loading } from '../../../web/kit/region/loading.tsx';
import { FailureNote } from '../../../web/kit/summary/failure-note.tsx';
import { say } from '../../../web/say.ts';
import { movesText, sentenceOf } from './reason-text.ts';
import { Recipe } from './recipe.tsx';
import { WeightedBar } from './weighted-bar.tsx';

/** Why a safeguard stands where it stands: one sentence, the recipe, and what would move it. */
export function Reasons({ item }: { readonly item: RankedItem }) {
  const { data, error, refetch } = useQuery(explanationQuery(item.id));
  if (data === undefined)
    return error === null ? (
      <Loading what={say('ranking.recipe.loading')} />
    ) : (
      <FailureNote title={say('failure.title')} failure={failureOf(error)} onRetry={() => void refetch()} />
    );
  return (
    <>
      <p>
        <strong>{say('ranking.recipe.sentence')}</strong> {sentenceOf(data)}
      </p>
      <div className="reason-columns">
        <Recipe explanation={data} />
        <div>
          <WeightedBar explanation={data} />
          <Moves explanation={data} />
          <p className="buttons reason-ways">
            <Link className={buttonClass('quiet')} to="/plan" hash={item.id}>
              {say('ranking.recipe.plan')}
            </Link>
            <Link className={buttonClass('text')} to="/assessment/{-$id}" params={{ id: item.id }}>
              {say('ranking.recipe.rating')}
            </Link>
            <Link className={buttonClass('text')} to="/library/$id" params={{ id: item.id }}>
              {say('ranking.recipe.read')}
            </Link>
          </p>
        </div>
      </div>
    </>
  );
}

const Moves = ({ explanation }: { readonly explanation: Explanation }) => (
  <>
    <h4>{say('ranking.recipe.moves')}</h4>
    <ul className="reason-moves small">
      {movesText(explanation).map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  </>
);
