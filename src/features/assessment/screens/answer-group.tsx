import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { unrated } from '../../../core/profile/rating-state.ts';
import type { AnswerHint } from '../../../web/client/answers.ts';
import { sendPatch, type Rating, type RatingFailure } from '../../../web/client/assessment.ts';
import { Button } from '../../../web/kit/button/button.tsx';
import { RatingMark } from '../../../web/kit/signs/signs.tsx';
import { FailureNote } from '../../../web/kit/summary/failure-note.tsx';
import { InLanguage } from '../../../web/kit/text/in-language.tsx';
import { say } from '../../../web/say.ts';
import { offerOf, patchOf, type Offer } from './answer-offer.ts';
import { refreshRatings } from './use-outbox.ts';

export type AnswerGroupProps = {
  readonly file: string;
  readonly hints: readonly [AnswerHint, ...AnswerHint[]];
  /** Null where nothing is stored yet, undefined as long as it is not known. */
  readonly rating: Rating | null | undefined;
  readonly mayRate: boolean;
  /** Of the title, where it is not that of the page. */
  readonly language: string | undefined;
};

type Act =
  | { readonly kind: 'none' | 'storing' }
  | { readonly kind: 'stored'; readonly word: string }
  | { readonly kind: 'refused'; readonly failure: RatingFailure };

/** One safeguard: what the answers say that bears on it, what to beware of, and the way to rate it. */
export function AnswerGroup({ file, hints, rating, mayRate, language }: AnswerGroupProps) {
  const client = useQueryClient();
  const [act, setAct] = useState<Act>({ kind: 'none' });
  const heading = useRef<HTMLHeadingElement>(null);
  const { id, title } = hints[0].safeguard;
  const state = rating?.state ?? unrated;
  // What holds of every hint is said once; where they differ, each says its own.
  const isSameCaution = hints.every(({ caution }) => caution === hints[0].caution);
  const accept = async (hint: AnswerHint, offer: Extract<Offer, { kind: 'accept' }>): Promise<void> => {
    if (act.kind === 'storing') return;
    setAct({ kind: 'storing' });
    const answer = await sendPatch(id, patchOf(hint, offer.rating, state, file), rating?.version ?? 0);
    // After a refusal too: somebody else may have rated it, and that is what must be seen.
    await refreshRatings(client);
    // The button that was pressed goes, and the keyboard must not go with it.
    heading.current?.focus();
    setAct(
      answer.ok ? { kind: 'stored', word: say(`rating.${offer.rating}`) } : { kind: 'refused', failure: answer.error },
    );
  };
  return (
    <li>
      <h3 ref={heading} tabIndex={-1}>
        {id} <InLanguage of={language} text={title} />
      </h3>
      {rating === undefined ? null : (
        <p className="answers-now small">
          {say('answersPage.now')} <RatingMark state={state.rating} />
        </p>
      )}
      <ul className="answers-hints">
        {hints.map((hint) => (
          <Hint
            key={`${hint.answer.row} ${hint.path.requirement}`}
            hint={hint}
            hasCaution={!isSameCaution}
            offer={rating === undefined || !mayRate ? { kind: 'none' } : offerOf(hint.concluded, state.rating)}
            onAccept={(offer) => void accept(hint, offer)}
          />
        ))}
      </ul>
      {isSameCaution ? <p className="small soft">{hints[0].caution}</p> : null}
      {act.kind === 'refused' ? <FailureNote title={say('answersPage.notStored')} failure={act.failure} /> : null}
      <output className="small block">
        {act.kind === 'stored' ? say('answersPage.stored', { id, rating: act.word }) : null}
      </output>
      <p className="answers-to">
        <Link to="/assessment/{-$id}" params={{ id }}>
          {say('answersPage.toSafeguard', { id })}
        </Link>
      </p>
    </li>
  );
}

/** Why the one bears on the other: what our mapping says, after each step that somebody else states. */
function Path({
  path: { relation, requirement, because, through },
  id,
}: Pick<AnswerHint, 'path'> & { readonly id: string }) {
  const nameOf = (step: (typeof through)[number] | undefined): string | null =>
    step === undefined ? null : `${step.framework} ${step.requirement}`;
  const last = nameOf(through.at(-1));
  return (
    <>
      {through.length === 0 ? null : (
        <ol className="small soft answers-way">
          {through.map((step, at) => (
            <li key={nameOf(step)}>
              {say(`answersPage.step.${step.relation}`, {
                before: nameOf(through[at - 1]) ?? requirement,
                requirement: nameOf(step) ?? '',
                sources: step.sources.join(', '),
                named: step.sources.length,
              })}
            </li>
          ))}
        </ol>
      )}
      <p className="small soft">
        {say(`answersPage.path.${last === null ? (relation ?? 'intersects-with') : 'leads'}`, {
          id,
          requirement: last ?? requirement,
        })}{' '}
        {because === null ? null : <InLanguage of="en" text={because} />}
      </p>
    </>
  );
}

type HintProps = {
  readonly hint: AnswerHint;
  readonly hasCaution: boolean;
  readonly offer: Offer;
  readonly onAccept: (offer: Extract<Offer, { kind: 'accept' }>) => void;
};

function Hint({ hint: { sentence, path, answer, safeguard, caution }, hasCaution, offer, onAccept }: HintProps) {
  return (
    <li>
      <p>{sentence}</p>
      <Path path={path} id={safeguard.id} />
      {(['evidence', 'reason', 'note'] as const).map((part) =>
        answer[part] === null ? null : (
          <p key={part} className="small answers-said">
            {say(`answersPage.saysToo.${part}`)} {answer[part]}
          </p>
        ),
      )}
      {hasCaution ? <p className="small soft">{caution}</p> : null}
      {offer.kind === 'same' ? <p className="small">{say('answersPage.same')}</p> : null}
      {offer.kind === 'accept' ? (
        <p className="buttons">
          <Button look="quiet" onPress={() => onAccept(offer)}>
            {say(offer.isBound ? 'answersPage.acceptAtLeast' : 'answersPage.accept', {
              id: safeguard.id,
              rating: say(`rating.${offer.rating}`),
            })}
          </Button>
        </p>
      ) : null}
    </li>
  );
}
