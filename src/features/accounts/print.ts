import type { Services } from '../../library/services.ts';
import { textTable } from '../../platform/text-table.ts';

const language = 'en';

/** A sentence of this feature for the command line. */
export const said = ({ library }: Services, key: string, values: Readonly<Record<string, string>> = {}): string =>
  library.words(language).translate(`accounts.${key}`, values);

/** A table whose heads are words of this feature. */
export const printed = (services: Services, heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  textTable(
    heads.map((head) => said(services, `heads.${head}`)),
    rows,
    heads.map(() => 'start'),
  );
