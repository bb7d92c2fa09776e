import type { AssessmentDomain, AssessmentRow } from '../../../web/client/assessment.ts';

/** The rows of a domain, in order. */
export const rowsOf = ({ groups }: AssessmentDomain): readonly AssessmentRow[] => groups.flatMap(({ rows }) => rows);
