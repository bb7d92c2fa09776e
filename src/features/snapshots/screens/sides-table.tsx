import { say } from '../../../web/say.ts';

export type SidesRow = {
  readonly id: string;
  readonly name: string;
  readonly lang?: string | undefined;
  readonly before: string;
  readonly after: string;
};

/** Something on both days, side by side. */
export const SidesTable = ({
  caption,
  head,
  rows,
}: {
  readonly caption: string;
  readonly head: string;
  readonly rows: readonly SidesRow[];
}) => (
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls sideways must be reached by keyboard.
  <section className="states-scroll" tabIndex={0} aria-label={caption}>
    <table className="states-table sides-table">
      <caption>{caption}</caption>
      <thead>
        <tr>
          {[head, say('compared.heads.before'), say('compared.heads.after')].map((word) => (
            <th key={word} scope="col">
              {word}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, name, lang, before, after }) => (
          <tr key={id}>
            <th scope="row" lang={lang}>
              {name}
            </th>
            <td>{before}</td>
            <td>{after}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </section>
);
