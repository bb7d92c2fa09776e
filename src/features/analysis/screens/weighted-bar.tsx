import { formatFixed } from '../../../web/format.ts';
import type { Explanation } from '../../../web/client/ranking.ts';
import { say } from '../../../web/say.ts';

const two = (value: number): string => formatFixed(value, 2);
/** A narrower part holds no words; the line under the bar says all three. */
const leastPercent = 24;

/** The three weighted parts before the gap, on a scale of 0 to 1. */
export function WeightedBar({ explanation: { item, weights } }: { readonly explanation: Explanation }) {
  const risk = weights.risk * item.risk;
  const duty = weights.duty * item.duty;
  const agreed = weights.agreed * item.agreed;
  const words = { risk: two(risk), duty: two(duty), agreed: two(agreed), sum: two(risk + duty + agreed) };
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a drawing in the page, coloured by its style sheet. */}
      <svg className="weighted-bar" width="100%" height="34" role="img" aria-label={say('ranking.recipe.bar', words)}>
        <rect className="whole" x="0" y="6" width="100%" height="22" />
        <Part name="risk" from={0} share={risk} text={say('ranking.recipe.barRisk', { value: words.risk })} />
        <Part name="duty" from={risk} share={duty} text={say('ranking.recipe.barDuty', { value: words.duty })} />
        <Part name="agreed" from={risk + duty} share={agreed} text="" />
      </svg>
      <p className="tiny soft">{say('ranking.recipe.barNote', words)}</p>
    </>
  );
}

type PartProps = { readonly name: string; readonly from: number; readonly share: number; readonly text: string };

const Part = ({ name, from, share, text }: PartProps) => (
  <>
    <rect className={`part ${name}`} x={`${100 * from}%`} y="6" width={`${100 * share}%`} height="22" />
    {100 * share < leastPercent ? null : (
      <text className={name} x={`${100 * (from + share / 2)}%`} y="21.5" textAnchor="middle">
        {text}
      </text>
    )}
  </>
);
