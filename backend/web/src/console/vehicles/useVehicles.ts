import { api, unwrap } from '@/api/client';
import type { Vehicle, VehicleInput } from '@/api/records';
import { namesOf } from '../records/names';
import { allOf, atVersion, once, page } from '../records/requests';

/** The API has no single vehicle to read; a region has few, so they are found in their list. */
const all = () => allOf<Vehicle>((after) => unwrap(api.GET('/api/v1/vehicles', { params: { query: page(after, 100) } })));

async function get(id: string): Promise<Vehicle> {
  const found = (await all()).find((each) => each.id === id);
  if (!found) throw new Error(`no vehicle ${id}`);
  return found;
}

export const vehicles = {
  get,
  create: (body: VehicleInput, key: string) => unwrap(api.POST('/api/v1/vehicles', { ...once(key), body })),
  change: (id: string, version: number, body: VehicleInput) => unwrap(api.PUT('/api/v1/vehicles/{id}', { ...atVersion(id, version), body })),
};

export function vehicleDraft(vehicle: Vehicle | undefined, region: string): VehicleInput {
  if (!vehicle) return { name: '', plate: '', region, active: true };
  const { id: _id, version: _version, ...typed } = vehicle;
  return typed;
}

const { known } = namesOf(async (id, put) => {
  const found = await all();
  found.forEach((each) => put(each.id, `${each.name} ${each.plate}`));
  return found.find((each) => each.id === id)?.name ?? '—';
});
export const vehicleName = (id: string): string => known(id) ?? '…';
