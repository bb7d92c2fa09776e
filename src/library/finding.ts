/** Library: reads content and profiles from files and says everything that is wrong with them, by file and line. */

/** One thing wrong in a file. Reading returns all of them, not the first. */
export type Finding = {
  /** Relative to the content folder, or the name the user gave. */
  readonly file: string;
  /** 1-based; 0 where a finding concerns the whole file. */
  readonly line: number;
  /** Where in the file, as keys are written there: `roles.ceo.actions[2]`. */
  readonly path: string;
  readonly rule: string;
  readonly message: string;
};

export const printFinding = ({ file, line, path, message }: Finding): string =>
  `${file}${line > 0 ? `:${line}` : ''}${path === '' ? '' : ` ${path}`}: ${message}`;
