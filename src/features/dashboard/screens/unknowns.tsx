import { useQuery } from '@tanstack/react-query';
import { groupOf } from '../../../core/profile/fact-groups.ts';
import { obligationsQuery, type Obligations } from '../../../web/client/obligations.ts';
import { overviewQuery } from '../../../web/client/overview.ts';
import { formatList } from '../../../web/format.ts';
import { RatingMark } from '../../../web/kit/signs/signs.tsx';
import { say } from '../../../web/say.ts';
import { Part } from './part.tsx';
import { summaryOf } from './state-counts.ts';

/** What nobody has answered yet, and what each answer would decide. */
export function Unknowns() {
  const obligations = useQuery(obligationsQuery(undefined));
  const overview = useQuery(overviewQuery).data;
  const summary = overview === undefined ? null : summaryOf(overview);
  return (
    <Part id="unknown" title={say('dashboard.unknown.title')} query={obligations}>
      {(data) =>
        data.questions.length === 0 && (summary?.unknown ?? 0) === 0 ? (
          <p>{say('dashboard.unknown.none')}</p>
        ) : (
          <ul className="unknowns">
            {summary === null || summary.unknown === 0 ? null : (
              <li>
                <RatingMark state="unknown" word={say('dashboard.unknown.ratings', { count: summary.unknown })} />
                <p className="small soft">{say('dashboard.unknown.inSet', { count: summary.unknownInSet })}</p>
                <a className="small" href="/assessment">
                  {say('dashboard.unknown.rate')}
                </a>
              </li>
            )}
            <Questions obligations={data} />
          </ul>
        )
      }
    </Part>
  );
}

const most = 3;

const Questions = ({ obligations }: { readonly obligations: Obligations }) => (
  <>
    {obligations.questions.slice(0, most).map((question) => (
      <li key={question.fact}>
        <RatingMark state="unknown" word={say(`facts.${question.fact}`)} />
        <p className="small soft">{say('dashboard.unknown.decides', { what: decidedBy(question, obligations) })}</p>
        <a className="small" href={`/profile/${groupOf(question.fact)}#${question.fact}`}>
          {say('dashboard.unknown.answer')}
          <span className="hidden"> {say(`facts.${question.fact}`)}</span>
        </a>
      </li>
    ))}
    {obligations.questions.length <= most ? null : (
      <li>
        <a className="small" href="/profile">
          {say('dashboard.unknown.others', { count: obligations.questions.length - most })}
        </a>
      </li>
    )}
  </>
);

function decidedBy({ decides, decidesClass }: Obligations['questions'][number], { obligations }: Obligations): string {
  const first = obligations.find(({ id }) => id === decides[0])?.title;
  return formatList([
    ...(decidesClass ? [say('dashboard.unknown.theClass')] : []),
    ...(first === undefined ? [] : [say('dashboard.unknown.duties', { count: decides.length, first })]),
  ]);
}
