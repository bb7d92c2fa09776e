import { useQuery } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import { useRef } from 'react';
import { failureOf } from '../../../web/client/ask.ts';
import { siteQuery, type SiteSheet } from '../../../web/client/sites.ts';
import { formatTime } from '../../../web/format.ts';
import { PageHeading } from '../../../web/kit/heading/page-heading.tsx';
import { Note } from '../../../web/kit/note/note.tsx';
import { Loading } from '../../../web/kit/region/loading.tsx';
import { FailureNote } from '../../../web/kit/summary/failure-note.tsx';
import { InLanguage } from '../../../web/kit/text/in-language.tsx';
import { say } from '../../../web/say.ts';
import { SiteRatingRow } from './site-rating-row.tsx';
import { useSiteRatings } from './use-site-ratings.ts';
import './sites.css';

const route = getRouteApi('/sites/$site');

/** One site: the minimum set as it is there, rated by keyboard, beside what the organisation says of itself. */
export function SitePage() {
  const { site } = route.useParams();
  const { data, error, refetch } = useQuery(siteQuery(site));
  if (data !== undefined) return <Sheet key={data.id} sheet={data} address={site} />;
  return (
    <div className="page sites">
      <PageHeading title={say('sites.one')} address={`sites/${site}`} />
      {error === null ? (
        <Loading what={say('sites.loading')} />
      ) : (
        <FailureNote title={say('failure.title')} failure={failureOf(error)} onRetry={() => void refetch()}>
          <p>
            <Link to="/sites">{say('sites.back')}</Link>
          </p>
        </FailureNote>
      )}
    </div>
  );
}

function Sheet({ sheet, address }: { readonly sheet: SiteSheet; readonly address: string }) {
  const list = useRef<HTMLDivElement>(null);
  const work = useSiteRatings(sheet, address, list);
  const rows = sheet.domains.flatMap((domain) => domain.rows);
  const rated = rows.filter(({ rating }) => rating !== 'unknown').length;
  return (
    <div className="page sites">
      <p className="small">
        <Link to="/sites">{say('sites.back')}</Link>
      </p>
      <PageHeading title={sheet.name} address={`sites/${address}`}>
        {say('sites.how', { name: sheet.name })}
      </PageHeading>
      <p className="lead">{say('sites.siteLead', { rated, all: rows.length })}</p>
      {sheet.mayRate ? (
        <p className="small soft sites-keys">{say('sites.keys')}</p>
      ) : (
        <Note>{say('assessment.readOnly')}</Note>
      )}
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- the domains inside are its sections. */}
      <div ref={list} role="group" aria-label={say('sites.list', { name: sheet.name })}>
        {sheet.domains.map((domain) => (
          <section key={domain.id} className="as-group" aria-labelledby={`domain-${domain.id}`}>
            <h2 id={`domain-${domain.id}`}>
              <InLanguage text={domain.title} />
              <span className="small soft">
                {say('assessment.ratedOf', {
                  rated: domain.rows.filter(({ rating }) => rating !== 'unknown').length,
                  all: domain.rows.length,
                })}
              </span>
            </h2>
            <ul>
              {domain.rows.map((row) => (
                <SiteRatingRow key={row.id} row={row} mayRate={sheet.mayRate} work={work} />
              ))}
            </ul>
          </section>
        ))}
      </div>
      <output className="small sites-saved">
        {work.savedAt === null ? null : say('sites.savedAt', { time: formatTime(work.savedAt) })}
      </output>
    </div>
  );
}
