/**
 * Files that were being sent, kept in this browser so that an upload goes on by one press after the tab was closed. Only
 * the handle is kept, never the bytes; browsers without handles ask for the file again.
 */
interface Permitted extends FileSystemFileHandle {
  queryPermission?(how: { mode: 'read' }): Promise<PermissionState>;
  requestPermission?(how: { mode: 'read' }): Promise<PermissionState>;
}

const table = 'files';

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('lecture-halls-uploads', 1);
    request.onupgradeneeded = () => request.result.createObjectStore(table);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

async function withTable<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T | undefined> {
  try {
    const database = await open();
    return await new Promise<T>((resolve, reject) => {
      const request = work(database.transaction(table, mode).objectStore(table));
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  } catch {
    // Private windows keep nothing; the file is then asked for again.
    return undefined;
  }
}

export const rememberHandle = (uploadId: string, handle: FileSystemFileHandle) =>
  withTable('readwrite', (store) => store.put(handle, uploadId));

export const forgetHandle = (uploadId: string) => withTable('readwrite', (store) => store.delete(uploadId));

export const rememberedHandle = (uploadId: string) =>
  withTable<FileSystemFileHandle | undefined>('readonly', (store) => store.get(uploadId));

/** The file itself, once the person allows it again; must be called from a press. */
export async function reopen(handle: FileSystemFileHandle): Promise<File | undefined> {
  const permitted = handle as Permitted;
  const now = (await permitted.queryPermission?.({ mode: 'read' })) ?? 'granted';
  if (now !== 'granted' && (await permitted.requestPermission?.({ mode: 'read' })) !== 'granted') return undefined;
  try {
    return await handle.getFile();
  } catch {
    return undefined;
  }
}

export async function handleOf(item: DataTransferItem): Promise<FileSystemFileHandle | undefined> {
  const withHandle = item as DataTransferItem & { getAsFileSystemHandle?: () => Promise<FileSystemHandle | null> };
  const handle = await withHandle.getAsFileSystemHandle?.().catch(() => null);
  return handle?.kind === 'file' ? (handle as FileSystemFileHandle) : undefined;
}
