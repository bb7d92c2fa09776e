import type { Force } from '../../../core/content/obligation-rule.ts';
import type { Duty, Obligations } from '../../../web/client/obligations.ts';
import { buttonClass } from '../../../web/kit/button/button.tsx';
import { Twin } from '../../../web/kit/twin/twin.tsx';
import { say } from '../../../web/say.ts';
import { answerAddress } from './answer-address.ts';
import { longDay } from './days.ts';
import { dutiesOf, questionBlocks, unconfirmedDuties, type QuestionBlock } from './duties.ts';
import { DutyRow, UnconfirmedRow } from './duty-row.tsx';
import { NoLongerApplying } from './follow-line.tsx';

/** What is open comes first, because answers are cheaper than work; what does not apply is folded. */
export const ObligationLists = ({ view }: { readonly view: Obligations }) => (
  <>
    <Questions view={view} />
    <List view={view} force="binding_now" />
    <List view={view} force="binding_from" />
    <List view={view} force="sector_scheme" about={say('obligations.about.sector_scheme')} />
    <List view={view} force="recommended" />
    <List view={view} force="benchmark" about={say('obligations.about.benchmark')} />
    <NotApplying view={view} />
    <Unconfirmed view={view} />
    <NoLongerApplying />
  </>
);

type SectionProps = {
  readonly id: string;
  readonly title: string;
  readonly count: number;
  readonly about?: string | undefined;
};

const Head = ({ id, title, count, about }: SectionProps) => (
  <>
    <h2 id={id}>
      {title} <span className="aside soft">{count}</span>
    </h2>
    {about === undefined ? null : <p className="small soft law-about">{about}</p>}
  </>
);

type DutyListProps = { readonly view: Obligations; readonly duties: readonly Duty[]; readonly heading?: 'h3' | 'h4' };

/** A reason that several share, one after the other, is said once. */
const DutyList = ({ view, duties, heading }: DutyListProps) => (
  <ul className="duties">
    {duties.map((duty, index) => (
      <DutyRow
        key={duty.id}
        duty={duty}
        today={view.today}
        showsReason={duties[index - 1]?.reason !== duty.reason}
        heading={heading}
      />
    ))}
  </ul>
);

type Listed = Exclude<Force, 'needs_answer' | 'does_not_apply'>;

/** A list that is empty says so where people look for it, and is left out where they would not miss it. */
function List({ view, force, about }: { readonly view: Obligations; readonly force: Listed; readonly about?: string }) {
  const duties = dutiesOf(view, force);
  const isExpected = force === 'binding_now' || force === 'binding_from';
  if (duties.length === 0 && !isExpected) return null;
  const title =
    force === 'binding_now' && view.on !== view.today
      ? say('obligations.lists.binding_now_on', { date: longDay(view.on) })
      : say(`obligations.lists.${force}`);
  return (
    <section className="law-section" aria-labelledby={force}>
      <Head id={force} title={title} count={duties.length} about={duties.length === 0 ? undefined : about} />
      {duties.length === 0 ? (
        <p className="soft law-none">{say('obligations.lists.none')}</p>
      ) : (
        <DutyList view={view} duties={duties} />
      )}
    </section>
  );
}

function Questions({ view }: { readonly view: Obligations }) {
  const { blocks, others } = questionBlocks(view);
  const count = blocks.reduce((sum, { duties }) => sum + duties.length, others.length);
  if (blocks.length === 0 && count === 0) return null;
  return (
    <section className="law-section" aria-labelledby="needs_answer">
      <Head
        id="needs_answer"
        title={say('obligations.lists.needs_answer')}
        count={count}
        about={say('obligations.about.needs_answer')}
      />
      {blocks.map((block) => (
        <Question key={block.fact} block={block} view={view} />
      ))}
      {others.length === 0 ? null : <DutyList view={view} duties={others} />}
    </section>
  );
}

function Question({
  block: { fact, decidesClass, duties },
  view,
}: {
  readonly block: QuestionBlock;
  readonly view: Obligations;
}) {
  const name = say(`facts.${fact}`);
  return (
    <section className="law-question" aria-labelledby={`asks-${fact}`}>
      <div className="law-question-head">
        <div>
          <h3 id={`asks-${fact}`}>{name}</h3>
          <p className="small soft">
            {duties.length === 0
              ? say('obligations.decidesClassOnly')
              : say('obligations.decides', { count: duties.length, isClass: decidesClass ? 'yes' : 'no' })}
          </p>
        </div>
        <a className={buttonClass('quiet')} href={answerAddress(fact)}>
          {say('obligations.answer')}
          <span className="hidden">: {name}</span>
        </a>
      </div>
      <DutyList view={view} duties={duties} heading="h4" />
    </section>
  );
}

function NotApplying({ view }: { readonly view: Obligations }) {
  const duties = dutiesOf(view, 'does_not_apply');
  if (duties.length === 0) return null;
  return (
    <section className="law-section" aria-labelledby="does_not_apply">
      <Head id="does_not_apply" title={say('obligations.lists.does_not_apply')} count={duties.length} />
      <Twin title={say('obligations.about.doesNotApply', { count: duties.length })}>
        <DutyList view={view} duties={duties} />
      </Twin>
    </section>
  );
}

function Unconfirmed({ view }: { readonly view: Obligations }) {
  const duties = unconfirmedDuties(view);
  if (duties.length === 0) return null;
  return (
    <section className="law-section" aria-labelledby="unconfirmed">
      <Head
        id="unconfirmed"
        title={say('obligations.lists.unconfirmed')}
        count={duties.length}
        about={say('obligations.about.unconfirmed')}
      />
      <ul className="duties">
        {duties.map((duty) => (
          <UnconfirmedRow key={duty.id} duty={duty} />
        ))}
      </ul>
    </section>
  );
}
