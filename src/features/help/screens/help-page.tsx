import { Link, type LinkProps } from '@tanstack/react-router';
import { PageHeading } from '../../../web/kit/heading/page-heading.tsx';
import { say } from '../../../web/say.ts';
import { stepIds } from '../../../core/steps.ts';
import { LanguagesSection } from './languages-section.tsx';
import { helpPages, helpTerms } from './help-topics.ts';
import { Terms } from './terms.tsx';
import './help-page.css';

/** How it is used: a tour, each page's question, and the words. */
export const HelpPage = () => (
  <div className="page">
    <PageHeading title={say('help.title')} address="help" />
    <p className="lead">{say('help.lead')}</p>
    <section className="section" aria-labelledby="tour">
      <h2 id="tour">{say('help.tour')}</h2>
      <p>{say('help.tourLead')}</p>
      <ol className="tour">
        {stepIds.map((name) => (
          <li key={name}>
            <Link to={`/${name}` as NonNullable<LinkProps['to']>}>{say(`shell.${name}`)}</Link>
            <p>{say(`help.steps.${name}`)}</p>
          </li>
        ))}
      </ol>
    </section>
    <section className="section" aria-labelledby="pages">
      <h2 id="pages">{say('help.pages')}</h2>
      {helpPages.map(({ id, path }) => (
        <div key={id} id={id} className="help-topic">
          <h3>{say(`help.screens.${id}.name`)}</h3>
          <p>{say(`help.screens.${id}.text`)}</p>
          <p className="small">
            <Link to={path as NonNullable<LinkProps['to']>}>
              {say('help.openName', { page: say(`help.screens.${id}.name`) })}
            </Link>
          </p>
        </div>
      ))}
    </section>
    <section className="section" aria-labelledby="words">
      <h2 id="words">{say('help.words')}</h2>
      <p>{say('help.wordsLead')}</p>
      <Terms terms={helpTerms} />
    </section>
    <LanguagesSection />
    <section className="section" aria-labelledby="keys">
      <h2 id="keys">{say('help.keys')}</h2>
      <p>{say('help.keysText')}</p>
    </section>
  </div>
);
