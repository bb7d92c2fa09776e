import { useEffect, useState } from 'react';
import type { RatingWord } from '../../../core/profile/rating-state.ts';
import type { AskedItem, Draft, OpenAnswer } from '../../../web/client/questions.ts';
import { formatDate } from '../../../web/format.ts';
import { Button } from '../../../web/kit/button/button.tsx';
import { RadioChoice, type Choice } from '../../../web/kit/choice/radio-choice.tsx';
import { TextField } from '../../../web/kit/field/text-field.tsx';
import { PageHeading } from '../../../web/kit/heading/page-heading.tsx';
import { Note } from '../../../web/kit/note/note.tsx';
import { RatingMark } from '../../../web/kit/signs/signs.tsx';
import { ErrorSummary } from '../../../web/kit/summary/error-summary.tsx';
import { InLanguage } from '../../../web/kit/text/in-language.tsx';
import { say } from '../../../web/say.ts';
import { nameOf, whoAsks } from './asked-by.ts';
import type { Drafts } from './use-drafts.ts';

const mostLetters = 2000;

export type AnswerSheetProps = {
  readonly asked: OpenAnswer;
  readonly drafts: Drafts;
  /** The safeguard that takes the focus: whoever came to change one goes there. */
  readonly goTo: string | null;
  readonly onCheck: () => void;
};

/** Who asks, and each safeguard with what it means and when it is done. Everything is kept as it is answered. */
export function AnswerSheet({ asked, drafts, goTo, onCheck }: AnswerSheetProps) {
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const [tries, setTries] = useState(0);
  const { items } = asked;
  const answered = items.filter(({ id }) => drafts.of(id).answer !== null).length;
  useEffect(() => {
    if (goTo !== null) document.getElementById(headingOf(goTo))?.focus();
  }, [goTo]);
  const check = async (): Promise<void> => {
    const found = problemsIn(items, drafts);
    setProblems(found);
    setTries(tries + 1);
    if (Object.keys(found).length === 0 && (await drafts.saveAll())) onCheck();
  };
  const lines = Object.entries(problems).map(([field, text]) => ({ field, text }));
  return (
    <div className="page an-page">
      <PageHeading
        title={say('questions.answer.title', { count: items.length })}
        address="answer"
        isTarget={goTo === null}
      />
      {lines.length === 0 ? null : (
        <ErrorSummary key={tries} title={say('form.errors', { count: lines.length })} lines={lines} />
      )}
      <Intro asked={asked} />
      {items.map((item, index) => (
        <Asked
          key={item.id}
          item={item}
          place={say('questions.answer.place', { at: index + 1, of: items.length })}
          draft={drafts.of(item.id)}
          problems={problems}
          onChange={(patch) => drafts.change(item.id, patch)}
        />
      ))}
      <div className="an-state">
        <output>
          {say('questions.answer.count', { answered, all: items.length })} {stateText(drafts)}
        </output>
        {drafts.state === 'failed' ? (
          <Button look="text" onPress={() => void drafts.saveAll()}>
            {say('questions.answer.again')}
          </Button>
        ) : null}
        <Button onPress={() => void check()}>{say('questions.answer.check')}</Button>
      </div>
    </div>
  );
}

const stateText = ({ state }: Drafts): string => (state === 'untouched' ? '' : say(`questions.answer.state.${state}`));

const Intro = ({ asked }: { readonly asked: OpenAnswer }) => (
  <>
    <p className="lead">
      {say('questions.answer.lead', {
        who: whoAsks(asked),
        organisation: nameOf(asked),
        until: formatDate(asked.endsAt),
      })}
    </p>
    {asked.message === null ? null : (
      <div className="qu-more">
        <Note>
          <h2>{say('questions.answer.message', { who: whoAsks(asked) })}</h2>
          <p className="an-message">{asked.message}</p>
        </Note>
      </div>
    )}
    <p className="qu-more">{say('questions.answer.how')}</p>
  </>
);

const headingOf = (id: string): string => `asked-${id}`;
const reasonOf = (id: string): string => `reason-${id}`;

type AskedProps = {
  readonly item: AskedItem;
  readonly place: string;
  readonly draft: Draft;
  readonly problems: Readonly<Record<string, string>>;
  readonly onChange: (patch: Partial<Draft>) => void;
};

function Asked({ item, place, draft, problems, onChange }: AskedProps) {
  const { id, title, what, language } = item;
  return (
    <section className="section" aria-labelledby={headingOf(id)}>
      <p className="small soft">{place}</p>
      <h2 id={headingOf(id)} tabIndex={-1}>
        <InLanguage text={title} of={language} />
      </h2>
      <p>
        <InLanguage text={what} of={language} />
      </p>
      <div className="an-choice">
        <RadioChoice
          id={`choice-${id}`}
          labelledBy={headingOf(id)}
          choices={choicesOf(item)}
          last={{ value: 'unknown', name: say('questions.answer.dontKnow') }}
          or={say('questions.answer.or')}
          value={draft.answer}
          onChange={(answer) => onChange({ answer: answer as RatingWord })}
        />
      </div>
      {draft.answer === 'not_applicable' ? (
        <TextField
          id={reasonOf(id)}
          label={say('questions.answer.reason')}
          hint={say('questions.answer.reasonHint')}
          rows={2}
          mostLetters={mostLetters}
          problem={problems[reasonOf(id)]}
          value={draft.reason ?? ''}
          onChange={(reason) => onChange({ reason })}
        />
      ) : null}
      <TextField
        id={`note-${id}`}
        label={say('questions.answer.note')}
        rows={2}
        mostLetters={mostLetters}
        value={draft.note ?? ''}
        onChange={(note) => onChange({ note })}
      />
    </section>
  );
}

const choicesOf = ({ doneWhen }: AskedItem): readonly Choice[] => [
  { value: 'fully', name: <RatingMark state="fully" />, hint: <InLanguage text={doneWhen.fully} /> },
  { value: 'largely', name: <RatingMark state="largely" />, hint: <InLanguage text={doneWhen.largely} /> },
  { value: 'partially', name: <RatingMark state="partially" />, hint: <InLanguage text={doneWhen.partially} /> },
  {
    value: 'not_implemented',
    name: <RatingMark state="not_implemented" />,
    hint: say('questions.answer.notImplementedHint'),
  },
  {
    value: 'not_applicable',
    name: <RatingMark state="not_applicable" />,
    hint: say('questions.answer.notApplicableHint'),
  },
];

/** What does not apply needs a reason; and something must be answered before anything is sent. */
function problemsIn(items: readonly AskedItem[], drafts: Drafts): Readonly<Record<string, string>> {
  const bare = items.filter(({ id }) => {
    const { answer, reason } = drafts.of(id);
    return answer === 'not_applicable' && (reason ?? '').trim() === '';
  });
  if (bare.length > 0)
    return Object.fromEntries(bare.map(({ id, title }) => [reasonOf(id), say('questions.answer.bare', { title })]));
  const [first] = items;
  const isEmpty = items.every(({ id }) => drafts.of(id).answer === null);
  return isEmpty && first !== undefined ? { [`choice-${first.id}`]: say('questions.answer.empty') } : {};
}
