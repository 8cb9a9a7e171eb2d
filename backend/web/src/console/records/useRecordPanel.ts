import { computed, reactive, ref, type ComputedRef, type Ref, type ShallowRef } from 'vue';
import { useI18n } from 'vue-i18n';
import type { Page } from '@/api/model';
import type { Revision } from '@/api/records';
import { useAction } from '@/app/action';
import { useLoad } from '@/app/load';
import { useRecordEdit } from './useRecordEdit';

/** What can be done with one kind of record; some cannot be put away, and some keep no history. */
export interface Records<T, I> {
  get: (id: string) => Promise<T>;
  create: (input: I, idempotencyKey: string) => Promise<T>;
  change: (id: string, version: number, input: I) => Promise<T>;
  remove?: (record: T) => Promise<unknown>;
  history?: (id: string) => (after: string | undefined) => Promise<Page<Revision>>;
}

interface Work<T, I> {
  id: string;
  records: Records<T, I>;
  draftOf: (record: T | undefined) => I;
  nameOf: (record: T) => string;
  mayEdit: (record: T) => boolean;
  /** Whether one that can be put away at all can be so now; it can unless said. */
  mayRemove?: (record: T) => boolean;
  /** The name of a field, as people say it. */
  field: (name: string) => string;
  /** The record was saved or put away. */
  changed: (record: T) => void;
}

/** What the panel beside a list shows of one record, a new one included: its form, its history, and what can go wrong. */
export interface RecordPanelView<T = unknown, I = unknown> {
  id: string;
  isNew: boolean;
  data: T | undefined;
  error: unknown;
  draft: I;
  name: string;
  newer: T | undefined;
  busy: boolean;
  mayEdit: boolean;
  canRemove: boolean;
  fetcher: ((after: string | undefined) => Promise<Page<Revision>>) | undefined;
  field: (name: string) => string;
  errorOf: (field: string) => string | undefined;
  reload: () => Promise<void>;
  takeTheirs: () => void;
  /** Both say whether it worked. */
  submit: () => Promise<boolean>;
  remove: () => Promise<boolean>;
}

export function useRecordPanel<T extends { version: number }, I extends object>(work: Work<T, I>): RecordPanelView<T, I> {
  const { t } = useI18n();
  const { attempt, confirm } = useAction();
  const isNew = work.id === 'new';
  const draft = ref(work.draftOf(undefined)) as Ref<I>;
  const loaded = useLoad<T | undefined>(async () => {
    if (isNew) return undefined;
    const record = await work.records.get(work.id);
    draft.value = work.draftOf(record);
    return record;
  });
  const { data } = loaded;
  const edit = useRecordEdit<T>({
    current: () => data.value,
    latest: () => work.records.get(work.id),
    create: (key) => work.records.create(draft.value, key),
    change: (version) => work.records.change(work.id, version, draft.value),
  });
  const mayEdit = computed(() => isNew || (data.value !== undefined && work.mayEdit(data.value)));

  const canRemove = computed(() => {
    const record = data.value;
    return record !== undefined && mayEdit.value && work.records.remove !== undefined && (work.mayRemove?.(record) ?? true);
  });

  function takeTheirs(): void {
    data.value = edit.newer.value;
    draft.value = work.draftOf(edit.newer.value);
    edit.newer.value = undefined;
  }
  async function submit(): Promise<boolean> {
    const saved = await edit.save();
    if (saved) work.changed(saved);
    return saved !== undefined;
  }
  async function remove(): Promise<boolean> {
    const record = data.value;
    const { remove: putAway } = work.records;
    if (!record || !putAway || !(await confirm(t('records.deleteAsk', { name: work.nameOf(record) }), t('records.delete')))) return false;
    const done = await attempt(() => putAway(record), t('records.deleted'));
    if (done) work.changed(record);
    return done;
  }

  const view = {
    id: work.id,
    isNew,
    data,
    error: loaded.error,
    draft,
    name: computed(() => (data.value ? work.nameOf(data.value) : '')),
    newer: edit.newer,
    busy: edit.busy,
    mayEdit,
    canRemove,
    fetcher: isNew ? undefined : work.records.history?.(work.id),
    field: work.field,
    errorOf: edit.errorOf,
    reload: loaded.reload,
    takeTheirs,
    submit,
    remove,
  } satisfies { [K in keyof RecordPanelView<T, I>]: RecordPanelView<T, I>[K] | Ref<RecordPanelView<T, I>[K]> | ShallowRef<RecordPanelView<T, I>[K]> | ComputedRef<RecordPanelView<T, I>[K]> };
  return reactive(view) as unknown as RecordPanelView<T, I>;
}
