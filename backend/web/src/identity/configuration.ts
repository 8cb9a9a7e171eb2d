import type { Configuration } from '@/api/model';
import { NetworkAway, toProblem } from '@/api/problem';
import { noteAway } from '@/app/connection';

let known: Promise<Configuration> | undefined;

async function ask(): Promise<Configuration> {
  let response: Response;
  try {
    response = await fetch('/api/v1/configuration');
  } catch (error) {
    noteAway();
    throw new NetworkAway(error);
  }
  if (!response.ok) throw toProblem(response, undefined);
  return (await response.json()) as Configuration;
}

/** What this installation says about itself; asked once a visit. Without the API client, which needs it for tokens. */
export function configuration(): Promise<Configuration> {
  known ??= ask().catch((error: unknown) => {
    known = undefined;
    throw error;
  });
  return known;
}
