import { queryOptions } from '@tanstack/react-query';
import { ok, type Result } from '../../core/base.ts';
import { ask, askFor, askOrThrow, type Failure } from './ask.ts';
import { madeFile, type MadeFile } from './file.ts';

export const oscalForms = ['json', 'yaml', 'xml'] as const;
export type OscalForm = (typeof oscalForms)[number];

/** A document on its way: its name, and its bytes in base64. */
export type OscalFile = { readonly name: string; readonly content: string };

export type OscalModel =
  | 'catalog'
  | 'profile'
  | 'component-definition'
  | 'mapping-collection'
  | 'system-security-plan'
  | 'assessment-plan'
  | 'assessment-results'
  | 'plan-of-action-and-milestones';

/** What is ours in OSCAL; the order is that in which one stands on the other. */
export const oscalDocuments = [
  'catalog',
  'profile',
  'ssp',
  'assessment-plan',
  'assessment-results',
  'poam',
  'mapping',
  'framework',
] as const;
export type OscalDocument = (typeof oscalDocuments)[number];

export type OscalFinding = {
  readonly severity: 'error' | 'warning' | 'note';
  readonly pointer: string;
  readonly message: string;
};

export type OscalValidity = {
  readonly name: string;
  readonly model: OscalModel;
  readonly form: OscalForm;
  readonly oscalVersion: string | null;
  readonly schema: string;
  readonly isValid: boolean;
  readonly count: number;
  readonly findings: readonly OscalFinding[];
};

export const checkOscal = (document: OscalFile): Promise<Result<OscalValidity, Failure>> =>
  ask({ method: 'POST', path: '/api/oscal/validate', body: { document } });

export type OscalText = { readonly text: string; readonly form: OscalForm };

export const convertOscal = (
  document: OscalFile,
  form: OscalForm,
): Promise<Result<OscalText & { readonly lost: readonly string[] }, Failure>> =>
  ask({ method: 'POST', path: '/api/oscal/convert', body: { document, form } });

export type OscalResolved = OscalText & {
  readonly controls: number;
  readonly warnings: readonly { readonly document: string; readonly pointer: string; readonly message: string }[];
};

export const resolveOscal = (
  profile: OscalFile,
  catalogs: readonly OscalFile[],
  form: OscalForm,
): Promise<Result<OscalResolved, Failure>> =>
  ask({ method: 'POST', path: '/api/oscal/resolve', body: { documents: [profile], catalogs, form } });

export type OscalWanted = { readonly document: OscalDocument; readonly framework?: string; readonly form: OscalForm };

/** English, as all of OSCAL that we write: the request names no language. */
export async function exportOscal(wanted: OscalWanted): Promise<Result<MadeFile, Failure>> {
  const response = await askFor({ method: 'POST', path: '/api/oscal/export', body: wanted });
  return response.ok ? ok(await madeFile(response.value)) : response;
}

/** Our frameworks by name, for the documents that are about one. */
export const frameworkNamesQuery = queryOptions({
  queryKey: ['oscal', 'frameworks'],
  queryFn: async ({ signal }) =>
    (
      await askOrThrow<readonly { readonly id: string; readonly shortTitle: string }[]>({
        method: 'GET',
        path: '/api/library/frameworks',
        signal,
      })
    ).map(({ id, shortTitle }) => ({ id, name: shortTitle })),
  staleTime: Infinity,
});
