import * as widgets from 'react-aria-components/i18n/el-GR';
import { joined, widgetsOf, type WordFiles } from './joined.ts';

/** Greek: whatever files there are; English stands where one lacks a word. */
const files: WordFiles = import.meta.glob(
  [
    '../../../content/words/el/common.json',
    '../../../content/words/el/{changes,compared,coverage,crosswalk,imports,oscal,variation}.json',
    '../../../content/words/el/screens/*.json',
  ],
  { eager: true, import: 'default' },
);
export const words = joined(files);
/** What widgets say by themselves. */
export const widgetStrings = widgetsOf(widgets);
