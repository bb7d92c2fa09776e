import type { FrameworkEdition } from '../../core/guidance/edition.ts';
import { translationsOf, usualKeys, wordsOf } from './edition-words.ts';
import { below, spotsOf, textOf, type Spot } from './fields.ts';
import { quoted } from './finding-kinds.ts';
import type { Library } from './inherited.ts';
import { readGroups } from './library-groups.ts';
import { indexQuestions } from './library-questions.ts';
import { readRequirement } from './library-requirement.ts';
import { readScale } from './library-scale.ts';
import { inOrder } from './requirement-order.ts';
import { loseRest } from './uncarried.ts';
import { urnOf } from './urns.ts';

/** A framework; null where it has no name by which others could refer to it. */
export function readFramework(library: Library, spot: Spot): FrameworkEdition | null {
  const { notes } = library;
  const urn = urnOf(notes, spot, 'urn');
  const { title, text } = wordsOf(notes, spot, usualKeys);
  if (urn === null) {
    notes.find('missing_key', spot.at, '"urn"', 'the framework');
    notes.lose('framework', spot.at, title ?? spot.at);
    return null;
  }
  const number = textOf(notes, spot, 'ref_id');
  if (title === null) notes.find('missing_title', spot.at, quoted(number ?? urn));
  loseRest(notes, spot, 'framework');
  const spots = spotsOf(notes, spot, 'requirement_nodes');
  const groups = readGroups(notes, spot);
  const scope = { library, groups, questions: indexQuestions(spots), asked: new Set<string>() };
  const requirements = inOrder(
    notes,
    spots.flatMap((node) => readRequirement(scope, node) ?? []),
  );
  if (requirements.length === 0) notes.find('no_requirements', below(spot.at, 'requirement_nodes'), quoted(urn));
  return {
    urn,
    edition: library.edition,
    number,
    title: title ?? number ?? urn,
    text,
    language: library.language,
    publisher: library.publisher,
    publishedOn: library.publishedOn,
    groups: groups.declared,
    scale: readScale(notes, spot),
    requirements,
    translations: translationsOf(notes, spot, usualKeys),
  };
}
