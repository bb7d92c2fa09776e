import { stemmer as danish } from '@orama/stemmers/danish';
import { stemmer as dutch } from '@orama/stemmers/dutch';
import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as finnish } from '@orama/stemmers/finnish';
import { stemmer as french } from '@orama/stemmers/french';
import { stemmer as german } from '@orama/stemmers/german';
import { stemmer as greek } from '@orama/stemmers/greek';
import { stemmer as hungarian } from '@orama/stemmers/hungarian';
import { stemmer as irish } from '@orama/stemmers/irish';
import { stemmer as italian } from '@orama/stemmers/italian';
import { stemmer as lithuanian } from '@orama/stemmers/lithuanian';
import { stemmer as portuguese } from '@orama/stemmers/portuguese';
import { stemmer as romanian } from '@orama/stemmers/romanian';
import { stemmer as spanish } from '@orama/stemmers/spanish';
import { stemmer as swedish } from '@orama/stemmers/swedish';

type Stemmer = (word: string) => string;

const stemmers: Readonly<Record<string, Stemmer>> = {
  da: danish,
  de: german,
  el: greek,
  en: english,
  es: spanish,
  fi: finnish,
  fr: french,
  ga: irish,
  hu: hungarian,
  it: italian,
  lt: lithuanian,
  nl: dutch,
  pt: portuguese,
  ro: romanian,
  sv: swedish,
};

/** In languages without rules here (the package’s Bulgarian ones fail on plurals), words of the same first letters count as one: endings stand at the end. */
const firstLetters = 6;
const cut: Stemmer = (word) => word.slice(0, firstLetters);

/** The stem of a word in small letters, by the rules of Snowball where a language has them. */
export const stemWord = (word: string, language: string): string => (stemmers[language] ?? cut)(word);
