import { useQuery } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { failureOf } from '../../../web/client/ask.ts';
import { assessmentQuery, type Assessment, type AssessmentRow } from '../../../web/client/assessment.ts';
import type { MadeQuestion } from '../../../web/client/questions.ts';
import { formatDate } from '../../../web/format.ts';
import { Button, buttonClass } from '../../../web/kit/button/button.tsx';
import { PageHeading } from '../../../web/kit/heading/page-heading.tsx';
import { Loading } from '../../../web/kit/region/loading.tsx';
import { SecretOnce } from '../../../web/kit/secret/secret-once.tsx';
import { FailureNote } from '../../../web/kit/summary/failure-note.tsx';
import { say } from '../../../web/say.ts';
import { AskForm } from './ask-form.tsx';
import './questions.css';

const route = getRouteApi('/questions/new');

type Made = { readonly question: MadeQuestion; readonly name: string };

/** Whom to ask about the safeguards that the address names, and how long the link works. */
export function AskPage() {
  const { ids } = route.useSearch();
  const { data, error, refetch } = useQuery(assessmentQuery);
  const [made, setMade] = useState<Made | null>(null);
  if (made !== null) return <Ready {...made} />;
  return (
    <div className="page">
      <PageHeading title={say('questions.ask.title')} address="questions/new" />
      {data !== undefined ? (
        <Ask assessment={data} ids={(ids ?? '').split(',')} onMade={setMade} />
      ) : error === null ? (
        <Loading what={say('loading.page')} />
      ) : (
        <FailureNote title={say('failure.title')} failure={failureOf(error)} onRetry={() => void refetch()} />
      )}
    </div>
  );
}

type AskProps = {
  readonly assessment: Assessment;
  readonly ids: readonly string[];
  readonly onMade: (made: Made) => void;
};

function Ask({ assessment, ids, onMade }: AskProps) {
  const [dropped, setDropped] = useState<readonly string[]>([]);
  const all = assessment.domains.flatMap(({ groups }) => groups.flatMap(({ rows }) => rows));
  const rows = all.filter(({ id }) => ids.includes(id) && !dropped.includes(id));
  if (rows.length === 0 || !assessment.mayRate)
    return (
      <>
        <p className="lead">{say(assessment.mayRate ? 'questions.ask.nothing' : 'assessment.readOnly')}</p>
        <p className="qu-more">
          <ToAssessment />
        </p>
      </>
    );
  return (
    <>
      <p className="lead">{say('questions.ask.lead', { count: rows.length })}</p>
      <section className="section" aria-labelledby="asked">
        <h2 id="asked">{say('questions.ask.about')}</h2>
        <Chosen rows={rows} onDrop={(id) => setDropped([...dropped, id])} />
      </section>
      <section className="section" aria-labelledby="whom">
        <h2 id="whom">{say('questions.ask.whom')}</h2>
        <AskForm safeguards={rows.map(({ id }) => id)} onMade={(question, name) => onMade({ question, name })} />
      </section>
    </>
  );
}

const ToAssessment = () => (
  <Link to="/assessment/{-$id}" params={{ id: undefined }}>
    {say('questions.ask.back')}
  </Link>
);

const Chosen = ({
  rows,
  onDrop,
}: {
  readonly rows: readonly AssessmentRow[];
  readonly onDrop: (id: string) => void;
}) => (
  <ul className="ruled-list">
    {rows.map(({ id, title }) => (
      <li key={id} className="qu-line">
        <span className="qu-what">
          {title} <code>{id}</code>
        </span>
        {rows.length === 1 ? null : (
          <Button look="text" onPress={() => onDrop(id)} aria-label={say('questions.ask.dropName', { title })}>
            {say('questions.ask.drop')}
          </Button>
        )}
      </li>
    ))}
  </ul>
);

const Ready = ({ question, name }: Made) => (
  <div className="page">
    <PageHeading
      title={say(question.isMailed ? 'questions.ask.mailed' : 'questions.ask.ready', { name })}
      address="questions/ready"
    />
    <div className="qu-more">
      <SecretOnce
        level={2}
        title={say('questions.ask.made')}
        text={say(question.isMailed ? 'questions.ask.mailedText' : 'questions.ask.madeText', {
          name,
          until: formatDate(question.endsAt),
        })}
        secret={`${location.origin}/answer#${question.link}`}
        copy={say('questions.ask.copy')}
      />
    </div>
    <p className="buttons qu-more">
      <Link to="/questions" className={buttonClass('quiet')}>
        {say('questions.ask.all')}
      </Link>
      <ToAssessment />
    </p>
  </div>
);
