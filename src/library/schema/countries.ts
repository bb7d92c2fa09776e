import { z } from 'zod';
import type { Country } from '../../core/content/country.ts';
import { countryCode, isoDate, sourced, text, url, verification, webAddress } from './parts.ts';

const incident = z.strictObject({
  anchor: z.enum(['awareness', 'detection', 'classification', 'determination', 'not_stated']),
  earlyHours: z.number().positive().max(200).nullable(),
  notificationHours: z.number().positive().max(200).nullable(),
  final: z
    .strictObject({
      amount: z.number().int().positive().max(100),
      unit: z.enum(['months', 'days', 'working_days']),
      after: z.enum(['notification', 'first_warning', 'resolution', 'recovery', 'end_of_impact']),
    })
    .nullable(),
  note: text.optional(),
  verification,
});

const nationalAct = z.strictObject({
  title: text,
  url,
  status: z.enum(['in_force', 'published', 'draft', 'none', 'not_applicable']),
  publishedOn: isoDate.optional(),
  inForceFrom: isoDate.optional(),
  laterDuties: z.array(z.strictObject({ obligation: text, from: isoDate, note: text })),
  carriesFormerOperators: z.boolean().nullable(),
  disregardsIndependentGroup: z.boolean().nullable(),
  statusNote: text,
  asOf: isoDate,
  verification,
});

const body = z
  .strictObject({ name: text, url: webAddress.optional(), email: z.email().optional(), role: text, verification })
  .nullable();

export const countrySchema = z.strictObject({
  code: countryCode,
  name: text,
  group: z.enum(['eu', 'eea_efta', 'other']),
  languages: z.array(text).min(1),
  timeZone: z.string().regex(/^[A-Z][A-Za-z]+\/[A-Za-z_]+$/, { error: 'must be an IANA zone such as Europe/Athens' }),
  nis2: nationalAct,
  incident,
  reportTo: body.optional(),
  authority: body,
  csirt: body,
  dataProtectionAuthority: body,
  contactPoint: body,
  healthCsirt: body,
  nationalFramework: sourced(text).nullable(),
  notes: z.array(sourced(text)),
  verification,
}) satisfies z.ZodType<Country>;
