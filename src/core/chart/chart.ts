/** Charts: data turned into plain shapes that each format draws in its own way. No library, no format, no colour values. */

/** Names of fills; each format maps them to its palette. `hatch` and `dotted` carry meaning without colour. */
export type Ink = 'ink' | 'navy' | 'mid' | 'pale' | 'wash' | 'white' | 'hatch' | 'rule' | 'quiet' | 'alert' | 'none';

/** Units are points on a canvas whose width is that of the text column; y grows downwards. */
export type Shape =
  | {
      readonly kind: 'rectangle';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly fill: Ink;
      readonly stroke: Ink;
      readonly dotted?: boolean;
    }
  | {
      readonly kind: 'line';
      readonly x1: number;
      readonly y1: number;
      readonly x2: number;
      readonly y2: number;
      readonly stroke: Ink;
      readonly weight: number;
      readonly dashed?: boolean;
    }
  | {
      readonly kind: 'dot';
      readonly x: number;
      readonly y: number;
      readonly radius: number;
      readonly fill: Ink;
      readonly stroke: Ink;
    }
  | {
      readonly kind: 'text';
      readonly x: number;
      readonly y: number;
      readonly text: string;
      readonly anchor: 'start' | 'middle' | 'end';
      readonly ink: Ink;
      readonly bold?: boolean;
    };

/** A picture: shapes on a canvas, to be drawn in order. */
export type Chart = {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
};

/** A4 text column of 166 mm in points. */
export const chartWidth = 470;
/** Size of all chart text, in points. */
export const chartTextPt = 8.5;
