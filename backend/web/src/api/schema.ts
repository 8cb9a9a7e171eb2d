import type { components as Described, paths as DescribedPaths } from './generated';
import type { components as Pending, paths as PendingPaths } from './pending';

/** The API as openapi.json describes it, and by hand what it does not describe yet. */
export type paths = DescribedPaths & Omit<PendingPaths, keyof DescribedPaths>;

type D = Described['schemas'];
export type Schemas = Omit<Pending['schemas'], keyof D> & D;
