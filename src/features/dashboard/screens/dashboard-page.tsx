/** Dashboard: where the organisation stands and what comes next, put together from what the other screens show whole. */
import type { StoredProfile } from '../../../web/client/profile.ts';
import { PageHeading } from '../../../web/kit/heading/page-heading.tsx';
import { say } from '../../../web/say.ts';
import { Ahead } from './ahead.tsx';
import { DomainStates } from './domain-states.tsx';
import { GuideLinks } from './guide-links.tsx';
import { Lead } from './lead.tsx';
import { NextActions } from './next-actions.tsx';
import { Unknowns } from './unknowns.tsx';
import './dashboard.css';

/** Where we stand, and what comes next. */
export const DashboardPage = ({ profile }: { readonly profile: StoredProfile }) => (
  <div className="page wide dashboard">
    <PageHeading title={say('dashboard.title')} address="home" />
    <Lead />
    <div className="dashboard-columns">
      <div className="dashboard-column">
        <DomainStates />
        <NextActions hasPlan={(profile.capacity ?? null) !== null} />
      </div>
      <div className="dashboard-column lesser">
        <Ahead />
        <Unknowns />
        <GuideLinks facts={profile} />
      </div>
    </div>
  </div>
);
