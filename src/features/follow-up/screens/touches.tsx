import { Link } from '@tanstack/react-router';
import type { Touch } from '../../../web/client/obligations.ts';
import { RatingMark } from '../../../web/kit/signs/signs.tsx';
import { InLanguage } from '../../../web/kit/text/in-language.tsx';
import { say } from '../../../web/say.ts';

/** The safeguards that touch a duty, with how many are in place. */
export function Touches({ touches }: { readonly touches: readonly Touch[] }) {
  const counted = touches.filter(({ rating }) => rating !== 'not_applicable');
  const inPlace = counted.filter(({ rating }) => rating === 'fully' || rating === 'largely').length;
  const unknown = counted.filter(({ rating }) => rating === 'unknown').length;
  const leftOut = touches.length - counted.length;
  const sentences = [
    ...(counted.length === 0 ? [] : [say('follow.touch.count', { inPlace, total: counted.length })]),
    ...(unknown === 0 ? [] : [say('follow.touch.unknown', { count: unknown })]),
    ...(leftOut === 0 ? [] : [say('follow.touch.leftOut', { count: leftOut })]),
  ];
  return (
    <section className="section" aria-labelledby="touches">
      <h2 id="touches">{say('follow.touch.title')}</h2>
      <p>{touches.length === 0 ? say('follow.touch.none') : sentences.join(' ')}</p>
      <ul className="ruled-list small">
        {touches.map(({ id, title, language, rating, isNamed }) => (
          <li key={id} className="follow-touch">
            <span>
              <Link to="/assessment/{-$id}" params={{ id }}>
                {id} <InLanguage of={language} text={title} />
              </Link>
              {isNamed ? <span className="soft">, {say('follow.touch.named')}</span> : null}
            </span>
            <RatingMark state={rating} />
          </li>
        ))}
      </ul>
    </section>
  );
}
