import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { failureOf, type Failure } from '../../../web/client/ask.ts';
import { questionsQuery, withdrawQuestion, type QuestionSummary } from '../../../web/client/questions.ts';
import { sessionQuery } from '../../../web/client/session.ts';
import { formatDate } from '../../../web/format.ts';
import { Button, buttonClass } from '../../../web/kit/button/button.tsx';
import { PageHeading } from '../../../web/kit/heading/page-heading.tsx';
import { Loading } from '../../../web/kit/region/loading.tsx';
import { FailureNote, failureText } from '../../../web/kit/summary/failure-note.tsx';
import { say } from '../../../web/say.ts';
import './questions.css';

/** What was asked of colleagues without an account, and what came back. */
export function QuestionsPage() {
  const { data, error, refetch } = useQuery(questionsQuery);
  return (
    <div className="page">
      <PageHeading title={say('questions.title')} address="questions" />
      {data !== undefined ? (
        <Questions questions={data} />
      ) : error === null ? (
        <Loading what={say('loading.page')} />
      ) : (
        <FailureNote title={say('failure.title')} failure={failureOf(error)} onRetry={() => void refetch()} />
      )}
    </div>
  );
}

const groups = [
  { id: 'answered', has: ({ standing }: QuestionSummary) => standing === 'answered' },
  { id: 'open', has: ({ standing }: QuestionSummary) => standing === 'open' },
  { id: 'closed', has: ({ standing }: QuestionSummary) => standing !== 'answered' && standing !== 'open' },
] as const;

function Questions({ questions }: { readonly questions: readonly QuestionSummary[] }) {
  const client = useQueryClient();
  const role = useQuery(sessionQuery).data?.organisation?.role;
  const [failure, setFailure] = useState<Failure | null>(null);
  if (questions.length === 0) return <Nothing />;
  const [answered, open, closed] = groups.map(({ has }) => questions.filter(has).length);
  const withdraw = async (id: string): Promise<void> => {
    const gone = await withdrawQuestion(client, id);
    setFailure(gone.ok ? null : gone.error);
  };
  return (
    <>
      <p className="lead">{say('questions.lead', { answered: answered ?? 0, open: open ?? 0, closed: closed ?? 0 })}</p>
      {failure === null ? null : (
        <p className="problem" role="alert">
          {failureText(failure)}
        </p>
      )}
      {groups.map(({ id, has }) => (
        <Group
          key={id}
          id={id}
          questions={questions.filter(has)}
          onWithdraw={id === 'open' && role !== 'reader' ? (one) => void withdraw(one) : null}
        />
      ))}
      <p className="qu-more">
        <Link to="/assessment/{-$id}" params={{ id: undefined }}>
          {say('questions.more')}
        </Link>
      </p>
    </>
  );
}

const Nothing = () => (
  <>
    <p className="lead">{say('questions.none')}</p>
    <p className="qu-more">{say('questions.noneHow')}</p>
    <p className="buttons">
      <Link to="/assessment/{-$id}" params={{ id: undefined }} className={buttonClass('main')}>
        {say('questions.noneStart')}
      </Link>
    </p>
  </>
);

type GroupProps = {
  readonly id: (typeof groups)[number]['id'];
  readonly questions: readonly QuestionSummary[];
  readonly onWithdraw: ((id: string) => void) | null;
};

function Group({ id, questions, onWithdraw }: GroupProps) {
  if (questions.length === 0) return null;
  return (
    <section className="section" aria-labelledby={id}>
      <h2 id={id}>{say(`questions.groups.${id}`)}</h2>
      <ul className="ruled-list">
        {questions.map((question) => (
          <li key={question.id} className="qu-line">
            <span className="qu-what">
              <Link to="/questions/$id" params={{ id: question.id }} className="qu-name">
                {question.colleague}
              </Link>
              <span className="small soft">{factsOf(question)}</span>
            </span>
            {onWithdraw === null ? null : (
              <Button
                look="text"
                onPress={() => onWithdraw(question.id)}
                aria-label={say('questions.withdrawName', { name: question.colleague })}
              >
                {say('questions.withdraw')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function factsOf({ standing, safeguards, proposals, pending, askedBy, at, endsAt, sentAt }: QuestionSummary): string {
  return say(`questions.facts.${standing}`, {
    safeguards,
    proposals,
    pending,
    who: askedBy ?? say('questions.someone'),
    at: formatDate(at),
    until: formatDate(endsAt),
    sent: sentAt === null ? '' : formatDate(sentAt),
  });
}
