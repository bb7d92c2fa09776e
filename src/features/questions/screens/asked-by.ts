import type { OpenAnswer } from '../../../web/client/questions.ts';
import { say } from '../../../web/say.ts';

/** What the server calls an organisation before its profile names it. */
const unnamed = 'local';

export const nameOf = ({ organisation }: OpenAnswer): string =>
  organisation === unnamed ? say('questions.answer.unnamed') : organisation;

export const whoAsks = ({ askedBy }: OpenAnswer): string => askedBy ?? say('questions.answer.someone');
