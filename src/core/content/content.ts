import type { Chapter } from './chapter.ts';
import type { Country } from './country.ts';
import type { Document } from './document.ts';
import type { Framework } from './framework.ts';
import type { Method } from './method.ts';
import type { ObligationRule } from './obligation-rule.ts';
import type { AssetGroup, Role, Statistic, Threat, Topic } from './reference.ts';
import type { Safeguard } from './safeguard.ts';
import type { SecondReading } from './second-reading.ts';
import type { Variation } from './variation.ts';
import type { Practice, PipelineLaw, Term } from './shared.ts';

/** Every kind of content with the type of its items. The folder in content/ has the name of the kind. */
export type ContentKinds = {
  documents: Document;
  frameworks: Framework;
  safeguards: Safeguard;
  topics: Topic;
  threats: Threat;
  'asset-groups': AssetGroup;
  roles: Role;
  countries: Country;
  statistics: Statistic;
  chapters: Chapter;
  obligations: ObligationRule;
  methods: Method;
  practices: Practice;
  pipeline: PipelineLaw;
  terms: Term;
  variation: Variation;
  readings: SecondReading;
};
export type ContentKind = keyof ContentKinds;
export const contentKinds = [
  'documents',
  'frameworks',
  'safeguards',
  'topics',
  'threats',
  'asset-groups',
  'roles',
  'countries',
  'statistics',
  'chapters',
  'obligations',
  'methods',
  'practices',
  'pipeline',
  'terms',
  'variation',
  'readings',
] as const satisfies readonly ContentKind[];

/** All content in one language, in order of id (chapters by number). */
export type Content = { readonly [Kind in ContentKind]: readonly ContentKinds[Kind][] };
