import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { failureOf, type Failure } from '../../../web/client/ask.ts';
import { decide, questionQuery, type Question, type QuestionItem } from '../../../web/client/questions.ts';
import { sessionQuery } from '../../../web/client/session.ts';
import { formatDate } from '../../../web/format.ts';
import { Button } from '../../../web/kit/button/button.tsx';
import { PageHeading } from '../../../web/kit/heading/page-heading.tsx';
import { Note } from '../../../web/kit/note/note.tsx';
import { Loading } from '../../../web/kit/region/loading.tsx';
import { FailureNote } from '../../../web/kit/summary/failure-note.tsx';
import { say } from '../../../web/say.ts';
import { ProposalRow } from './proposal-row.tsx';
import './questions.css';

const route = getRouteApi('/questions/$id');

/** One question: each proposal beside the rating as it stands, to accept or to decline. */
export function QuestionPage() {
  const { id } = route.useParams();
  const { data, error, refetch } = useQuery(questionQuery(id));
  const title = data === undefined ? say('questions.one.name') : say('questions.one.title', { name: data.colleague });
  return (
    <div className="page">
      <p className="small">
        <Link to="/questions">{say('questions.title')}</Link>
      </p>
      <PageHeading title={title} address={`questions/${id}`} />
      {data !== undefined ? (
        <Inside question={data} />
      ) : error === null ? (
        <Loading what={say('loading.page')} />
      ) : (
        <FailureNote title={say('failure.title')} failure={failureOf(error)} onRetry={() => void refetch()} />
      )}
    </div>
  );
}

function Inside({ question }: { readonly question: Question }) {
  const client = useQueryClient();
  const role = useQuery(sessionQuery).data?.organisation?.role;
  const [failure, setFailure] = useState<Failure | null>(null);
  const [left, setLeft] = useState<readonly string[]>([]);
  const [isBusy, setBusy] = useState(false);
  const mayDecide = question.standing === 'answered' && role !== 'reader';
  const settle = async (how: 'accept' | 'decline', item?: QuestionItem): Promise<void> => {
    setBusy(true);
    const seen = item === undefined ? undefined : { safeguard: item.id, version: item.current.version };
    const settled = await decide(client, question.id, how, seen);
    setBusy(false);
    setFailure(settled.ok ? null : settled.error);
    setLeft(settled.ok ? settled.value.left : []);
  };
  return (
    <>
      <p className="lead">{leadOf(question)}</p>
      {question.message === null ? null : (
        <p className="qu-more soft">{say('questions.one.message', { message: question.message })}</p>
      )}
      <Outcome failure={failure} left={left} />
      {mayDecide && question.pending > 1 ? (
        <p className="buttons qu-more">
          <Button isDisabled={isBusy} onPress={() => void settle('accept')}>
            {say('questions.one.acceptAll', { count: question.pending })}
          </Button>
          <Button look="quiet" isDisabled={isBusy} onPress={() => void settle('decline')}>
            {say('questions.one.declineAll', { count: question.pending })}
          </Button>
        </p>
      ) : null}
      <ul className="ruled-list qu-proposals">
        {question.items.map((item) => (
          <ProposalRow
            key={item.id}
            item={item}
            isSent={question.sentAt !== null}
            isBusy={isBusy}
            onDecide={mayDecide ? (how) => void settle(how, item) : null}
          />
        ))}
      </ul>
    </>
  );
}

const Outcome = ({ failure, left }: { readonly failure: Failure | null; readonly left: readonly string[] }) => (
  <output className="qu-outcome">
    {failure === null ? null : (
      <Note look="ochre">
        <p>{say(failure.kind === 'conflict' ? 'questions.one.conflict' : 'questions.one.failed')}</p>
      </Note>
    )}
    {left.length === 0 ? null : (
      <Note look="ochre">
        <p>{say('questions.one.left', { ids: left.join(', ') })}</p>
      </Note>
    )}
  </output>
);

function leadOf({
  standing,
  colleague,
  askedBy,
  at,
  endsAt,
  sentAt,
  proposals,
  pending,
  safeguards,
}: Question): string {
  return say(`questions.one.lead.${standing}`, {
    name: colleague,
    who: askedBy ?? say('questions.someone'),
    at: formatDate(at),
    until: formatDate(endsAt),
    sent: sentAt === null ? '' : formatDate(sentAt),
    proposals,
    pending,
    safeguards,
  });
}
