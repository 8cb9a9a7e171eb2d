import { merge, without, type Interval } from './intervals';

/** What one lesson still has to tell the server: kept on the phone until it was told. */
export interface Untold {
  courseId: string;
  lessonId: string;
  positionSeconds: number;
  watched: Interval[];
  spentSeconds: number;
  /** Milliseconds since 1970 by this phone, when the person was at the position. */
  at: number;
  /** Who watched; another person on the same phone does not tell it for them. */
  userId: string;
  /** A document was read to its end. */
  finished?: boolean;
}

export interface Shelf {
  load(): Untold[];
  save(all: Untold[]): void;
}

const keepAtMost = 60;

/** Reports that wait, one for each lesson and person: later ones grow into it, told ones are taken out of it. */
export class PendingReports {
  constructor(private readonly shelf: Shelf) {}

  of(userId: string): Untold[] {
    return this.shelf.load().filter((each) => each.userId === userId);
  }

  find(userId: string, lessonId: string): Untold | undefined {
    return this.of(userId).find((each) => each.lessonId === lessonId);
  }

  add(report: Untold): void {
    const before = this.find(report.userId, report.lessonId);
    this.put({
      ...report,
      watched: merge(before?.watched ?? [], report.watched),
      spentSeconds: (before?.spentSeconds ?? 0) + report.spentSeconds,
      ...(before?.finished || report.finished ? { finished: true } : {}),
    });
  }

  /** The server has this report. What was watched meanwhile stays. */
  told(report: Untold): void {
    const now = this.find(report.userId, report.lessonId);
    if (!now) return;
    const watched = without(now.watched, report.watched);
    if (watched.length === 0 && now.at <= report.at) this.remove(now);
    else this.put({ ...now, watched, spentSeconds: Math.max(0, now.spentSeconds - report.spentSeconds) });
  }

  /** The server does not want it: the lesson is gone. */
  remove({ userId, lessonId }: Untold): void {
    this.shelf.save(this.shelf.load().filter((each) => each.userId !== userId || each.lessonId !== lessonId));
  }

  private put(report: Untold): void {
    const others = this.shelf.load().filter((each) => each.userId !== report.userId || each.lessonId !== report.lessonId);
    this.shelf.save([...others, report].slice(-keepAtMost));
  }
}
