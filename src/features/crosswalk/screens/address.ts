import { onlys, type Only } from '../../../core/crosswalk/view.ts';

/** The part of a crosswalk that an address names. */
export type CrosswalkAddress = {
  readonly from?: string;
  readonly to?: string;
  readonly steps?: '1' | '2' | '3';
  readonly only?: Only;
  readonly row?: string;
  readonly column?: string;
  readonly skip?: number;
};

const text = (value: unknown): string | undefined => {
  const said = typeof value === 'number' ? String(value) : value;
  return typeof said === 'string' && said !== '' ? said : undefined;
};

/** Reads an address; what it does not know is left out. */
export function readCrosswalk(search: Readonly<Record<string, unknown>>): CrosswalkAddress {
  const [from, to, row, column] = [search['from'], search['to'], search['row'], search['column']].map(text);
  const steps = (['1', '2', '3'] as const).find((one) => one === text(search['steps']));
  const only = onlys.find((one) => one === search['only']);
  const skip = Number(search['skip']);
  return {
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(steps === undefined ? {} : { steps }),
    ...(only === undefined ? {} : { only }),
    ...(row === undefined ? {} : { row }),
    ...(column === undefined ? {} : { column }),
    ...(Number.isSafeInteger(skip) && skip > 0 && skip < 1_000_000 ? { skip } : {}),
  };
}

/** The same crosswalk, another part: from its first row on. */
export const withPart = (
  { from, to, steps, only, row, column }: CrosswalkAddress,
  part: Partial<Record<'only' | 'row' | 'column' | 'steps', string | undefined>>,
): CrosswalkAddress => readCrosswalk({ from, to, steps, only, row, column, ...part });
