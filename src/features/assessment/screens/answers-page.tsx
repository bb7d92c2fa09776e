import { FileButton } from '../../../web/kit/file-button/file-button.tsx';
import { PageHeading } from '../../../web/kit/heading/page-heading.tsx';
import { Loading } from '../../../web/kit/region/loading.tsx';
import { FailureNote } from '../../../web/kit/summary/failure-note.tsx';
import { say } from '../../../web/say.ts';
import { AnswerColumns, columnsIn } from './answer-columns.tsx';
import { AnswersForm } from './answers-form.tsx';
import { AnswersFound } from './answers-found.tsx';
import { useAnswers, type AnswersHandling } from './use-answers.ts';
import './assessment.css';
import './answers.css';

/** Answers that were given to another framework: where they say to look, and the little that follows from them. */
export function AnswersPage() {
  const handling = useAnswers();
  return (
    <div className="page answers">
      <PageHeading title={say('answersPage.name')} address="assessment/answers">
        {say('answersPage.title')}
      </PageHeading>
      <p className="lead">{say('answersPage.lead')}</p>
      <section className="section" aria-labelledby="answers-hand-in">
        <h2 id="answers-hand-in">{say('answersPage.handIn')}</h2>
        <AnswersForm handling={handling} />
      </section>
      <Outcome handling={handling} />
    </div>
  );
}

/** What came of the last file, in the place where it is waited for. */
function Outcome({ handling: { stage, readWith } }: { readonly handling: AnswersHandling }) {
  switch (stage.kind) {
    case 'none':
      return <Which />;
    case 'reading':
      return <Loading what={say('answersPage.reading', { name: stage.name })} />;
    case 'failed': {
      const columns = columnsIn(stage.failure);
      if (columns.length === 0 || stage.asked === null)
        return <FailureNote title={say('answersPage.notRead')} failure={stage.failure} />;
      // What the server says names the option of the command; here the columns stand below.
      return (
        <>
          <FailureNote title={say('answersPage.notRead')} failure={{ ...stage.failure, message: '' }}>
            <p>{say('answersPage.chooseNumber')}</p>
          </FailureNote>
          <section className="section" aria-labelledby="answers-columns">
            <h2 id="answers-columns">{say('answersPage.columns')}</h2>
            <AnswerColumns columns={columns} asked={stage.asked.columns} onRead={readWith} />
          </section>
        </>
      );
    }
    case 'read':
      return <AnswersFound stage={stage} onRead={readWith} />;
  }
}

/** Before a file is chosen: which ones there are, and where to get the one that is ours. */
const Which = () => (
  <section className="section" aria-labelledby="answers-which">
    <h2 id="answers-which">{say('answersPage.which')}</h2>
    <ul className="answers-which">
      {(['statement', 'assessment', 'export'] as const).map((kind) => (
        <li key={kind}>{say(`answersPage.kinds.${kind}`)}</li>
      ))}
    </ul>
    <p>{say('answersPage.needs')}</p>
    <p className="buttons">
      <FileButton label={say('answersPage.statement')} path="/api/applicability" body={{ format: 'xlsx' }} />
    </p>
  </section>
);
