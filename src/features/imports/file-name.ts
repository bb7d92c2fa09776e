/** A name for a file: titles of publishers hold what no file name can. */
export const fileNameOf = (title: string, edition: string): string =>
  `${title} ${edition}`
    .normalize('NFKD')
    .replaceAll(/[^a-z0-9.]+/giu, '-')
    .replaceAll(/^-+|-+$/gu, '')
    .toLowerCase()
    .slice(0, 80) || 'guidance';
