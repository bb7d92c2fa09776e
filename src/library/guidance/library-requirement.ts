import type { EditionRequirement } from '../../core/guidance/edition.ts';
import { translationsOf, wordsOf } from './edition-words.ts';
import { below, flagOf, numberOf, textOf, type Spot } from './fields.ts';
import { quoted } from './finding-kinds.ts';
import { groupsOf } from './library-groups.ts';
import { readQuestions, type QuestionScope } from './library-questions.ts';
import type { Drafted } from './requirement-order.ts';
import { loseRest } from './uncarried.ts';
import { urnOf, urnsOf } from './urns.ts';

const requirementKeys = {
  title: 'name',
  text: 'description',
  note: 'annotation',
  evidence: 'typical_evidence',
} as const;

/** A requirement; null where it has no name by which others could refer to it. */
export function readRequirement(scope: QuestionScope, spot: Spot): Drafted | null {
  const { notes } = scope.library;
  const id = urnOf(notes, spot, 'urn');
  const { evidence = null, ...words } = wordsOf(notes, spot, requirementKeys);
  const number = textOf(notes, spot, 'ref_id');
  if (id === null) {
    notes.find('missing_key', spot.at, '"urn"', 'the requirement');
    notes.lose('requirement', spot.at, number ?? words.title ?? words.text ?? spot.at);
    return null;
  }
  if (words.title === null && words.text === null && number === null) notes.find('nameless', spot.at, quoted(id));
  loseRest(notes, spot, 'requirement');
  const requirement: EditionRequirement = {
    ...words,
    id,
    parent: urnOf(notes, spot, 'parent_urn'),
    number,
    isAssessable: isAssessable(scope, spot),
    groups: groupsOf(notes, scope.groups, spot, 'implementation_groups'),
    evidence,
    weight: numberOf(notes, spot, 'weight'),
    refersTo: refersTo(scope, spot),
    questions: readQuestions(scope, spot),
    translations: translationsOf(notes, spot, requirementKeys),
  };
  return { at: spot.at, requirement, depth: numberOf(notes, spot, 'depth') };
}

function isAssessable({ library: { notes } }: QuestionScope, spot: Spot): boolean {
  const flag = flagOf(notes, spot, 'assessable');
  if (flag === null) notes.find('missing_flag', below(spot.at, 'assessable'), '"assessable"');
  return flag ?? false;
}

/** Threats and controls that it points to. Those of files that this one needs are looked for when it is stored. */
function refersTo({ library: { notes, catalogue, hasNeeds } }: QuestionScope, spot: Spot): readonly string[] {
  return ['threats', 'reference_controls'].flatMap((key) => {
    const urns = urnsOf(notes, spot, key);
    if (!hasNeeds)
      for (const urn of urns)
        if (!catalogue.has(urn)) notes.find('dangling_reference', below(spot.at, key), quoted(urn));
    return urns;
  });
}
