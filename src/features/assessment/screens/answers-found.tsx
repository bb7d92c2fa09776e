import { useQuery } from '@tanstack/react-query';
import type { AnswersReading, AnswersStage, ChosenColumns } from '../../../web/client/answers.ts';
import { assessmentQuery, ratingsQuery, type Assessment } from '../../../web/client/assessment.ts';
import { Note } from '../../../web/kit/note/note.tsx';
import { Twin } from '../../../web/kit/twin/twin.tsx';
import { say } from '../../../web/say.ts';
import { AnswerColumns, choiceOf } from './answer-columns.tsx';
import { AnswerGroup } from './answer-group.tsx';
import { bySafeguard } from './answer-offer.ts';
import { rowsOf } from './rows-of.ts';

export type AnswersFoundProps = {
  readonly stage: Extract<AnswersStage, { kind: 'read' }>;
  readonly onRead: (columns: ChosenColumns) => Promise<void>;
};

/** What the answers say: counts, then each safeguard that they lead to, then what could not be used. */
export function AnswersFound({ stage: { asked, reading }, onRead }: AnswersFoundProps) {
  const { suggestions, columns } = reading;
  const assessment = useQuery(assessmentQuery);
  const ratings = useQuery(ratingsQuery);
  const concluded = suggestions.filter((one) => one.concluded !== null).length;
  const groups = bySafeguard(suggestions);
  const mayRate = assessment.data?.mayRate === true;
  const languages = languagesOf(assessment.data);
  return (
    <section className="section" aria-labelledby="answers-found">
      <h2 id="answers-found">{say('answersPage.found', { name: reading.file })}</h2>
      <output className="block">
        {say('answersPage.counts', {
          answered: reading.answered,
          safeguards: groups.length,
          hints: suggestions.length - concluded,
          concluded,
          findings: reading.findings.length,
        })}
        {reading.unanswered === 0 ? null : ` ${say('answersPage.unanswered', { count: reading.unanswered })}`}
      </output>
      <Twin title={say('answersPage.columns')}>
        <AnswerColumns columns={columns.map(choiceOf)} asked={asked.columns} onRead={onRead} />
      </Twin>
      <NotUsed reading={reading} />
      {groups.length === 0 ? <p>{say('answersPage.nothing')}</p> : null}
      {assessment.data?.mayRate === false ? (
        <Note>
          <p>{say('assessment.readOnly')}</p>
        </Note>
      ) : null}
      <ul className="answers-groups">
        {groups.map((hints) => (
          <AnswerGroup
            key={hints[0].safeguard.id}
            file={reading.file}
            hints={hints}
            rating={ratings.data === undefined ? undefined : (ratings.data.get(hints[0].safeguard.id) ?? null)}
            mayRate={mayRate}
            language={languages.get(hints[0].safeguard.id)}
          />
        ))}
      </ul>
    </section>
  );
}

/** In which language each title stands, where it is not translated. */
const languagesOf = (assessment: Assessment | undefined): ReadonlyMap<string, string | undefined> =>
  new Map(
    assessment === undefined
      ? []
      : [...assessment.domains.flatMap(rowsOf), ...assessment.outside].map(({ id, language }) => [id, language]),
  );

/** Nothing is lost in silence: rows that were not understood with their place, requirements without a safeguard, columns. */
const NotUsed = ({ reading: { findings, untouched, ignored } }: { readonly reading: AnswersReading }) => (
  <>
    {findings.length === 0 ? null : (
      <div className="note ochre">
        <h3>{say('answersPage.findings', { count: findings.length })}</h3>
        <ul className="small">
          {findings.map(({ code, at, message }) => (
            <li key={`${code} ${at}`}>
              <strong>{placeText(at)}</strong>: <span lang="en">{message}</span>
            </li>
          ))}
        </ul>
      </div>
    )}
    {untouched.length === 0 ? null : (
      <p className="small soft">{say('answersPage.untouched', { requirements: untouched.join(', ') })}</p>
    )}
    {ignored.length === 0 ? null : (
      <p className="small soft">{say('answersPage.ignored', { columns: ignored.join(', ') })}</p>
    )}
  </>
);

/** Places are rows, and said so in English. */
function placeText(at: string): string {
  const row = /^row (\d+)$/u.exec(at)?.[1];
  return row === undefined ? at : say('answersPage.row', { row });
}
