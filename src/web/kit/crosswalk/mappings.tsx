import type { RequirementView } from '../../../core/crosswalk/view.ts';
import { say } from '../../say.ts';
import { Twin } from '../twin/twin.tsx';
import { RequirementName } from './requirement-name.tsx';
import { StatedLine } from './voices.tsx';

/** Some requirements have hundreds of mappings: a list shows its beginning, and the rest opens. */
const mostAtOnce = 12;

/** What others publish of a requirement, in both directions, with each source where one looks for it. */
export const Mappings = ({ mappings }: Pick<RequirementView, 'mappings'>) => (
  <>
    <Lines mappings={mappings.slice(0, mostAtOnce)} />
    {mappings.length > mostAtOnce ? (
      <Twin title={say('library.more', { count: mappings.length - mostAtOnce })}>
        <Lines mappings={mappings.slice(mostAtOnce)} />
      </Twin>
    ) : null}
  </>
);

const Lines = ({ mappings }: Pick<RequirementView, 'mappings'>) => (
  <ul className="ruled-list cw-mappings">
    {mappings.map(({ other, stated, disagrees }) => (
      <li key={`${other.framework} ${other.id}`}>
        <p>
          {stated.map(({ relation }) => say(`crosswalk.relation.${relation}`)).join(' / ')}{' '}
          <RequirementName
            name={other}
            framework={{ id: other.framework, kind: other.kind }}
            of={other.frameworkTitle}
          />
          {disagrees ? <strong className="cw-flag"> {say('crosswalk.disagrees')}</strong> : null}
        </p>
        <Twin title={say('crosswalking.whoSays')}>
          {stated.map((one) => (
            <StatedLine key={one.relation} stated={one} />
          ))}
        </Twin>
      </li>
    ))}
  </ul>
);
