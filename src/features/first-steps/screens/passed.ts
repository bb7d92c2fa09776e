import { steps, type Step, type StepName } from './steps.ts';

const place = 'theriac.first-steps.unknown';

/**
 * The questions left with "I do not know yet". An unknown answer is stored as no answer, so only this browser can tell it
 * from a question that was never reached; without that memory nothing is wrong but the tick.
 */
export function passedSteps(): ReadonlySet<StepName> {
  try {
    const names: unknown = JSON.parse(localStorage.getItem(place) ?? '[]');
    return new Set(steps.map(({ name }) => name).filter((name) => Array.isArray(names) && names.includes(name)));
  } catch {
    return new Set();
  }
}

export function setPassed({ name }: Step, isPassed: boolean): void {
  const others = [...passedSteps()].filter((other) => other !== name);
  try {
    localStorage.setItem(place, JSON.stringify(isPassed ? [...others, name] : others));
  } catch {
    // A browser that keeps nothing forgets the tick, and nothing else.
  }
}
