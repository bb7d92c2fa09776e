import { chaptersGuide } from './chapters-guide.ts';
import { chiefGuide } from './chief-guide.ts';
import { contextOf, framed } from './frame.ts';
import type { GuideInput } from './guide-input.ts';
import { practiceGuide } from './practice-guide.ts';
import type { Report } from './report.ts';

/** The guide of one organisation, or the common one, for one role. Pure: same input, same model. */
export function buildGuide(input: GuideInput): Report {
  const context = contextOf(input);
  switch (input.role) {
    case 'ceo':
      return framed(context, chiefGuide(context));
    case 'practice':
      return framed(context, practiceGuide(context));
    default:
      return framed(context, chaptersGuide(context));
  }
}
