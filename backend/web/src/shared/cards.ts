import type { Directive } from 'vue';

/** Tells each cell of a table what its column is called: on a phone every row is a card, and the head is out of sight. */
function nameCells(element: HTMLElement): void {
  const names = [...element.querySelectorAll('thead th')].map((head) => (head.querySelector('.sr') ? '' : (head.textContent?.trim() ?? '')));
  for (const row of element.querySelectorAll('tbody tr')) {
    [...row.children].forEach((cell, index) => ((cell as HTMLElement).dataset.column = names[index] ?? ''));
  }
}

/** For what holds a table of class `cards`; see table.css. */
export const vCards: Directive<HTMLElement> = { mounted: nameCells, updated: nameCells };
