import type { Upload } from '@/api/model';

/** Which bytes are which part, and which parts still have to go. */
export interface Part {
  number: number;
  from: number;
  to: number;
}

type Plan = Pick<Upload, 'size' | 'partSize' | 'partCount'>;

export function partsOf({ size, partSize, partCount }: Plan): Part[] {
  return Array.from({ length: partCount }, (_, index) => ({
    number: index + 1,
    from: index * partSize,
    to: Math.min(size, (index + 1) * partSize),
  }));
}

/** A part that arrived with another size than planned is sent again. */
export function missingParts(upload: Plan & Pick<Upload, 'parts'>): Part[] {
  const arrived = new Map(upload.parts.map((part) => [part.number, part.size]));
  return partsOf(upload).filter((part) => arrived.get(part.number) !== part.to - part.from);
}

export function arrivedBytes(upload: Plan & Pick<Upload, 'parts'>): number {
  return upload.size - missingParts(upload).reduce((sum, part) => sum + part.to - part.from, 0);
}

/** Whether this is the file that an open upload began with, as far as names and sizes tell. */
export function belongsTo(file: { name: string; size: number }, upload: Pick<Upload, 'fileName' | 'size'>): boolean {
  return file.size === upload.size && file.name === upload.fileName;
}

/** Seconds before another try: growing, at most half a minute, and not all at the same moment. */
export function backOff(attempt: number, random: () => number = Math.random): number {
  const steps = [1, 2, 4, 8, 16, 30];
  const step = steps[Math.min(attempt, steps.length - 1)] ?? 30;
  return step * (0.75 + random() * 0.5);
}
