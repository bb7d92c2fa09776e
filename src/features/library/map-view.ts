import { z } from 'zod';
import { documentKinds, documentRelations } from '../../core/content/document.ts';
import { forces } from '../../core/content/obligation-rule.ts';
import { bands } from '../../core/document-map/map.ts';
import { subjects } from '../../core/document-map/subjects.ts';
import { linkView, statusView } from './page-view.ts';

/** The map as it leaves the server. */
export const mapView = z.object({
  hasOrganisation: z.boolean(),
  nationalAct: z
    .object({ country: linkView, title: z.string().nullable(), status: z.string(), check: statusView })
    .nullable(),
  nodes: z
    .array(
      z.object({
        ref: z.string(),
        title: z.string(),
        fullTitle: z.string(),
        sort: z.enum([...documentKinds, 'pipeline-law']),
        publisher: z.string().nullable(),
        date: z.string().nullable(),
        status: z.string().nullable(),
        band: z.enum(bands),
        subject: z.enum(subjects),
        topics: z.array(linkView).readonly(),
        requirements: z.number().int().nullable().describe('Null: not broken down into citable parts'),
        safeguards: z
          .number()
          .int()
          .nullable()
          .describe('Safeguards that touch a part, answer a clause or discharge a duty; null: not listed'),
        duties: z.number().int(),
        chapters: z.number().int(),
        force: z.enum(forces).nullable(),
        from: z.string().nullable(),
        check: statusView,
      }),
    )
    .readonly(),
  ties: z
    .array(
      z.object({ from: z.string(), to: z.string(), as: z.enum([...documentRelations, 'superseded-by', 'bears-on']) }),
    )
    .readonly(),
});
