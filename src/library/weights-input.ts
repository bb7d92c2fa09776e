import { z } from 'zod';
import { weightProblem, type Weights } from '../core/ranking/weights.ts';

const share = z.number().min(0, 'a weight is zero or more');

/** Weights of the ranking as requests carry them: shares of one whole. */
export const weightsInput = z
  .strictObject({ risk: share, duty: share, agreed: share })
  .superRefine((weights, context) => {
    const problem = weightProblem(weights);
    if (problem?.kind !== 'sum') return;
    context.addIssue({ code: 'custom', message: `the weights sum to ${rounded(problem.sum)}; they must sum to 1` });
  })
  .describe('How much risk, legal duty and agreed priority count; they sum to 1.') as z.ZodType<Weights>;

/** Without the tail that binary fractions grow. */
const rounded = (sum: number): number => Number(sum.toFixed(4));

/** Three words of a command line as weights. What is no number is left for the schema to refuse. */
export const readWeights = ([risk, duty, agreed]: readonly (string | undefined)[]): Weights => ({
  risk: numberIn(risk),
  duty: numberIn(duty),
  agreed: numberIn(agreed),
});

const numberIn = (text: string | undefined): number =>
  text === undefined || text.trim() === '' ? Number.NaN : Number(text);
