import { fold } from '../library-search/fold.ts';

/** What a sheet is read as. */
export const sheetPurposes = ['framework', 'mapping', 'answers'] as const;
export type SheetPurpose = (typeof sheetPurposes)[number];

/** What a column of a framework can be. */
export const frameworkRoles = [
  'number',
  'parent',
  'level',
  'title',
  'text',
  'note',
  'group',
  'assessable',
  'evidence',
  'question',
] as const;
export type FrameworkRole = (typeof frameworkRoles)[number];

/** What a column of a mapping can be. */
export const mappingRoles = ['source', 'target', 'relation', 'rationale', 'strength', 'note'] as const;
export type MappingRole = (typeof mappingRoles)[number];

/** What a column of answers given against a framework can be. */
export const answerRoles = ['number', 'state', 'applicable', 'maturity', 'reason', 'evidence', 'note'] as const;
export type AnswerRole = (typeof answerRoles)[number];

/** Any of them; the same word means the same in each purpose. */
export type ColumnRole = FrameworkRole | MappingRole | AnswerRole;

/** The roles of a purpose, and those without which nothing can be read. */
export const rolesOf: Readonly<Record<SheetPurpose, readonly ColumnRole[]>> = {
  framework: frameworkRoles,
  mapping: mappingRoles,
  answers: answerRoles,
};
export const neededRoles: Readonly<Record<SheetPurpose, readonly ColumnRole[]>> = {
  framework: ['number'],
  mapping: ['source', 'target', 'relation'],
  answers: ['number'],
};

/**
 * Heads as they stand in sheets of authorities and bodies, parted by "|": English, German, French, Spanish, Italian,
 * Portuguese, Dutch, Polish, Czech, Swedish, Danish, Finnish, Hungarian, Romanian, Greek. Read without case and accents.
 */
const names: Readonly<Record<SheetPurpose, Partial<Readonly<Record<ColumnRole, string>>>>> = {
  framework: {
    number:
      'number|no|no.|nr|nr.|id|ref|ref id|ref_id|reference|reference id|identifier|control id|control number|control no|requirement id|requirement number|measure id|code|clause|section|annex|nummer|kennung|kennziffer|ordnungsnummer|anforderungsnummer|massnahmennummer|ziffer|numero|n°|nº|identifiant|numero de controle|identificador|codigo|numero de control|identificativo|codice|numero del controllo|referencia|riferimento|identificatie|kenmerk|controlenummer|numer|identyfikator|nr kontroli|cislo|identifikator|oznaceni|nummer pa krav|tunniste|numero tunniste|azonosito|sorszam|numar|cod|αριθμος|αρ.|αρ|α/α|κωδικος|αναγνωριστικο|αριθμος ελεγχου',
    parent:
      'parent|parent id|parent number|parent ref|belongs to|under|uebergeordnet|ubergeordnet|gehort zu|parent de|rattache a|padre|superior|pertenece a|genitore|appartiene a|pai|pertence a|bovenliggend|hoort bij|nadrzedny|nadrizeny|overordnet|overordnad|szulo|parinte|γονικο|ανηκει σε|υπαγεται σε',
    level:
      'level|depth|indent|hierarchy level|outline level|ebene|tiefe|gliederungsebene|niveau|profondeur|nivel|profundidad|livello|profondita|nivel hierarquico|diepte|poziom|uroven|niva|taso|szint|επιπεδο|βαθος',
    title:
      'title|name|heading|control|control name|control title|requirement|requirement title|measure|subject|topic|safeguard|titel|bezeichnung|uberschrift|massnahme|anforderung|titre|nom|intitule|mesure|exigence|titulo|nombre|medida|requisito|titolo|nome|misura|denominazione|designacao|controlo|naam|maatregel|eis|beheersmaatregel|tytul|nazwa|srodek|wymaganie|nazev|opatreni|pozadavek|rubrik|krav|titteli|otsikko|vaatimus|cim|megnevezes|kovetelmeny|titlu|denumire|cerinta|τιτλος|ονομασια|ονομα|μετρο|απαιτηση|ελεγχος',
    text: 'text|description|requirement text|control text|control description|statement|wording|definition|full text|beschreibung|wortlaut|anforderungstext|inhalt|texte|enonce|libelle|texto|descripcion|enunciado|testo|descrizione|descricao|tekst|omschrijving|beschrijving|opis|tresc|popis|zneni|beskrivning|beskrivelse|kuvaus|leiras|szoveg|descriere|κειμενο|περιγραφη|διατυπωση',
    note: 'note|notes|guidance|explanation|remark|remarks|comment|comments|annotation|implementation guidance|discussion|hinweis|hinweise|erlauterung|bemerkung|anmerkung|remarque|remarques|explication|commentaire|nota|notas|observaciones|explicacion|orientacion|note esplicative|osservazioni|spiegazione|observacoes|explicacao|toelichting|opmerking|opmerkingen|uwaga|uwagi|objasnienie|poznamka|vysvetleni|anmarkning|vagledning|bemaerkning|vejledning|huomautus|ohje|megjegyzes|magyarazat|nota explicativa|observatii|explicatie|σημειωση|σημειωσεις|παρατηρησεις|επεξηγηση|οδηγιες',
    group:
      'group|groups|implementation group|implementation groups|profile|profiles|baseline|assurance level|class|category|tier|gruppe|gruppen|profil|stufe|kategorie|schutzbedarf|groupe|groupes|categorie|grupo|perfil|categoria|gruppo|profilo|groep|groepen|profiel|grupa|kategoria|skupina|grupp|ryhma|csoport|ομαδα|ομαδες|προφιλ|κατηγορια',
    assessable:
      'assessable|is assessable|to be assessed|assessed|scored|auditable|bewertbar|zu bewerten|prufbar|evaluable|a evaluer|evaluar|valutabile|da valutare|avaliavel|te beoordelen|toetsbaar|oceniany|podlega ocenie|hodnoceno|bedoms|vurderes|arvioitava|ertekelendo|evaluabil|αξιολογησιμο|αξιολογειται|προς αξιολογηση',
    evidence:
      'evidence|proof|typical evidence|expected evidence|artefact|artefacts|artifact|nachweis|nachweise|beleg|preuve|preuves|elements de preuve|evidencia|evidencias|prueba|prova|prove|evidenze|evidenza|provas|bewijs|bewijsstuk|bewijsmateriaal|dowod|dowody|dukaz|dukazy|bevis|dokumentation|nayto|todiste|bizonyitek|dovada|dovezi|τεκμηριο|τεκμηρια|αποδεικτικα|αποδειξη|στοιχεια τεκμηριωσης',
    question:
      'question|questions|assessment question|prompt|frage|fragen|pruffrage|question d evaluation|pregunta|preguntas|domanda|domande|pergunta|perguntas|vraag|vragen|pytanie|pytania|otazka|otazky|fraga|sporgsmal|kysymys|kerdes|intrebare|ερωτηση|ερωτησεις|ερωτημα',
  },
  mapping: {
    source:
      'source|source id|source number|source requirement|source control|from|focal document element|focal element|reference id|quelle|von|ausgang|source de|origine|de|origen|fuente|desde|fonte|da|origem|bron|van|zrodlo|z|zdroj|kalla|fra|kilde|lahde|forras|sursa|πηγη|απο',
    target:
      'target|target id|target number|target requirement|target control|to|reference document element|reference element|mapped to|maps to|ziel|nach|zu|cible|vers|a|destino|objetivo|hacia|destinazione|verso|para|doel|naar|cel|do|cil|mal|til|kohde|cel kovetelmeny|tinta|στοχος|προς|σε|αντιστοιχει σε',
    relation:
      'relation|relationship|relationship type|mapping type|strm relationship|set theory relationship|set relationship|beziehung|beziehungsart|verhaltnis|type de relation|relacion|tipo de relacion|relazione|tipo di relazione|relacao|tipo de relacao|relatie|soort relatie|relacja|rodzaj relacji|vztah|suhde|relationstyp|kapcsolat|viszony|relatie tip|σχεση|ειδος σχεσης',
    rationale:
      'rationale|mapping rationale|strm rationale|basis|begrundungsart|grundlage|fondement|fundamento|base|fondamento|fundamentacao|grondslag|podstawa|zaklad|grund|peruste|alap|temei|βαση|ειδος αιτιολογησης',
    strength:
      'strength|strength of relationship|relationship strength|confidence|confidence score|starke|sicherheit|force|confiance|fuerza|confianza|forza|fiducia|forca|confianca|sterkte|betrouwbaarheid|sila|pewnosc|jistota|styrka|styrke|vahvuus|erosseg|putere|incredere|ισχυς|βεβαιοτητα',
    note: 'note|notes|comment|comments|explanation|remark|remarks|annotation|justification|because|hinweis|anmerkung|bemerkung|begrundung|erlauterung|remarque|commentaire|justification du lien|nota|notas|comentario|comentarios|justificacion|osservazioni|motivazione|justificacao|observacoes|toelichting|opmerking|uwaga|uwagi|uzasadnienie|poznamka|oduvodneni|kommentar|anmarkning|bemaerkning|huomautus|perustelu|megjegyzes|indoklas|observatii|justificare|σημειωση|παρατηρησεις|αιτιολογια|σχολια',
  },
  answers: {
    state:
      'state|status|implementation status|implementation|implemented|compliance|compliance result|result|assessment result|answer|umsetzungsstatus|umsetzung|umgesetzt|erfullung|ergebnis|statut|etat|mise en oeuvre|etat de mise en oeuvre|conformite|resultat|estado|estado de implementacion|implantacion|cumplimiento|resultado|stato|stato di attuazione|attuazione|conformita|risultato|estado de implementacao|conformidade|stand|implementatiestatus|geimplementeerd|naleving|resultaat|stan|stan wdrozenia|wdrozenie|zgodnosc|wynik|stav|stav zavedeni|shoda|vysledek|efterlevnad|gennemforelse|tila|toteutus|allapot|megvalositas|stare|implementare|conformitate|rezultat|κατασταση|κατασταση υλοποιησης|υλοποιηση|συμμορφωση|αποτελεσμα',
    applicable:
      'applicable|applicability|is applicable|included|in scope|selected|anwendbar|anwendbarkeit|ausgewahlt|zutreffend|applicabilite|retenu|aplicable|aplicabilidad|seleccionado|applicabile|applicabilita|incluso|aplicavel|aplicabilidade|van toepassing|toepasselijk|toepasselijkheid|stosowalnosc|ma zastosowanie|dotyczy|pouzitelnost|tillampligt|tillamplig|anvendelig|soveltuu|alkalmazhato|alkalmazhatosag|aplicabil|aplicabilitate|εφαρμοσιμο|εφαρμοσιμοτητα|εφαρμοζεται|επιλεγμενο',
    maturity:
      'maturity|maturity level|maturity score|score|level|capability level|documentation maturity|implementation maturity|reifegrad|reife|punkte|maturite|niveau de maturite|niveau|madurez|nivel de madurez|puntuacion|maturita|livello di maturita|punteggio|maturidade|nivel de maturidade|pontuacao|volwassenheid|volwassenheidsniveau|niveau de volwassenheid|dojrzalosc|poziom dojrzalosci|zralost|uroven zralosti|mognad|modenhed|kypsyys|erettseg|maturitate|ωριμοτητα|επιπεδο ωριμοτητας|βαθμολογια',
    reason:
      'reason|justification|justification for exclusion|justification for inclusion|reason for exclusion|exclusion|begrundung|grund|ausschlussgrund|begrundung des ausschlusses|motif|justification de l exclusion|raison|justificacion|motivo|razon|giustificazione|motivo dell esclusione|motivazione|justificacao|rechtvaardiging|reden|motivering|reden van uitsluiting|uzasadnienie|powod|zduvodneni|oduvodneni|motivering av undantag|begrundelse|perustelu|indoklas|justificare|αιτιολογηση|αιτιολογια|λογος',
    evidence:
      'evidence|proof|evidences|document|documents|nachweis|nachweise|beleg|preuve|preuves|evidencia|evidencias|prova|prove|evidenze|provas|bewijs|dowod|dowody|dukaz|dukazy|bevis|todiste|bizonyitek|dovezi|τεκμηρια|αποδεικτικα|αποδειξη',
    note: 'note|notes|comment|comments|observation|observations|remark|remarks|hinweis|anmerkung|bemerkung|bemerkungen|kommentar|remarque|remarques|commentaire|nota|notas|comentario|observaciones|osservazioni|commento|observacoes|opmerking|toelichting|uwagi|poznamka|anmarkning|bemaerkning|huomautus|megjegyzes|observatii|σημειωσεις|παρατηρησεις|σχολια',
  },
};

/** Longer cells name nothing, and folding many of them takes its time. */
const longestHead = 200;

/** A head without case, accents and signs at its ends. */
export const plainHead = (head: string): string =>
  fold(head.slice(0, longestHead))
    .replaceAll(/[_\s’'"]+/gu, ' ')
    .replaceAll(/^[\s:*?.()-]+|[\s:*?.()-]+$/gu, '');

const split = (said: string | undefined): readonly string[] =>
  said === undefined ? [] : said.split('|').map(plainHead);

const known = new Map(
  sheetPurposes.map((purpose) => [
    purpose,
    // Answers are numbered and called as in the framework that they answer to.
    new Map(rolesOf[purpose].map((role) => [role, split(names[purpose][role] ?? names.framework[role])])),
  ]),
);

/** The names of a role in a purpose, as `plainHead` gives them. */
export const namesOf = (purpose: SheetPurpose, role: ColumnRole): readonly string[] =>
  known.get(purpose)?.get(role) ?? [];
