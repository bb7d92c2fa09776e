import { z } from 'zod';
import { fail, ok, type Result } from '../../core/base.ts';
import type { Sides } from '../../core/crosswalk/build-crosswalk.ts';
import type { CommandOption, Failure } from '../../platform/action.ts';
import { findFramework } from './find.ts';
import type { Ground } from './known.ts';

export const fromInput = z
  .string()
  .min(1)
  .max(400)
  .describe('Id of a framework: `nis2`, `safeguards`, or the URN of an imported one');

export const stepsInput = z
  .enum(['1', '2', '3'])
  .default('2')
  .transform((steps) => Number(steps) as 1 | 2 | 3)
  .describe('How many relations may be followed one after another; 1 is only what is stated');

export const stepsOption: CommandOption = {
  flags: '--steps <number>',
  description: 'how many relations may be followed one after another (default: 2)',
  choices: ['1', '2', '3'],
};

/** The two frameworks that names mean; they differ. */
export function sidesIn(
  { all }: Pick<Ground, 'all'>,
  from: string,
  to: string,
  steps: Sides['steps'],
): Result<Sides, Failure> {
  const source = findFramework(from, all);
  if (!source.ok) return source;
  const target = findFramework(to, all);
  if (!target.ok) return target;
  return source.value.id === target.value.id
    ? fail({
        kind: 'invalid_input',
        message: `Cannot compare "${source.value.id}" with itself: name another framework to read into.`,
      })
    : ok({ from: source.value, to: target.value, steps });
}
