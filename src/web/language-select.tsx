import { Select } from './kit/select/select.tsx';
import { chooseLanguage } from './language.ts';
import { language, languages, say } from './say.ts';

const options = Object.entries(languages).map(([id, { name }]) => ({ id, name, language: id }));

/** The languages by their own names. Another one draws the page anew. */
export const LanguageSelect = () => (
  <Select
    id="language"
    label={say('shell.language')}
    isLabelHidden
    empty=""
    options={options}
    value={language}
    onChange={chooseLanguage}
  />
);
