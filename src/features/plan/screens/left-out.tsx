import type { StoredPlan } from '../../../web/client/plan.ts';
import { refusalWords } from '../../../core/plan/refusal-words.ts';
import { InLanguage } from '../../../web/kit/text/in-language.tsx';
import { say } from '../../../web/say.ts';
import { MoveMenu } from './move-menu.tsx';
import { formats, nameIn, quarterName } from './plan-words.ts';
import { Refused } from './refused.tsx';
import type { Moves } from './use-moves.ts';

type Props = { readonly plan: StoredPlan; readonly moves: Moves };
type Line = {
  readonly id: string;
  readonly title: string;
  readonly language?: string | undefined;
  readonly text: string;
};

/** What people left out, with their reasons, and the way back. */
export const LeftOut = ({ plan, moves }: Props) =>
  plan.setAside.length === 0 ? null : (
    <section className="section plan-section" aria-labelledby="left-out">
      <h2 id="left-out">{say('plan.aside.title')}</h2>
      <p className="small soft">{say('plan.aside.lead')}</p>
      <Lines
        lines={plan.setAside.map(({ reason, ...item }) => ({ ...item, text: reason }))}
        plan={plan}
        moves={moves}
        isAside
      />
    </section>
  );

/** Moves of former days that ratings, people or money no longer allow. */
export const NotKept = ({ plan, moves }: Props) =>
  plan.refusedMoves.length === 0 ? null : (
    <section className="section plan-section" aria-labelledby="not-kept">
      <h2 id="not-kept">{say('plan.notKept.title')}</h2>
      <p className="small soft">{say('plan.notKept.lead')}</p>
      <ul className="plan-lines">
        {plan.refusedMoves.map(({ id, title, language, quarter, refusal }) => {
          const { key, values } = refusalWords(refusal, formats, nameIn(plan));
          return (
            <li key={id}>
              <a className="plain" href={`/ranking/${id}`}>
                <InLanguage of={language} text={title} />
              </a>
              <p className="small soft">
                {say('plan.notKept.was', {
                  quarter: quarterName(quarter),
                  reason: say(`plan.refused.${key}`, values),
                })}
              </p>
              <ForgetMove id={id} title={title} moves={moves} />
            </li>
          );
        })}
      </ul>
    </section>
  );

const ForgetMove = ({ id, title, moves }: { readonly id: string; readonly title: string; readonly moves: Moves }) => (
  <button
    type="button"
    className="button text"
    aria-label={say('plan.notKept.forget', { title })}
    onClick={() => moves.move({ id, title }, { kind: 'back' })}
  >
    {say('plan.move.back')}
  </button>
);

const Lines = ({
  lines,
  plan,
  moves,
  isAside,
}: Props & { readonly lines: readonly Line[]; readonly isAside: boolean }) => (
  <ul className="plan-lines">
    {lines.map((line) => (
      <li key={line.id}>
        <a className="plain" href={`/ranking/${line.id}`}>
          <InLanguage of={line.language} text={line.title} />
        </a>
        <p className="small soft">{line.text}</p>
        <MoveMenu
          what={line}
          plan={plan}
          isAside={isAside}
          isBusy={moves.moving === line.id}
          onMove={(to) => moves.move(line, to)}
        />
        <Refused id={line.id} moves={moves} />
      </li>
    ))}
  </ul>
);
