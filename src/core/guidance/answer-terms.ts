import { plainHead } from './column-names.ts';

/** What an answer says of a requirement, in one word. */
export const answerStates = [
  'implemented',
  'partly',
  'planned',
  'not_implemented',
  'not_applicable',
  'not_assessed',
] as const;
export type AnswerState = (typeof answerStates)[number];

/** Words of statements and assessments, parted by "|". "In review" or "accepted" are in none: they say nothing of a state. */
const words: Readonly<Record<AnswerState, string>> = {
  implemented:
    'implemented|fully implemented|in place|done|completed|complete|compliant|fully compliant|conform|achieved|fulfilled|met|satisfied|yes|active|umgesetzt|vollstandig umgesetzt|vollstandig|erfullt|konform|ja|mis en oeuvre|mise en oeuvre|en place|realise|realisee|conforme|oui|implementado|implementada|implantado|implantada|cumple|si|sí|implementato|implementata|attuato|attuata|realizzato|sim|implementado totalmente|geimplementeerd|ingevoerd|voldoet|wdrozone|wdrozony|wdrozona|spelnione|zgodne|tak|zavedeno|splneno|ano|infort|genomfort|uppfyllt|implementeret|opfyldt|toteutettu|kylla|megvalositva|megvalosult|igen|implementat|realizat|da|υλοποιημενο|υλοποιηθηκε|υλοποιημενος|σε εφαρμογη|εφαρμοζεται|συμμορφωση|ναι',
  partly:
    'partly|partially|partial|partly implemented|partially implemented|partially compliant|in part|in progress|ongoing|started|teilweise|teilweise umgesetzt|zum teil|in arbeit|in umsetzung|begonnen|partiel|partiellement|partiellement conforme|partiellement mis en oeuvre|en cours|parcial|parcialmente|parcialmente implementado|en curso|parziale|parzialmente|parzialmente attuato|in corso|em curso|parcialmente conforme|gedeeltelijk|deels|gedeeltelijk geimplementeerd|in uitvoering|czesciowo|czesciowo wdrozone|w trakcie|castecne|castecne zavedeno|probiha|delvis|delvist|pagar|pagaende|i gang|osittain|kaynnissa|reszben|folyamatban|partial implementat|in curs|μερικως|εν μερει|μερικως υλοποιημενο|σε εξελιξη|υπο υλοποιηση',
  planned:
    'planned|to do|todo|to be implemented|scheduled|not started|geplant|offen|vorgesehen|nicht begonnen|planifie|planifiee|prevu|prevue|a faire|planificado|planificada|previsto|pendiente|por hacer|pianificato|pianificata|da fare|planeado|por fazer|gepland|nog te doen|planowane|zaplanowane|do zrobienia|planovano|planerad|planerat|planlagt|suunniteltu|tervezett|planificat|prevazut|προγραμματισμενο|προγραμματιζεται|σχεδιαζεται|εκκρεμει|προς υλοποιηση',
  not_implemented:
    'not implemented|non compliant|non-compliant|not compliant|missing|absent|not in place|none|no|nicht umgesetzt|fehlt|nicht erfullt|nein|non mis en oeuvre|non conforme|absente|manquant|non|no implementado|no implantado|no cumple|non attuato|non implementato|mancante|nao implementado|nao conforme|nao|niet geimplementeerd|ontbreekt|voldoet niet|nee|niewdrozone|nie wdrozone|niezgodne|nie|nezavedeno|nesplneno|ne|ej infort|nej|ikke implementeret|ei toteutettu|ei|nincs megvalositva|nem|neimplementat|neconform|nu|μη υλοποιημενο|δεν υλοποιηθηκε|δεν εχει υλοποιηθει|μη συμμορφωση|λειπει|οχι',
  not_applicable:
    'not applicable|n/a|na|excluded|out of scope|nicht anwendbar|entfallt|entbehrlich|non applicable|sans objet|exclu|exclue|no aplicable|no aplica|n.a.|non applicabile|escluso|nao aplicavel|nao se aplica|niet van toepassing|nvt|n.v.t.|nie dotyczy|nie ma zastosowania|nepouzije se|neaplikovatelne|ej tillamplig|ej tillampligt|ikke relevant|ikke anvendelig|ei sovellu|nem alkalmazhato|neaplicabil|nu se aplica|μη εφαρμοσιμο|δεν εφαρμοζεται|εκτος πεδιου|εξαιρειται',
  not_assessed:
    'not assessed|not answered|unknown|unanswered|tbd|nicht bewertet|unbekannt|non evalue|inconnu|no evaluado|desconocido|non valutato|sconosciuto|nao avaliado|niet beoordeeld|onbekend|nie oceniono|nieznane|nehodnoceno|nezname|ej bedomt|okand|ikke vurderet|ukendt|ei arvioitu|nem ertekelt|neevaluat|necunoscut|δεν εχει αξιολογηθει|αγνωστο',
};

/** Cells are read as heads are, and a dash between words as a space. */
const plain = (word: string): string =>
  plainHead(word)
    .replaceAll(/\s*[-–]\s*/gu, ' ')
    .trim();

const states: ReadonlyMap<string, AnswerState> = new Map(
  answerStates.flatMap((state) => words[state].split('|').map((word) => [plain(word), state] as const)),
);

/** The state that a cell names; null where it names none that is known. */
export const answerStateOf = (word: string): AnswerState | null => states.get(plain(word)) ?? null;
