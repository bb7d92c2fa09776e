import type { Block } from '../../../core/report/report.ts';
import { say } from '../../../web/say.ts';
import { useReader } from './reader-context.ts';
import { Rich } from './rich.tsx';

type Kind<Name extends Block['kind']> = Extract<Block, { kind: Name }>;

/** Numbered as they are voted on. */
export const Decisions = ({ block: { items, words, total } }: { readonly block: Kind<'decisions'> }) => (
  <>
    <ol className="decisions">
      {items.map(({ number, what, cost, effect, deadline, ifNothing }) => (
        <li key={number} value={number}>
          <p className="decision">
            <Rich text={what} />
          </p>
          <dl className="facts">
            <div>
              <dt>{words.cost}</dt>
              <dd>{cost}</dd>
            </div>
            <div>
              <dt>{words.effect}</dt>
              <dd>
                <Rich text={effect} />
              </dd>
            </div>
            <div>
              <dt>{words.deadline}</dt>
              <dd>{deadline}</dd>
            </div>
            <div>
              <dt>{words.ifNothing}</dt>
              <dd>
                <Rich text={ifNothing} />
              </dd>
            </div>
          </dl>
        </li>
      ))}
    </ol>
    <p className="total">
      <Rich text={total} />
    </p>
  </>
);

/** A screen cannot be signed: boxes and lines are for the print. */
export function Resolution({
  block: { intro, choices, decisions, signatures, words },
}: {
  readonly block: Kind<'resolution'>;
}) {
  return (
    <>
      <p>
        <Rich text={intro} />
      </p>
      <ResolutionTable choices={choices} decisions={decisions} head={words.decision} />
      <div className="signatures">
        {signatures.map(({ role }) => (
          <dl key={role}>
            <dt>{role}</dt>
            <dd>{words.name}</dd>
            <dd>{words.date}</dd>
            <dd>{words.signature}</dd>
          </dl>
        ))}
      </div>
    </>
  );
}

function ResolutionTable({
  choices,
  decisions,
  head,
}: {
  readonly choices: readonly string[];
  readonly decisions: Kind<'resolution'>['decisions'];
  readonly head: string;
}) {
  const { report } = useReader();
  return (
    <table className="rows resolution">
      <thead>
        <tr>
          <th scope="col">{report.words.number}</th>
          <th scope="col">{head}</th>
          {choices.map((choice) => (
            <th key={choice} scope="col">
              {choice}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {decisions.map(({ number, what }) => (
          <tr key={number}>
            <td>{number}</td>
            <th scope="row">{what}</th>
            {choices.map((choice) => (
              <td key={choice} data-head={choice}>
                <span className="box" aria-hidden="true" />
                <span className="hidden">{say('guide.tick')}</span>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
