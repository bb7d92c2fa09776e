import { unreachable } from '../../../core/base.ts';
import type { RichText } from '../../../core/report/prose.ts';
import type { Block } from '../../../core/report/report.ts';
import { Chart } from '../../../web/kit/chart/chart.tsx';
import { Twin } from '../../../web/kit/twin/twin.tsx';
import { DataTable } from './data-table.tsx';
import { Decisions, Resolution } from './decisions.tsx';
import { Part, PartHeading } from './part.tsx';
import { useReader } from './reader-context.ts';
import { Rich } from './rich.tsx';
import { Contacts, Safeguards, Things } from './row-blocks.tsx';

/** The blocks of a section in order. */
export const Blocks = ({ blocks, section }: { readonly blocks: readonly Block[]; readonly section: string }) =>
  blocks.map((block, index) => <OneBlock key={index} block={block} id={`${section}-${index + 1}`} />);

function OneBlock({ block, id }: { readonly block: Block; readonly id: string }) {
  switch (block.kind) {
    case 'paragraph':
      return (
        <p>
          <Rich text={block.text} />
        </p>
      );
    case 'heading':
      return <PartHeading>{block.text}</PartHeading>;
    case 'list':
      return (
        <Part label={block.label}>
          <RichList items={block.items} isOrdered={block.ordered} />
        </Part>
      );
    case 'labelled':
      return (
        <Part label={block.label}>
          <p>
            <Rich text={block.text} />
          </p>
        </Part>
      );
    case 'facts':
      return <Facts rows={block.rows} />;
    case 'table':
      return (
        <Part label={block.label}>
          <DataTable table={block.table} id={id} name={block.label} />
        </Part>
      );
    case 'chart':
      return <Picture block={block} id={id} />;
    case 'callout':
      return (
        <aside className="callout" aria-labelledby={id}>
          <PartHeading id={id}>{block.title}</PartHeading>
          <RichList items={block.items} isOrdered={false} />
        </aside>
      );
    case 'decisions':
      return <Decisions block={block} />;
    case 'resolution':
      return <Resolution block={block} />;
    case 'safeguards':
      return (
        <Part label={block.label}>
          <Safeguards block={block} id={id} />
        </Part>
      );
    case 'things':
      return <Things block={block} />;
    case 'contacts':
      return <Contacts block={block} />;
    default:
      return unreachable(block);
  }
}

function RichList({ items, isOrdered }: { readonly items: readonly RichText[]; readonly isOrdered: boolean }) {
  const rows = items.map((item, index) => (
    <li key={index}>
      <Rich text={item} />
    </li>
  ));
  return isOrdered ? <ol className="numbered">{rows}</ol> : <ul className="dashed">{rows}</ul>;
}

export const Facts = ({ rows }: { readonly rows: readonly { readonly label: string; readonly text: RichText }[] }) => (
  <dl className="facts">
    {rows.map(({ label, text }, index) => (
      <div key={index}>
        <dt>{label}</dt>
        <dd>
          <Rich text={text} />
        </dd>
      </div>
    ))}
  </dl>
);

/** A picture with its finding in words, and its numbers as a table; where there is no room, the table alone. */
function Picture({ block, id }: { readonly block: Extract<Block, { kind: 'chart' }>; readonly id: string }) {
  const { report } = useReader();
  return (
    <figure className="picture">
      <Chart chart={block.chart} alt={block.alt} />
      <figcaption>{block.caption}</figcaption>
      <Twin title={report.words.asTable}>
        <DataTable table={block.table} id={id} name={block.caption} />
      </Twin>
    </figure>
  );
}
