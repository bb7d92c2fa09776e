import { SaxesParser } from 'saxes';
import { fail, ok, type Result } from '../../core/base.ts';
import type { Limits, Refusal } from '../read/refusal.ts';

/** An element with its text and elements in their order. */
export type Element = {
  readonly name: string;
  readonly namespace: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Element | string)[];
  readonly line: number;
};

type Building = Omit<Element, 'children'> & { readonly children: (Element | string)[] };

/**
 * An XML text as a tree. A document type is refused whatever it says: by one, a small file names files of this machine, or
 * grows without end.
 */
export function readXml(text: string, { depth }: Limits): Result<Element, Refusal> {
  const parser = new SaxesParser({ xmlns: true });
  const open: Building[] = [];
  let root: Element | null = null;
  let refusal: Refusal | null = null;
  // The parser goes on after an error and has no way to stop but this.
  const stop = (why: Refusal): never => {
    refusal = why;
    throw new Error(why.message);
  };
  const place = (): string => `line ${parser.line}, column ${parser.column + 1}`;
  parser.on('error', (error) => {
    stop(broken(error.message, place()));
  });
  parser.on('doctype', () => {
    stop(documentType(place()));
  });
  parser.on('opentag', ({ local, uri, attributes }) => {
    if (open.length >= depth) stop(tooDeep(place(), depth));
    const named = Object.values(attributes).flatMap(({ name, prefix, value }) =>
      prefix === 'xmlns' || name === 'xmlns' || prefix !== '' ? [] : [[name, value] as const],
    );
    const element: Building = {
      name: local,
      namespace: uri,
      attributes: Object.fromEntries(named),
      children: [],
      line: parser.line,
    };
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  parser.on('closetag', () => void open.pop());
  parser.on('text', (words) => void open.at(-1)?.children.push(words));
  parser.on('cdata', (words) => void open.at(-1)?.children.push(words));
  try {
    parser.write(text).close();
  } catch (error) {
    if (refusal !== null) return fail(refusal);
    throw error;
  }
  return root === null ? fail(broken('it has no element', 'line 1')) : ok(root);
}

const broken = (why: string, at: string): Refusal => ({
  code: 'broken_xml',
  at,
  message: `Cannot read the XML: ${why.replace(/^\d+:\d+: /u, '')}; mend it there`,
});

const documentType = (at: string): Refusal => ({
  code: 'document_type',
  at,
  message: 'Cannot read: the XML declares a document type, by which it could name other files; take out <!DOCTYPE …>',
});

const tooDeep = (at: string, deepest: number): Refusal => ({
  code: 'too_deep',
  at,
  message: `Cannot read: nested deeper than ${deepest} levels, which no OSCAL document is`,
});
