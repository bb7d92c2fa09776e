import type { ComposedView, Named, PairView } from '../../../core/crosswalk/view.ts';
import { RequirementName } from '../../../web/kit/crosswalk/requirement-name.tsx';
import { StatedLine, Voices } from '../../../web/kit/crosswalk/voices.tsx';
import { formatList } from '../../../web/format.ts';
import { say } from '../../../web/say.ts';

/** All that is known of a pair: each source, each path, and the safeguards that touch both. */
export const PairDetail = ({ pair, of }: { readonly pair: PairView; readonly of: Named }) => (
  <div className="cw-detail">
    {pair.stated.map((stated) => (
      <StatedLine key={`${stated.relation} ${stated.reach ?? ''}`} stated={stated} />
    ))}
    {pair.composed.map((composed, index) => (
      <Path key={index} composed={composed} of={of} />
    ))}
    {pair.through.length === 0 ? null : (
      <p className="small">
        {say('crosswalking.throughSafeguards', {
          safeguards: formatList(pair.through.map(({ code, title }) => [code, title ?? ''].join(' ').trim())),
        })}
      </p>
    )}
  </div>
);

/** A chain of relations, one line a link, the weakest named. */
function Path({ composed, of }: { readonly composed: ComposedView; readonly of: Named }) {
  const { relation, reach, path, chains, mixesRationales, mayBe } = composed;
  return (
    <div className="cw-path">
      <p>
        <b>{say(`crosswalk.relation.${relation}`)}</b>
        {reach === null ? null : <span className="soft"> {say(`crosswalk.reach.${reach}`)}</span>}
      </p>
      <ol className="cw-steps small">
        {path.map(({ to, relation: step, voices, isWeakest }, index) => (
          <li key={to.framework + to.id}>
            {index === 0 ? of.code : path[index - 1]?.to.code} {say(`crosswalk.relation.${step}`)}{' '}
            <RequirementName name={to} framework={{ id: to.framework, kind: to.kind }} of={to.frameworkTitle} />
            {isWeakest ? <strong className="cw-flag"> {say('crosswalking.weakest')}</strong> : null}
            <Voices voices={voices} />
          </li>
        ))}
      </ol>
      <p className="small soft">
        {say('crosswalking.chains', { count: chains })}
        {mayBe.length === 0
          ? null
          : `. ${say('crosswalking.mayBe', { outcomes: formatList(mayBe.map((one) => say(`crosswalking.outcome.${one}`))) })}`}
        {mixesRationales ? ` ${say('crosswalking.mixes')}` : null}
      </p>
    </div>
  );
}
