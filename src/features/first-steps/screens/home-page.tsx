import { Link } from '@tanstack/react-router';
import { buttonClass } from '../../../web/kit/button/button.tsx';
import { PageHeading } from '../../../web/kit/heading/page-heading.tsx';
import { Icon } from '../../../web/kit/signs/signs.tsx';
import { say } from '../../../web/say.ts';
import './home-page.css';

/** The first page before the first answer: where to begin. */
export const HomePage = () => (
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
