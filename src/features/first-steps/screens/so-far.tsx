import { useQuery } from '@tanstack/react-query';
import type { Country } from '../../../core/content/country.ts';
import type { Force } from '../../../core/content/obligation-rule.ts';
import { classRuleId } from '../../../core/obligations/assess.ts';
import { assessmentOf, rankingOf, type Assessment, type ProfileValue } from '../../../web/client/analysis.ts';
import { countriesQuery, documentsQuery, ruleQuery } from '../../../web/client/library.ts';
import type { StoredProfile } from '../../../web/client/profile.ts';
import { useSettled } from '../../../web/kit/region/use-settled.ts';
import { Loading } from '../../../web/kit/region/loading.tsx';
import { CheckSquare } from '../../../web/kit/signs/signs.tsx';
import { Twin } from '../../../web/kit/twin/twin.tsx';
import { InLanguage } from '../../../web/kit/text/in-language.tsx';
import { langOf, say, unnamed } from '../../../web/say.ts';
import { readDraft, type Draft } from './draft.ts';
import type { Step } from './steps.ts';

const stillMs = 400;

export type SoFarProps = { readonly step: Step; readonly profile: StoredProfile | null; readonly draft: Draft };

/** What the answers so far decide, the one being given included, and why it is asked. */
export function SoFar({ step, profile, draft }: SoFarProps) {
  const value = useSettled(valueOf(step, profile, draft), stillMs);
  return (
    <aside aria-label={say('soFar.label')}>
      <div className="so-far">
        <h2>{say('soFar.title')}</h2>
        {hasAnswers(value) ? (
          <Decided value={value} showsRank={step.asks === 'rating'} />
        ) : (
          <p className="small">{say('soFar.none')}</p>
        )}
      </div>
      <div className="why">
        <Twin title={say('soFar.why')}>
          <p>{say(`steps.${step.name}.why`)}</p>
        </Twin>
      </div>
    </aside>
  );
}

/** Stored answers with the draft laid over them, as a profile file would state them. */
function valueOf(step: Step, profile: StoredProfile | null, draft: Draft): ProfileValue {
  const base = { ...profile, name: profile?.name ?? unnamed };
  const read = readDraft(step, draft);
  if (!read.ok) return base;
  if (read.value.kind === 'facts') return { ...base, ...read.value.answers };
  const { safeguard, rating } = read.value;
  return rating === 'not_applicable' ? base : { ...base, ratings: { ...profile?.ratings, [safeguard]: rating } };
}

const hasAnswers = (value: ProfileValue): boolean =>
  Object.entries(value).some(([key, answer]) => key !== 'name' && answer !== null && answer !== undefined);

function Decided({ value, showsRank }: { readonly value: ProfileValue; readonly showsRank: boolean }) {
  const { data, isError } = useQuery(assessmentOf(value));
  if (isError) return <p className="small">{say('soFar.failed')}</p>;
  if (data === undefined) return <Loading what={say('soFar.loading')} />;
  return (
    <>
      <p className="so-far-class" aria-live="polite">
        {say(`soFar.class.${data.class}`)}
      </p>
      <p className="small">
        <InLanguage text={data.classReason} /> <ClassCitation assessment={data} />
      </p>
      <dl>
        <NationalLaw code={typeof value['country'] === 'string' ? value['country'] : null} />
        <div>
          <dt>{say('soFar.size')}</dt>
          <dd>{say(`size.${data.size}`)}</dd>
        </div>
        <Duties name={say('soFar.bindingNow')} force="binding_now" assessment={data} />
        <Duties name={say('soFar.bindingFrom')} force="binding_from" assessment={data} />
        <Duties name={say('soFar.needsAnswer')} force="needs_answer" assessment={data} />
        {showsRank ? <FirstRanked value={value} /> : null}
      </dl>
    </>
  );
}

/** The place in the law, with how well it was checked. */
function ClassCitation({ assessment: { classCite } }: { readonly assessment: Assessment }) {
  const { data: documents } = useQuery(documentsQuery);
  const { data: rule } = useQuery(ruleQuery(classRuleId));
  const document = documents?.get(classCite.document);
  if (document === undefined || rule === undefined) return null;
  const text = (
    <>
      {document.shortTitle} {classCite.locator}
      <CheckSquare status={rule.verification.status} />
    </>
  );
  return document.url === null ? (
    <span className="cite">{text}</span>
  ) : (
    <a className="cite" href={document.url} rel="noreferrer">
      {text}
    </a>
  );
}

function NationalLaw({ code }: { readonly code: string | null }) {
  const { data: countries } = useQuery(countriesQuery);
  const country: Country | undefined = countries?.find((candidate) => candidate.code === code);
  if (country === undefined) return null;
  const { title, verification } = country.nis2;
  return (
    <div>
      <dt>{say('soFar.lawIn', { country: country.name })}</dt>
      <dd className="whole">
        {title}
        <CheckSquare status={verification.status} />
      </dd>
    </div>
  );
}

function Duties({
  name,
  force,
  assessment,
}: {
  readonly name: string;
  readonly force: Force;
  readonly assessment: Assessment;
}) {
  const count = assessment.obligations.filter((obligation) => obligation.force === force).length;
  return count === 0 ? null : (
    <div>
      <dt>{name}</dt>
      <dd>{say('soFar.duties', { count })}</dd>
    </div>
  );
}

function FirstRanked({ value }: { readonly value: ProfileValue }) {
  const { data } = useQuery(rankingOf(value));
  const first = data?.items[0];
  return first === undefined ? null : (
    <div>
      <dt>{say('soFar.first')}</dt>
      <dd className="whole" lang={langOf(first.language)}>
        {first.title}
      </dd>
    </div>
  );
}
