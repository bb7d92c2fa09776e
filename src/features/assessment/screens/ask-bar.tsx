import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { questionsQuery } from '../../../web/client/questions.ts';
import { Button, buttonClass } from '../../../web/kit/button/button.tsx';
import { say } from '../../../web/say.ts';
import './ask-bar.css';

const mostChosen = 30;

/** Takes an id out of a list, or adds it, while there is room. */
export function withOrWithout(chosen: readonly string[], id: string): readonly string[] {
  if (chosen.includes(id)) return chosen.filter((one) => one !== id);
  return chosen.length < mostChosen ? [...chosen, id] : chosen;
}

export type AskBarProps = {
  readonly chosen: readonly string[] | null;
  readonly onChosen: (chosen: readonly string[] | null) => void;
};

/** The way to a colleague who knows better, and what waits of those who were asked. */
export function AskBar({ chosen, onChosen }: AskBarProps) {
  const { data: questions = [] } = useQuery(questionsQuery);
  const answered = questions.filter(({ standing }) => standing === 'answered');
  const [only] = answered;
  if (chosen !== null) return <Choosing chosen={chosen} onCancel={() => onChosen(null)} />;
  return (
    <div className="as-ask">
      <Button look="quiet" onPress={() => onChosen([])}>
        {say('questions.choose.begin')}
      </Button>
      {only === undefined ? (
        questions.length === 0 ? null : (
          <Link to="/questions">{say('questions.choose.list')}</Link>
        )
      ) : (
        <Link
          {...(answered.length === 1 ? { to: '/questions/$id', params: { id: only.id } } : { to: '/questions' })}
          className="as-answers"
        >
          {say('questions.choose.waiting', { count: answered.length })}
        </Link>
      )}
    </div>
  );
}

const Choosing = ({ chosen, onCancel }: { readonly chosen: readonly string[]; readonly onCancel: () => void }) => (
  <div className="as-ask choosing">
    <output>{say('questions.choose.chosen', { count: chosen.length })}</output>
    <span className="as-ask-acts">
      {chosen.length === 0 ? null : (
        <Link to="/questions/new" search={{ ids: chosen.join(',') }} className={buttonClass('main')}>
          {say('questions.choose.go', { count: chosen.length })}
        </Link>
      )}
      <Button look="quiet" onPress={onCancel}>
        {say('questions.choose.cancel')}
      </Button>
    </span>
  </div>
);
