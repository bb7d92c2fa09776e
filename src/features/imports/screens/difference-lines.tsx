import { differenceKinds } from '../../../core/guidance/differs.ts';
import type { DifferenceSummary } from '../../../core/guidance/import-view.ts';
import { formatList } from '../../../web/format.ts';
import { Twin } from '../../../web/kit/twin/twin.tsx';
import { isWordKey, say } from '../../../web/say.ts';

/** What differs from another edition: how many in which way, and which ones on request. */
export function DifferenceLines({ summary: { framework, counts, named } }: { readonly summary: DifferenceSummary }) {
  const kinds = differenceKinds.filter((kind) => counts[kind] > 0);
  return (
    <div className="imp-difference">
      {kinds.length === 0 ? <p className="small">{say('importing.differ', { count: 0 })}</p> : null}
      {framework.length === 0 ? null : (
        <p className="small">{say('importing.factsDiffer', { fields: formatList(framework.map(fieldWord)) })}</p>
      )}
      {kinds.map((kind) => {
        const ones = named.filter((one) => one.kind === kind);
        const rest = counts[kind] - ones.length;
        return (
          <Twin key={kind} title={`${say(`imports.kinds.${kind}`)}: ${counts[kind]}`}>
            <ul>
              {ones.map(({ id, name }) => (
                <li key={id}>{name}</li>
              ))}
              {rest > 0 ? <li>{say('importing.andMore', { count: rest })}</li> : null}
            </ul>
          </Twin>
        );
      })}
    </div>
  );
}

/** A part of a requirement in words. */
export function fieldWord(field: string): string {
  const key = `importing.fields.${field}`;
  return isWordKey(key) ? say(key) : field;
}
