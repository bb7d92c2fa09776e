import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ItemRef } from '../../../core/library-item/item.ts';
import { failureOf } from '../../../web/client/ask.ts';
import { requirementQuery } from '../../../web/client/crosswalk.ts';
import { Mappings } from '../../../web/kit/crosswalk/mappings.tsx';
import { Loading } from '../../../web/kit/region/loading.tsx';
import { FailureNote } from '../../../web/kit/summary/failure-note.tsx';
import { say } from '../../../web/say.ts';

/** What imported mappings say of a clause, in both directions; the way to compare its whole framework. */
export function PublishedMappings({ requirement }: { readonly requirement: ItemRef }) {
  const colon = requirement.indexOf(':');
  const [framework, id] = [requirement.slice(0, colon), requirement.slice(colon + 1)];
  const { data, error, refetch } = useQuery(requirementQuery(framework, id));
  return (
    <section className="lib-section" aria-labelledby="part-published">
      <h2 id="part-published">{say('crosswalking.published')}</h2>
      {error !== null ? (
        <FailureNote title={say('failure.title')} failure={failureOf(error)} onRetry={() => void refetch()} />
      ) : data === undefined ? (
        <Loading what={say('crosswalking.requirement.loading')} />
      ) : data.mappings.length === 0 ? (
        <p className="soft">{say('crosswalking.publishedNone')}</p>
      ) : (
        <Mappings mappings={data.mappings} />
      )}
      <p className="small">
        <Link to="/library/crosswalk" search={{ from: framework }}>
          {say('crosswalking.compare')}
        </Link>
      </p>
    </section>
  );
}
