import { expect, test } from 'vitest';
import { chartWidth } from './chart.ts';
import { matrixChart, matrixPlace, type MatrixPicture } from './matrix.ts';

const picture: MatrixPicture = {
  rows: ['1', '2'],
  columns: ['A', 'B', 'C'],
  squares: [
    { row: 0, column: 0, value: 9, isHint: false },
    { row: 1, column: 1, value: 5, isHint: false },
    { row: 1, column: 2, value: 1, isHint: false },
    { row: 0, column: 2, value: 50, isHint: true },
  ],
};

test('matrixChart: darker where more, and a hint has no shade whatever its number', () => {
  const { shapes, width, height } = matrixChart(picture);
  const squares = shapes.filter((shape) => shape.kind === 'rectangle');
  expect(squares.map(({ fill }) => fill)).toEqual(['navy', 'mid', 'pale', 'white']);
  for (const { x, y, width: wide, height: high } of squares) {
    expect(x + wide).toBeLessThanOrEqual(width);
    expect(y + high).toBeLessThanOrEqual(height);
  }
  expect(width).toBe(chartWidth);
});

test('matrixPlace: finds the square under a point', () => {
  const { shapes } = matrixChart(picture);
  const squares = shapes.filter((shape) => shape.kind === 'rectangle');
  const places = squares.map(({ x, y, width, height }) => matrixPlace(picture, x + width / 2, y + height / 2));
  expect(places).toEqual(picture.squares.map(({ row, column }) => ({ row, column })));
  expect(matrixPlace(picture, 1, 1)).toBeNull();
  expect(matrixPlace(picture, chartWidth * 2, 30)).toBeNull();
});

test('matrixChart: many columns still fit', () => {
  const columns = Array.from({ length: 24 }, (_, index) => `A.${index}`);
  const { shapes } = matrixChart({ rows: ['1'], columns, squares: [] });
  expect(Math.max(...shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.x] : [])))).toBeLessThan(chartWidth);
});
