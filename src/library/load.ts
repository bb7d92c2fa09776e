import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Content, ContentKind } from '../core/content/content.ts';
import { contentKinds } from '../core/content/content.ts';
import type { Finding } from './finding.ts';
import { schemas } from './schema/index.ts';
import { safeguardId } from './schema/parts.ts';
import { locate } from './locate.ts';
import { type Path, readYaml } from './yaml.ts';

/** One content file as read: what rules need to name file and line. */
export type ContentFile = {
  readonly kind: ContentKind;
  /** Relative to the content folder, with forward slashes. */
  readonly file: string;
  readonly text: string;
  /** Null where the file does not fit its schema. */
  readonly item: unknown;
};

/** Every safeguard id that was ever given out, and the file that says so. */
export type Ledger = {
  readonly safeguards: readonly string[];
  readonly retired: readonly string[];
  readonly file: Pick<ContentFile, 'file' | 'text'>;
};

export type LoadedContent = {
  readonly ledger: Ledger;
  readonly content: Content;
  readonly files: readonly ContentFile[];
  readonly findings: readonly Finding[];
  /** SHA-256 over names and bytes of all files, in hexadecimal: same digest, same content. */
  readonly digest: string;
};

/** Reads every file of every kind. Items that do not fit their schema are left out and reported. */
export function loadContent(folder: string): LoadedContent {
  const files: ContentFile[] = [];
  const findings: Finding[] = [];
  const hash = createHash('sha256');
  for (const kind of contentKinds) {
    for (const name of yamlNames(join(folder, kind))) {
      const file = `${kind}/${name}`;
      const text = readFileSync(join(folder, file), 'utf8');
      hash.update(file).update('\0').update(text).update('\0');
      const { item, problems } = readItem(kind, text);
      findings.push(...problems.map((problem) => ({ file, ...problem })));
      files.push({ kind, file, text, item });
    }
  }
  const ledger = readLedger(folder, findings);
  return { content: contentOf(files), files, findings, ledger, digest: hash.digest('hex') };
}

const ledgerSchema = z.strictObject({ safeguards: z.array(safeguardId), retired: z.array(safeguardId) });

function readLedger(folder: string, findings: Finding[]): Ledger {
  const file = 'ledger.yaml';
  const text = readFileSync(join(folder, file), 'utf8');
  const read = readYaml(text);
  const parsed = ledgerSchema.safeParse(read.ok ? read.value : null);
  if (!parsed.success) findings.push(...parsed.error.issues.map((issue) => ({ file, ...schemaProblem(text, issue) })));
  return { safeguards: parsed.data?.safeguards ?? [], retired: parsed.data?.retired ?? [], file: { file, text } };
}

const yamlNames = (folder: string): readonly string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .toSorted();

type Problem = Omit<Finding, 'file'>;

function readItem(kind: ContentKind, text: string): { item: unknown; problems: readonly Problem[] } {
  const read = readYaml(text);
  if (!read.ok)
    return { item: null, problems: [{ line: read.error.line, path: '', rule: 'yaml', message: read.error.message }] };
  const parsed = (schemas[kind] as z.ZodType).safeParse(read.value);
  if (parsed.success) return { item: parsed.data, problems: [] };
  return { item: null, problems: parsed.error.issues.map((issue) => schemaProblem(text, issue)) };
}

function schemaProblem(text: string, issue: z.core.$ZodIssue): Problem {
  const deepest = deepestIssue(issue);
  return { ...locate(text, deepest.path as Path), rule: 'schema', message: messageOf(deepest) };
}

/** A union reports only that nothing matched; the branch that went furthest into the data says why. */
function deepestIssue(issue: z.core.$ZodIssue): z.core.$ZodIssue {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return issue;
  const inner = issue.errors.flat().toSorted((left, right) => right.path.length - left.path.length)[0];
  return inner === undefined ? issue : deepestIssue({ ...inner, path: [...issue.path, ...inner.path] });
}

const messageOf = (issue: z.core.$ZodIssue): string =>
  issue.code === 'unrecognized_keys' ? `unknown key ${issue.keys.map((key) => `"${key}"`).join(', ')}` : issue.message;

function contentOf(files: readonly ContentFile[]): Content {
  const items = (kind: ContentKind) =>
    files.filter((file) => file.kind === kind && file.item !== null).map((file) => file.item);
  const content = Object.fromEntries(contentKinds.map((kind) => [kind, items(kind)])) as unknown as Content;
  return { ...content, chapters: content.chapters.toSorted((left, right) => left.number - right.number) };
}
