import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { failureOf } from '../../../web/client/ask.ts';
import { variationQuery, type VariationView } from '../../../web/client/variation.ts';
import { PageHeading } from '../../../web/kit/heading/page-heading.tsx';
import { Loading } from '../../../web/kit/region/loading.tsx';
import { FailureNote } from '../../../web/kit/summary/failure-note.tsx';
import { say } from '../../../web/say.ts';
import { VariationGrid } from './variation-grid.tsx';
import { VariationClauses } from './variation-clauses.tsx';
import './library.css';

/** Where do countries ask for the same minimum, and where not? */
export function VariationPage() {
  const { data, error, refetch } = useQuery(variationQuery);
  return (
    <div className="page wide">
      <PageHeading title={say('variation.name')} address="/library/variation">
        {say('variation.title')}
      </PageHeading>
      {error !== null ? (
        <FailureNote title={say('variation.failed')} failure={failureOf(error)} onRetry={() => void refetch()} />
      ) : data === undefined ? (
        <Loading what={say('library.loading')} />
      ) : (
        <Compared view={data} />
      )}
    </div>
  );
}

function Compared({ view }: { readonly view: VariationView }) {
  const read = view.countries.filter(({ texts }) => texts.length > 0);
  if (read.length === 0) return <p>{say('variation.none')}</p>;
  return (
    <>
      <p className="lead">{say('variation.lead')}</p>
      <p className="small soft">{say('variation.caution')}</p>
      <VariationGrid view={view} read={read} />
      <p className="small">{say('variation.unchecked', { count: view.countries.length - read.length })}</p>
      <VariationClauses view={view} read={read} />
      <section className="section" aria-labelledby="texts">
        <h2 id="texts">{say('variation.texts')}</h2>
        <ul className="small">
          {read.flatMap(({ code, name, texts }) =>
            texts.map(({ document, title, whom }) => (
              <li key={`${code}/${document}`}>
                <Link to="/library/$id" params={{ id: document }}>
                  {name}: {title}
                </Link>
                . {whom}
              </li>
            )),
          )}
        </ul>
      </section>
    </>
  );
}
