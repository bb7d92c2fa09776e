import type { FrameworkEdition } from '../../core/guidance/edition.ts';
import {
  rationales,
  type MappingSet,
  type PublishedRelation,
  type Rationale,
  type SetRelation,
} from '../../core/guidance/mapping-set.ts';
import { usualKeys, wordsOf } from './edition-words.ts';
import { below, numberOf, spotsOf, textOf, type Spot } from './fields.ts';
import { quoted } from './finding-kinds.ts';
import type { Library } from './inherited.ts';
import type { Notes } from './notes.ts';
import { loseRest } from './uncarried.ts';
import { urnOf } from './urns.ts';

const relations: ReadonlyMap<string, SetRelation> = new Map([
  ['equal', 'equal'],
  ['subset', 'subset'],
  ['superset', 'superset'],
  ['intersect', 'intersects'],
  ['not_related', 'none'],
]);
const allowed = [...relations.keys()].map(quoted).join(', ');

/** One direction of a mapping; null where it does not say between what. Neither framework need be in the file. */
export function readMappingSet(
  { notes, edition, publisher, publishedOn }: Library,
  frameworks: readonly FrameworkEdition[],
  spot: Spot,
): MappingSet | null {
  const names = (['urn', 'source_framework_urn', 'target_framework_urn'] as const).map((key) => {
    const urn = urnOf(notes, spot, key);
    if (urn === null) notes.find('missing_key', spot.at, quoted(key), 'the mapping');
    return urn;
  });
  const [urn, source, target] = names;
  const { title, text } = wordsOf(notes, spot, usualKeys);
  if (!urn || !source || !target) {
    notes.lose('mapping_set', spot.at, title ?? spot.at);
    return null;
  }
  if (title === null) notes.find('missing_title', spot.at, quoted(urn));
  loseRest(notes, spot, 'mapping_set');
  const relationsOfSet = readRules(notes, spot, endsOf(frameworks, source), endsOf(frameworks, target));
  const about = { urn, edition, title: title ?? urn, text, author: publisher, publishedOn, review: null };
  return { ...about, source, target, relations: relationsOfSet };
}

/** Requirements that a rule may start from or end at, and whether each is assessed; null where they are in another file. */
type Ends = { readonly urn: string; readonly isAssessable: ReadonlyMap<string, boolean> } | null;

function endsOf(frameworks: readonly FrameworkEdition[], urn: string): Ends {
  const framework = frameworks.find((one) => one.urn === urn);
  if (framework === undefined) return null;
  return { urn, isAssessable: new Map(framework.requirements.map((one) => [one.id, one.isAssessable])) };
}

function readRules(notes: Notes, set: Spot, from: Ends, to: Ends): readonly PublishedRelation[] {
  const seen = new Map<string, SetRelation[]>();
  return spotsOf(notes, set, 'requirement_mappings').flatMap((spot) => {
    const rule = readRule(notes, spot);
    if (rule === null) {
      notes.lose('mapping_rule', spot.at, () => JSON.stringify(spot.fields));
      return [];
    }
    checkEnd(notes, below(spot.at, 'source_requirement_urn'), rule.source, from);
    checkEnd(notes, below(spot.at, 'target_requirement_urn'), rule.target, to);
    return isNew(notes, spot, rule, seen) ? [rule] : [];
  });
}

function readRule(notes: Notes, spot: Spot): PublishedRelation | null {
  const [source, target] = [urnOf(notes, spot, 'source_requirement_urn'), urnOf(notes, spot, 'target_requirement_urn')];
  const said = textOf(notes, spot, 'relationship') ?? '';
  const relation = relations.get(said.trim().toLowerCase());
  if (source === null || target === null) {
    notes.find('missing_key', spot.at, 'An end', 'the rule');
    return null;
  }
  if (relation === undefined) {
    notes.find('unknown_relation', below(spot.at, 'relationship'), quoted(said), allowed);
    return null;
  }
  loseRest(notes, spot, 'rule');
  const annotation = textOf(notes, spot, 'annotation');
  const { rationale, prose } = rationaleOf(notes, spot);
  const note = [annotation, prose].filter((part) => part !== null).join('\n\n');
  return {
    source,
    target,
    relation,
    rationale,
    confidence: confidenceOf(notes, spot),
    note: note === '' ? null : note,
  };
}

/** Some publishers write a sentence where one of three words is expected. */
function rationaleOf(
  notes: Notes,
  spot: Spot,
): { readonly rationale: Rationale | null; readonly prose: string | null } {
  const said = textOf(notes, spot, 'rationale');
  const rationale = rationales.find((one) => one === said?.trim().toLowerCase()) ?? null;
  if (said === null || rationale !== null) return { rationale, prose: null };
  notes.find('prose_for_rationale', below(spot.at, 'rationale'), quoted(said));
  return { rationale, prose: said };
}

/** A strength from 0 to 10 as a part of one; others are on scales of their own, and a guess would be taken for a fact. */
function confidenceOf(notes: Notes, spot: Spot): number | null {
  const strength = numberOf(notes, spot, 'strength_of_relationship');
  if (strength === null || (strength >= 0 && strength <= 10)) return strength === null ? null : strength / 10;
  const at = below(spot.at, 'strength_of_relationship');
  notes.find('strength_beyond_scale', at, String(strength));
  notes.lose('strength', at, String(strength));
  return null;
}

function checkEnd(notes: Notes, at: string, urn: string, ends: Ends): void {
  if (ends === null) return;
  const isAssessable = ends.isAssessable.get(urn);
  if (isAssessable === undefined) notes.find('dangling_rule', at, quoted(urn), quoted(ends.urn));
  else if (!isAssessable) notes.find('rule_on_heading', at, quoted(urn));
}

function isNew(notes: Notes, { at, fields }: Spot, rule: PublishedRelation, seen: Map<string, SetRelation[]>): boolean {
  const { source, target, relation } = rule;
  const key = `${source}\n${target}`;
  const before = seen.get(key) ?? [];
  const other = before.find((one) => one !== relation);
  if (before.includes(relation)) {
    notes.find('duplicate_rule', at, quoted(source), quoted(target));
    notes.lose('mapping_rule', at, () => JSON.stringify(fields));
    return false;
  }
  if (other !== undefined) notes.find('contradicting_rule', at, quoted(source), quoted(target), relation, other);
  seen.set(key, [...before, relation]);
  return true;
}
