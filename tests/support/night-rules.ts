/** Two invented requirements in every language of the Union, with a question in each that asks for the first. */
import { node, type Node } from './guidance-files.ts';

type Spoken = { readonly told: string; readonly cable: string; readonly question: string };

/** The question has other endings than the text, where the language has a stemmer; else the same beginnings. */
export const spoken: Readonly<Record<string, Spoken>> = {
  bg: {
    told: 'Нощната смяна уведомява болницата за прекъсването.',
    cable: 'Кабелите лежат в шкаф.',
    question: 'кой уведомява болницата за прекъсване',
  },
  cs: {
    told: 'Noční směna informuje nemocnici o výpadku proudu.',
    cable: 'Kabely leží ve skříni.',
    question: 'kdo informuje nemocnici o výpadcích proudu',
  },
  da: {
    told: 'Nattevagten underretter sygehuset om afbrydelsen.',
    cable: 'Kablerne ligger i et skab.',
    question: 'hvem underretter sygehuse om afbrydelser',
  },
  de: {
    told: 'Die Nachtschicht verständigt das Krankenhaus bei Ausfall.',
    cable: 'Die Kabel liegen im Schrank.',
    question: 'wer muss das Krankenhaus bei Ausfällen verständigen',
  },
  el: {
    told: 'Η νυχτερινή βάρδια ειδοποιεί το νοσοκομείο για τη διακοπή.',
    cable: 'Τα καλώδια είναι σε ντουλάπι.',
    question: 'ποιος ειδοποιεί τα νοσοκομεία για διακοπές',
  },
  es: {
    told: 'El turno de noche avisa al hospital del corte.',
    cable: 'Los cables están en un armario.',
    question: 'quién avisa a los hospitales de los cortes',
  },
  et: {
    told: 'Öine vahetus teavitab haiglat katkestusest.',
    cable: 'Kaablid on kapis.',
    question: 'kes teavitab haiglat katkestustest',
  },
  fi: {
    told: 'Yövuoro ilmoittaa sairaalalle katkoksesta.',
    cable: 'Kaapelit ovat kaapissa.',
    question: 'kuka ilmoittaa sairaaloille katkoksista',
  },
  fr: {
    told: 'L’équipe de nuit prévient l’hôpital de la coupure.',
    cable: 'Les câbles sont dans une armoire.',
    question: 'qui prévient les hôpitaux des coupures',
  },
  ga: {
    told: 'Cuireann an fhoireann oíche an t-ospidéal ar an eolas faoin mbriseadh.',
    cable: 'Tá na cáblaí i gcófra.',
    question: 'cé a chuireann an t-ospidéal ar an eolas',
  },
  hr: {
    told: 'Noćna smjena obavještava bolnicu o prekidu.',
    cable: 'Kabeli leže u ormaru.',
    question: 'tko obavještava bolnice o prekidima',
  },
  hu: {
    told: 'Az éjszakai műszak értesíti a kórházat a kiesésről.',
    cable: 'A kábelek szekrényben vannak.',
    question: 'ki értesíti a kórházakat',
  },
  it: {
    told: 'Il turno di notte avvisa l’ospedale dell’interruzione.',
    cable: 'I cavi sono in un armadio.',
    question: 'chi avvisa gli ospedali delle interruzioni',
  },
  lt: {
    told: 'Naktinė pamaina praneša ligoninei apie sutrikimą.',
    cable: 'Kabeliai yra spintoje.',
    question: 'kas praneša ligoninėms apie sutrikimus',
  },
  lv: {
    told: 'Nakts maiņa ziņo slimnīcai par traucējumu.',
    cable: 'Kabeļi ir skapī.',
    question: 'kas ziņo slimnīcām par traucējumiem',
  },
  mt: {
    told: 'Ix-xift ta’ billejl jinforma lill-isptar bil-waqfien.',
    cable: 'Il-kejbils qegħdin fl-armarju.',
    question: 'min jinforma lill-isptar',
  },
  nl: {
    told: 'De nachtdienst waarschuwt het ziekenhuis bij een storing.',
    cable: 'De kabels liggen in een kast.',
    question: 'wie waarschuwt ziekenhuizen bij storingen',
  },
  pl: {
    told: 'Nocna zmiana zawiadamia szpital o przerwie.',
    cable: 'Kable leżą w szafie.',
    question: 'kto zawiadamia szpital o przerwie',
  },
  pt: {
    told: 'O turno da noite avisa o hospital da interrupção.',
    cable: 'Os cabos estão num armário.',
    question: 'quem avisa os hospitais das interrupções',
  },
  ro: {
    told: 'Tura de noapte anunță spitalul despre întrerupere.',
    cable: 'Cablurile sunt într-un dulap.',
    question: 'cine anunță spitalele despre întreruperi',
  },
  sk: {
    told: 'Nočná zmena informuje nemocnicu o výpadku prúdu.',
    cable: 'Káble ležia v skrini.',
    question: 'kto informuje nemocnice o výpadkoch prúdu',
  },
  sl: {
    told: 'Nočna izmena obvešča bolnišnico o izpadu.',
    cable: 'Kabli ležijo v omari.',
    question: 'kdo obvešča bolnišnice',
  },
  sv: {
    told: 'Nattpasset underrättar sjukhuset om avbrottet.',
    cable: 'Kablarna ligger i ett skåp.',
    question: 'vem underrättar sjukhusen om avbrott',
  },
};

const translated = (part: 'told' | 'cable'): Node[keyof Node] =>
  Object.fromEntries(Object.entries(spoken).map(([language, words]) => [language, { description: words[part] }]));

/** English is the language of the file. */
export const nightNodes: readonly Node[] = [
  node('7', 'Night rules'),
  node('7.1', 'Outage', {
    description: 'The night shift alerts the hospital to an outage of the tomograph.',
    translations: translated('told'),
  }),
  node('7.2', 'Cables', { description: 'Cables lie in a cupboard.', translations: translated('cable') }),
];
