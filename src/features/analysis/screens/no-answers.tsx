import { Link } from '@tanstack/react-router';
import { buttonClass } from '../../../web/kit/button/button.tsx';
import { Icon } from '../../../web/kit/signs/signs.tsx';
import { say } from '../../../web/say.ts';
import './no-answers.css';

/** Before country and size are known there is nothing to weigh. */
export const NoAnswers = ({ text = say('obligations.empty.text') }: { readonly text?: string }) => (
  <section className="law-empty" aria-labelledby="empty-title">
    <h2 id="empty-title">{say('obligations.empty.title')}</h2>
    <p>{text}</p>
    <p className="buttons">
      <Link to="/first-steps" className={buttonClass('main')}>
        {say('obligations.empty.start')} <Icon name="right" />
      </Link>
    </p>
  </section>
);
