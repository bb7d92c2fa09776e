import type { EditionLevel, EditionScale } from '../../core/guidance/edition.ts';
import { maybeTranslated, usualKeys, wordsOf } from './edition-words.ts';
import { below, isFields, numberOf, spotsOf, valueOf, type Spot } from './fields.ts';
import type { Notes } from './notes.ts';
import { loseRest } from './uncarried.ts';

/** The scale of a framework; null where it has none of its own. */
export function readScale(notes: Notes, framework: Spot): EditionScale | null {
  const levels = levelsOf(notes, framework);
  const scores = levels.map(({ score }) => score);
  const least = boundOf(
    notes,
    framework,
    'min_score',
    levels,
    scores.toSorted((left, right) => left - right),
  );
  const most = boundOf(
    notes,
    framework,
    'max_score',
    levels,
    scores.toSorted((left, right) => right - left),
  );
  if (least === null || most === null) return null;
  if (least >= most) {
    notes.find('upside_down_scale', framework.at, String(least), String(most));
    notes.lose('scale', framework.at, `${least} to ${most}`);
    return null;
  }
  for (const score of scores)
    if (score < least || score > most)
      notes.find('score_off_scale', below(framework.at, 'scores_definition'), ...[score, least, most].map(String));
  return { least, most, levels };
}

/** The end of a scale as it is said, or else of its steps. */
function boundOf(
  notes: Notes,
  framework: Spot,
  key: string,
  levels: readonly EditionLevel[],
  sorted: readonly number[],
): number | null {
  const said = numberOf(notes, framework, key);
  if (said !== null) return said;
  const isHalf =
    levels.length > 0 || ['min_score', 'max_score'].some((one) => typeof valueOf(framework, one) === 'number');
  if (isHalf) notes.find('half_scale', below(framework.at, key), `"${key}"`);
  return sorted[0] ?? null;
}

/** A list of steps, or in newer files a group in which the list is one of several. */
function levelsOf(notes: Notes, framework: Spot): readonly EditionLevel[] {
  const key = 'scores_definition';
  const value = valueOf(framework, key);
  const isWrapped = isFields(value) && Object.hasOwn(value, 'scale');
  const holder: Spot = isWrapped ? { at: below(framework.at, key), fields: value } : framework;
  if (isWrapped) loseRest(notes, holder, 'scales');
  return spotsOf(notes, holder, isWrapped ? 'scale' : key).flatMap((spot) => {
    const score = numberOf(notes, spot, 'score');
    const { title, text } = wordsOf(notes, spot, usualKeys);
    loseRest(notes, spot, 'score');
    if (score !== null)
      return [{ score, title: title ?? String(score), text, ...maybeTranslated(notes, spot, usualKeys) }];
    notes.find('missing_key', spot.at, '"score"', 'the step of the scale');
    notes.lose('scale', spot.at, title ?? spot.at);
    return [];
  });
}
