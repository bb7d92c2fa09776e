import { formatFixed } from '../../../web/format.ts';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { formatsFor } from '../../../core/report/formats.ts';
import type { Explanation } from '../../../web/client/ranking.ts';
import { Cite } from '../../../web/kit/signs/cite.tsx';
import { CheckSquare, RatingMark } from '../../../web/kit/signs/signs.tsx';
import { Twin } from '../../../web/kit/twin/twin.tsx';
import { InLanguage } from '../../../web/kit/text/in-language.tsx';
import { langOf, language, locale, say } from '../../../web/say.ts';
import { longDay } from './days.ts';

const { span, moneySpan, money, number } = formatsFor(language);
const three = (value: number): string => formatFixed(value, 3);
const two = (value: number): string => formatFixed(value, 2);

type SourceProps = {
  readonly id: string;
  readonly status: Explanation['effortVerification']['status'];
  readonly name?: string;
};

/** Own figures cite the item of the library that holds them. */
const Source = ({ id, status, name = id }: SourceProps) => (
  <Link className="cite" to="/library/$id" params={{ id }}>
    {name}
    <CheckSquare status={status} />
  </Link>
);

/** Every part of a value with its source and its number, to be checked by hand. */
export function Recipe({ explanation }: Explained) {
  const head = (name: 'part' | 'used' | 'number') => say(`ranking.recipe.heads.${name}`);
  return (
    <table className="recipe">
      <caption className="hidden">{say('ranking.recipe.caption', { id: explanation.item.id })}</caption>
      <thead>
        <tr>
          <th scope="col">{head('part')}</th>
          <th scope="col">{head('used')}</th>
          <th scope="col" className="end">
            {head('number')}
          </th>
        </tr>
      </thead>
      <tbody>
        <Ingredients explanation={explanation} />
        <Sums explanation={explanation} />
      </tbody>
    </table>
  );
}

type Explained = { readonly explanation: Explanation };

/** What a value is made of: each ingredient with its weight. */
function Ingredients({ explanation }: Explained) {
  const { item, weights } = explanation;
  const part = (weight: number, value: number) =>
    say('ranking.recipe.part', { weight: two(weight), value: three(value) });
  return (
    <>
      <Row name={say('ranking.recipe.gap')} figure={three(item.gap)}>
        <GapUsed explanation={explanation} />
      </Row>
      <Row name={say('ranking.recipe.risk')} figure={part(weights.risk, item.risk)}>
        <ThreatsUsed explanation={explanation} />
      </Row>
      <Row name={say('ranking.recipe.duty_')} figure={part(weights.duty, item.duty)}>
        <DutiesUsed explanation={explanation} />
      </Row>
      <Row name={say('ranking.recipe.agreed')} figure={part(weights.agreed, item.agreed)}>
        {say('ranking.recipe.agreedNone', { value: two(item.agreed) })}
      </Row>
    </>
  );
}

/** What they give together, what it takes, and one divided by the other. */
function Sums({ explanation }: Explained) {
  const { item, weights } = explanation;
  const sum = weights.risk * item.risk + weights.duty * item.duty + weights.agreed * item.agreed;
  return (
    <>
      <Row
        isSum
        name={say('ranking.recipe.benefit')}
        figure={say('ranking.recipe.benefitSum', {
          gap: three(item.gap),
          sum: three(sum),
          benefit: three(item.benefit),
        })}
      >
        {say('ranking.recipe.benefitHow')}
      </Row>
      <Row name={say('ranking.recipe.effort')} figure={three(item.effort)}>
        {say('ranking.recipe.effortHow', {
          days: span(item.effortDays),
          money: moneySpan(item.costEur),
          left: number(item.leftDays),
          rate: money(explanation.dayRateEur),
        })}{' '}
        <Source id={item.id} status={explanation.effortVerification.status} />
      </Row>
      <Row isSum name={say('ranking.recipe.valueRow')} figure={three(item.benefit / item.effort)}>
        {say('ranking.recipe.valueHow')}
      </Row>
      {item.valuedWith === null ? null : (
        <Row isSum name={say('ranking.recipe.together', { id: item.valuedWith })} figure={three(item.value)}>
          {say('ranking.recipe.togetherHow', { id: item.valuedWith })}
        </Row>
      )}
    </>
  );
}

const Row = ({
  name,
  figure,
  isSum = false,
  children,
}: {
  readonly name: string;
  readonly figure: string;
  readonly isSum?: boolean;
  readonly children: ReactNode;
}) => (
  <tr className={isSum ? 'sum' : undefined}>
    <th scope="row">{name}</th>
    <td>{children}</td>
    <td className="end">{figure}</td>
  </tr>
);

const GapUsed = ({ explanation: { item, ratedOn } }: Explained) => (
  <>
    {item.gapIsUnknown ? say('ranking.recipe.gapUnknown') : say('ranking.recipe.rated')}{' '}
    <RatingMark state={item.rating} />
    {ratedOn === null ? null : ` ${say('ranking.recipe.ratedOn', { date: longDay(ratedOn) })}`}
    {item.gapIsUnknown ? null : <CheckSquare status="own" />}
  </>
);

function ThreatsUsed({ explanation }: Explained) {
  const { threats, item } = explanation;
  if (threats.length === 0) return say('ranking.recipe.noThreat');
  return (
    <ul className="recipe-parts">
      {threats
        .toSorted((left, right) => right.part - left.part)
        .map(({ threat, title, weight, strength, statistic, verification, because }) => (
          <li key={threat}>
            {say('ranking.recipe.threat', { title, percent: percentOf(weight) })}{' '}
            <Source id={statistic ?? threat} status={verification.status} name={shareName(statistic)} />
            {say('ranking.recipe.strength', { strength })}
            <span className="soft" lang={langOf()}>
              {' '}
              {because}
            </span>
          </li>
        ))}
      <li>
        {say('ranking.recipe.strengths')} <Source id={item.id} status={explanation.effortVerification.status} />
      </li>
    </ul>
  );
}

/** Threats that the one source does not count share a part that the method states. */
const shareName = (statistic: string | null): string => statistic ?? say('ranking.recipe.remainder');

const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
const percentOf = (share: number): string => percent.format(share).replace('%', ' %');

function DutiesUsed({ explanation: { duties } }: Explained) {
  const [first, ...others] = duties;
  if (first === undefined) return say('ranking.recipe.noDuty');
  return (
    <>
      <DutyUsed duty={first} /> {say(first.isNamed ? 'ranking.recipe.dutyWhole' : 'ranking.recipe.dutyHalf')}
      {others.length === 0 ? null : (
        <Twin title={say('ranking.recipe.moreDuties', { count: others.length })}>
          <ul className="recipe-parts">
            {others.map((duty) => (
              <li key={duty.obligation}>
                <DutyUsed duty={duty} />
              </li>
            ))}
          </ul>
        </Twin>
      )}
    </>
  );
}

const DutyUsed = ({ duty }: { readonly duty: Explanation['duties'][number] }) => (
  <>
    {say(`force.${duty.force}`)}: <InLanguage text={duty.title} />{' '}
    <Cite cite={duty.cite} status={duty.verification.status} />
  </>
);
