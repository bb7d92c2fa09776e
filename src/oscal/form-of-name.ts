import type { Form } from './read/read.ts';

/** The form that a file's name asks for; null where its end is none of ours. */
export function formOfName(name: string): Form | null {
  const end = /\.([a-z]+)$/iu.exec(name)?.[1]?.toLowerCase();
  if (end === 'json' || end === 'xml') return end;
  return end === 'yaml' || end === 'yml' ? 'yaml' : null;
}
