/** The table of kinds: which schema reads which folder. */
import type { z } from 'zod';
import type { ContentKind, ContentKinds } from '../../core/content/content.ts';
import { chapterSchema } from './chapters.ts';
import { countrySchema } from './countries.ts';
import { documentSchema } from './documents.ts';
import { frameworkSchema } from './frameworks.ts';
import { methodSchema } from './methods.ts';
import { obligationSchema } from './obligations.ts';
import { assetGroupSchema, roleSchema, statisticSchema, threatSchema, topicSchema } from './reference.ts';
import { secondReadingSchema } from './readings.ts';
import { safeguardSchema } from './safeguards.ts';
import { variationSchema } from './variation.ts';
import { practiceSchema, pipelineSchema, termSchema } from './shared.ts';

export const schemas: { readonly [Kind in ContentKind]: z.ZodType<ContentKinds[Kind]> } = {
  documents: documentSchema,
  frameworks: frameworkSchema,
  safeguards: safeguardSchema,
  topics: topicSchema,
  threats: threatSchema,
  'asset-groups': assetGroupSchema,
  roles: roleSchema,
  countries: countrySchema,
  statistics: statisticSchema,
  chapters: chapterSchema,
  obligations: obligationSchema,
  methods: methodSchema,
  practices: practiceSchema,
  pipeline: pipelineSchema,
  terms: termSchema,
  variation: variationSchema,
  readings: secondReadingSchema,
};
