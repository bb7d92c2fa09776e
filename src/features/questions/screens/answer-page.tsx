import { useQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { useState } from 'react';
import { failureOf } from '../../../web/client/ask.ts';
import { answerQuery, type OpenAnswer } from '../../../web/client/questions.ts';
import { PageHeading } from '../../../web/kit/heading/page-heading.tsx';
import { Loading } from '../../../web/kit/region/loading.tsx';
import { FailureNote } from '../../../web/kit/summary/failure-note.tsx';
import { say } from '../../../web/say.ts';
import { AnswerCheck } from './answer-check.tsx';
import { AnswerSheet } from './answer-sheet.tsx';
import { useDrafts } from './use-drafts.ts';
import './answer.css';
import './questions.css';

/** Where a question to somebody without an account is answered. The secret stands behind the hash: no server or log sees it. */
export function AnswerPage() {
  const link = useLocation().hash;
  const { data, error, refetch } = useQuery(answerQuery(link));
  if (data?.state === 'open') return <Answer key={link} link={link} asked={data} />;
  if (data?.state === 'sent') return <Sent />;
  const failure = error === null ? null : failureOf(error);
  if (failure?.kind === 'link_over' || failure?.kind === 'invalid_input') return <Over />;
  return (
    <div className="page">
      <PageHeading title={say('questions.answer.name')} address="answer" />
      {failure === null ? (
        <Loading what={say('questions.answer.checking')} />
      ) : (
        <FailureNote title={say('failure.title')} failure={failure} onRetry={() => void refetch()} />
      )}
    </div>
  );
}

const Over = () => (
  <div className="page">
    <PageHeading title={say('questions.answer.over')} address="answer/over" />
    <p className="lead">{say('questions.answer.overText')}</p>
  </div>
);

const Sent = () => (
  <div className="page">
    <PageHeading title={say('questions.answer.sent')} address="answer/sent" />
    <p className="lead">{say('questions.answer.sentText')}</p>
  </div>
);

function Answer({ link, asked }: { readonly link: string; readonly asked: OpenAnswer }) {
  const drafts = useDrafts(link, asked);
  const [step, setStep] = useState<'answer' | 'check' | 'sent'>('answer');
  const [goTo, setGoTo] = useState<string | null>(null);
  if (drafts.failure?.kind === 'already_sent' || step === 'sent') return <Sent />;
  if (drafts.failure?.kind === 'link_over') return <Over />;
  const back = (id: string | null): void => {
    setGoTo(id);
    setStep('answer');
  };
  return step === 'check' ? (
    <AnswerCheck link={link} asked={asked} drafts={drafts} onBack={back} onSent={() => setStep('sent')} />
  ) : (
    <AnswerSheet asked={asked} drafts={drafts} goTo={goTo} onCheck={() => setStep('check')} />
  );
}
