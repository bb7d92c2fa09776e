import { Link } from '@tanstack/react-router';
import type { QuestionItem } from '../../../web/client/questions.ts';
import { isPending } from '../../../core/question/standing.ts';
import { formatDate } from '../../../web/format.ts';
import { Button } from '../../../web/kit/button/button.tsx';
import { RatingMark } from '../../../web/kit/signs/signs.tsx';
import { InLanguage } from '../../../web/kit/text/in-language.tsx';
import { say } from '../../../web/say.ts';

export type ProposalRowProps = {
  readonly item: QuestionItem;
  readonly isSent: boolean;
  readonly isBusy: boolean;
  /** Null where there is nothing to decide for whoever reads. */
  readonly onDecide: ((how: 'accept' | 'decline') => void) | null;
};

/** The rating as it stands, the proposal with its reason and note, and what became of it. */
export const ProposalRow = ({ item, isSent, isBusy, onDecide }: ProposalRowProps) => (
  <li>
    <h2 className="qu-title" id={`proposal-${item.id}`}>
      <Link to="/assessment/{-$id}" params={{ id: item.id }}>
        <InLanguage text={item.title} of={item.language} />
      </Link>{' '}
      <code>{item.id}</code>
    </h2>
    <dl className="qu-values">
      <div>
        <dt>{say('questions.one.now')}</dt>
        <dd>
          <RatingMark state={item.current.rating} />
        </dd>
      </div>
      {isSent ? (
        <div>
          <dt>{say('questions.one.proposed')}</dt>
          <dd>
            <Answer answer={item.answer} />
          </dd>
        </div>
      ) : null}
      <Text word="questions.one.reason" text={item.reason} />
      <Text word="questions.one.note" text={item.note} />
      {item.note !== null && item.current.note !== null && item.current.note !== item.note ? (
        <Text word="questions.one.noteNow" text={item.current.note} />
      ) : null}
    </dl>
    {item.isChanged && isPending(item) ? <p className="small qu-changed">{say('questions.one.changed')}</p> : null}
    {item.decision === null ? null : (
      <p className="small soft">
        {say(`questions.one.${item.decision}`, {
          who: item.decidedBy ?? say('questions.someone'),
          at: item.decidedAt === null ? '' : formatDate(item.decidedAt),
        })}
      </p>
    )}
    {onDecide === null || !isPending(item) ? null : (
      <p className="buttons">
        <Button
          look="quiet"
          isDisabled={isBusy}
          aria-describedby={`proposal-${item.id}`}
          onPress={() => onDecide('accept')}
        >
          {say('questions.one.accept')}
        </Button>
        <Button
          look="text"
          isDisabled={isBusy}
          aria-describedby={`proposal-${item.id}`}
          onPress={() => onDecide('decline')}
        >
          {say('questions.one.decline')}
        </Button>
      </p>
    )}
  </li>
);

const Answer = ({ answer }: Pick<QuestionItem, 'answer'>) =>
  answer === null ? (
    <span className="soft">{say('questions.one.noAnswer')}</span>
  ) : (
    <RatingMark state={answer} word={answer === 'unknown' ? say('questions.one.doesNotKnow') : undefined} />
  );

const Text = ({
  word,
  text,
}: {
  readonly word: 'questions.one.reason' | 'questions.one.note' | 'questions.one.noteNow';
  readonly text: string | null;
}) =>
  text === null ? null : (
    <div>
      <dt>{say(word)}</dt>
      <dd>{text}</dd>
    </div>
  );
