import { Link } from '@tanstack/react-router';
import type { Change, ChangeKind } from '../../../core/snapshot/compare.ts';
import { Icon, RatingMark } from '../../../web/kit/signs/signs.tsx';
import { InLanguage } from '../../../web/kit/text/in-language.tsx';
import { say } from '../../../web/say.ts';

/** The safeguards with which the same happened; nothing where there is none. */
export const ChangeList = ({ kind, changes }: { readonly kind: ChangeKind; readonly changes: readonly Change[] }) =>
  changes.length === 0 ? null : (
    <div className="snapshots-kind">
      <h3>
        {say(`compared.kinds.${kind}`)} <span className="soft">{changes.length}</span>
      </h3>
      <ul className="ruled-list">
        {changes.map((change) => (
          <li key={change.id} className="snapshots-change">
            <span>
              {kind === 'went' ? (
                <InLanguage of={change.language} text={change.title} />
              ) : (
                <Link to="/assessment/{-$id}" params={{ id: change.id }}>
                  <InLanguage of={change.language} text={change.title} />
                </Link>
              )}{' '}
              <code>{change.id}</code>
              {change.reason === null ? null : (
                <span className="small soft snapshots-reason">
                  {say('assessment.reasonIs', { reason: change.reason })}
                </span>
              )}
            </span>
            <span className="snapshots-step">
              <Side rating={change.before} />
              <Icon name="right" />
              <span className="hidden">{say('snapshots.then')}</span>
              <Side rating={change.after} />
            </span>
          </li>
        ))}
      </ul>
    </div>
  );

const Side = ({ rating }: { readonly rating: Change['before'] }) =>
  rating === null ? <span className="soft">{say('compared.notThere')}</span> : <RatingMark state={rating} />;
