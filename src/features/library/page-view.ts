import { z } from 'zod';
import { forces } from '../../core/content/obligation-rule.ts';
import { sizeClasses } from '../../core/content/safeguard.ts';
import type { IsoDate } from '../../core/content/verification.ts';
import { itemKinds } from '../../core/library-item/item.ts';

const list = <View extends z.ZodType>(view: View) => z.array(view).readonly();
const text = z.string();
const isoDate = z.string() as unknown as z.ZodType<IsoDate>;
export const statusView = z.enum(['verified', 'secondary', 'editorial', 'recall']);
const relation = z.enum(['equal', 'subset-of', 'superset-of', 'intersects-with']);
const rating = z.enum(['fully', 'largely', 'partially', 'not_implemented', 'unknown', 'not_applicable']);
const kind = z.enum(itemKinds);
const force = z.enum(forces);
const span = z.tuple([z.number(), z.number()]).readonly();

export const linkView = z.object({ ref: text, kind, code: text.optional(), title: text, language: text.optional() });

const row = linkView.extend({
  note: text.optional(),
  clauses: list(z.object({ ref: text, code: text, relation })).optional(),
  force: force.optional(),
  from: text.optional(),
  rating: rating.optional(),
  check: statusView.optional(),
  status: text.optional(),
  strength: z.number().optional(),
  safeguards: z.number().int().optional(),
  depth: z.number().int().optional(),
  country: text.optional(),
  isNamed: z.boolean().optional(),
});

const counts = z.object({
  fully: z.number(),
  largely: z.number(),
  partially: z.number(),
  not_implemented: z.number(),
  unknown: z.number(),
});

const body = z.object({
  office: text,
  name: text.nullable(),
  does: text.nullable(),
  url: text.nullable(),
  email: text.nullable(),
  check: statusView,
});

const section = z.discriminatedUnion('kind', [
  z.object({ id: text, kind: z.literal('prose'), paragraphs: list(text) }),
  z.object({ id: text, kind: z.enum(['list', 'steps']), items: list(text) }),
  z.object({ id: text, kind: z.literal('levels'), partially: text, largely: text, fully: text }),
  z.object({
    id: text,
    kind: z.literal('effort'),
    rows: list(z.object({ size: z.enum(sizeClasses), days: span, costEur: span })),
    note: text,
  }),
  z.object({ id: text, kind: z.literal('people'), rows: list(z.object({ part: text, roles: list(linkView) })) }),
  z.object({ id: text, kind: z.literal('voices'), rows: list(z.object({ role: linkView, text })) }),
  z.object({ id: text, kind: z.literal('rows'), rows: list(row) }),
  z.object({ id: text, kind: z.literal('states'), rows: list(linkView.extend({ counts, notApplicable: z.number() })) }),
  z.object({ id: text, kind: z.literal('bodies'), rows: list(body) }),
]);

/** The page of an item as JSON: the shape of `ItemPage` in core. */
export const pageView = z.object({
  ref: text,
  kind,
  code: text.nullable(),
  title: text,
  language: text.optional(),
  sort: text.nullable(),
  lead: text.nullable(),
  crumbs: list(linkView),
  previous: linkView.nullable(),
  next: linkView.nullable(),
  url: text.nullable(),
  notes: list(text),
  facts: list(
    z.object({
      id: text,
      text: text.optional(),
      date: text.optional(),
      word: text.optional(),
      url: text.optional(),
      links: list(linkView).optional(),
      check: statusView.optional(),
    }),
  ),
  life: list(z.object({ date: text, event: text, isAhead: z.boolean() })),
  sections: list(section),
  used: list(z.object({ of: kind, links: list(linkView) })),
  verification: z.object({ status: statusView, checkedOn: isoDate, sources: list(text), note: text.optional() }),
  own: z
    .object({
      force: z
        .object({ force, from: text.optional(), through: text.optional(), duty: linkView, reason: text })
        .nullable(),
      touch: z
        .object({ total: z.number(), inPlace: z.number(), unknown: z.number(), notApplicable: z.number() })
        .nullable(),
      rating: rating.nullable(),
      rank: z.object({ rank: z.number(), of: z.number() }).nullable(),
    })
    .nullable(),
  cited: z.record(text, z.object({ name: text, ref: text, check: statusView })),
});
