import type { components } from './generated';

/** The API as openapi.json describes it. */
export type { paths } from './generated';
export type Schemas = components['schemas'];
