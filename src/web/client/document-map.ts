import { queryOptions } from '@tanstack/react-query';
import type { DocumentMap } from '../../core/document-map/map.ts';
import { askOrThrow } from './ask.ts';

export const documentMapQuery = queryOptions({
  queryKey: ['library', 'map'],
  queryFn: ({ signal }) => askOrThrow<DocumentMap>({ method: 'GET', path: '/api/library/map', signal, isSpoken: true }),
});
