import type { Directive } from 'vue';

const shown = new WeakMap<HTMLElement, string>();

/** Scrolls to the link of this page, once for each page: where people scroll afterwards is theirs. */
function bring(row: HTMLElement): void {
  const link = row.querySelector<HTMLAnchorElement>('[aria-current]');
  if (!link || shown.get(row) === link.href) return;
  shown.set(row, link.href);
  const [at, of] = [link.getBoundingClientRect(), row.getBoundingClientRect()];
  row.scrollLeft += at.left + at.width / 2 - (of.left + of.width / 2);
}

/** For a row of links that is longer than a phone is wide. */
export const vHere: Directive<HTMLElement> = { mounted: bring, updated: bring };
