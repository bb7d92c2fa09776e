import { bands, type DocumentMap, type MapNode } from '../../../core/document-map/map.ts';
import { tiesAt } from '../../../core/document-map/ties-at.ts';
import { ForceMark } from '../../../web/kit/signs/force-mark.tsx';
import { CheckMark } from '../../../web/kit/signs/signs.tsx';
import { langOf, say } from '../../../web/say.ts';
import { ItemLink } from './item-link.tsx';
import { bearingWord, sortWord, statusWord, tieWord } from './map-words.ts';

type MapTableProps = { readonly map: DocumentMap; readonly titles: ReadonlyMap<string, string> };

/** Everything that the picture shows, and what it has no room for. */
export const MapTable = ({ map, titles }: MapTableProps) => (
  <>
    <p className="small soft">{say('documentMap.countNote')}</p>
    {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls sideways must be reached by keyboard. */}
    <section className="lib-scroll" tabIndex={0} aria-label={say('documentMap.table')}>
      <table className="lib-table doc-map-table">
        <caption className="hidden">{say('documentMap.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('documentMap.heads.text')}</th>
            <th scope="col">{say('documentMap.heads.status')}</th>
            {map.hasOrganisation ? <th scope="col">{say('documentMap.heads.force')}</th> : null}
            <th scope="col">{say('documentMap.heads.topics')}</th>
            <Number of="parts" />
            <Number of="safeguards" />
            <Number of="duties" />
            <Number of="chapters" />
            <th scope="col">{say('documentMap.heads.ties')}</th>
            <th scope="col">{say('documentMap.heads.checked')}</th>
          </tr>
        </thead>
        {bands.map((band) => (
          <Rows key={band} map={map} titles={titles} nodes={map.nodes.filter((node) => node.band === band)} />
        ))}
      </table>
    </section>
  </>
);

const Number = ({ of }: { readonly of: 'parts' | 'safeguards' | 'duties' | 'chapters' }) => (
  <th scope="col" className="end">
    {say(`documentMap.heads.${of}`)}
  </th>
);

function Rows({ nodes, map, titles }: MapTableProps & { readonly nodes: readonly MapNode[] }) {
  const [first] = nodes;
  if (first === undefined) return null;
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={map.hasOrganisation ? 10 : 9} className="doc-map-band">
          {say(`documentMap.band.${first.band}`)}
        </th>
      </tr>
      {nodes.map((node) => (
        <tr key={node.ref}>
          <th scope="row">
            <ItemLink to={node}>
              <span lang={langOf()}>{node.title}</span>
            </ItemLink>
            <span className="soft">
              {' '}
              {[sortWord(node), node.publisher, node.date].filter((part) => part !== null).join(', ')}
            </span>
          </th>
          <td>{statusWord(node)}</td>
          {map.hasOrganisation ? <td>{bearing(node)}</td> : null}
          <td>{node.topics.map(({ title }) => title).join(', ')}</td>
          <td className="end">
            {node.requirements ?? <span className="soft">{say('documentMap.notBrokenDown')}</span>}
          </td>
          <td className="end">{node.safeguards ?? <span className="soft">{say('documentMap.notListed')}</span>}</td>
          <td className="end">{node.duties}</td>
          <td className="end">{node.chapters}</td>
          <td>
            {tiesAt(map, node.ref)
              .map((end) => tieWord(end, titles))
              .join('; ')}
          </td>
          <td>
            <CheckMark status={node.check} />
          </td>
        </tr>
      ))}
    </tbody>
  );
}

const bearing = (node: MapNode) =>
  node.force === null ? (
    <span className="soft">{say('documentMap.noDuty')}</span>
  ) : (
    <ForceMark force={node.force} word={bearingWord(node) ?? undefined} />
  );
