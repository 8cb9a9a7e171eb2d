import { ref, watch } from 'vue';
import { readStored, store } from '@/app/store';

/** The hall that this phone's owner goes to. Chosen by hand and kept on the phone alone: no location is asked for. */
export interface ChosenHall {
  id: string;
  name: string;
  region: string;
}

const key = 'lh.hall';

export const myHall = ref<ChosenHall | undefined>(readStored<ChosenHall | undefined>(key, undefined));

watch(myHall, (hall) => store(key, hall ?? null));

export function chooseHall({ id, name, region }: ChosenHall): void {
  myHall.value = { id, name, region };
}
