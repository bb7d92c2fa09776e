import { say } from '../../../web/say.ts';
import type { HelpTerm } from './help-topics.ts';
import './terms.css';

/** Words with their one meaning. */
export const Terms = ({ terms }: { readonly terms: readonly HelpTerm[] }) => (
  <dl className="terms">
    {terms.map((id) => (
      <div key={id} id={`word-${id}`}>
        <dt>{say(`help.terms.${id}.name`)}</dt>
        <dd>{say(`help.terms.${id}.text`)}</dd>
      </div>
    ))}
  </dl>
);
