import { fold } from '../library-search/fold.ts';
import type { Rationale, SetRelation } from './mapping-set.ts';

/** A word of a cell without case, accents and signs between. */
const plain = (word: string): string =>
  fold(word)
    .replaceAll(/[_\-\s’'.]+/gu, ' ')
    .trim();

const table = <Value extends string>(words: Readonly<Record<Value, string>>): ReadonlyMap<string, Value> =>
  new Map(
    (Object.keys(words) as Value[]).flatMap((value) =>
      words[value].split('|').map((word) => [plain(word), value] as const),
    ),
  );

/**
 * Words for a relation, read from source to target. What others call "partial" or "covers" is in none of these: the words
 * do not say which of the sets is larger.
 * @source NIST IR 8477, section 4.3; NIST OLIR templates; OSCAL 1.2 mapping model, `relationship`
 */
const relations = table<SetRelation>({
  equal:
    'equal|equal to|equals|is equal to|=|identical|identical to|gleich|identisch|egal|egal a|identique|igual|igual a|identico|uguale|uguale a|gelijk|gelijk aan|identiek|rowny|rowne|identyczny|rovna se|shodny|lika med|identisk|lig med|sama kuin|egyenlo|egal cu|ισο|ισο με|ταυτιζεται|ιδιο',
  equivalent:
    'equivalent|equivalent to|is equivalent to|≡|aquivalent|gleichwertig|equivalent a|equivalente|equivalente a|gelijkwaardig|gelijkwaardig aan|rownowazny|ekvivalentni|likvardig|ligevaerdig|vastaava|egyenerteku|echivalent|echivalent cu|ισοδυναμο|ισοδυναμο με',
  subset:
    'subset|subset of|is subset of|is a subset of|⊂|⊆|teilmenge|teilmenge von|sous ensemble|sous ensemble de|subconjunto|subconjunto de|sottoinsieme|sottoinsieme di|deelverzameling|deelverzameling van|podzbior|podmnozina|delmangd|delmaengde|osajoukko|reszhalmaz|submultime|υποσυνολο|υποσυνολο του',
  superset:
    'superset|superset of|is superset of|is a superset of|⊃|⊇|obermenge|obermenge von|sur ensemble|sur ensemble de|surensemble|superconjunto|superconjunto de|superinsieme|sovrainsieme|soprainsieme|bovenverzameling|nadzbior|nadmnozina|supermangd|overmaengde|ylajoukko|bovebb halmaz|supramultime|υπερσυνολο|υπερσυνολο του',
  intersects:
    'intersects|intersect|intersects with|intersection|∩|overlaps|overlaps with|overlap|uberschneidet|uberschneidet sich mit|uberschneidung|intersecte|intersecte avec|chevauche|recoupe|interseca|interseca con|se cruza con|se superpone|si interseca con|si sovrappone|intersecta|sobrepoe|overlapt|overlapt met|snijdt|przecina|przecina sie z|protina se|overlappar|overlapper|leikkaa|metszi|se intersecteaza|τεμνει|τεμνεται με|επικαλυπτεται',
  none: 'none|not related|not related to|no relationship|no relation|unrelated|∅|keine|keine beziehung|aucune|aucune relation|sans rapport|ninguna|sin relacion|nessuna|nessuna relazione|nenhuma|sem relacao|geen|geen relatie|brak|brak relacji|zadny|bez vztahu|ingen|ei yhteytta|nincs|fara legatura|καμια|καμια σχεση|καμια σχεση με|χωρις σχεση',
});

const rationaleWords = table<Rationale>({
  syntactic:
    'syntactic|syntactical|syntaktisch|syntaxique|sintactico|sintattico|sintatico|syntactisch|skladniowy|syntakticky|syntaktisk|syntaktinen|szintaktikai|sintactic|συντακτικη|συντακτικο',
  semantic:
    'semantic|semantisch|semantique|semantico|semantyczny|semanticky|semantisk|semanttinen|szemantikai|εννοιολογικη|σημασιολογικη|σημασιολογικο',
  functional:
    'functional|funktional|fonctionnel|funcional|funzionale|functioneel|funkcjonalny|funkcni|funktionell|funktionel|toiminnallinen|funkcionalis|λειτουργικη|λειτουργικο',
});

const answers = table<'yes' | 'no'>({
  yes: 'yes|y|true|1|x|✓|✔|☑|ja|j|oui|o|si|s|sim|tak|t|ano|a|kylla|igen|i|da|ναι|wahr|vrai|verdadero|vero|verdadeiro|waar|applicable|anwendbar|zutreffend|aplicable|applicabile|aplicavel|van toepassing|dotyczy|included|retenu|εφαρμοσιμο|εφαρμοζεται',
  no: 'no|n|false|0|✗|✘|☐|nein|non|nao|nee|nie|ne|nej|ei|nem|nu|οχι|falsch|faux|falso|onwaar|not applicable|n/a|na|nicht anwendbar|entfallt|non applicable|no aplica|no aplicable|non applicabile|nao aplicavel|niet van toepassing|nvt|nie dotyczy|excluded|exclu|δεν εφαρμοζεται|μη εφαρμοσιμο',
});

/** The relation that a word names; null where it names none that we know. */
export const relationOf = (word: string): SetRelation | null => relations.get(plain(word)) ?? null;
/** The rationale likewise. */
export const rationaleOf = (word: string): Rationale | null => rationaleWords.get(plain(word)) ?? null;
/** Whether a cell says yes or no; null where it says neither. */
export function yesNoOf(word: string): boolean | null {
  const said = answers.get(plain(word));
  return said === undefined ? null : said === 'yes';
}
/** A mark in a column that stands for one thing: "x" under "IG1". */
export const isMark = (word: string): boolean => /^(?:x|✓|✔|☑|•|●|1|yes|ja|oui|sí|si|sim|tak|ναι)$/iu.test(word.trim());
