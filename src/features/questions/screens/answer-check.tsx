import { useState } from 'react';
import type { Failure } from '../../../web/client/ask.ts';
import { sendAnswer, type OpenAnswer } from '../../../web/client/questions.ts';
import { Button } from '../../../web/kit/button/button.tsx';
import { PageHeading } from '../../../web/kit/heading/page-heading.tsx';
import { RatingMark } from '../../../web/kit/signs/signs.tsx';
import { FailureNote } from '../../../web/kit/summary/failure-note.tsx';
import { say } from '../../../web/say.ts';
import { nameOf } from './asked-by.ts';
import type { Drafts } from './use-drafts.ts';

export type AnswerCheckProps = {
  readonly link: string;
  readonly asked: OpenAnswer;
  readonly drafts: Drafts;
  readonly onBack: (id: string | null) => void;
  readonly onSent: () => void;
};

/** Everything once more, before it is sent for good. */
export function AnswerCheck({ link, asked, drafts, onBack, onSent }: AnswerCheckProps) {
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isBusy, setBusy] = useState(false);
  const open = asked.items.filter(({ id }) => drafts.of(id).answer === null).length;
  const send = async (): Promise<void> => {
    if (isBusy) return;
    setBusy(true);
    const sent = await sendAnswer(link);
    setBusy(false);
    if (sent.ok || sent.error.kind === 'already_sent') onSent();
    else setFailure(sent.error);
  };
  return (
    <div className="page">
      <PageHeading title={say('questions.answer.checkTitle')} address="answer/check" />
      <p className="lead">{say('questions.answer.checkLead', { open, organisation: nameOf(asked) })}</p>
      {failure === null ? null : <FailureNote title={say('questions.answer.notSent')} failure={failure} />}
      <ul className="ruled-list qu-proposals">
        {asked.items.map(({ id, title }) => (
          <li key={id} className="qu-line">
            <Given title={title} draft={drafts.of(id)} />
            <Button look="text" onPress={() => onBack(id)} aria-label={say('questions.answer.changeName', { title })}>
              {say('questions.answer.change')}
            </Button>
          </li>
        ))}
      </ul>
      <p className="buttons qu-more">
        <Button onPress={() => void send()}>{say('questions.answer.send')}</Button>
        <Button look="quiet" onPress={() => onBack(null)}>
          {say('questions.answer.back')}
        </Button>
      </p>
    </div>
  );
}

const Given = ({ title, draft }: { readonly title: string; readonly draft: ReturnType<Drafts['of']> }) => (
  <div className="qu-what">
    <h2 className="qu-title">{title}</h2>
    <p>
      {draft.answer === null ? (
        <span className="soft">{say('questions.one.noAnswer')}</span>
      ) : (
        <RatingMark
          state={draft.answer}
          word={draft.answer === 'unknown' ? say('questions.answer.dontKnow') : undefined}
        />
      )}
    </p>
    {draft.answer === 'not_applicable' ? <p className="small">{draft.reason}</p> : null}
    {draft.note === null || draft.note.trim() === '' ? null : <p className="small soft">{draft.note}</p>}
  </div>
);
