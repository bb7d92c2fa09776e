import type { StatedView, VoiceView } from '../../../core/crosswalk/view.ts';
import { formatNumber } from '../../format.ts';
import { say } from '../../say.ts';
import './crosswalk.css';

/** Who states a relation: publication, author, review, what it was concluded from, and why. */
export const Voices = ({ voices }: { readonly voices: readonly VoiceView[] }) => (
  <ul className="cw-voices small">
    {voices.map((voice) => (
      <li key={`${voice.of} ${String(voice.isInverse)} ${voice.rationale ?? ''} ${voice.note ?? ''}`}>
        <Voice voice={voice} />
      </li>
    ))}
  </ul>
);

function Voice({ voice }: { readonly voice: VoiceView }) {
  const { kind, of, title, author, edition, note, hasTwin, isInverse, review, rationale, confidence } = voice;
  if (kind === 'part') return say('crosswalk.part');
  if (kind === 'safeguard')
    return (
      <>
        {of}
        {note === null ? null : `: ${note}`}
      </>
    );
  const facts = [
    say('crosswalking.reviewed', { state: say(`crosswalk.review.${review ?? 'unsaid'}`) }),
    say('crosswalking.argued', { from: say(`crosswalk.rationale.${rationale ?? 'unsaid'}`) }),
    ...(confidence === null ? [] : [say('crosswalking.sure', { confidence: formatNumber(confidence) })]),
    ...(hasTwin ? [say('crosswalk.twin')] : isInverse ? [say('crosswalking.backwards')] : []),
  ];
  return (
    <>
      <b className="cw-author">{author ?? say('crosswalk.unknownAuthor')}</b>
      <span className="cw-publication">
        {title ?? of}
        {edition === null ? null : `, ${say('crosswalking.edition', { edition })}`}
      </span>
      <span className="soft">{facts.join('; ')}</span>
      {note === null ? null : <q className="cw-note">{note}</q>}
    </>
  );
}

/** A relation in words, how far it reaches, and all who state it. */
export const StatedLine = ({ stated: { relation, reach, voices } }: { readonly stated: StatedView }) => (
  <div className="cw-stated">
    <p>
      <b>{say(`crosswalk.relation.${relation}`)}</b>
      {reach === null ? null : <span className="soft"> {say(`crosswalk.reach.${reach}`)}</span>}
    </p>
    <Voices voices={voices} />
  </div>
);
