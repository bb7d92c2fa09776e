import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { roleIds } from '../../../core/content/ids.ts';
import { failureOf } from '../../../web/client/ask.ts';
import { profileQuery, type StoredProfile } from '../../../web/client/profile.ts';
import { fittingRole } from '../../../web/fitting-role.ts';
import { buttonClass } from '../../../web/kit/button/button.tsx';
import { PageHeading } from '../../../web/kit/heading/page-heading.tsx';
import { Loading } from '../../../web/kit/region/loading.tsx';
import { Icon } from '../../../web/kit/signs/signs.tsx';
import { FailureNote } from '../../../web/kit/summary/failure-note.tsx';
import { say } from '../../../web/say.ts';
import { isKnown } from './known.ts';
import { numberOf, steps } from './steps.ts';
import './home-page.css';

/** The first page: where to begin, or where to go on. */
export function HomePage() {
  const { data, error, refetch } = useQuery(profileQuery);
  if (data !== undefined) return data.profile === null ? <Beginning /> : <Overview profile={data.profile} />;
  return (
    <div className="page">
      <PageHeading title={say('home.again.title')} address="home" />
      {error === null ? (
        <Loading what={say('loading.answers')} />
      ) : (
        <FailureNote title={say('failure.title')} failure={failureOf(error)} onRetry={() => void refetch()} />
      )}
    </div>
  );
}

const Beginning = () => (
  <div className="page">
    <PageHeading title={say('home.first.title')} address="home" />
    <p className="lead">{say('home.first.lead')}</p>
    <p className="buttons begin">
      <Link to="/first-steps/$step" params={{ step: '1' }} className={buttonClass('main')}>
        {say('home.first.start')} <Icon name="right" />
      </Link>
    </p>
    <div className="columns">
      <section className="section" aria-labelledby="gets">
        <h2 id="gets">{say('home.first.gets.title')}</h2>
        <ul className="ruled-list">
          <li>{say('home.first.gets.law')}</li>
          <li>{say('home.first.gets.order')}</li>
          <li>{say('home.first.gets.guide')}</li>
        </ul>
      </section>
      <section className="section" aria-labelledby="knows">
        <h2 id="knows">{say('home.first.knows.title')}</h2>
        <ul className="ruled-list">
          <li>{say('home.first.knows.unknown')}</li>
          <li>{say('home.first.knows.change')}</li>
          <li>{say('home.first.knows.here')}</li>
        </ul>
      </section>
    </div>
  </div>
);

function Overview({ profile }: { readonly profile: StoredProfile }) {
  const open = steps.filter((step) => !isKnown(step, profile));
  const next = open[0];
  return (
    <div className="page">
      <PageHeading title={say('home.again.title')} address="home" />
      <p className="lead">
        {say('home.again.lead', { known: steps.length - open.length, all: steps.length, open: open.length })}
      </p>
      <div className="columns">
        <section className="section" aria-labelledby="answers">
          <h2 id="answers">{say('home.again.answers')}</h2>
          <ul className="ruled-list">
            {next === undefined ? null : (
              <li>
                <Link to="/first-steps/$step" params={{ step: String(numberOf(next)) }}>
                  {say('home.again.continue', { number: numberOf(next) })}
                </Link>
                <p className="small soft">{say(`steps.${next.name}.title`)}</p>
              </li>
            )}
            <li>
              <Link to="/first-steps/check">{say('home.again.check')}</Link>
              <p className="small soft">{say('home.again.checkHint')}</p>
            </li>
          </ul>
        </section>
        <Guides profile={profile} />
      </div>
    </div>
  );
}

/** The one that fits comes first. */
function Guides({ profile }: { readonly profile: StoredProfile }) {
  const fitting = fittingRole(profile);
  const roles = [fitting, ...roleIds.filter((role) => role !== fitting)];
  return (
    <section className="section" aria-labelledby="guides">
      <h2 id="guides">{say('home.again.guides')}</h2>
      <ul className="ruled-list tight">
        {roles.map((role) => (
          <li key={role}>
            <Link to="/guides/$role/{-$section}" params={{ role }}>
              {say(`role.${role}`)}
            </Link>
            {role === fitting ? <p className="small soft">{say('home.again.fits')}</p> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
