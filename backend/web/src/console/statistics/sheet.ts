import { saveFile } from '../download';

/** A table as it leaves the page: headings, then rows of words and numbers. */
export interface SheetTable {
  headings: string[];
  rows: (string | number)[][];
}

export async function saveSheet({ headings, rows }: SheetTable, name: string): Promise<void> {
  const { default: write } = await import('write-excel-file/universal');
  const head = headings.map((value) => ({ value, fontWeight: 'bold' as const }));
  const body = rows.map((row) => row.map((value) => ({ value })));
  saveFile(await write([head, ...body], {}), `${name}.xlsx`);
}
