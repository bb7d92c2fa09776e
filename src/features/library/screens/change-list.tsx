import { Link } from '@tanstack/react-router';
import { contentKinds } from '../../../core/content/content.ts';
import type { Changes, ContentChange } from '../../../web/client/upkeep.ts';
import { Twin } from '../../../web/kit/twin/twin.tsx';
import { formatDate } from '../../../web/format.ts';
import { say } from '../../../web/say.ts';

const sorts = ['added', 'changed', 'removed'] as const;

/** What content says that it did not say in its last edition. */
export function ChangeList({ changes: { since, on, changes } }: { readonly changes: Changes }) {
  return (
    <section className="section" aria-labelledby="changes">
      <h2 id="changes">{say('upkeep.changes.title')}</h2>
      <p>
        {say('upkeep.changes.lead', {
          since,
          on: formatDate(on),
          added: countOf(changes, 'added'),
          changed: countOf(changes, 'changed'),
          removed: countOf(changes, 'removed'),
        })}
      </p>
      {contentKinds.map((kind) => (
        <KindChanges key={kind} kind={kind} changes={changes.filter((one) => one.kind === kind)} />
      ))}
    </section>
  );
}

const countOf = (changes: readonly ContentChange[], sort: ContentChange['change']): number =>
  changes.filter(({ change }) => change === sort).length;

type KindProps = { readonly kind: ContentChange['kind']; readonly changes: readonly ContentChange[] };

function KindChanges({ kind, changes }: KindProps) {
  if (changes.length === 0) return null;
  return (
    <Twin title={say('upkeep.changes.ofKind', { kind: say(`changes.kind.${kind}`), count: changes.length })}>
      {sorts
        .filter((sort) => countOf(changes, sort) > 0)
        .map((sort) => (
          <div key={sort}>
            <h3>{say(`changes.${sort}`, { count: countOf(changes, sort) })}</h3>
            <ul className="small">
              {changes
                .filter(({ change }) => change === sort)
                .map(({ id, title, fields }) => (
                  <li key={id}>
                    {sort === 'removed' ? (
                      id
                    ) : (
                      <Link to="/library/$id" params={{ id }}>
                        {id}
                      </Link>
                    )}{' '}
                    {title}
                    {fields.length === 0 ? null : <span className="soft"> ({fields.join(', ')})</span>}
                  </li>
                ))}
            </ul>
          </div>
        ))}
    </Twin>
  );
}
