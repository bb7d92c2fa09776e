import { Link } from '@tanstack/react-router';
import { PageHeading } from '../../../web/kit/heading/page-heading.tsx';
import { say } from '../../../web/say.ts';
import { CheckSection } from './check-section.tsx';
import { ExportSection } from './export-section.tsx';
import './oscal.css';

/** OSCAL: whether a document is sound, what it says in another form, and what is ours in it. Nothing is stored. */
export const OscalPage = () => (
  <div className="page oscal">
    <PageHeading title={say('oscalPage.title')} address="/library/oscal">
      {say('oscalPage.question')}
    </PageHeading>
    <p className="lead">
      {say('oscalPage.lead')} <Link to="/library/imports">{say('oscalPage.toImports')}</Link>
    </p>
    <CheckSection />
    <ExportSection />
  </div>
);
